import type { HoldReason } from '../../domain/comment.ts'
import { counted } from './english.ts'

/** Every text that only those meet who do more than read and fold; loaded with what shows it. */
export const englishWriting = {
  checking: 'Sending… Asking whether it has arrived.',
  held: 'Held for review',
  heldFor: (reason: HoldReason | null): string => {
    switch (reason) {
      case 'links':
        return 'Only you see this comment until somebody has looked at it: it has many web addresses.'
      case 'words':
        return 'Only you see this comment until somebody has looked at it: it has words that are looked at first here.'
      case 'check':
        return 'Only you see this comment until somebody has looked at it: an automatic check asked for that.'
      case 'trap':
        return 'Only you see this comment until somebody has looked at it: a field was filled in that is to be left empty.'
      case 'haste':
        return 'Only you see this comment until somebody has looked at it: it was sent very soon after the page was opened.'
      case null:
        return 'Only you see this comment until somebody has looked at it.'
    }
  },
  waitingForNetwork: 'Waiting for network. It is posted when you are online again.',
  commentPosted: 'Comment posted',
  replyPosted: 'Reply posted',
  notPosted: (reason: string) => `Not posted. ${reason}`,
  perhapsNotPosted: (reason: string, isAsSent: boolean) =>
    `Not posted, as far as can be told. ${reason}${isAsSent ? ' It cannot be posted twice.' : ''}`,
  seeExisting: 'See the comment',
  triedAgain: 'It is tried again by itself.',
  earlierTextPosted:
    'Not posted. What you sent before was posted after all. Your text as it is now stays here, to post or to discard.',
  takeBack: 'Take back and edit',
  leaveEmpty: 'Leave this empty',
  nowClosed: 'This discussion was closed.',
  nowOpen: 'This discussion was opened again.',
  keptThoughClosed: 'What you have begun here is kept, to copy, but can no longer be posted.',
  keptDraft: 'What you had begun to write here is kept, to copy.',
  edit: 'Edit',
  deleteComment: 'Delete',
  editableUntil: (time: string) => `Until ${time}, in this browser, unless its data is cleared.`,
  noLongerEditable: 'It can no longer be edited or deleted.',
  editComment: 'Edit your comment',
  yourText: 'Your text',
  save: 'Save',
  saving: 'Saving…',
  notSaved: (reason: string) => `Not saved. ${reason}`,
  commentEdited: 'Comment edited',
  asItIsNow: 'The comment as it is now',
  saveMine: 'Save my text in its place',
  keepNewer: 'Keep it as it is',
  willBeDeleted: 'The comment is deleted in a few seconds.',
  deleting: 'Deleting…',
  deletionUndone: 'The comment stays',
  commentDeleted: 'Comment deleted',
  notDeleted: (reason: string) => `Not deleted. ${reason}`,
  commentNotDeleted: (reason: string) => `A comment of yours was not deleted. ${reason}`,
  keepComment: 'Keep it',
  report: 'Report',
  reportOf: (name: string) => `Report the comment by ${name}`,
  reportReason: 'Reason',
  reportReasons: {
    spam: 'Spam',
    abuse: 'Abuse or harassment',
    'off-topic': 'Off topic',
    other: 'Something else',
  },
  reportWords: 'What is wrong with it? (optional)',
  sendReport: 'Send report',
  reportReceived: 'Your report was received. Thank you.',
  notReported: (reason: string) => `Not reported. ${reason}`,
  answeredEdited: (name: string) =>
    `${name} has edited this comment since you began. It stands above as it is now.`,
  answeredDeleted: 'The comment that you answer was deleted. Your text stays here.',
  answeredRemoved: 'The comment that you answer was removed by the moderators. Your text stays here.',
  moveToComment: 'Make it a comment of its own',
  goOnWithEdit: 'Go on with editing your comment',
  quoteInReply: (name: string) => `Quote in a reply to ${name}`,
  quoteInComment: 'Quote in a comment',
  nameLooksLike: (name: string) =>
    `Your name looks like that of somebody else here, “${name}”. Others may take you for them.`,
  formatting: 'Formatting',
  formats: {
    toolbar: 'Formatting',
    bold: 'Bold',
    italic: 'Italic',
    code: 'Code',
    quote: 'Quote',
    list: 'List',
    numberedList: 'Numbered list',
    link: 'Link',
    control: 'Ctrl',
  },
  preview: 'Preview',
  nothingToPreview: 'Nothing is written yet.',
  discardDraft: 'Discard',
  draftDiscarded: 'Draft discarded.',
  draftDiscardedFor: 'Draft discarded. It can be had back for 8 seconds.',
  undo: 'Undo',
  writtenElsewhere: 'This was written here in another tab at the same time:',
  addText: 'Add it to my text',
  leaveText: 'Leave it out',
  unfinished: (count: number) => `You have ${counted(count, 'unfinished reply', 'unfinished replies')} here`,
  goOnWith: (name: string) => `Go on with the reply to ${name}`,

  resetQuestion: 'Restore the original discussion?',
  resetExplained: 'Everything that was posted in this browser is removed. This cannot be undone.',
  resetConfirm: 'Remove and restore',
  resetDecline: 'Keep everything',
  resetDone: 'The original discussion is restored',
  resetFailed: (reason: string) => `Nothing was removed. ${reason}`,
}

export type WritingMessages = typeof englishWriting
