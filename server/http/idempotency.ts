import type { Context, TypedResponse } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn } from '../guards.ts'
import { findKey, hashOf, replay } from './repeats.ts'

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
  const hash = await hashOf(c)
  const claimed = await world.db
    .insertInto('idempotency_keys')
    .values({ ...row, request_hash: hash, created_at: world.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) return replay(c, await findKey(world, row), hash) as R

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
