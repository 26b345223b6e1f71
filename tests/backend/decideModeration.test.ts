import { describe, expect, test } from 'vitest'
import { ProblemError, type Problem } from '../../src/api/problem.ts'
import { decideModeration } from '../../src/backend/moderation/decideModeration.ts'
import { decideUndoing } from '../../src/backend/moderation/decideUndoing.ts'
import type { CommentFacts, Outcome, StoredEntry } from '../../src/backend/moderatingStore.ts'
import type { EntryId } from '../../src/domain/ids.ts'
import { excerptOf, type Decision } from '../../src/domain/moderation.ts'
import { at } from './imports.ts'
import { comment, discussion, entry, now, problemOf, undoing } from './judged.ts'

const inTime = at(75)
const holding = { reason: 'links', since: at(1) } as const

const nothing = { discussion, isWithheld: false, holding: null, openReports: 0, entries: [] }
/** What a comment may be in, for moderators. */
const states = {
  held: { ...nothing, comment: { ...comment, status: 'held', heldFor: 'links' }, isWithheld: true, holding },
  refused: { ...nothing, comment: { ...comment, status: 'rejected' }, isWithheld: true },
  'taken back': { ...nothing, comment: { ...comment, status: 'rejected', editableUntil: null }, holding },
  published: { ...nothing, comment },
  reported: { ...nothing, comment, openReports: 2 },
  'taken down': { ...nothing, comment: { ...comment, status: 'rejected', editableUntil: null } },
  deleted: { ...nothing, comment: { ...comment, status: 'deleted', body: '', editableUntil: null } },
  missing: { ...nothing, comment: null },
} satisfies Record<string, CommentFacts>
type State = keyof typeof states

const missing = { code: 'not-found', resource: 'comment' } as const
const published = { status: 'published', body: 'A text', editableUntil: inTime, revision: 4 }
const rejected = { status: 'rejected', body: 'A text', editableUntil: null, revision: 4 }
const deleted = { status: 'deleted', body: '', editableUntil: null, revision: 4 }

describe('a decision', () => {
  test.for([
    ['held', 'approve', { kind: 'released', createdAt: at(60), editableUntil: inTime }],
    ['held', 'reject', { kind: 'withheld', heldFor: null, body: 'A text' }],
    ['held', 'delete', { kind: 'withheld', heldFor: null, body: '' }],
    ['taken back', 'approve', { kind: 'revised', holding: null, revision: published }],
    ['taken back', 'reject', { kind: 'kept', holding: null }],
    ['taken back', 'delete', { kind: 'revised', holding: null, revision: deleted }],
    ['published', 'approve', missing],
    ['published', 'reject', { kind: 'revised', holding: null, revision: rejected }],
    ['published', 'delete', { kind: 'revised', holding: null, revision: deleted }],
    ['reported', 'approve', { kind: 'kept', holding: null }],
    ['reported', 'reject', { kind: 'revised', holding: null, revision: rejected }],
    ['reported', 'delete', { kind: 'revised', holding: null, revision: deleted }],
    ...(['refused', 'taken down', 'deleted', 'missing'] as const).flatMap((state) =>
      (['approve', 'reject', 'delete'] as const).map((decision) => [state, decision, missing] as const),
    ),
  ] as const)('on a comment that is %s, to %s it', ([state, decision, expected]) => {
    expect(outcomeOf(states[state], decision)).toMatchObject(expected)
  })

  test('keeps what the comment was, and is told by the log without that', () => {
    expect(decideModeration(states.held, judgement('delete'))).toMatchObject({
      entry: {
        at: at(60),
        moderator: 'Mo',
        action: 'delete',
        discussionId: 'a',
        commentId: '1',
        excerpt: 'A text',
        reason: 'Why not',
        undoes: null,
        revision: 3,
        before: { status: 'held', body: 'A text', editableUntil: at(16), holding },
      },
    })
  })

  test.for(['held', 'taken back', 'published', 'reported'] as const)(
    'on another revision of what is %s is told the present one, with its text',
    (state) => {
      const told = { code: 'changed', comment: { revision: 3, body: 'A text', author: { name: 'Pete' } } }
      for (const revision of [2, 4]) {
        const wanted = { ...judgement('reject'), revision }
        expect(problemOf(() => decideModeration(states[state], wanted))).toMatchObject(told)
      }
    },
  )

  test.for([
    ['refused', 'reject', 'reject', 'Mo', true],
    ['refused', 'reject', 'reject', 'Zoë', false],
    ['refused', 'reject', 'approve', 'Mo', false],
    ['deleted', 'delete', 'delete', 'Mo', true],
    ['published', 'approve', 'approve', 'Mo', true],
    ['published', 'approve', 'approve', 'Zoë', false],
    ['published', 'undo', 'approve', 'Mo', false],
    // These are open again, so that the same is another decision.
    ['reported', 'approve', 'approve', 'Mo', null],
    ['published', 'undo', 'reject', 'Mo', null],
    ['held', 'undo', 'reject', 'Mo', null],
  ] as [State, StoredEntry['action'], Decision, string, boolean | null][])(
    'once more: on what is %s after %s, to %s it, by %s',
    ([state, action, decision, moderator, isAnswered]) => {
      const last = entry({ action })
      const facts = { ...states[state], entries: [last, entry({ action: decision, id: '1' as EntryId })] }
      const decide = () => decideModeration(facts, { ...judgement(decision), moderator })
      if (isAnswered === true) expect(decide()).toEqual({ answered: last })
      else if (isAnswered === false) expect(problemOf(decide)).toEqual(missing)
      else expect(decide()).toHaveProperty('outcome')
    },
  )
})

