import type { Notes } from '../../discussion/notes.ts'
import type { ThreadView } from '../../discussion/threadView.ts'

/** Something that there is one of for each discussion that is drawn, for as long as it is drawn. */
export function perDiscussion<Value>(make: () => Value): (view: Pick<ThreadView, 'notes'>) => Value {
  const known = new WeakMap<Notes, Value>()
  return ({ notes }) => {
    const value = known.get(notes) ?? make()
    known.set(notes, value)
    return value
  }
}
