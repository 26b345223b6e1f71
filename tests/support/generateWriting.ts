import { pick, type Random } from './seededRandom.ts'

const AIMED_LENGTH = 220
const LONGEST = 6000

const FIRST_NAMES =
  'Brian Pete George Stan Maria Jill Hapa wjm Ada Tom Kwame Lucía Zoë Søren Ngozi Ivan Mehmet Priya Chen Joe'.split(
    ' ',
  )
const LAST_NAMES =
  'Inskeep Patton Núñez Okafor Kowalski Smith Lee O’Brien Müller Rossi Haddad Tanaka Singh Moreau Novák Jr.'.split(
    ' ',
  )
const OTHER_NAMES = [
  '李雷',
  '田中さくら',
  'Мария Иванова',
  'محمد علي',
  'שרה לוי',
  'Γιώργος',
  '김민준',
  'สมชาย',
  'j. von hettlingen',
  '2cents',
  'StanCalif',
  'too_much_coffee',
  'A reader from the far north of the country who has too much to say for a short name',
]

/** Words by how often they are met: the first ones most. */
const WORDS =
  `the of to and a in is that it you for not they on we are with this have but as be was our all by one what who there
  can will their people would if so no at China or more about from when just like your out up has how an them do than then
  because should now only other into its even most those over some time know us think world why been country want make many
  war any these way where much after right government Korea money see go good need could well really did down us nothing
  never same still trade against being too before power both years every let back news very “no” always next take first
  themselves nuclear president point stop another say keep anything under long believe food leaders weapons everything old
  border simply history question embargo missile tariffs naïve café reserve currency diplomacy sanctions peninsula however
  threatening negotiations unbelievable responsibility`.split(/\s+/)

export function generateName(random: Random): string {
  const share = random()
  if (share < 0.12) return pick(random, OTHER_NAMES)
  const first = pick(random, FIRST_NAMES)
  return share < 0.5 ? first : `${first} ${pick(random, LAST_NAMES)}`
}

/** Paragraphs with a median of 250 characters, few of them long; in one of thirty cases nothing. */
export function generateBody(random: Random): string {
  if (random() < 1 / 30) return ''
  return generateText(random, Math.min(LONGEST, AIMED_LENGTH * Math.exp(0.85 * roughlyNormal(random))))
}

/** Whole sentences, at least `length` characters. */
export function generateText(random: Random, length: number): string {
  let text = generateSentence(random)
  while (text.length < length) {
    const gap = random()
    text += (gap < 0.15 ? '\n\n' : gap < 0.18 ? '\n' : ' ') + generateSentence(random)
  }
  return text
}

function generateSentence(random: Random): string {
  const words = [capitalised(generateWord(random))]
  const length = 2 + Math.floor(random() ** 1.5 * 22)
  while (words.length < length) words.push(generateWord(random))
  return words.join(' ') + pick(random, ['.', '.', '.', '.', '!', '?', ' ...'])
}

function generateWord(random: Random): string {
  return WORDS[Math.floor(random() ** 2 * WORDS.length)] ?? ''
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

/** Mean 0, deviation 1. */
function roughlyNormal(random: Random): number {
  return (random() + random() + random() + random() - 2) * Math.sqrt(3)
}
