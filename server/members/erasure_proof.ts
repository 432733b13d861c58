import type { Context } from 'hono'
import { type Db, hot } from '../../db/connect.ts'
import type { Env, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken } from '../lib/ids.ts'
import { spendErasureCode } from '../sessions/email_code.ts'

/**
 * How somebody shows that it is them who wish to be erased, and nobody at a device that they left open: a code sent to
 * an address that was proved, else a sign-in of the last ten minutes. A guest is their device, and has nothing more; who
 * is on the team is taken off it first.
 */
export type ErasureProof = 'code' | 'session' | 'none' | 'team'

export interface CodeGiven {
  challenge: string
  device: string
  code: string
}

/** What a session says of who is here; empty where they came by the admin's cookie. */
export const tokenOf = (c: Context<Env>): string =>
  (c.req.header('authorization') ?? '').slice('Bearer '.length)

const freshSeconds = 600

interface ProvedRow {
  role: string
  email: string | null
  opened_at: Date | null
}

const proved = `
select m.role, (select i.email from identities i
    join connections k on k.site_id = i.site_id and k.id = i.connection_id and k.emails_verified
    where i.site_id = m.site_id and i.member_id = m.id and i.email is not null
    order by k.kind = 'email' desc, i.created_at limit 1) as email,
  (select s.created_at from sessions s
    where s.site_id = m.site_id and s.member_id = m.id and s.token_hash = $3) as opened_at
from members m where m.site_id = $1 and m.id = $2 and m.erased_at is null`

async function readProved(db: Db, siteId: string, memberId: string, token: string): Promise<ProvedRow> {
  const row = (await hot<ProvedRow>(db, proved, [siteId, memberId, hashToken(token)]))[0]
  if (!row) throw new Problem('unauthenticated')
  return row
}

/** Which proof is asked of a member, and the address that a code goes to. */
export async function proofAsked(
  world: World,
  siteId: string,
  memberId: string,
  token: string,
): Promise<{ proof: ErasureProof; email: string | null; fresh: boolean }> {
  const { role, email, opened_at } = await readProved(world.db, siteId, memberId, token)
  const age = opened_at ? world.clock.now().getTime() - opened_at.getTime() : Number.POSITIVE_INFINITY
  const fresh = age <= freshSeconds * 1000
  if (role !== 'member' && role !== 'guest') return { proof: 'team', email: null, fresh }
  if (role === 'guest') return { proof: 'none', email: null, fresh: true }
  if (email && world.mailer.ready) return { proof: 'code', email, fresh }
  return { proof: 'session', email: null, fresh }
}

/** Refuses who did not show that it is them. */
export async function requireProof(
  world: World,
  siteId: string,
  memberId: string,
  token: string,
  given: CodeGiven | undefined,
): Promise<void> {
  const { proof, email, fresh } = await proofAsked(world, siteId, memberId, token)
  if (proof === 'team') throw new Problem('conflict', 'Leave the team first: you hold a role here.')
  if (proof === 'none' || (proof === 'session' && fresh)) return
  if (proof === 'session' || !given) throw new Problem('proof_required')
  if ((await spendErasureCode(world, siteId, given)) !== email) throw new Problem('code_refused')
}
