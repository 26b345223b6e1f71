import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/** What is known of who asks, before any of it is believed. */
export type Caller = { socketAddress: string; forwardedFor: string | undefined }

/**
 * The address that a request came from. Each proxy adds to the end of `X-Forwarded-For` whom it was asked by, so that of n trusted
 * ones the n-th entry from the end was written by the farthest of them, and what stands before it by anybody. Where there are fewer,
 * the request did not come by all of them, and the first entry or the socket's address is the farthest that is known.
 */
export function clientAddress({ socketAddress, forwardedFor }: Caller, trustedHops: number): string {
  if (trustedHops === 0) return socketAddress
  const entries = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return entries.at(-Math.min(trustedHops, entries.length)) ?? socketAddress
}

/** The part of an address that one client has: of IPv6 the network of 64 bits, as any of its addresses is free to take. */
export function clientNetwork(address: string): string {
  const bare = address.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  if (isIPv4(bare)) return bare
  const plain = bare.replace(/%.*$/, '').toLowerCase()
  if (!isIPv6(plain)) return bare
  const groups = expand(plain)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) {
    const [high = 0, low = 0] = groups.slice(6)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/**
 * Tells clients apart without telling who they are: a hash of the network under a key that nobody has tomorrow. `secret` is the
 * server's, `now` of the day in UTC.
 */
export function clientKey(secret: Uint8Array, network: string, now: Date): string {
  const day = now.toISOString().slice(0, 10)
  const key = createHmac('sha256', secret).update(`soundoff client ${day}`).digest()
  return createHmac('sha256', key).update(network).digest('base64url')
}

/** The eight groups of an IPv6 address, which URLs write in one form. */
function expand(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const [front, back] = [readGroups(head), readGroups(tail)]
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back]
}

function readGroups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
}
