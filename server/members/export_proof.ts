import type { Context } from 'hono'
import { isFresh } from '../accounts/holder.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn } from '../guards.ts'
import { staffSession } from '../sessions/staff_cookie.ts'
import { proofAsked, tokenOf } from './erasure_proof.ts'
import type { ExportProofJson } from './json.ts'

/**
 * What it takes to be given all that is one's own, so that nobody gets it at a device that was left open: a sign-in of
 * the last ten minutes, however one signs in. `email` is an address of theirs by whose code they may do it here. A guest
 * is their device, and has nothing more.
 */
export async function exportProof(c: Context<Env>): Promise<ExportProofJson> {
  const { world, site, viewer } = c.var
  const asked = await proofAsked(world, site.id, signedIn(viewer).id, tokenOf(c))
  const staff = tokenOf(c) ? undefined : await staffSession(c)
  const fresh = asked.fresh || (staff !== undefined && isFresh(world, staff))
  if (asked.proof === 'none') return { proof: 'none', email: null, fresh }
  const email = site.settings.emailSignIn === false ? null : asked.email
  return email ? { proof: 'code', email, fresh } : { proof: 'session', email: null, fresh }
}

/** Refuses whose sign-in is older, as before an erasure. */
export async function requireExportProof(c: Context<Env>): Promise<void> {
  if (!(await exportProof(c)).fresh) throw new Problem('proof_required')
}
