import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env, World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { hashToken } from '../lib/ids.ts'
import type { Checks } from './client.ts'
import type { Provider } from './queries.ts'

const cookieName = '__Host-parvis-openid'
const lifeInSeconds = 600

/** Where a provider sends people back to: an address of each provider's own, so that none answers for another. */
export function redirectUriOf({ config }: World, slug: string, providerId: string): string {
  return new URL(`api/v1/sites/${slug}/openid-providers/${providerId}/callback`, config.publicUrl).href
}

/** What somebody went to a provider for: a view of the admin, or to link to a member what they are there. */
export interface Wish {
  back: string
  memberId: string | null
}

/**
 * Begins a sign-in that this browser alone can finish, once, within ten minutes. The browser keeps a secret, of which
 * what the provider has to repeat (nonce) and what it is shown (code verifier, RFC 7636) are made; a copy of the
 * database finishes nothing.
 */
export async function beginRequest(
  c: Context<Env>,
  provider: Provider,
  { back, memberId }: Wish,
): Promise<Checks> {
  const { world, site } = c.var
  const now = world.clock.now()
  const state = randomBytes(32).toString('base64url')
  const browser = browserSecret(c) ?? randomBytes(32).toString('base64url')
  // Anybody may begin, so what is over goes at once and not by a nightly job alone.
  await world.db
    .deleteFrom('openid_requests')
    .where('site_id', '=', site.id)
    .where('expires_at', '<', now)
    .execute()
  await world.db
    .insertInto('openid_requests')
    .values({
      site_id: site.id,
      state_hash: hashToken(state),
      provider_id: provider.id,
      browser_hash: hashToken(browser),
      back,
      member_id: memberId,
      expires_at: later(now, lifeInSeconds),
    })
    .execute()
  // The one secret serves sign-ins begun in two tabs: each has a state of its own.
  setCookie(c, cookieName, browser, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: lifeInSeconds,
  })
  return checksOf(browser, state)
}

/**
 * What a browser that came back had begun, and is hereby over; undefined where it was not this browser, not this
 * provider, too long ago, or finished before.
 */
export async function spendRequest(
  c: Context<Env>,
  providerId: string,
  state: string | undefined,
): Promise<(Checks & Wish) | undefined> {
  const browser = browserSecret(c)
  if (!browser || !state || !/^[\w-]{43}$/.test(state)) return undefined
  const { world, site } = c.var
  const row = await world.db
    .deleteFrom('openid_requests')
    .where('site_id', '=', site.id)
    .where('state_hash', '=', hashToken(state))
    .where('provider_id', '=', providerId)
    .where('browser_hash', '=', hashToken(browser))
    .where('expires_at', '>', world.clock.now())
    .returning(['back', 'member_id'])
    .executeTakeFirst()
  return row && { ...checksOf(browser, state), back: row.back, memberId: row.member_id }
}

function browserSecret(c: Context<Env>): string | undefined {
  const value = getCookie(c, cookieName)
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

function checksOf(browser: string, state: string): Checks {
  const made = (what: string) => createHmac('sha256', browser).update(`${what} ${state}`).digest('base64url')
  return { state, nonce: made('nonce'), verifier: made('verifier') }
}
