import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'

const lifeInSeconds = 30 * 60

/**
 * A link that signs the site's owner in: once, within 30 minutes. Its secret is in the fragment, which no
 * server or mail gateway sees, and a button posts it. The first link makes the owner's account.
 */
export async function makeOwnerLink(world: World, site: { id: string; slug: string }): Promise<string> {
  const token = newToken('pvl')
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const accountId = (await ownerAccount(trx, site.id)) ?? (await makeOwner(trx, site))
      await trx
        .insertInto('sign_in_links')
        .values({
          site_id: site.id,
          token_hash: hashToken(token),
          account_id: accountId,
          expires_at: later(world.clock.now(), lifeInSeconds),
        })
        .execute()
    },
    'structure',
  )
  return new URL(`admin/${site.slug}/sign-in#link=${token}`, world.config.publicUrl).href
}

async function ownerAccount(trx: Trx, siteId: string): Promise<string | undefined> {
  const owner = await trx
    .selectFrom('members')
    .select('account_id')
    .where('site_id', '=', siteId)
    .where('role', '=', 'owner')
    .where('account_id', 'is not', null)
    .where('erased_at', 'is', null)
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return owner?.account_id ?? undefined
}

// An account of the site's own, which is asked for by links until a person of the team is made owner. The
// first of an installation also operates it: whoever ran the command that made it does so anyway.
async function makeOwner(trx: Trx, site: { id: string; slug: string }): Promise<string> {
  const operator = await trx
    .selectFrom('accounts')
    .select('id')
    .where('operator', '=', true)
    .limit(1)
    .executeTakeFirst()
  const account = await trx
    .insertInto('accounts')
    .values({ id: newId(), email: `owner@${site.slug}.invalid`, name: 'Owner', operator: !operator })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ name: 'Owner' }))
    .returning(['id', 'name'])
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('members')
    .values({ site_id: site.id, id: newId(), role: 'owner', name: account.name, account_id: account.id })
    .onConflict((conflict) => conflict.columns(['site_id', 'account_id']).doUpdateSet({ role: 'owner' }))
    .execute()
  return account.id
}

/** Spends a link and says whose it was. A spent, old or unknown one is refused alike. */
export async function spendSignInLink(world: World, siteId: string, token: string): Promise<string> {
  const now = world.clock.now()
  const row = await world.db
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('site_id', '=', siteId)
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('account_id')
    .executeTakeFirst()
  if (!row) throw new Problem('link_refused')
  return row.account_id
}
