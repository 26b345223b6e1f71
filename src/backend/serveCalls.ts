import type { Endpoint, InputSchema, Taken } from '../api/contract.ts'
import type { Comment } from '../domain/comment.ts'
import { answerWith } from './answerWith.ts'
import { readInput } from './readInput.ts'

/** An endpoint with what answers it, which rejects with what the service or the reading of its input rejects with. */
export type Served = {
  endpoint: Endpoint
  answer(request: Request, path: Readonly<Record<string, string>>): Promise<Response>
}

type Calls<Inputs extends Readonly<Record<string, InputSchema>>> = {
  readonly [Name in keyof Inputs]: (input: Taken<Inputs[Name]>) => Promise<object>
}

/** A table of endpoints, each of which answers once, with what it takes and what does it. */
export function serveCalls<Inputs extends Readonly<Record<string, InputSchema>>>(
  endpoints: { readonly [Name in keyof Inputs]: Endpoint },
  inputs: Inputs,
  calls: Calls<Inputs>,
): Served[] {
  function serve<Name extends keyof Inputs>(name: Name): Served {
    const endpoint = endpoints[name]
    return {
      endpoint,
      answer: async (request, path) =>
        answer(endpoint, await calls[name](await readInput(endpoint, inputs[name], request, path)), request),
    }
  }
  return (Object.keys(inputs) as (keyof Inputs)[]).map((name) => serve(name))
}

function answer({ status }: Endpoint, output: object, request: Request): Response {
  if ('isNew' in output && output.isNew === true) return answerWith(201, output)
  if (!isComment(output)) return answerWith(status, output)
  const headers = { ETag: `"${output.revision}"` }
  if (status !== 201) return answerWith(status, output, headers)
  // What is held is not there yet; what becomes of it is told to its key.
  if (output.status === 'held') return answerWith(202, output)
  const collection = new URL(request.url).pathname.replace(/\/$/, '')
  return answerWith(status, output, { ...headers, Location: `${collection}/${output.id}` })
}

/** The names of counts are ids, which may be any member's name; but no count is a text. */
function isComment(output: object): output is Comment {
  return 'revision' in output && 'body' in output && typeof output.body === 'string'
}
