import { oneOf, wholeNumber } from './readSetting.ts'
import { optional, row } from './settingRow.ts'

const upToMillion = wholeNumber(0, 1_000_000)

/** Of `settingsTable`: what clients may do, and how long what they ask for may take. */
export const limitSettings = {
  limitsIn: optional(
    row(
      'SOUNDOFF_LIMITS_IN',
      null,
      'where what clients do is counted: memory or database; database with DATABASE_URL, memory without',
      oneOf('memory', 'database'),
    ),
  ),
  writesPerMinute: row(
    'SOUNDOFF_WRITES_PER_MINUTE',
    '20',
    'posts, edits, deletions, reports and openings of one client; 0 is no limit, here and in the next ones',
    upToMillion,
  ),
  discussionWritesPerMinute: row(
    'SOUNDOFF_DISCUSSION_WRITES_PER_MINUTE',
    '300',
    'the same, of all clients together in one discussion',
    upToMillion,
  ),
  readsPerMinute: row(
    'SOUNDOFF_READS_PER_MINUTE',
    '1200',
    'what one client reads and searches for',
    upToMillion,
  ),
  moderationPerMinute: row(
    'SOUNDOFF_MODERATION_PER_MINUTE',
    '300',
    'what one moderator looks at and does',
    upToMillion,
  ),
  wrongTokensPerMinute: row(
    'SOUNDOFF_WRONG_TOKENS_PER_MINUTE',
    '10',
    'how often one client may show what is no token of a moderator, before it is not asked for one any more',
    upToMillion,
  ),
  streamsPerClient: row(
    'SOUNDOFF_STREAMS_PER_CLIENT',
    '100',
    'event streams of one client at once, in one process; whoever gets none asks now and then',
    upToMillion,
  ),
  streams: row('SOUNDOFF_STREAMS', '5000', 'the same, of all clients together', upToMillion),
  statementSeconds: row(
    'SOUNDOFF_STATEMENT_SECONDS',
    '15',
    'after how long PostgreSQL gives up one statement',
    wholeNumber(1, 3_600),
  ),
}
