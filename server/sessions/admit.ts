import type { Context } from 'hono'
import { askSecondFactor } from '../accounts/second_factor.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import type { Role } from '../words.ts'
import { type SecondFactorJson, type StaffSessionJson, sessionMemberJson } from './json.ts'
import { findStaffOfLink, sitesOfAccount, staffMember } from './queries.ts'
import { openStaffSession, type Proof } from './staff_cookie.ts'
import { roleWithin } from './staff_sessions.ts'
import type { Within } from './staff_store.ts'

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
  // What was begun in one site, by its own provider, is not finished in another, nor once the provider is gone.
  if (proof.within && !(await stillWithin(c, proof.accountId, proof.within)))
    throw new Problem('sign_in_over')
  const answer = await presentStaff(c, proof)
  await openStaffSession(c, proof)
  return c.json(answer, 201)
}

async function stillWithin(c: Context<Env>, accountId: string, { siteId, linkId }: Within): Promise<boolean> {
  const { world, site } = c.var
  if (siteId !== site.id) return false
  return (await findStaffOfLink(world.db, siteId, accountId, linkId)) !== undefined
}

/**
 * Who is signed in to the admin. Refused where the account is not on the team of this site. Of one who is here by the
 * site's own provider, nothing is said of other sites.
 */
export async function presentStaff(
  c: Context<Env>,
  { accountId, within }: Pick<Proof, 'accountId' | 'within'>,
): Promise<StaffSessionJson> {
  const { world, site } = c.var
  const [person, everywhere] = await Promise.all([
    staffMember(world.db, site.id, accountId),
    within ? [] : sitesOfAccount(world.db, accountId),
  ])
  if (!person) throw new Problem('forbidden', 'This account is not on the team of this site.')
  const role = within ? roleWithin(person.role as Role) : person.role
  const sites = within ? [{ slug: site.slug, name: site.name, role }] : everywhere
  return {
    member: sessionMemberJson(world.config, { ...person, role }, site.id),
    account: accountId,
    email: person.email,
    operator: person.operator && !within,
    ofSite: within !== undefined,
    site: { slug: site.slug, name: site.name },
    sites: sites.map((one) => ({ ...one, role: one.role as StaffSessionJson['sites'][number]['role'] })),
    mailbox: world.config.development && !world.config.smtpUrl,
  }
}
