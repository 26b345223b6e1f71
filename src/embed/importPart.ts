/** An `import()` that the build leaves as it is. */
declare const importAsItIs: (address: string) => Promise<unknown>

const tries = new Map<string, number>()

/**
 * Imports the module at an address. One that failed fails for good in some browsers (HTML: the module map keeps it, by the whole
 * address), so that the next try goes to the same file by another fragment. It is not fetched beforehand, which the policy of
 * somebody's page may not allow.
 */
export async function importPart(address: string): Promise<unknown> {
  const before = tries.get(address) ?? 0
  try {
    return await importAsItIs(before === 0 ? address : `${address}#${before}`)
  } catch (error) {
    tries.set(address, before + 1)
    throw error
  }
}
