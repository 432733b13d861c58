export const outbox = {
  words:
    'Mails that tell members what is new: at once, by day or by week, as each of them chose. What is in a mail is looked up when it is sent.',
  adminsOnly: 'Only admins and owners see the mails.',
  headings: { failed: 'Not sent', waiting: 'Waiting' },
  empty: {
    failed: ['No mail has failed', 'Mails that the mail server refuses are listed here, with what it said.'],
    waiting: ['No mail is waiting', 'As soon as there is something to tell, it waits here for its moment.'],
  } as Record<'failed' | 'waiting', [string, string]>,
  cadences: { soon: 'At once', day: 'Daily', week: 'Weekly' },
  noAddress: 'no address',
  tried: (times: number) => (times === 1 ? 'tried once' : `tried ${times} times`),
  due: (when: string, times: number) =>
    times === 0
      ? `to be sent on ${when}`
      : `tried ${times === 1 ? 'once' : `${times} times`}, to be tried again on ${when}`,
  reason: (said: string) => `The mail server: ${said}`,
  silent: (code: string) => `The mail server does not answer (${code}).`,
  closed: (said: string) => `The mail server takes no mail of ours, whomever it is for: ${said}`,
  tooLate: 'It came too late to be of use.',
  fault: (kind: string) => `A fault of this server: ${kind}`,
  refresh: 'Refresh',
  retry: 'Retry',
  retryAll: 'Try all again',
  retriedAll: 'All of it is being tried again; mails are sent within minutes.',
  retryOne: (name: string) => `Retry the mail to ${name}`,
  retried: (name: string) => `The mail to ${name} is sent within a minute.`,
  work: 'Other work that failed',
  workHint:
    'Codes, invitations, the telling of followers and the erasing of members. It is tried again by itself for about half an hour.',
  noWork: ['Nothing failed', 'Were a code or an invitation not to arrive, you would read here why.'] as [
    string,
    string,
  ],
  abouts: {
    code: 'Sign-in code',
    invitation: 'Invitation to the team',
    provider: 'New way to sign in',
    followers: 'Telling followers',
    erasure: 'Erasing a member',
  },
  again: (tried: string, when: string) => `${tried}, the last time on ${when}; will be tried again`,
  givenUp: (tried: string, when: string) => `${tried}, the last time on ${when}; given up`,
  retryWork: (what: string, to: string | null) => `Retry: ${what}${to ? ` to ${to}` : ''}`,
  retriedWork: 'It is being tried again.',
}
