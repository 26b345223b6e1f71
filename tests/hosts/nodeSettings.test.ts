import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readSettings, settingsTable } from '../../src/hosts/node/settings.ts'
import { settingsOf } from '../support/nodeServer.ts'

const secret = 'a secret that is long enough for anybody'

test('without any variable the server is for this machine, and keeps all in a folder beside it', () => {
  expect(settingsOf({})).toEqual({
    port: 8787,
    host: '127.0.0.1',
    databaseUrl: null,
    dataFolder: './data',
    buildFolder: './dist/server',
    secrets: null,
    origins: [],
    openingOrigins: [],
    publicUrl: null,
    trustedHops: 0,
    article: null,
    writesPerMinute: 20,
    discussionWritesPerMinute: 300,
    readsPerMinute: 1200,
    limitsIn: null,
    moderationPerMinute: 300,
    wrongTokensPerMinute: 10,
    streamsPerClient: 100,
    streams: 5000,
    statementSeconds: 15,
    heldLinks: 3,
    heldWords: null,
    minimumSeconds: 2,
    checkUrl: null,
    checkFailure: 'publish',
    searchLanguages: [],
    metricsToken: null,
    moderators: [],
    logLevel: 'info',
  })
  expect(settingsOf({ PORT: '', SOUNDOFF_ORIGINS: ' ' })).toEqual(settingsOf({}))
})

