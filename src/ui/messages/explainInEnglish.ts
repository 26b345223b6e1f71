import type { Problem } from '../../api/problem.ts'

/** What happened and what to do next. Exhaustive: a new code is a compile error. */
export function explainInEnglish(problem: Problem): string {
  switch (problem.code) {
    case 'not-found':
      return problem.resource === 'article'
        ? 'There is no article of that name here. Check the address.'
        : 'It is no longer here. Reload the page to see what is.'
    case 'invalid':
      return `${fieldName(problem.field)} ${problem.reason}.`
    case 'too-long':
      return `It has ${problem.length} characters, and at most ${problem.limit} are allowed. Shorten it and post again.`
    case 'too-large':
      return 'It is too large to be sent. Shorten it, or post it in parts.'
    case 'discussion-closed':
      return 'The discussion was closed meanwhile. Your text stays here, to copy.'
    case 'parent-gone':
      return 'The comment that you answer is no longer there. Your text stays here, to copy or to post as a comment.'
    case 'depth-exceeded':
      return `Replies go ${problem.maxDepth} levels deep here. Answer the comment above this one.`
    case 'duplicate':
      return 'You posted the same text here a moment ago.'
    case 'idempotency-key-reused':
      return 'It was changed while it was on its way. Post it again.'
    case 'changed':
      return 'The comment was changed meanwhile, perhaps in another tab. See how it is now, and try again.'
    case 'edit-window-over':
      return 'It can no longer be changed: the time for that is over. It stands as it is.'
    case 'forbidden':
      return problem.resource === 'comment'
        ? 'Only the browser that a comment was posted with can change it.'
        : 'There is no discussion here yet, and this page may not open one. Its owner can have that changed.'
    case 'rate-limited':
      return `Too much was posted in a short time. Try again in ${Math.ceil(problem.retryAfter)} seconds.`
    case 'unavailable':
      return 'Soundoff cannot answer right now. Try again in a moment.'
    case 'unreachable':
      return 'Soundoff could not be reached. Check your connection and try again.'
    case 'timed-out':
      return 'Soundoff took too long to answer. Try again.'
    case 'unexpected-answer':
      return 'What answered was not Soundoff. Check your connection (a sign-in page of the network, perhaps) and try again.'
  }
}

function fieldName(field: string | null): string {
  switch (field) {
    case null:
      return 'It'
    case 'author.name':
      return 'The name'
    case 'body':
    case 'words':
      return 'The text'
    default:
      return `"${field}"`
  }
}
