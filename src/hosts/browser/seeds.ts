import type { Api, Call, EndpointName } from '../../api/contract.ts'
import { ProblemError } from '../../api/problem.ts'
import type { Store } from '../../backend/store.ts'
import type { ArticleId } from '../../domain/ids.ts'
import { parseTranscript } from '../../transcript/parseTranscript.ts'
import { retriable } from '../retriable.ts'
import { readPublicFile, TRANSCRIPTS_PATH, type TranscriptNames } from '../transcriptNames.ts'

export type Seeds = {
  /** Sees to it that the article that is asked for is in the store, if there is a transcript of it; after a success, at no cost. */
  sow(): Promise<void>
  /** Sets every article that came from a transcript back to it. */
  sowAgain(): Promise<void>
}

/** What the transcripts give to an empty store. Both calls reject with a `ProblemError`, or with what the store failed with. */
export function createSeeds(
  store: Store,
  findArticleId: () => Promise<ArticleId>,
  findNames: () => Promise<TranscriptNames>,
): Seeds {
  return {
    sow: retriable(async () => {
      const id = await findArticleId()
      if (await store.readArticle(id)) return
      if ((await findNames()).includes(id)) await importTranscript(store, id, { replace: false })
    }),
    async sowAgain() {
      for (const id of await findNames()) {
        if (await store.readArticle(id)) await importTranscript(store, id, { replace: true })
      }
    },
  }
}

/** The service, which does nothing before the seeds are sown, and tells what they failed with. */
export function withSeeds(service: Api, { sow }: Seeds): Api {
  function after<Name extends EndpointName>(name: Name): Call<Name> {
    return async (input, options) => {
      await sow()
      return service[name](input, options)
    }
  }
  return {
    checkHealth: service.checkHealth,
    readArticle: after('readArticle'),
    readDiscussion: after('readDiscussion'),
    listComments: after('listComments'),
    listReplies: after('listReplies'),
    postComment: after('postComment'),
  }
}

async function importTranscript(store: Store, id: ArticleId, options: { replace: boolean }): Promise<void> {
  const path = `${TRANSCRIPTS_PATH}${id}.txt`
  const transcript = parseTranscript(await readPublicFile(path), { id })
  if (transcript.article === null) {
    const reason = `needs ${path}, which is not a transcript`
    throw new ProblemError({ code: 'invalid', field: null, reason })
  }
  await store.importDiscussion(transcript, options)
}
