/** Letters that look like Latin ones (Unicode Technical Standard 39, confusables), of the scripts that names are written in most. */
const LATIN: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  у: 'y',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  // Greek
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ζ: 'z',
  // Armenian, and what is neither
  օ: 'o',
  հ: 'h',
  ո: 'n',
  ս: 'u',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ß: 'b',
  '0': 'o',
  '1': 'l',
  '|': 'l',
  '5': 's',
  $: 's',
  '@': 'a',
}

/**
 * The first of `names` that is another name than `name` and looks like it: but for capitals, accents, spaces, signs, and letters
 * that look alike. `null` where there is none.
 */
export function findLookAlike(name: string, names: Iterable<string>): string | null {
  const own = skeleton(name)
  if (own === '') return null
  for (const other of names) {
    if (other !== name && skeleton(other) === own) return other
  }
  return null
}

function skeleton(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  const latin = Array.from(plain, (letter) => LATIN[letter] ?? letter).join('')
  // A capital I is an l to the eye, and an i to who writes it in small.
  return latin
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('i', 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
}
