import { readFileSync } from 'node:fs'
import type { Db } from '../../db/connect.ts'
import { Problem } from '../errors.ts'
import type { Holder } from './holder.ts'
import { ownNames } from './queries.ts'

// The 10,000 commonest passwords that are long enough to be chosen here, in lower case, the commonest first: what
// zxcvbn-ts counted in leaked collections (MIT; see common_passwords.license.md).
const list = new URL('./common_passwords.txt', import.meta.url)
let common: ReadonlySet<string> | undefined

/** Refuses a password that is tried first: one of the commonest, or the person's or the site's own name or address. */
export async function refuseWeak(
  db: Db,
  holder: Pick<Holder, 'siteId' | 'memberId' | 'accountId'>,
  password: string,
): Promise<void> {
  common ??= new Set(readFileSync(list, 'utf8').split('\n'))
  if (common.has(password.toLowerCase())) throw weak('is among the commonest')
  const names = await ownNames(db, holder)
  if (isOneOf(password, names)) throw weak('is a name or an address of yours')
}

function weak(message: string): Problem {
  return new Problem('weak_password', undefined, { errors: [{ path: 'password', message }] })
}

/** Whether a password is one of some names, whatever its case, accents and marks and with or without digits after it. */
function isOneOf(password: string, names: string[]): boolean {
  const said = bare(password)
  return names.map(bare).some((name) => name !== '' && name === said)
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/\p{N}+$/u, '')
}
