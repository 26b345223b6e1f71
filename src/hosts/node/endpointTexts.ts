import type { ServerProblem } from '../../api/problem.ts'
import type { ServedName } from './served.ts'

export type EndpointText = {
  summary: string
  /** What it may be refused for, beside what all may be. */
  problems: readonly ServerProblem['code'][]
  /** What members of its body are, where their names and types do not say it. */
  members?: Readonly<Record<string, string>>
}

/** What any request may be refused for. */
export const COMMON_PROBLEMS: readonly ServerProblem['code'][] = ['invalid', 'rate-limited', 'unavailable']

/** What is said of each endpoint to people; all else follows from the contract. */
export const endpointTexts: Record<ServedName, EndpointText> = {
  checkHealth: { summary: 'Whether the server and its store can be reached', problems: [] },
  readArticle: { summary: 'An article', problems: ['not-found'] },
  readDiscussion: { summary: 'What is known of a discussion, without its comments', problems: ['not-found'] },
  openDiscussion: {
    summary:
      'Opens a discussion for a page, where there is none of that id yet; 201 where this request has opened it',
    problems: ['forbidden', 'too-long', 'too-large'],
  },
  readCounts: {
    summary: 'How many comments several discussions have; those that are not here are left out',
    problems: ['too-large'],
  },
  listComments: {
    summary: 'A page of whole threads, flat, in reading order, a parent before its replies',
    problems: ['not-found'],
  },
  listReplies: { summary: 'More of the replies below a comment', problems: ['not-found'] },
  listChanges: { summary: 'What was added, edited and deleted after a version', problems: ['not-found'] },
  followChanges: {
    summary:
      'The same as server-sent events, each named "changes", as they come; its id is the version to go on from',
    problems: ['not-found'],
  },
  postComment: {
    summary: 'Posts a comment; 202 where it is held. With the same key again it gives the same answer',
    problems: [
      'not-found',
      'too-long',
      'discussion-closed',
      'parent-gone',
      'depth-exceeded',
      'duplicate',
      'idempotency-key-reused',
      'too-large',
    ],
    members: {
      emptyField:
        'What stands in a field of the form that people do not see. What a program has filled in there may have the comment held.',
      writingTime:
        'Milliseconds from when its writer could begin to write until it was sent, also where it waited since. Too few may have the comment held.',
    },
  },
  readPost: { summary: 'The comment that was posted with a key', problems: ['not-found'] },
  editComment: {
    summary: 'Changes the text of a comment, by its writer, for a short time after it came',
    problems: [
      'not-found',
      'too-long',
      'discussion-closed',
      'changed',
      'edit-window-over',
      'forbidden',
      'too-large',
    ],
  },
  deleteComment: {
    summary: 'Deletes a comment, by its writer, for a short time after it came; what answers it stays',
    problems: ['not-found', 'discussion-closed', 'changed', 'edit-window-over', 'forbidden'],
  },
  reportComment: {
    summary: 'Tells who looks after the discussion of a comment',
    problems: ['not-found', 'too-long', 'idempotency-key-reused', 'too-large'],
  },
  searchComments: {
    summary: 'Comments that have all words of q, by an author, or from a time; the newest first',
    problems: ['not-found', 'too-long'],
  },
  readContext: { summary: 'A comment with what stands around it in its thread', problems: ['not-found'] },
  readOverview: { summary: 'Who wrote in a discussion, and when', problems: ['not-found'] },
  exportOwn: {
    summary:
      'What is kept of comments, for their writer, who has the token of each; of one that was deleted, its text is left out',
    problems: ['too-large'],
  },
  eraseOwn: {
    summary:
      'Removes what is written in comments for good, for their writer, at any time; what answers them stays',
    problems: ['too-large'],
  },
  readQueue: {
    summary: 'Comments that wait for a moderator, held or reported, the longest waiting first',
    problems: ['forbidden'],
  },
  decideComment: {
    summary:
      'Approves, rejects or deletes a comment, and settles its reports; the same once more gives the same answer',
    problems: ['forbidden', 'not-found', 'changed', 'too-long', 'too-large'],
  },
  closeDiscussion: {
    summary: 'Closes a discussion, or opens it again',
    problems: ['forbidden', 'not-found', 'too-long', 'too-large'],
  },
  undoEntry: {
    summary: 'Reverts the last entry of a comment or a discussion that still stands, by another entry',
    problems: ['forbidden', 'not-found', 'changed', 'too-large'],
  },
  readLog: { summary: 'What moderators did, the newest first', problems: ['forbidden'] },
}
