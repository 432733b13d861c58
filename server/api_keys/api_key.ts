import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { hashToken, newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { lockStructure } from '../sites/lock.ts'
import type { NewApiKey } from './input.ts'
import { newKeyText } from './key_text.ts'

/** How many keys of a site may work at a time. */
export const mostKeys = 50

const day = 86_400

/**
 * Makes a key, returned here and never again. It is a member of its own, by the same id, so that what it does is
 * told under its name.
 */
export async function makeApiKey(
  world: World,
  siteId: string,
  draft: NewApiKey,
  by: string,
): Promise<{ id: string; key: string }> {
  const id = newId()
  const key = newKeyText()
  const now = world.clock.now()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      await refuseTooMany(trx, siteId, now)
      await trx
        .insertInto('members')
        .values({ site_id: siteId, id, role: 'key', name: draft.name, created_at: now })
        .execute()
      const expiresAt = later(now, draft.days * day)
      await trx
        .insertInto('api_keys')
        .values({
          site_id: siteId,
          id,
          key_hash: hashToken(key),
          last_four: key.slice(-4),
          scopes: draft.scopes,
          made_by: by,
          created_at: now,
          expires_at: expiresAt,
        })
        .execute()
      const { name, scopes } = draft
      await audit(trx, siteId, by, 'key.make', 'key', id, { name, scopes, expiresAt })
    },
    'quiet',
  )
  return { id, key }
}

async function refuseTooMany(trx: Trx, siteId: string, now: Date): Promise<void> {
  const { count } = await trx
    .selectFrom('api_keys')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  if (count >= mostKeys) throw new Problem('conflict', `A community has at most ${mostKeys} keys that work.`)
}

/**
 * Ends a key, from the next request on, in every process. What it posted and decided stays, under its name. One that
 * was ended before stays as it was, so that who never heard that it worked may ask again.
 */
export async function endApiKey(world: World, siteId: string, id: string, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const there = await trx
        .selectFrom('api_keys')
        .select('id')
        .where('site_id', '=', siteId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!there) throw new Problem('not_found')
      await endKeys(trx, siteId, { id }, by, world.clock.now())
    },
    'structure',
  )
}

/** Ends the keys that somebody made, who no longer runs the community. Inside a change of structure. */
export async function endKeysMadeBy(
  trx: Trx,
  siteId: string,
  maker: string,
  by: string,
  now: Date,
): Promise<void> {
  await endKeys(trx, siteId, { maker }, by, now)
}

async function endKeys(
  trx: Trx,
  siteId: string,
  which: { id: string } | { maker: string },
  by: string,
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    update api_keys k set ended_at = ${now}, ended_by = ${by} from members m
    where k.site_id = ${siteId} and k.ended_at is null and m.site_id = k.site_id and m.id = k.id
      and ${'id' in which ? sql`k.id = ${which.id}` : sql`k.made_by = ${which.maker}`}
    returning k.id, m.name`.execute(trx)
  for (const { id, name } of rows) await audit(trx, siteId, by, 'key.end', 'key', id, { name })
}
