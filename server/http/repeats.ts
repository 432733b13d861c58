import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { Env, World } from '../context.ts'
import { Problem } from '../errors.ts'

const abandonedAfter = 60_000

/** What is answered to a repeat of a request that came before, without doing anything; undefined where it is none. */
export async function answerRepeat(c: Context<Env>): Promise<Response | undefined> {
  const { world, site, viewer } = c.var
  const key = c.req.header('idempotency-key')
  if (key === undefined || !viewer.member) return undefined
  const known = await findKey(world, { site_id: site.id, member_id: viewer.member.id, key })
  if (!known) return undefined
  const hash = await hashOf(c)
  return known.request_hash === hash ? replay(c, known, hash) : undefined
}

/** What a request asks for, by which a repeat is known. */
export async function hashOf(c: Context<Env>): Promise<string> {
  return createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n${await c.req.text()}`)
    .digest('base64url')
}

interface Key {
  site_id: string
  member_id: string
  key: string
}

export function findKey({ db }: World, { site_id, member_id, key }: Key) {
  return db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'answer', 'created_at'])
    .where('site_id', '=', site_id)
    .where('member_id', '=', member_id)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Answers as the first request was, or says why that cannot be. */
export function replay(c: Context<Env>, known: Awaited<ReturnType<typeof findKey>>, hash: string): Response {
  const { world } = c.var
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
  c.set('repeated', true)
  return c.body(JSON.stringify(known.answer), known.status as 201, { 'content-type': 'application/json' })
}
