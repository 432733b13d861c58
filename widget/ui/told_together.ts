import type { NotificationJson } from '../../server/notifications/json.ts'
import type { Locale } from '../../server/words.ts'

// Replies in one thread are told as one thing, as many as they are, to members and to the team.

/** What stands before, between and after the name of who replied last and the thread's title. */
type Sentence = [before: string, between: string, after: string]

/** Of one person who replied several times, or of several people, of whom `others` are not named. */
export const togetherWords: Record<Locale, (times: number, others: number) => Sentence> = {
  en: (times, others) => [
    '',
    others
      ? ` and ${others} ${others === 1 ? 'other' : 'others'} replied in `
      : ` replied ${times} times in `,
    '.',
  ],
  fr: (times, others) => [
    '',
    others
      ? ` et ${others} ${others === 1 ? 'autre personne' : 'autres personnes'} ont répondu dans `
      : ` a répondu ${times} fois dans `,
    '.',
  ],
  de: (times, others) => [
    '',
    others
      ? ` und ${others === 1 ? 'eine weitere Person' : `${others} weitere`} haben in `
      : ` hat ${times}-mal in `,
    ' geantwortet.',
  ],
}

const alike = (one: NotificationJson, other: NotificationJson): boolean =>
  one.kind === 'reply' &&
  other.kind === 'reply' &&
  !!one.thread &&
  one.thread.number === other.thread?.number &&
  one.read === other.read

/**
 * News that was loaded, the latest first, in groups: all replies of a thread that are still to be read, and those that were read where
 * one was told right after the other. In a group the latest reply is the first, in whichever order they were told: ids
 * of posts are in the order of time (RFC 9562, version 7).
 */
export const together = (news: NotificationJson[]): NotificationJson[][] => {
  const groups: NotificationJson[][] = []
  for (const one of news) {
    const group = groups.findLast(
      ([first], at) => alike(first!, one) && (!one.read || at === groups.length - 1),
    )
    if (group) group.push(one)
    else groups.push([one])
  }
  for (const group of groups) group.sort((one, other) => ((one.post ?? '') < (other.post ?? '') ? 1 : -1))
  return groups
}

/** How many took part besides the one who did so last. Of whoever is erased nobody knows whether they are one. */
export const othersOf = (group: NotificationJson[]): number =>
  new Set(group.map(({ actor, id }) => actor?.id ?? id)).size - 1

/** The place in the list of the group that has it. */
export const rowOf = (groups: NotificationJson[][], one: NotificationJson | undefined): number =>
  groups.findIndex((group) => group.includes(one!))

/** What is read by following a group: as many as are marked at once, the first of them. */
export const readBy = (group: NotificationJson[]): string[] => group.slice(-500).map(({ id }) => id)

/** Where to read on: at the first of them. */
export const readFrom = (group: NotificationJson[]): NotificationJson => group.at(-1)!
