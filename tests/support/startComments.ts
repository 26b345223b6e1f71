import { startCommentsServer, type CommentsServer, type CommentsServerOptions } from './commentsServer.ts'
import { isOnServer } from './host.ts'
import { startNodeCommentsServer } from './site/nodeCommentsServer.ts'

/** The backend of a page of another origin: over a store in memory, or, where tests run against a server, one of those. */
export function startComments(options: CommentsServerOptions): Promise<CommentsServer> {
  return isOnServer ? startNodeCommentsServer(options) : startCommentsServer(options)
}
