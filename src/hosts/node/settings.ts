import { ADDRESS_LIMIT } from '../../backend/holdingRules.ts'
import { limitSettings } from './limitSettings.ts'
import { readModerators } from './readModerators.ts'
import {
  articleId,
  listOf,
  oneOf,
  origin,
  pattern,
  postgres,
  webAddress,
  wholeNumber,
} from './readSetting.ts'
import { optional, row, type SettingRow } from './settingRow.ts'

/** What the server goes by. */
export type Settings = { [Key in keyof Table]: Value<Table[Key]> }

type Table = typeof settingsTable
type Value<Row> = Row extends SettingRow<infer Read> ? Read : never

export type Started =
  | { kind: 'settings'; settings: Settings; warnings: readonly string[] }
  | { kind: 'help'; text: string }
  | { kind: 'errors'; errors: readonly string[] }

/** Characters of a secret: 32 random bytes have 43 in base 64, and somebody's own sentence should not have many fewer. */
const SECRET_LENGTH = 32

export const settingsTable = {
  port: row('PORT', '8787', 'the port; 0 takes any that is free', wholeNumber(0, 65_535)),
  host: row(
    'HOST',
    '127.0.0.1',
    'the address of this machine that is listened at; 0.0.0.0 is all of them',
    pattern(/^[\w.:-]+$/, 'a name or an address such as 127.0.0.1 or ::'),
  ),
  databaseUrl: optional(
    row(
      'DATABASE_URL',
      null,
      'the PostgreSQL to keep everything in; PGlite in SOUNDOFF_DATA without',
      postgres,
    ),
    { isSecret: true },
  ),
  dataFolder: row(
    'SOUNDOFF_DATA',
    './data',
    'the folder of PGlite and of the secret that is made where none is given',
    pattern(/^[^\0]+$/, 'a path'),
  ),
  buildFolder: row(
    'SOUNDOFF_BUILD',
    './dist/server',
    'the folder of what was built',
    pattern(/^[^\0]+$/, 'a path'),
  ),
  secrets: optional(
    row(
      'SOUNDOFF_SECRET',
      null,
      'what rights to edit are signed with; of two, parted by a comma, the first signs and both are good; needed with DATABASE_URL',
      listOf(
        pattern(new RegExp(`^.{${SECRET_LENGTH},}$`, 's'), `a text of ${SECRET_LENGTH} characters or more`),
        2,
      ),
    ),
    { isSecret: true },
  ),
  origins: row(
    'SOUNDOFF_ORIGINS',
    '',
    'the origins whose pages may read and post, parted by commas',
    listOf(origin),
  ),
  openingOrigins: row(
    'SOUNDOFF_OPENING_ORIGINS',
    '',
    'the origins for whose pages discussions may be opened, beside the server itself',
    listOf(origin),
  ),
  publicUrl: optional(
    row(
      'SOUNDOFF_PUBLIC_URL',
      null,
      'the origin that readers have of this server, where a proxy is in front',
      origin,
    ),
  ),
  trustedHops: row(
    'SOUNDOFF_TRUSTED_HOPS',
    '0',
    'how many proxies in front add to X-Forwarded-For, which is believed so far from its end',
    wholeNumber(0, 20),
  ),
  article: optional(row('SOUNDOFF_ARTICLE', null, 'the article at /, in place of the newest one', articleId)),
  ...limitSettings,
  heldLinks: row(
    'SOUNDOFF_HELD_LINKS',
    String(ADDRESS_LIMIT),
    'how many web addresses a text may have; one of more is held',
    wholeNumber(0, 10_000),
  ),
  heldWords: optional(
    row(
      'SOUNDOFF_HELD_WORDS',
      null,
      'a file of words and phrases, one a line; a text or name with one of them is held',
      pattern(/^[^\0]+$/, 'a path'),
    ),
  ),
  minimumSeconds: row(
    'SOUNDOFF_MINIMUM_SECONDS',
    '2',
    'seconds that a writer has had the page before sending; what comes sooner, or as a program fills it in, is held; 0 is off',
    wholeNumber(0, 3_600),
  ),
  checkUrl: optional(
    row('SOUNDOFF_CHECK_URL', null, 'an address that is asked whether a text is to be held', webAddress),
    { isSecret: true },
  ),
  checkFailure: row(
    'SOUNDOFF_CHECK_FAILURE',
    'publish',
    'what becomes of a text where that address does not answer within two seconds: publish or hold',
    oneOf('publish', 'hold'),
  ),
  searchLanguages: row(
    'SOUNDOFF_SEARCH_LANGUAGES',
    '',
    'the languages in which a search finds words in their other forms, parted by commas, at most 3, such as english,german',
    listOf(
      pattern(/^[a-z]\w{0,62}$/, 'the name of a text search configuration of PostgreSQL, such as english'),
      3,
    ),
  ),
  metricsToken: optional(
    row(
      'SOUNDOFF_METRICS_TOKEN',
      null,
      'the bearer token that opens /metrics, which is not there without',
      pattern(/^[\w.~+/-]{16,512}=*$/, 'a text of 16 letters and digits or more'),
    ),
    { isSecret: true },
  ),
  moderators: row(
    'SOUNDOFF_MODERATORS',
    '',
    'who moderates, at /moderate, each as NAME:TOKEN, parted by commas; nobody without',
    readModerators,
    { isSecret: true },
  ),
  logLevel: row(
    'LOG_LEVEL',
    'info',
    'what is written to the log: this and what is worse',
    oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
  ),
}

