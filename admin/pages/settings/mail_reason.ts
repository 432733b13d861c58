import type { outbox as Words } from '../../translations/en/outbox.ts'

/** What is said in place of an answer where the mail server gave none. */
const silent = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ENOTFOUND',
  'ESOCKET',
  'ETIMEDOUT',
])

/** Why something was not done, in words: of the mail server's, where it was to be a mail. */
export function reasonOf(words: typeof Words, reason: string, mail = true): string {
  if (reason === 'too late') return words.tooLate
  if (!mail) return words.fault(reason)
  return silent.has(reason) ? words.silent(reason) : words.reason(reason)
}
