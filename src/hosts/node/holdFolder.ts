import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { errorCode } from '../transcriptFile.ts'

/**
 * Takes a folder for this process alone, as two on the same files would damage them; makes it where there is none. Gives the way to let
 * go of it. What a process that has ended left behind is no hindrance. Rejects, with what to do, where another one has it.
 */
export async function holdFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'process')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let isSecond = false; ; isSecond = true) {
    try {
      await writeFile(path, `${process.pid}\n`, { flag: 'wx' })
      return () => rm(path, { force: true })
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || isSecond) throw error
    }
    const holder = Number(await readFile(path, 'utf8'))
    if (isRunning(holder)) {
      throw new Error(
        `SOUNDOFF_DATA is "${folder}", which the process ${holder} has open. Stop that, name another folder, or use a PostgreSQL by ` +
          'DATABASE_URL, which many processes may share.',
      )
    }
    await rm(path, { force: true })
  }
}

/** Whatever has its number: one that has ours is an earlier one of ours, as in a container, where each begins with the same. */
function isRunning(holder: number): boolean {
  if (!Number.isInteger(holder) || holder <= 0 || holder === process.pid) return false
  try {
    process.kill(holder, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}