/**
 * Reads all settings at once, so that all that is wrong is told at once: each error names its variable, what it was, and what it
 * may be.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  parameters: readonly string[],
): Started {
  if (parameters.some((each) => each === '--help' || each === '-h')) return { kind: 'help', text: help() }
  const errors = parameters.map((each) => `"${each}" is no option; --help lists the settings.`)
  function read<Read>({ name, initial, isSecret, read: readText }: SettingRow<Read>, none: Read): Read {
    const text = environment[name]?.trim() || initial
    if (text === null || text === '') return none
    const reading = readText(text)
    if ('value' in reading) return reading.value
    errors.push(`${name} is ${isSecret ? 'something else' : `"${text}"`}; it may be ${reading.mayBe}.`)
    return none
  }
  const table = settingsTable
  const settings: Settings = {
    port: read(table.port, 0),
    host: read(table.host, ''),
    databaseUrl: read(table.databaseUrl, null),
    dataFolder: read(table.dataFolder, ''),
    buildFolder: read(table.buildFolder, ''),
    secrets: read(table.secrets, null),
    origins: read(table.origins, []),
    openingOrigins: read(table.openingOrigins, []),
    publicUrl: read(table.publicUrl, null),
    trustedHops: read(table.trustedHops, 0),
    article: read(table.article, null),
    limitsIn: read(table.limitsIn, null),
    writesPerMinute: read(table.writesPerMinute, 0),
    discussionWritesPerMinute: read(table.discussionWritesPerMinute, 0),
    readsPerMinute: read(table.readsPerMinute, 0),
    moderationPerMinute: read(table.moderationPerMinute, 0),
    wrongTokensPerMinute: read(table.wrongTokensPerMinute, 0),
    streamsPerClient: read(table.streamsPerClient, 0),
    streams: read(table.streams, 0),
    statementSeconds: read(table.statementSeconds, 1),
    heldLinks: read(table.heldLinks, 0),
    heldWords: read(table.heldWords, null),
    minimumSeconds: read(table.minimumSeconds, 0),
    checkUrl: read(table.checkUrl, null),
    checkFailure: read(table.checkFailure, 'publish'),
    searchLanguages: read(table.searchLanguages, []),
    metricsToken: read(table.metricsToken, null),
    moderators: read(table.moderators, []),
    logLevel: read(table.logLevel, 'info'),
  }
  if (settings.databaseUrl !== null && !environment['SOUNDOFF_SECRET']?.trim()) {
    errors.push(
      `SOUNDOFF_SECRET is not set; with DATABASE_URL it must be, as a text of ${SECRET_LENGTH} characters or more.`,
    )
  }
  return errors.length > 0
    ? { kind: 'errors', errors }
    : { kind: 'settings', settings, warnings: strangers(environment) }
}

/** Variables that look like settings and are none: most likely misspelt. */
function strangers(environment: Readonly<Record<string, string | undefined>>): string[] {
  const names = new Set<string>(Object.values(settingsTable).map(({ name }) => name))
  return Object.keys(environment)
    .filter((name) => name.startsWith('SOUNDOFF_') && !names.has(name))
    .toSorted()
    .map((name) => `${name} is no setting of the server; --help lists them.`)
}

function help(): string {
  const rows = Object.values(settingsTable).map(
    ({ name, initial, explains }) => `  ${name}${initial ? ` (${initial})` : ''}\n      ${explains}\n`,
  )
  return [
    'Starts the server of Soundoff: the page, what is embedded, and the backend of both.',
    'All settings are environment variables; what they are without is in brackets.\n',
    ...rows,
  ].join('\n')
}
