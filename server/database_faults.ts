import { oldestPostgres, PostgresTooOld } from '../db/oldest.ts'
import type { Config } from './config.ts'

// The faults of a database that whoever set it up can mend, in words for them, at a start as for every command. What
// a variable holds is not repeated: it may hold a password.

type Fault = NodeJS.ErrnoException & { path?: string }

/** What is wrong with the database that the configuration names, by its variable; undefined where it is another fault. */
export function aboutDatabase(error: unknown, config: Config): string | undefined {
  if (error instanceof PostgresTooOld)
    return `DATABASE_URL: that PostgreSQL is of version ${error.version}; name one of version ${oldestPostgres} or later.`
  const fault = error as Fault
  if (config.databaseUrl) return aboutServer(fault)
  return aboutFolder(fault, config.dataDir)
}

function aboutServer({ code = '', message = '' }: Fault): string | undefined {
  const words =
    serverFaults.get(code) ??
    aboutEncryption(code, message) ??
    aboutExtension(code, message) ??
    (/^Connection terminated/.test(message) ? brokeOff : undefined)
  return words && `DATABASE_URL: ${words}${code ? ` (${code})` : ''}.`
}

// What pg says without a code, and what OpenSSL says of a certificate (X509_V_ERR_…).
function aboutEncryption(code: string, message: string): string | undefined {
  if (message === 'The server does not support SSL connections') return 'that PostgreSQL has no TLS'
  return /^(CERT_|ERR_TLS_CERT_|ERR_SSL_|(DEPTH_ZERO_)?SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)_)/.test(code)
    ? 'the certificate of that PostgreSQL is not trusted'
    : undefined
}

// feature_not_supported, or undefined_file before PostgreSQL 16.
function aboutExtension(code: string, message: string): string | undefined {
  return /^(0A000|58P01)$/.test(code) && /extension/.test(message)
    ? 'that PostgreSQL lacks one of the extensions unaccent, pg_trgm and btree_gin'
    : undefined
}

function aboutFolder({ code = '', path, syscall }: Fault, dataDir: string): string | undefined {
  if (path !== undefined && !path.startsWith(dataDir)) return undefined
  // A file that is missing in a folder that is there is no fault of the variable.
  if (code === 'ENOENT' && syscall !== 'mkdir') return undefined
  const words = folderFaults.get(code)
  return words && `DATA_DIR: ${words} ${dataDir} (${code}).`
}

const brokeOff = 'what answers there broke off, and may be no PostgreSQL'

const serverFaults = new Map([
  ['ECONNREFUSED', 'no PostgreSQL answers there'],
  ['ECONNRESET', brokeOff],
  ['ENOTFOUND', 'there is no such host'],
  ['EAI_AGAIN', 'there is no such host'],
  ['ETIMEDOUT', 'the host does not answer'],
  ['EHOSTUNREACH', 'the host cannot be reached'],
  ['ENETUNREACH', 'the host cannot be reached'],
  ['28P01', 'the password was refused'],
  ['28000', 'the user was refused'],
  ['3D000', 'there is no such database; make it first'],
  ['42501', 'this user may not make what Parvis needs there; let it own the database'],
  ['53300', 'that PostgreSQL takes no more connections'],
  ['57P03', 'that PostgreSQL is just starting or stopping; try again'],
  ['25006', 'that PostgreSQL takes no writes; name the primary and not a replica'],
])

const folderFaults = new Map([
  ['EACCES', 'this user may not write to'],
  ['EPERM', 'this user may not write to'],
  ['EROFS', 'nothing can be written to'],
  ['ENOTDIR', 'expected a folder and not a file:'],
  ['EEXIST', 'expected a folder and not a file:'],
  ['ENOENT', 'no folder can be made there:'],
  ['ENOSPC', 'there is no room left for'],
])
