import type { Api, Call, CallName } from '../../api/contract.ts'
import { ProblemError } from '../../api/problem.ts'
import type { ChangeSignal } from '../../backend/changeSignal.ts'
import type { Import, Store } from '../../backend/store.ts'
import type { ArticleId } from '../../domain/ids.ts'
import { parseTranscript } from '../../transcript/parseTranscript.ts'
import { retriable } from '../retriable.ts'
import { readPublicFile, TRANSCRIPTS_PATH } from '../transcriptNames.ts'

export type Seeds = {
  /** Sees to it that the article that is asked for is in the store, if there is a transcript of it; after a success, at no cost. */
  sow(): Promise<void>
  /** Sets every article that came from a transcript back to it; none if one of the transcripts cannot be read. */
  sowAgain(): Promise<void>
}

/** What the transcripts give to an empty store. Both calls reject with a `ProblemError`, or with what the store failed with. */
export function createSeeds(
  store: Store,
  signal: ChangeSignal,
  findArticleId: () => Promise<ArticleId>,
  findNames: () => Promise<readonly ArticleId[]>,
  folder = TRANSCRIPTS_PATH,
): Seeds {
  return {
    sow: retriable(async () => {
      const id = await findArticleId()
      if (await store.readArticle(id)) return
      if ((await findNames()).includes(id)) {
        await store.importDiscussion(await readTranscript(id, folder), { replace: false })
      }
    }),
    async sowAgain() {
      const transcripts = []
      for (const id of await findNames()) {
        if (await store.readArticle(id)) transcripts.push(await readTranscript(id, folder))
      }
      for (const transcript of transcripts) {
        await store.importDiscussion(transcript, { replace: true })
        signal.send(transcript.discussion.id)
      }
    },
  }
}

type Calls = { [Name in CallName]: Call<Name> }

/** The service, which does nothing before the seeds are sown, and tells what they failed with. */
export function withSeeds(service: Api, { sow }: Seeds): Api {
  const calls: Calls = service
  function after<Name extends CallName>(name: Name): Call<Name> {
    return async (input, options) => {
      await sow()
      return calls[name](input, options)
    }
  }
  return {
    checkHealth: service.checkHealth,
    readArticle: after('readArticle'),
    readDiscussion: after('readDiscussion'),
    openDiscussion: after('openDiscussion'),
    readCounts: after('readCounts'),
    listComments: after('listComments'),
    listReplies: after('listReplies'),
    searchComments: after('searchComments'),
    readContext: after('readContext'),
    readOverview: after('readOverview'),
    listChanges: after('listChanges'),
    async *followChanges(input, options) {
      await sow()
      yield* service.followChanges(input, options)
    },
    postComment: after('postComment'),
    readPost: after('readPost'),
    editComment: after('editComment'),
    deleteComment: after('deleteComment'),
    reportComment: after('reportComment'),
  }
}

async function readTranscript(id: ArticleId, folder: string): Promise<Import> {
  const path = `${folder}${id}.txt`
  const transcript = parseTranscript(await readPublicFile(path), { id })
  if (transcript.article !== null) return transcript
  const reason = `needs ${path}, which is not a transcript`
  throw new ProblemError({ code: 'invalid', field: null, reason })
}
