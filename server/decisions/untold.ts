import type { Trx } from '../lib/in_transaction.ts'
import type { Decision } from './decide.ts'
import { type Subject, untoldOf } from './queries.ts'

/**
 * Which decision people are to hear of, of those that nobody had heard of at a moment: the last, and none where it leads
 * back to what they know. What was to be told of the others is not: who corrects a step at once tells the right one alone.
 * `at` is when the last of them was made, or the one that was just taken back.
 */
export async function toTell(
  trx: Trx,
  siteId: string,
  subject: Subject,
  at: Date,
): Promise<Decision | undefined> {
  const chain = await untoldOf(trx, siteId, subject, at)
  const last = chain.at(-1)
  const others = chain.slice(0, -1).map((one) => one.id)
  if (others.length)
    await trx
      .deleteFrom('notifications')
      .where('site_id', '=', siteId)
      .where('decision_id', 'in', others)
      .execute()
  return last?.to_id && !leadsBack(sincePublic(chain)) ? last : undefined
}

/** Nobody hears of an item's steps from before it came out. */
function sincePublic(chain: Decision[]): Decision[] {
  const out = chain.findLastIndex((one) => one.kind === 'publication')
  return chain.slice(Math.max(out, 0))
}

/** Whether everything is as people know it. A note beside a status that stays is news all the same. */
function leadsBack(chain: Decision[]): boolean {
  const [first] = chain
  if (!first || first.kind === 'publication') return false
  const moved = first.kind === 'stage' || chain.some((one) => one.from_id !== one.to_id)
  return moved && first.from_id === chain.at(-1)!.to_id
}
