import { randomSecret, SECRET_LENGTH } from '../../backend/hmacTokens.ts'

const NAME = 'soundoff:host-secret'

/**
 * What the edit tokens of this browser's backend are made from: the same one in all tabs and after a reload, where the
 * browser keeps it; for this page's life where it does not. Got through a function, since touching the storage throws where
 * it is blocked. Whoever can read it here can also read and change the store itself.
 */
export function hostSecret(open: () => Storage): Uint8Array {
  try {
    const storage = open()
    const kept = readHex(storage.getItem(NAME))
    if (kept) return kept
    storage.setItem(NAME, writeHex(randomSecret()))
    // Another tab may have written its own at the same moment; the last one is everybody's.
    return readHex(storage.getItem(NAME)) ?? randomSecret()
  } catch {
    return randomSecret()
  }
}

function writeHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** `null` where it is not a secret of ours. */
function readHex(text: string | null): Uint8Array | null {
  if (text === null || text.length !== 2 * SECRET_LENGTH || !/^[\da-f]*$/.test(text)) return null
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
