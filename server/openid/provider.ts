import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { allowedUrl } from '../lib/safe_fetch.ts'
import { endSessionsOfLinks } from '../sessions/staff_sessions.ts'
import { lockStructure } from '../sites/lock.ts'
import type { NewProvider, ProviderEdit } from './input.ts'
import { mostProviders, providerForChange } from './queries.ts'

/**
 * Sets a provider up. Its client may come later, since a provider wants to know the redirect URI before it gives one;
 * until then nobody signs in by it. Returns its id.
 */
export async function makeProvider(
  world: World,
  siteId: string,
  { name, issuer, clientId, clientSecret }: NewProvider,
  by: string,
): Promise<string> {
  if (!allowedUrl(issuer, world.config.development))
    throw wrong('issuer', 'must be an https address without a password')
  refuseHalf(clientId, clientSecret)
  const id = newId()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      await refuseTooMany(trx, siteId)
      await trx
        .insertInto('openid_providers')
        .values({
          site_id: siteId,
          id,
          name,
          issuer,
          client_id: clientId ?? null,
          client_secret: clientSecret ?? null,
          created_at: world.clock.now(),
        })
        .execute()
      await audit(trx, siteId, by, 'openid.make', 'openid', id, { name, issuer, clientId })
    },
    'quiet',
  )
  return id
}

const wrong = (path: string, message: string) =>
  new Problem('invalid_input', message, { errors: [{ path, message }] })

function refuseHalf(clientId: unknown, clientSecret: unknown): void {
  if (clientId !== undefined && clientSecret === undefined)
    throw wrong('clientSecret', 'goes with the client id')
  if (clientId === undefined && clientSecret !== undefined)
    throw wrong('clientId', 'goes with the client secret')
}

async function refuseTooMany(trx: Trx, siteId: string): Promise<void> {
  const { count } = await trx
    .selectFrom('openid_providers')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .executeTakeFirstOrThrow()
  if (count >= mostProviders)
    throw new Problem('conflict', `A community has at most ${mostProviders} OpenID providers.`)
}

/**
 * Changes what was given. The issuer stays: people are known by what they are called there. A new client goes with a
 * new secret, so that none is ever sent along with another's name.
 */
export async function editProvider(
  world: World,
  siteId: string,
  id: string,
  { name, clientId, clientSecret }: ProviderEdit,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const before = await providerForChange(trx, siteId, id)
      if (!before) throw new Problem('not_found')
      const newClient = clientId !== undefined && clientId !== before.client_id
      if (newClient || before.client_id === null) refuseHalf(clientId, clientSecret)
      const after = {
        name: name ?? before.name,
        client_id: clientId ?? before.client_id,
        client_secret: clientSecret ?? before.client_secret,
      }
      await trx
        .updateTable('openid_providers')
        .set(after)
        .where('site_id', '=', siteId)
        .where('id', '=', id)
        .execute()
      await audit(trx, siteId, by, 'openid.edit', 'openid', id, {
        name: after.name,
        ...(clientId === undefined ? {} : { clientId }),
        ...(clientSecret === undefined ? {} : { newSecret: true }),
      })
    },
    'quiet',
  )
}

/** Removes a provider with its links and every session that it opened, from the next request on. */
export async function removeProvider(world: World, siteId: string, id: string, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const provider = await providerForChange(trx, siteId, id)
      if (!provider) throw new Problem('not_found')
      const links = await trx
        .deleteFrom('openid_links')
        .where('site_id', '=', siteId)
        .where('provider_id', '=', id)
        .returning('id')
        .execute()
      if (links.length)
        await endSessionsOfLinks(
          trx,
          siteId,
          links.map((link) => link.id),
        )
      await trx.deleteFrom('openid_providers').where('site_id', '=', siteId).where('id', '=', id).execute()
      await audit(trx, siteId, by, 'openid.delete', 'openid', id, {
        name: provider.name,
        people: links.length,
      })
    },
    'quiet',
  )
}
