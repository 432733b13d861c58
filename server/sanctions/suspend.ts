import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { versionInForce } from '../moderation/rulings.ts'
import { tell, tellAt } from '../notifications/tell.ts'

export interface SuspensionDraft {
  rule: number
  reason: string
  until?: Date | null | undefined
  by: string
}

const longestInSeconds = 10 * 366 * 86_400

/**
 * Suspends a member by a rule, with a reason: from the next request on, in every process, they read and write nothing
 * that others see. They are told a little later. Refused where a suspension of theirs is in force. Returns its id and
 * when its member is told.
 */
export async function suspend(
  world: World,
  siteId: string,
  memberId: string,
  draft: SuspensionDraft,
): Promise<{ id: string; tellAt: Date }> {
  const now = world.clock.now()
  const until = draft.until ?? null
  if (until && (until <= later(now, 60) || until > later(now, longestInSeconds))) throw wrongEnd()
  const made = { id: newId(), tellAt: tellAt(now) }
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await holdMember(trx, siteId, memberId)
      const version = await versionInForce(trx, siteId, draft.rule)
      await closeRunOut(trx, siteId, memberId, now)
      const inserted = await trx
        .insertInto('sanctions')
        .values({
          site_id: siteId,
          id: made.id,
          member_id: memberId,
          kind: 'suspension',
          rule_number: draft.rule,
          rule_version: version,
          reason: draft.reason,
          until,
          imposed_by: draft.by,
          created_at: now,
          tell_at: made.tellAt,
        })
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'member_id', 'kind']).where('lifted_at', 'is', null).doNothing(),
        )
        .returning('id')
        .executeTakeFirst()
      if (!inserted) throw new Problem('conflict', 'This member is suspended already.')
      const news = { kind: 'suspension' as const, key: `suspension:${made.id}`, sanctionId: made.id }
      await tell(trx, siteId, [memberId], news, made.tellAt)
      const { rule, reason } = draft
      await audit(trx, siteId, draft.by, 'members.suspend', 'member', memberId, { rule, reason, until })
    },
    'structure',
  )
  return made
}

function wrongEnd(): Problem {
  return new Problem('invalid_input', undefined, {
    errors: [{ path: 'until', message: 'must be at least a minute and at most ten years from now' }],
  })
}

/** Holds a member still, so that nobody is suspended while they become one of the team, or are erased. */
export async function holdMember(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const held = await trx
    .selectFrom('members')
    .select('role')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Problem('not_found')
  if (held.role !== 'member' && held.role !== 'guest') throw new Problem('forbidden')
}

// What ran out by time has nobody who lifted it, and makes room for the next.
async function closeRunOut(trx: Trx, siteId: string, memberId: string, now: Date): Promise<void> {
  await trx
    .updateTable('sanctions')
    .set((row) => ({ lifted_at: row.ref('until') }))
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .where('kind', '=', 'suspension')
    .where('lifted_at', 'is', null)
    .where('until', '<=', now)
    .execute()
}
