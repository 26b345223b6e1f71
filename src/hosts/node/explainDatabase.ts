import { MigrationError } from '../../backend/sql/migrate.ts'
import { StorageError } from '../../backend/sql/storageError.ts'
import { errorCode } from '../transcriptFile.ts'

/**
 * Why the PostgreSQL that `DATABASE_URL` names is of no use, as a sentence for who runs the server, without the password; `null` of what
 * is no error of it.
 */
export function explainDatabase(error: unknown, databaseUrl: string): string | null {
  const place = `DATABASE_URL names a PostgreSQL at ${hostOf(databaseUrl)}`
  if (error instanceof MigrationError) return `${place}. ${error.message}`
  return error instanceof StorageError ? `${place} ${explain(error.cause)}` : null
}

/** Where it is, in the way of `pg`; never what stands before it. */
function hostOf(databaseUrl: string): string {
  const { hostname, port, searchParams } = new URL(databaseUrl)
  const host = searchParams.get('host') || decodeURIComponent(hostname) || 'localhost'
  return `${host}:${searchParams.get('port') || port || '5432'}`
}

/** What is wrong with it, and what to do, after "a PostgreSQL at …". By codes of PostgreSQL (its appendix A), the system and Node. */
function explain(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const code = errorCode(error)
  switch (code) {
    case '28P01':
      return 'that refuses the user or the password. Correct them; special characters are written as %23 for "#".'
    case '28000':
      return message.includes('no encryption')
        ? `that does not let the user in without TLS (${message}). Add "?sslmode=verify-full".`
        : `that does not let the user in from here (${message}). Allow it there, or name another user.`
    case '3D000':
      return `that does not have the database (${message}). Make it, or name another one.`
    case '42501':
    case '3F000':
      return (
        `where the user may not keep anything (${message}). Grant it "create" on the schema of its search path, ` +
        'or make one for it by "create schema authorization USER".'
      )
    case '25006':
      return 'that takes no changes, as a standby does. Name the one that does.'
    case '53300':
      return `that has no connection left (${message}). End others, or allow more.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'whose host is not known here. Correct its name.'
    case 'ENOENT':
    case 'EACCES':
      return isOfFile(error)
        ? `with a file that cannot be read (${message}). Correct its path.`
        : `where nothing listens (${message}). Start it, or correct the host and the port.`
    case 'ECONNREFUSED':
      return 'where nothing listens. Start it, or correct the host and the port.'
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'CERT_HAS_EXPIRED':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return `whose certificate is not trusted (${message}). Name who signed it by "?sslmode=verify-full&sslrootcert=FILE".`
    default:
      return explainMessage(message)
  }
}

/** `pg` has no codes for what it finds itself. */
function explainMessage(message: string): string {
  if (/does not support SSL/.test(message)) {
    return 'that speaks no TLS, which "sslmode" asks for. Have it speak TLS, or leave "sslmode" out where nobody listens on the way.'
  }
  if (/password must be/.test(message))
    return 'that asks for a password. Name it: postgres://user:password@host.'
  if (/timeout|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/.test(message)) {
    return 'that did not answer in time. Correct the host and the port, or let this machine through to it.'
  }
  if (/terminated unexpectedly/.test(message)) {
    return 'where what answers is no PostgreSQL, or something on the way ends the connection. Correct the host and the port.'
  }
  return `that cannot be used: ${message}`
}

function isOfFile(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'open'
}
