import { hmacTokens, SECRET_LENGTH } from '../../src/backend/hmacTokens.ts'

/** The same ones in every service of a test. */
export const tokens = hmacTokens(new Uint8Array(SECRET_LENGTH).fill(7))
