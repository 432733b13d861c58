import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { isId } from '../lib/ids.ts'
import { findProvider } from './queries.ts'
import { beginRequest, redirectUriOf, type Wish } from './request.ts'

/** Begins what somebody goes to a provider for; returns the address of its page. */
export async function leaveFor(c: Context<Env>, providerId: string, wish: Wish): Promise<string> {
  const { world, site } = c.var
  const provider = isId(providerId) ? await findProvider(world.db, site.id, providerId) : undefined
  if (!provider) throw new Problem('not_found')
  const client = await world.issuers.client(provider)
  if (!client) throw new Problem('provider_away')
  const checks = await beginRequest(c, provider, wish)
  return client.address(redirectUriOf(world, site.slug, provider.id), checks)
}
