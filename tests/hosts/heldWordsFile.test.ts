import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHeldWords } from '../../src/hosts/node/readHeldWords.ts'

describe('the file of words', () => {
  test('has one word or phrase a line, and remarks', async () => {
    await inFile('\uFEFF# Remarks\r\n\r\n  buy now \ncasino\n#casino', async (path) => {
      expect(await readHeldWords(path)).toEqual(['buy now', 'casino'])
    })
    expect(await readHeldWords(null)).toEqual([])
  })

  test.for([
    [
      'has nothing to look for',
      'word\n\u200B\n',
      /^SOUNDOFF_HELD_WORDS is ".*words", which has nothing that could be found in line 2/,
    ],
    ['is no text', new Uint8Array([0xff, 0xfe]), /^SOUNDOFF_HELD_WORDS is ".*", which is no text in UTF-8/],
    [
      'is too long',
      'word\n'.repeat(10_001),
      /^SOUNDOFF_HELD_WORDS is ".*", which has more than 10,000 words/,
    ],
  ] as const)('that %s is refused by the name of the setting', async ([, content, message]) => {
    await inFile(content, async (path) => {
      await expect(readHeldWords(path)).rejects.toThrow(message)
    })
  })

  test('that is not there is refused by the name of the setting', async () => {
    await expect(readHeldWords('/nowhere/words')).rejects.toThrow(
      /^SOUNDOFF_HELD_WORDS is "\/nowhere\/words", which cannot be read \(ENOENT\)/,
    )
  })
})

async function inFile(content: string | Uint8Array, work: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-words-'))
  try {
    const path = join(folder, 'words')
    await writeFile(path, content)
    await work(path)
  } finally {
    await rm(folder, { recursive: true })
  }
}
