import { createHash } from 'node:crypto'
import type { Context, TypedResponse } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn } from '../guards.ts'

const abandonedAfter = 60_000

/**
 * Honours Idempotency-Key: the first request with a key is carried out, a repeat of it gets the first one's
 * answer, another request under the same key is refused, and one that comes while the first is under way is
 * told to wait. A refused request frees its key.
 */
export async function idempotent<R extends Response & TypedResponse>(
  c: Context<Env>,
  act: () => Promise<R>,
): Promise<R> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return act()
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw new Problem('invalid_input', 'Idempotency-Key: 1 to 200 visible ASCII characters.')
  const { world, site, viewer } = c.var
  const row = { site_id: site.id, member_id: signedIn(viewer).id, key }
  const hash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest('base64url')
  const claimed = await world.db
    .insertInto('idempotency_keys')
    .values({ ...row, request_hash: hash, created_at: world.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) return (await replay(c, row, hash)) as R

  const mine = () =>
    world.db
      .deleteFrom('idempotency_keys')
      .where('site_id', '=', row.site_id)
      .where('member_id', '=', row.member_id)
      .where('key', '=', key)
  let response: R
  try {
    response = await act()
  } catch (error) {
    await mine().execute()
    throw error
  }
  const answer = await response.clone().text()
  await world.db
    .updateTable('idempotency_keys')
    .set({ status: response.status, answer })
    .where('site_id', '=', row.site_id)
    .where('member_id', '=', row.member_id)
    .where('key', '=', key)
    .execute()
  return response
}

async function replay(
  c: Context<Env>,
  row: { site_id: string; member_id: string; key: string },
  hash: string,
): Promise<Response> {
  const { world } = c.var
  const known = await world.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer', 'created_at'])
    .where('site_id', '=', row.site_id)
    .where('member_id', '=', row.member_id)
    .where('key', '=', row.key)
    .executeTakeFirst()
  if (known && known.request_hash !== hash) throw new Problem('idempotency_mismatch')
  if (!known?.status) {
    if (known && world.clock.now().getTime() - known.created_at.getTime() > abandonedAfter) {
      throw new Problem(
        'conflict',
        'The first request with this Idempotency-Key was cut off. Look whether it was carried out.',
      )
    }
    throw new Problem('idempotency_pending', undefined, { headers: { 'retry-after': '1' } })
  }
  return c.body(JSON.stringify(known.answer), known.status as 201, { 'content-type': 'application/json' })
}
