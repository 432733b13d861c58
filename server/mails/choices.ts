import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { World } from '../context.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { holdMember } from '../members/hold.ts'
import type { Site } from '../sites/queries.ts'
import { type ChosenKind, chosenKinds, dueAt } from './cadence.ts'
import type { MailChoicesEdit } from './input.ts'
import type { MailChoicesJson } from './json.ts'
import { moveUnsent } from './move_unsent.ts'

const choices = `
select case when m.role = 'guest' then null else coalesce(m.email, ac.email) end as email,
  coalesce(c.follows, 'soon') as follows, coalesce(c.mentions, 'soon') as mentions,
  coalesce(c.statuses, 'soon') as statuses, coalesce(c.officials, 'soon') as officials,
  case when m.role in ('owner', 'admin', 'moderator', 'product') then coalesce(c.assignments, 'soon') end as assignments
from members m
left join accounts ac on ac.id = m.account_id
left join telling_choices c on c.site_id = m.site_id and c.member_id = m.id
where m.site_id = $1 and m.id = $2 and m.erased_at is null`

/** What a member chose, or what is usual. */
export async function readMailChoices(
  db: Db,
  siteId: string,
  memberId: string,
): Promise<MailChoicesJson | undefined> {
  return (await hot<MailChoicesJson>(db, choices, [siteId, memberId]))[0]
}

/** Chooses how often some kinds are mailed. What waits goes with the choice: to its mail, or to none. */
export async function chooseMail(
  world: World,
  site: Site,
  memberId: string,
  edit: MailChoicesEdit,
): Promise<void> {
  const changed = chosenKinds.filter((kind) => edit[kind] !== undefined)
  if (!changed.length) return
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      await holdMember(trx, site.id, memberId)
      const key = { site_id: site.id, member_id: memberId }
      await trx
        .insertInto('telling_choices')
        .values({ ...key, ...edit })
        .onConflict((conflict) => conflict.columns(['site_id', 'member_id']).doUpdateSet(edit))
        .execute()
      const now = world.clock.now()
      await moveUnsent(trx, { siteId: site.id, memberId }, now)
      await moveWaiting(trx, site.id, memberId, edit, now)
    },
    'quiet',
  )
}

async function moveWaiting(
  trx: Trx,
  siteId: string,
  memberId: string,
  edit: MailChoicesEdit,
  now: Date,
): Promise<void> {
  const off = chosenKinds.filter((kind) => edit[kind] === 'none')
  if (off.length)
    await sql`update notifications set mail_kind = null where site_id = ${siteId} and member_id = ${memberId}
      and mail_kind = any(${off}::text[]) and mail_kind is not null and mail_id is null`.execute(trx)
  for (const cadence of ['soon', 'day', 'week'] as const) {
    const kinds = chosenKinds.filter((kind) => edit[kind] === cadence)
    if (!kinds.length) continue
    await sql`insert into mails (site_id, id, member_id, cadence, due_at, created_at)
      select m.site_id, gen_random_uuid(), m.id, ${cadence}, ${dueAt(cadence, now)}, ${now} from members m
      where m.site_id = ${siteId} and m.id = ${memberId} and m.role <> 'guest' and exists (select from notifications n
        where n.site_id = m.site_id and n.member_id = m.id and n.mail_kind = any(${kinds}::text[])
          and n.mail_kind is not null and n.mail_id is null)
      on conflict do nothing`.execute(trx)
  }
}

export interface Ending {
  memberId: string
  locale: string | null
  kinds: ChosenKind[]
}

const byKey = `
select c.member_id, m.locale from telling_choices c
join members m on m.site_id = c.site_id and m.id = c.member_id and m.erased_at is null
where c.site_id = $1 and c.unsubscribe_key = $2`

/** Whose mails of which kinds a link would end; undefined for a link that was never made. */
export async function findEnding(
  db: Db,
  siteId: string,
  key: string,
  kinds: string,
): Promise<Ending | undefined> {
  const named = kinds.split('-')
  const known = chosenKinds.filter((kind) => named.includes(kind))
  if (!known.length || known.join('-') !== kinds) return undefined
  const [row] = await hot<{ member_id: string; locale: string | null }>(db, byKey, [siteId, key])
  return row && { memberId: row.member_id, locale: row.locale, kinds: known }
}
