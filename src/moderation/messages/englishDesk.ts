import type { HoldReason } from '../../domain/comment.ts'
import type { ModerationAction } from '../../domain/moderation.ts'
import { counted } from '../../ui/messages/english.ts'

const number = new Intl.NumberFormat('en')

/** Every text that only moderators meet, in English. */
export const englishDesk = {
  moderation: 'Moderation',
  notHere:
    'Nothing is moderated here: this page keeps its discussions in your browser alone. Where Soundoff runs on a server, its moderators work at this address.',

  signIn: 'Sign in',
  token: "Moderator's token",
  tokenFrom:
    'Whoever runs this server gives each moderator a token, in its setting SOUNDOFF_MODERATORS. This tab keeps it until you sign out or close it.',
  tokenMissing: 'Enter your token first.',
  tokenWrong:
    'This is not the token of a moderator here. See whether all of it is there, or ask whoever runs the server.',
  tokenRefused: 'Your token is no longer accepted. Sign in again to go on; what you wrote is kept.',
  signingIn: 'Signing in…',
  notSignedIn: (reason: string) => `You are not signed in. ${reason}`,
  signOut: 'Sign out',

  waitingTab: (count: number) => `Waiting (${number.format(count)})`,
  logTab: 'Log',
  waiting: (count: number) =>
    count === 0 ? 'Nothing is waiting' : counted(count, 'comment is waiting', 'comments are waiting'),
  whatComes: 'Comments that are held or reported come here. You need not reload for that.',
  loadingQueue: 'Loading what is waiting…',
  queueFailed: (reason: string) => `What is waiting could not be loaded. ${reason}`,
  showNew: (count: number) => `Show ${number.format(count)} new`,
  newWaiting: (count: number) => counted(count, 'new comment is waiting', 'new comments are waiting'),
  showMore: 'Show more',
  moreShown: (count: number) => `${number.format(count)} more shown`,

  waitingComment: (name: string, title: string) => `Comment by ${name} on ${title}`,
  onPage: 'On the page',
  waitingSince: 'Waiting since',
  held: (reason: HoldReason): string => {
    switch (reason) {
      case 'links':
        return 'Held: it has many web addresses.'
      case 'words':
        return 'Held: it has words that are looked at first here.'
      case 'check':
        return 'Held: an automatic check asked for that.'
      case 'trap':
        return 'Held: a field was filled in that is to be left empty.'
      case 'haste':
        return 'Held: it was sent very soon after the page was opened.'
    }
  },
  reported: (count: number) => counted(count, 'report', 'reports'),
  moreReports: (count: number) => `and ${counted(count, 'more report', 'more reports')}`,
  answers: (name: string) => `Answers ${name}`,
  answersGone: 'Answers a comment that is gone',
  discussionClosed: 'This discussion is closed.',

  approve: 'Approve',
  reject: 'Reject',
  delete: 'Delete',
  closeDiscussion: 'Close discussion',
  reopenDiscussion: 'Reopen discussion',
  deciding: 'On its way…',
  rejecting: (name: string) => `Reject the comment by ${name}`,
  reason: 'Reason',
  reasonNote: 'It is kept in the log; readers do not see it.',
  reasonFaults: {
    empty: 'Say why it is rejected.',
    'too-long': (limit: number) =>
      `A reason has at most ${counted(limit, 'character', 'characters')}. Shorten it.`,
    'unreadable-characters': 'This reason holds characters that cannot be shown. Type it anew.',
  },
  rejectForThis: 'Reject for this reason',

  did: {
    approve: 'Approved',
    reject: 'Rejected',
    delete: 'Deleted',
    close: 'Discussion closed',
    reopen: 'Discussion reopened',
    undo: 'Undone',
  } satisfies Record<ModerationAction, string>,
  /** What was done, such as "Approved", as it is announced. */
  result: (did: string, waiting: number) => `${did}. Undo is possible. ${number.format(waiting)} waiting.`,
  nothingDone: 'Nothing decided yet.',
  /** The same as it stands there, with whose comment or which discussion it was. */
  didTo: (did: string, what: string) => `${did}: ${what}`,
  undone: (waiting: number) => `Undone. ${number.format(waiting)} waiting.`,
  undo: 'Undo',
  undoing: 'Undoing…',
  nothingToUndo: 'There is nothing here to undo. The log has what was done before.',

  notDecided: (reason: string) => `Nothing was decided. ${reason}`,
  notUndone: (reason: string) => `Nothing was undone. ${reason}`,
  changed: 'The comment was changed meanwhile. It stands here as it is now: look at it, and decide again.',
  undoOvertaken: 'Something else was done since, or its writer has changed it.',
  decidedElsewhere: (name: string) =>
    `Somebody else has decided on the comment by ${name} already, or it is gone.`,
  closedElsewhere: 'Somebody else has closed this discussion already.',
  reopenedElsewhere: 'Somebody else has reopened this discussion already.',
  gone: 'It is gone.',
  tooOften: (seconds: number) =>
    `Too much was asked in a short time. Try again in ${counted(seconds, 'second', 'seconds')}.`,

  keys: 'Keys',
  keysExplained: 'These keys work while focus is in the list of what is waiting.',
  keyActions: {
    next: 'Next comment',
    previous: 'Previous comment',
    approve: 'Approve',
    reject: 'Reject, with a reason',
    delete: 'Delete',
    undo: 'Undo what was decided last',
    help: 'This help',
  },
  close: 'Close',

  log: 'What moderators did, newest first',
  emptyLog: 'Nothing was done yet',
  loadingLog: 'Loading the log…',
  logFailed: (reason: string) => `The log could not be loaded. ${reason}`,
  logged: {
    approve: (name: string) => `${name} approved a comment`,
    reject: (name: string) => `${name} rejected a comment`,
    delete: (name: string) => `${name} deleted a comment`,
    close: (name: string) => `${name} closed a discussion`,
    reopen: (name: string) => `${name} reopened a discussion`,
    undo: (name: string) => `${name} undid what was done`,
  } satisfies Record<ModerationAction, (name: string) => string>,
  wasUndone: 'Undone since',
  erased: 'Its writer has erased the text.',
  forReason: (reason: string) => `Reason: ${reason}`,
}

export type DeskWords = typeof englishDesk
