import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { lockStructure } from '../sites/lock.ts'

const lifeInSeconds = 30 * 60

interface OfSite {
  id: string
  slug: string
}

interface Owner {
  account_id: string
  member_id: string
}

/**
 * Who asks for a link: whoever makes the site, to whom it is nothing to write down; whoever runs the server, at its
 * shell; or an operator, in the admin.
 */
type Asking = 'new site' | 'command' | 'operator'

/**
 * A link that signs in to the site's own owner account: once, within 30 minutes. Its secret is in the fragment, which
 * no server or mail gateway sees, and a button posts it. It is never the account of a person: where there is no
 * account of the site's own, or where somebody made that one theirs, it makes one.
 */
export async function makeOwnerLink(world: World, site: OfSite, asking: Asking): Promise<string> {
  const token = newToken('pvl')
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      await lockStructure(trx, site.id)
      const known = await ownAccount(trx, site)
      const owner = known ?? (await makeOwner(trx, site, asking))
      if (known && asking === 'command') await letOperate(trx, site.id, known.account_id)
      await trx
        .insertInto('sign_in_links')
        .values({
          site_id: site.id,
          token_hash: hashToken(token),
          account_id: owner.account_id,
          expires_at: later(world.clock.now(), lifeInSeconds),
        })
        .execute()
      if (asking !== 'new site') await audit(trx, site.id, null, 'owner_link.make', 'member', owner.member_id)
    },
    'structure',
  )
  return new URL(`admin/${site.slug}/sign-in#link=${token}`, world.config.publicUrl).href
}

// No mail is ever delivered there (RFC 2606), so that such an account is opened by links alone.
const placeOf = (slug: string) => `${slug}.invalid`
const placesOf = (slug: string) => `owner%@${placeOf(slug)}`

/** The site's own account: owner here and nothing elsewhere, and with no way in that somebody gave themselves. */
async function ownAccount(trx: Trx, site: OfSite): Promise<Owner | undefined> {
  const { rows } = await sql<Owner>`
    select a.id as account_id, m.id as member_id from members m join accounts a on a.id = m.account_id
    where m.site_id = ${site.id} and m.role = 'owner' and m.erased_at is null and a.email like ${placesOf(site.slug)}
      and not exists (select from members o where o.account_id = a.id and o.site_id <> m.site_id)
      and not exists (select from account_passwords p where p.account_id = a.id)
      and not exists (select from account_passkeys k where k.account_id = a.id)
      and not exists (select from account_authenticators t where t.account_id = a.id)
      and not exists (select from openid_links l where l.site_id = m.site_id and l.member_id = m.id)
    order by m.created_at, m.id limit 1`.execute(trx)
  return rows[0]
}

// Always an account of its own: in one that was sent away, a session may still be open somewhere.
async function makeOwner(trx: Trx, { id: siteId, slug }: OfSite, asking: Asking): Promise<Owner> {
  const [accountId, memberId] = [newId(), newId()]
  const operator = asking === 'operator' ? sql<boolean>`false` : isFirst(siteId)
  for (const email of [`owner@${placeOf(slug)}`, `owner-${accountId}@${placeOf(slug)}`]) {
    const made = await trx
      .insertInto('accounts')
      .values({ id: accountId, email, name: 'Owner', operator })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) break
  }
  await trx
    .insertInto('members')
    .values({ site_id: siteId, id: memberId, role: 'owner', name: 'Owner', account_id: accountId })
    .execute()
  return { account_id: accountId, member_id: memberId }
}

// Whoever runs the server operates the installation, and comes in by the first site: so nobody can take that away.
const isFirst = (siteId: string) =>
  sql<boolean>`${siteId} = (select id from sites order by created_at, id limit 1)`

async function letOperate(trx: Trx, siteId: string, accountId: string): Promise<void> {
  await trx
    .updateTable('accounts')
    .set({ operator: true })
    .where('id', '=', accountId)
    .where('operator', '=', false)
    .where(isFirst(siteId))
    .execute()
}

/** Spends a link and says whose it was. A spent, old or unknown one is refused alike. */
export async function spendSignInLink(world: World, site: OfSite, token: string): Promise<string> {
  const now = world.clock.now()
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      const row = await trx
        .updateTable('sign_in_links')
        .set({ used_at: now })
        .where('site_id', '=', site.id)
        .where('token_hash', '=', hashToken(token))
        .where('used_at', 'is', null)
        .where('expires_at', '>', now)
        .returning('account_id')
        .returning((link) =>
          link
            .selectFrom('members')
            .innerJoin('accounts', 'accounts.id', 'members.account_id')
            .select('members.id')
            .where('members.site_id', '=', site.id)
            .whereRef('members.account_id', '=', 'sign_in_links.account_id')
            .where('accounts.email', 'like', placesOf(site.slug))
            .as('owner_id'),
        )
        .executeTakeFirst()
      if (!row) throw new Problem('link_refused')
      if (row.owner_id) await audit(trx, site.id, row.owner_id, 'owner_link.use', 'member', row.owner_id)
      return row.account_id
    },
    'quiet',
  )
}
