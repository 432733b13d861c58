import type { outbox as Words } from '../../translations/en/outbox.ts'

/** Why something was not done, in words: of the mail server's, where it was to be a mail. */
export function reasonOf(
  words: typeof Words,
  { reason, silent, closed }: { reason: string; silent: boolean; closed: boolean },
  mail = true,
): string {
  if (reason === 'too late') return words.tooLate
  if (!mail) return words.fault(reason)
  if (silent) return words.silent(reason)
  return closed ? words.closed(reason) : words.reason(reason)
}
