import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { parseAccept } from 'hono/utils/accept'

/** What is served more than once as it is, compressed once. */
export type Content = {
  type: string
  /** Of the text as it is; each encoding has one of its own. */
  tag: string
  /** Whether the same tag may stand for other bytes that mean the same. */
  isWeak: boolean
  bodies: Readonly<Record<Encoding, Uint8Array<ArrayBuffer> | null>>
}

type Encoding = 'br' | 'gzip' | 'identity'

/** Smaller ones fit into one packet as they are. */
const LEAST_BYTES = 860

const COMPRESSIBLE = /^text\/|[/+](json|xml|javascript)\b/

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** `tag` is what tells this content from others at its address, where that is not its bytes. */
export async function packContent(
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
  { quality, tag }: { quality: number; tag?: string },
): Promise<Content> {
  const isCompressed = bytes.length >= LEAST_BYTES && COMPRESSIBLE.test(type)
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  const [br, zipped] = isCompressed
    ? await Promise.all([compress.br(bytes, { params: parameters }), compress.gzip(bytes, { level: 9 })])
    : [null, null]
  return {
    type,
    tag: createHash('sha256')
      .update(tag ?? bytes)
      .digest('base64url')
      .slice(0, 22),
    isWeak: tag !== undefined,
    bodies: { br, gzip: zipped, identity: bytes },
  }
}

/** Answers a `GET` or `HEAD` with the content as far as the other side has not got it (RFC 9110, sections 8.8.3 and 13.1.2). */
export function answerWithContent(
  request: Request,
  { type, tag, isWeak, bodies }: Content,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const accepted = readEncodings(request.headers.get('Accept-Encoding'))
  const encoding = accepted.find((each) => bodies[each] !== null) ?? 'identity'
  const body = bodies[encoding] ?? bodies.identity
  const ETag = `${isWeak ? 'W/' : ''}"${tag}${encoding === 'identity' ? '' : `-${encoding}`}"`
  const told = {
    ETag,
    ...(bodies.br !== null && { Vary: 'Accept-Encoding' }),
    ...headers,
  }
  if (status === 200 && matches(request.headers.get('If-None-Match'), ETag)) {
    return new Response(null, { status: 304, headers: told })
  }
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: {
      ...told,
      'Content-Type': type,
      'Content-Length': String(body?.length ?? 0),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    },
  })
}

/** Those of ours that the other side takes, the one that is shortest first. */
export function readEncodings(header: string | null): Encoding[] {
  const told = parseAccept(header ?? '')
  const taken = (name: string) => (told.find(({ type }) => type.toLowerCase() === name)?.q ?? 0) > 0
  return (['br', 'gzip'] as const).filter(taken)
}

function matches(header: string | null, tag: string): boolean {
  return (header ?? '').split(',').some((each) => each.trim() === '*' || bare(each) === bare(tag))
}

/** Whether they are weak or strong is of no account (RFC 9110, section 8.8.3.2). */
function bare(tag: string): string {
  return tag.trim().replace(/^W\//, '')
}
