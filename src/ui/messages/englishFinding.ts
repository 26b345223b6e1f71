import type { CommentStatus } from '../../domain/comment.ts'
import { counted } from './english.ts'

const number = new Intl.NumberFormat('en')

/** What is said by that with which readers find their way, and what is loaded for that. */
export const englishFinding = {
  // Search, and what is found by it.
  results: 'Search results',
  searching: 'Searching…',
  matches: (count: number) => (count === 0 ? 'No matches' : counted(count, 'match', 'matches')),
  commentsFound: (count: number) => (count === 0 ? 'No comments' : counted(count, 'comment', 'comments')),
  noMatch: (words: string) => `No comment holds “${words}”.`,
  noMatchAdvice: 'Look for fewer words, or for part of one.',
  noMatchWithin: 'Look for fewer words, or in all comments: take away the person or the time.',
  noComment: 'There is no such comment.',
  noCommentAdvice: 'Take away the person or the time to see others.',
  searchForNothing: 'This has nothing that could be found. Write a word, or part of one.',
  searchTooLong: (limit: number) =>
    `That is too long to look for. Shorten it to ${counted(limit, 'character', 'characters')}.`,
  searchFailed: (reason: string) => `The search has failed. ${reason}`,
  lookedFor: 'Looked for',
  chipWords: (words: string) => `“${words}”`,
  chipPerson: (name: string) => `by ${name}`,
  removeFromSearch: (what: string) => `Remove ${what}`,
  clearSearch: 'Clear',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  matchOf: (match: number, total: number) => `${number.format(match)} of ${number.format(total)}`,
  showMoreMatches: 'Show more matches',
  answering: 'In reply to',
  backToResults: 'Back to the results',

  // The picture of a discussion: when it was written, and by whom.
  overview: 'People and activity',
  overviewFailed: (reason: string) => `The picture of the discussion could not be loaded. ${reason}`,
  loadingOverview: 'Loading people and activity…',
  activity: 'Comments over time',
  activitySummary: (total: number, span: string, most: number, peak: string) =>
    `${counted(total, 'comment', 'comments')}, ${span}. Busiest: ${peak}, with ${number.format(most)}.`,
  from: 'From',
  until: 'Until',
  allTimes: 'All times',
  people: 'People',
  person: (name: string, count: number) => `${name}, ${counted(count, 'comment', 'comments')}`,
  count: (count: number) => number.format(count),
  showAllPeople: (count: number) => `Show all ${number.format(count)}`,
  showFewerPeople: 'Show fewer',
  otherPeople: (count: number) => `and ${counted(count, 'other', 'others')}`,

  // Whom a comment answers by name.
  mention: (called: string, name: string) => `${called}, to the comment by ${name}`,

  // Writers whom one does not want to read.
  mute: (name: string) => `Mute ${name}`,
  nowMuted: (name: string) => `You have muted ${name}. What they write is not shown on this device.`,
  mutedComment: (name: string) => `A comment by ${name}, whom you have muted.`,
  mutedShown: (name: string) => `You have muted ${name}.`,
  showMuted: 'Show it',
  hideMuted: 'Hide it',
  undoMute: 'Undo',
  unmute: 'Unmute',
  unmuteName: (name: string) => `Unmute ${name}`,
  unmuted: (name: string) => `${name} is no longer muted`,
  mutedList: 'Whom you have muted',
  nobodyMuted: 'You have muted nobody.',

  // One branch alone.
  onlyThisBranch: 'Only this branch',
  branch: 'Branch',
  onlyBranchOf: (name: string) => `Only the branch of ${name} is shown`,
  widenTo: (name: string) => `Show the branch of ${name}`,
  backToAll: 'Back to the whole discussion',
  wholeDiscussion: 'The whole discussion is shown',

  // Where the address leads to.
  loadingComment: 'Loading the comment…',
  linkedComment: (status: CommentStatus): string =>
    status === 'deleted'
      ? 'The comment that your link leads to was deleted.'
      : status === 'rejected'
        ? 'The comment that your link leads to was removed by the moderators.'
        : 'This is the comment that your link leads to.',
  noSuchComment: 'This link leads to a comment that is not here. It may have been removed.',
  closeNotice: 'Close',
  commentNotLoaded: (reason: string) => `The comment that your link leads to could not be loaded. ${reason}`,
  linkedThreads: (count: number): string =>
    count === 1 ? 'The thread that your link leads to' : 'The threads that your links lead to',
  allThreads: 'All threads',
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  linkToCopy: 'Copy the link from here',

  // What came while one reads.
  news: (count: number) => counted(count, 'new comment', 'new comments'),
  showNews: (count: number) => `Show ${counted(count, 'new comment', 'new comments')}`,
  changed: 'The discussion has changed',
  showAsItIs: 'Show the discussion as it is now',

  // What came since the last visit.
  newSinceVisit: (count: number, hasMore: boolean) => ({
    short: `${number.format(count)}${hasMore ? '+' : ''} new`,
    rest: 'since your last visit',
  }),
  nextNew: 'Next new comment',
  newAhead: (count: number) => `${number.format(count)} ahead`,
  newFromStart: 'From the first new comment again',
  nothingNew: 'No new comments',

  // Keys, and how the discussion is shown.
  keysAndDisplay: 'Keys and display',
  display: 'Display',
  density: 'Density',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  textSize: 'Text size',
  textSizes: { small: 'Small', medium: 'Medium', large: 'Large', larger: 'Largest' },
  keys: 'Keyboard shortcuts',
  useKeys: 'Use keyboard shortcuts',
  keyActions: {
    next: 'Next comment',
    previous: 'Previous comment',
    nextThread: 'Next thread',
    parent: 'Comment it answers',
    firstReply: 'First reply',
    nextNew: 'Next new comment',
    fold: 'Collapse or expand thread',
    reply: 'Reply',
    search: 'Search',
    help: 'This help',
  },
  backToArticle: 'Back to the article',
}

export type FindingMessages = typeof englishFinding
