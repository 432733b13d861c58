import { later } from '../lib/clock.ts'

/** What mail is about, as its reader chooses: what they follow, mentions of them, their ideas' statuses, official answers, threads they are to take care of, decisions about their posts. */
export const mailKinds = ['follows', 'mentions', 'statuses', 'officials', 'assignments', 'decisions'] as const
export type MailKind = (typeof mailKinds)[number]

/** What can be turned off. A decision about one's post is told by mail always. */
export const chosenKinds = ['follows', 'mentions', 'statuses', 'officials', 'assignments'] as const
export type ChosenKind = (typeof chosenKinds)[number]

export const cadences = ['soon', 'day', 'week', 'none'] as const
export type Cadence = (typeof cadences)[number]

/** What comes within these seconds after the first news is one mail. */
export const burstSeconds = 180
/** Tries of a mail are at most these seconds apart. */
export const longestPause = 6 * 3600
/** The hour of digests, in UTC, since a site has no time zone of its own: the morning in Europe. */
export const digestHour = 7

const monday = 1

/** When a mail is due that gathers news told at a moment. */
export function dueAt(cadence: Exclude<Cadence, 'none'>, told: Date): Date {
  if (cadence === 'soon') return later(told, burstSeconds)
  const due = new Date(told)
  due.setUTCHours(digestHour, 0, 0, 0)
  if (due <= told) due.setUTCDate(due.getUTCDate() + 1)
  if (cadence === 'week') due.setUTCDate(due.getUTCDate() + ((monday - due.getUTCDay() + 7) % 7))
  return due
}
