import type { Problem } from '../../api/problem.ts'
import type { Instant } from '../../domain/ids.ts'
import type { WritingMessages } from './englishWriting.ts'
import type { FindingMessages } from './englishFinding.ts'
import type { HostMessages } from './englishHost.ts'
import { explainInEnglish } from './explainInEnglish.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const plural = new Intl.PluralRules('en')
const number = new Intl.NumberFormat('en')

/** A number with its noun: "1 reply", "1,000 replies". */
export function counted(count: number, one: string, other: string): string {
  return `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`
}

/** Every text that a reader of English meets. */
export const english = {
  locale: 'en',

  skipToDiscussion: 'Skip to the discussion',
  byline: (name: string) => `By ${name}`,
  datelineOriginal: (text: string) => `As printed: ${text}`,
  loadingArticle: 'Loading the article',
  loadingDiscussion: 'Loading the discussion',
  needsScript:
    'JavaScript is off. It is needed to write, to fold threads, and to see comments that are not on this page.',

  theme: 'Theme',
  themes: { auto: 'System', light: 'Light', dark: 'Dark' },

  discussion: 'Discussion',
  responses: (count: number) => (count === 0 ? 'No responses yet' : counted(count, 'response', 'responses')),
  /** Where the source claims another number than came with the import. */
  responsesHere: (declared: number, imported: number, posted: number) => {
    const ofThem = imported <= declared ? 'of them ' : ''
    const here = `${number.format(imported)} ${ofThem}${imported === 1 ? 'is' : 'are'} here`
    if (posted === 0) return here
    return `${here}, and ${counted(posted, 'more was', 'more were')} posted since`
  },
  beFirst: 'Be the first to respond.',
  closed: 'This discussion is closed: it can be read, but no longer added to.',
  search: 'Search this discussion',
  sortBy: 'Sort by',
  orders: { newest: 'Newest first', oldest: 'Oldest first', replies: 'Most replies' },
  sorted: (order: string) => `Sorted: ${order}`,
  collapseAll: 'Collapse all',
  expandAll: 'Expand all',
  allCollapsed: 'All threads collapsed',
  allExpanded: 'All threads expanded',
  showMoreThreads: 'Show more threads',
  showMoreReplies: (count: number) => `Show ${counted(count, 'more reply', 'more replies')}`,
  moreThreadsShown: (count: number) => `${counted(count, 'more thread', 'more threads')} shown`,
  moreRepliesShown: (count: number) => `${counted(count, 'more reply', 'more replies')} shown`,
  loadingMore: 'Loading…',
  /** What may be left out where there is little room stands apart. */
  newReplies: (count: number) => {
    const rest = plural.select(count) === 'one' ? 'reply' : 'replies'
    return { short: `${number.format(count)} new`, rest }
  },
  showNewReplies: (name: string, count: number) =>
    `Show ${counted(count, 'new reply', 'new replies')} to ${name}`,

  nameless: 'somebody',
  commentBy: (name: string) => `Comment by ${name}`,
  replyBy: (name: string, to: string) => `Reply by ${name} to ${to}`,
  to: (name: string) => `to ${name}`,
  new: 'New',
  newComment: (label: string) => `${label}, new`,
  newBelow: (count: number) => `, ${number.format(count)} new`,
  noText: 'This comment has no text.',
  deleted: 'This comment was deleted.',
  rejected: 'This comment was removed by the moderators.',
  moreActions: (name: string) => `More actions for the comment by ${name}`,
  edited: 'edited',
  replies: (count: number) => counted(count, 'reply', 'replies'),
  collapseThread: (name: string) => `Collapse thread by ${name}`,
  expandThread: (name: string, count: number) =>
    `Expand thread by ${name}, ${counted(count, 'reply', 'replies')}`,
  threadCollapsed: 'Thread collapsed',
  threadExpanded: 'Thread expanded',
  collapse: 'Collapse',
  reply: 'Reply',
  replyTo: (name: string) => `Reply to ${name}`,
  justNow: 'just now',
  /** By hand, since `Intl` may word it otherwise where the page was drawn. */
  inUtc: (instant: Instant) => {
    const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
    return `${MONTHS[(month ?? 1) - 1]} ${day}, ${year}, ${instant.slice(11, 16)} UTC`
  },

  postComment: 'Post a comment',
  name: 'Name',
  comment: 'Comment',
  yourReply: 'Your reply',
  post: 'Post comment',
  postReply: 'Post reply',
  cancel: 'Cancel',
  postingAs: (name: string) => `Posting as ${name}`,
  changeName: 'Change name',
  sendKeys: (key: string) => `${key}+Enter posts`,
  rules: 'Rules of conduct',
  draftKept: 'Your draft is kept until you post it.',
  draftNotKept: 'This browser could not store your text: it is lost if you leave this page.',
  charactersLeft: (count: number) =>
    count < 0
      ? `${counted(-count, 'character', 'characters')} too many`
      : `${counted(count, 'character', 'characters')} left`,
  sending: 'Sending…',
  draft: 'draft',
  nameFaults: {
    empty: 'Write your name, or a name you go by.',
    'too-long': (limit: number) =>
      `A name has at most ${counted(limit, 'character', 'characters')}. Shorten it.`,
    'unreadable-characters': 'This name holds characters that cannot be shown. Type it anew.',
  },
  bodyFaults: {
    empty: 'Write something first.',
    'too-long': (limit: number) =>
      `A comment has at most ${counted(limit, 'character', 'characters')}. Shorten it, or post it in parts.`,
    'unreadable-characters':
      'This text holds characters that cannot be shown. Remove what was pasted last, or type it anew.',
  },

  tryAgain: 'Try again',
  reload: 'Reload',
  broken: 'The discussion ran into an error here and stopped. What you wrote is kept.',
  partMissing:
    'A part of this page could not be loaded yet. If it does not come, reload; what you wrote is kept.',
  articleMissing: 'Article not found',
  goToStart: 'Go to the front page',
  articleFailed: (reason: string) => `The article could not be loaded. ${reason}`,
  discussionFailed: (reason: string) => `The discussion could not be loaded. ${reason}`,
  orderFailed: (reason: string) => `The threads could not be brought into this order. ${reason}`,
  moreFailed: (reason: string) => `No more could be loaded. ${reason}`,
  explain: (problem: Problem) => explainInEnglish(problem),
}

/** What a complete translation holds. It brings its own texts of what is loaded later, which those of English come without. */
export type Messages = typeof english & {
  writing?: WritingMessages
  finding?: FindingMessages
  host?: HostMessages
}
