/** What a request shows for a right that it claims (RFC 6750, section 2.1; the scheme in any case); `null` where it shows nothing. */
export function bearerToken(headers: Headers): string | null {
  const [, token = null] = /^Bearer +([^ ]+)$/i.exec(headers.get('Authorization') ?? '') ?? []
  return token
}