test.each([
  [{ PORT: '0' }, { port: 0 }],
  [{ HOST: '::' }, { host: '::' }],
  [
    { SOUNDOFF_ORIGINS: 'https://a.example,  http://b.example:81' },
    { origins: ['https://a.example', 'http://b.example:81'] },
  ],
  [
    { SOUNDOFF_SECRET: `${secret.replaceAll(' ', '-')},${'b'.repeat(32)}` },
    { secrets: [secret.replaceAll(' ', '-'), 'b'.repeat(32)] },
  ],
  [
    { SOUNDOFF_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://u:p@h/d' },
    { databaseUrl: 'postgres://u:p@h/d' },
  ],
  [
    { SOUNDOFF_MODERATORS: `Mo:${'a'.repeat(32)} Zoë:${'B_-9'.repeat(8)},Mo:${'c'.repeat(512)}` },
    {
      moderators: [
        { name: 'Mo', token: 'a'.repeat(32) },
        { name: 'Zoë', token: 'B_-9'.repeat(8) },
        { name: 'Mo', token: 'c'.repeat(512) },
      ],
    },
  ],
  [{ SOUNDOFF_SEARCH_LANGUAGES: 'english,german' }, { searchLanguages: ['english', 'german'] }],
  [{ SOUNDOFF_PUBLIC_URL: 'https://comments.example' }, { publicUrl: 'https://comments.example' }],
  [
    { LOG_LEVEL: 'silent', SOUNDOFF_TRUSTED_HOPS: '2' },
    { logLevel: 'silent', trustedHops: 2 },
  ],
])('%o is read', (environment, expected) => {
  expect(settingsOf(environment as Record<string, string>)).toMatchObject(expected)
})

test.each([
  ['PORT', '70000', /^PORT is "70000"; it may be a whole number from 0 to 65,535\.$/],
  ['PORT', '80a', /^PORT is "80a"/],
  ['HOST', 'a b', /^HOST is "a b"/],
  [
    'SOUNDOFF_ORIGINS',
    'https://a.example,https://b.example/',
    /^SOUNDOFF_ORIGINS is ".*"; it may be a list, .* each an origin such as/,
  ],
  ['SOUNDOFF_ORIGINS', '*', /^SOUNDOFF_ORIGINS/],
  ['SOUNDOFF_ORIGINS', 'null', /^SOUNDOFF_ORIGINS/],
  ['SOUNDOFF_OPENING_ORIGINS', 'HTTPS://A.example', /^SOUNDOFF_OPENING_ORIGINS/],
  ['SOUNDOFF_PUBLIC_URL', 'https://a.example/comments', /^SOUNDOFF_PUBLIC_URL/],
  ['SOUNDOFF_TRUSTED_HOPS', '-1', /^SOUNDOFF_TRUSTED_HOPS is "-1"/],
  ['SOUNDOFF_ARTICLE', '../secret', /^SOUNDOFF_ARTICLE/],
  ['SOUNDOFF_WRITES_PER_MINUTE', '1.5', /^SOUNDOFF_WRITES_PER_MINUTE is "1\.5"/],
  ['SOUNDOFF_LIMITS_IN', 'redis', /^SOUNDOFF_LIMITS_IN is "redis"; it may be one of memory, database\.$/],
  ['SOUNDOFF_STATEMENT_SECONDS', '0', /^SOUNDOFF_STATEMENT_SECONDS is "0"; it may be .* from 1 to 3,600\.$/],
  [
    'SOUNDOFF_MINIMUM_SECONDS',
    '0.5',
    /^SOUNDOFF_MINIMUM_SECONDS is "0\.5"; it may be a whole number from 0 to 3,600\.$/,
  ],
  ['SOUNDOFF_HELD_LINKS', 'many', /^SOUNDOFF_HELD_LINKS is "many"/],
  [
    'SOUNDOFF_CHECK_FAILURE',
    'refuse',
    /^SOUNDOFF_CHECK_FAILURE is "refuse"; it may be one of publish, hold\.$/,
  ],
  // It may have a key in it.
  ['SOUNDOFF_CHECK_URL', 'check.example?key=hunter2', /^SOUNDOFF_CHECK_URL is something else(?!.*hunter2)/],
  [
    'SOUNDOFF_CHECK_URL',
    'https://ann:hunter2@check.example/',
    /^SOUNDOFF_CHECK_URL is something else(?!.*hunter2)/,
  ],
  [
    'SOUNDOFF_SEARCH_LANGUAGES',
    "english';drop",
    /^SOUNDOFF_SEARCH_LANGUAGES is ".*"; it may be a list, parted by commas, each the name of/,
  ],
  ['SOUNDOFF_SEARCH_LANGUAGES', 'english,german,french,dutch', /it may be a list of at most 3\.$/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud"; it may be one of trace, .*silent\.$/],
  // What it was is nobody's to read.
  [
    'SOUNDOFF_SECRET',
    'hunter2',
    /^SOUNDOFF_SECRET is something else; it may be (?!.*hunter2).*32 characters or more\.$/,
  ],
  ['SOUNDOFF_SECRET', `${'a'.repeat(32)},${'b'.repeat(32)},${'c'.repeat(32)}`, /at most 2\.$/],
  ['SOUNDOFF_METRICS_TOKEN', 'short', /^SOUNDOFF_METRICS_TOKEN is something else(?!.*short)/],
  ...[
    'hunter2',
    'Mo:hunter2',
    `Mo:hunter2!${'a'.repeat(32)}`,
    `:hunter2${'a'.repeat(32)}`,
    `${'M'.repeat(41)}:hunter2${'a'.repeat(32)}`,
    `Mo:hunter2${'a'.repeat(32)},Zoë:hunter2${'a'.repeat(32)}`,
  ].map((text): [string, string, RegExp] => [
    'SOUNDOFF_MODERATORS',
    text,
    /^SOUNDOFF_MODERATORS is something else; it may be a list(?!.*hunter2).*tokens? /,
  ]),
  ...[
    'mysql://u:hunter2@h/d',
    'postgres://u:1#hunter2@h/d',
    'postgres://u:1/hunter2@h/d',
    'postgres://u:1?hunter2@h/d',
    'postgres://u:hunter2%@h/d',
    'postgres://u:hunter2@ho%st/d',
  ].map((text): [string, string, RegExp] => [
    'DATABASE_URL',
    text,
    /^DATABASE_URL is something else; it may be an address such as postgres:(?!.*hunter2)/,
  ]),
])('%s as %j is refused by name, with what it may be', (name, text, message) => {
  const started = readSettings({ SOUNDOFF_SECRET: 's'.repeat(32), [name]: text }, [])
  expect(started).toEqual({ kind: 'errors', errors: [expect.stringMatching(message)] })
})

test('all that is wrong is told at once', () => {
  const started = readSettings({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'postgres://h/d' }, ['--fast'])
  expect(started).toEqual({
    kind: 'errors',
    errors: [
      '"--fast" is no option; --help lists the settings.',
      expect.stringMatching(/^PORT/),
      expect.stringMatching(/^LOG_LEVEL/),
      expect.stringMatching(/^SOUNDOFF_SECRET is not set/),
    ],
  })
})

test('variables that look like settings and are none are told, and nothing else is', () => {
  const started = readSettings({ SOUNDOFF_ORIGIN: 'https://a.example', PATH: '/bin' }, [])
  expect(started).toMatchObject({
    kind: 'settings',
    warnings: ['SOUNDOFF_ORIGIN is no setting of the server; --help lists them.'],
  })
})

test('the help and the README tell of every setting, and what it is where nothing is said', async () => {
  const started = readSettings({ PORT: 'wrong' }, ['--help'])
  const help = started.kind === 'help' ? started.text : ''
  const readme = await readFile('README.md', 'utf8')
  const rows = readme.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`)? *\| \S.*\|$/gm)
  const settings = Object.values(settingsTable)
  expect(Array.from(rows, ([, name, initial]) => [name, initial ?? ''])).toEqual(
    settings.map(({ name, initial }) => [name, initial ?? '']),
  )
  for (const { name, initial, explains } of settings) {
    expect(help).toContain(`  ${name}${initial ? ` (${initial})` : ''}\n      ${explains}\n`)
  }
})
