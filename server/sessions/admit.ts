import type { Context } from 'hono'
import { askSecondFactor } from '../accounts/second_factor.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { type SecondFactorJson, type StaffSessionJson, sessionMemberJson } from './json.ts'
import { sitesOfAccount, staffMember } from './queries.ts'
import { openStaffSession, type Proof } from './staff_cookie.ts'

/**
 * Lets a proved account into the admin; or, where its holder asks for a second factor and a first was all that was
 * shown, says how to go on. Every way in ends here.
 */
export async function admit(c: Context<Env>, proof: Proof) {
  const asked = await askSecondFactor(c.get('world'), proof)
  if (asked) return c.json(asked satisfies SecondFactorJson, 202)
  return admitProved(c, proof)
}

/** Lets an account in that was proved by as much as its holder asks for. */
export async function admitProved(c: Context<Env>, proof: Proof) {
  const answer = await presentStaff(c, proof.accountId)
  await openStaffSession(c, proof)
  return c.json(answer, 201)
}

/** Who is signed in to the admin. Refused where the account is not on the team of this site. */
export async function presentStaff(c: Context<Env>, accountId: string): Promise<StaffSessionJson> {
  const { world, site } = c.var
  const [person, sites] = await Promise.all([
    staffMember(world.db, site.id, accountId),
    sitesOfAccount(world.db, accountId),
  ])
  if (!person) throw new Problem('forbidden', 'This account is not on the team of this site.')
  return {
    member: sessionMemberJson(world.config, person, site.id),
    email: person.email,
    operator: person.operator,
    site: { slug: site.slug, name: site.name },
    sites: sites.map((one) => ({ ...one, role: one.role as StaffSessionJson['sites'][number]['role'] })),
    development: world.config.development,
  }
}