describe('undoing', () => {
  const wasHeld = { status: 'held', body: 'A text', editableUntil: at(16), holding } as const
  const wasThere = { ...wasHeld, status: 'published', holding: null } as const
  test.for([
    ['refused', wasHeld, { kind: 'withheld', heldFor: 'links', body: 'A text' }],
    ['published', wasHeld, { kind: 'revised', holding, revision: rejected }],
    ['taken down', wasHeld, { kind: 'kept', holding }],
    ['deleted', wasHeld, { kind: 'revised', holding, revision: rejected }],
    ['published', wasThere, { kind: 'kept', holding: null }],
    [
      'taken down',
      wasThere,
      { kind: 'revised', holding: null, revision: { ...published, editableUntil: at(16) } },
    ],
    [
      'deleted',
      wasThere,
      { kind: 'revised', holding: null, revision: { ...published, editableUntil: at(16) } },
    ],
  ] as const)('a decision on what is %s now brings back what it was', ([state, before, expected]) => {
    const facts = { ...states[state], entries: [entry({ before })] }
    const undone = decideUndoing(facts, undoing)
    expect(undone).toMatchObject({ outcome: expected, entry: { action: 'undo', undoes: '2', before: null } })
  })

  test.for([
    ['one that is not the last', [entry({ id: '3' as EntryId }), entry()]],
    [
      'one that is undone',
      [
        entry({ action: 'undo', undoes: '2' as EntryId, moderator: 'Zoë' }),
        entry({ undoneBy: '3' as EntryId }),
      ],
    ],
    ['one since which the comment was changed', [entry({ revision: 2 })]],
    ['one that the log does not have of this comment', []],
  ] as [string, StoredEntry[]][])('is refused of %s', ([, entries]) => {
    const problem = problemOf(() => decideUndoing({ ...states.published, entries }, undoing))
    expect(problem).toMatchObject({ code: 'changed', comment: { revision: 3 } })
  })

  test('goes from the last decision that stands to the one before it', () => {
    const entries = [
      entry({ id: '4' as EntryId, action: 'undo', undoes: '3' as EntryId }),
      entry({ id: '3' as EntryId, undoneBy: '4' as EntryId, revision: 2 }),
      entry({ revision: 1 }),
    ]
    expect(decideUndoing({ ...states.reported, entries }, undoing)).toHaveProperty('outcome')
    const again = { ...undoing, entryId: '3' as EntryId }
    expect(decideUndoing({ ...states.reported, entries }, again)).toEqual({ answered: entries[0] })
  })
})

test.for([
  ['a short text', ' Two\r\nlines ', 'Two\nlines'],
  ['a long one', 'é'.repeat(141), 'é'.repeat(140)],
  ['whole characters', '👍'.repeat(141), '👍'.repeat(140)],
])('an excerpt of %s', ([, text, expected]) => {
  expect(excerptOf(text ?? '')).toBe(expected)
})

function judgement(decision: Decision) {
  return { moderator: 'Mo', decision, revision: 3, reason: 'Why not', now }
}

/** What becomes of a comment, or why nothing does. */
function outcomeOf(facts: CommentFacts, decision: Decision): Outcome | Problem {
  try {
    const decided = decideModeration(facts, judgement(decision))
    if ('answered' in decided) throw new Error('It was answered')
    return decided.outcome
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
}
