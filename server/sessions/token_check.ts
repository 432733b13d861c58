import type { World } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import { bad } from './findings.ts'
import type { TokenCheckJson } from './json.ts'
import { inspectSsoToken } from './sso.ts'

/**
 * Says of a pasted token what the exchange would say, and all of it at once. It makes nothing, spends nothing, keeps
 * and logs nothing of the token, and tells neither a secret nor what a signature should have been.
 */
export async function checkToken(world: World, site: Site, pasted: string): Promise<TokenCheckJson> {
  const { findings, signed } = await inspectSsoToken(world, site, pasted.trim())
  const jti = signed?.claims.jti
  const spent = signed && jti ? await isSpent(world, site.id, signed.connection.id, jti) : false
  const all = spent
    ? findings.map((finding) => (finding.step === 'jti' ? bad('jti', 'jti_spent') : finding))
    : findings
  return {
    good: signed !== undefined && !spent,
    now: world.clock.now().toISOString(),
    findings: all,
  }
}

async function isSpent(world: World, siteId: string, connectionId: string, jti: string): Promise<boolean> {
  const row = await world.db
    .selectFrom('spent_tokens')
    .select('jti')
    .where('site_id', '=', siteId)
    .where('connection_id', '=', connectionId)
    .where('jti', '=', jti)
    .executeTakeFirst()
  return row !== undefined
}
