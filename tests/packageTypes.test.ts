import { expectTypeOf, test } from 'vitest'
import type { Problem } from '../src/api/problem.ts'
import type { SoundoffCountElement } from '../src/embed/countElement.ts'
import type { SoundoffDiscussionElement } from '../src/embed/discussionElement.ts'
import type { DiscussionOptions } from '../src/embed/discussionOptions.ts'
import type { CountElement, DiscussionElement } from '../src/embed/elements.ts'
import type { FailureCode } from '../src/embed/embedEvents.ts'
import type { WrittenOptions } from '../src/embed/options.ts'

/*
 * The types that the package comes with stand alone, so that nobody needs those of what is in it. The compiler holds them to what
 * they describe: it is `npm run check` that fails here.
 */

/** What the browser calls is nobody else's. */
type Called = `${string}Callback`

test('what is told of failures has the codes of all problems, and no others', () => {
  expectTypeOf<FailureCode>().toEqualTypeOf<Problem['code'] | 'application'>()
})

test('all that the elements have is in their types', () => {
  expectTypeOf<Exclude<keyof SoundoffDiscussionElement, Called>>().toEqualTypeOf<keyof DiscussionElement>()
  expectTypeOf<Exclude<keyof SoundoffCountElement, Called>>().toEqualTypeOf<keyof CountElement>()
})

test('a component has the options of the element', () => {
  expectTypeOf<keyof DiscussionOptions>().toEqualTypeOf<Exclude<keyof WrittenOptions, 'isolation'>>()
})
