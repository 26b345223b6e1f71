import type { CommentId } from '../../../domain/ids.ts'
import type { Mention } from '../../../domain/mentions.ts'
import { createCell } from './cell.ts'
import { perDiscussion } from './perDiscussion.ts'

/** A mention in just that body, and the name of whom it answers. */
export type FoundMention = Mention & { body: string; name: string }

export type FoundMentions = ReadonlyMap<CommentId, FoundMention>

/** What is known by now of who answers whom in a discussion. */
export const mentionsFound = perDiscussion(() => createCell<FoundMentions>(new Map()))
