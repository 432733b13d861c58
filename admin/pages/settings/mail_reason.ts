import type { outbox as Words } from '../../translations/en/outbox.ts'

/** Why something was not done, in words: of the mail server's, where it was to be a mail. */
export function reasonOf(
  words: typeof Words,
  { reason, silent }: { reason: string; silent: boolean },
  mail = true,
): string {
  if (reason === 'too late') return words.tooLate
  if (!mail) return words.fault(reason)
  return silent ? words.silent(reason) : words.reason(reason)
}
