import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { askSecondFactor } from '../accounts/second_factor.ts'
import type { Env } from '../context.ts'
import { answerError } from '../errors.ts'
import { anyone } from '../guards.ts'
import { requireSameOrigin } from '../http/cors.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { findStaffOfAccount } from '../sessions/queries.ts'
import { openStaffSession, type Proof, staffAccount } from '../sessions/staff_cookie.ts'
import { type Client, NotProved, type Proved } from './client.ts'
import { ProviderParam, SignInWish } from './input.ts'
import { OpenIdChoiceListJson, OpenIdRequestJson } from './json.ts'
import { leaveFor } from './leave.ts'
import { linkOwn, provedBy } from './link.ts'
import { type Refusal, refusalPage } from './page.ts'
import { choices, findProvider, type Provider } from './queries.ts'
import { redirectUriOf, spendRequest } from './request.ts'
import { signInPage, viewOf } from './view.ts'

const tags = ['openid']

/** The way into the admin by a provider of the site, as far as the sign-in page goes it. */
export const openIdSignIn = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/staff-sessions/openid-providers',
      tags,
      summary: 'What the sign-in page shows: the site’s name, and its OpenID providers',
      ...guarded(anyone),
      responses: answers(OpenIdChoiceListJson),
    }),
    async (c) => {
      const { world, site } = c.var
      return c.json({ site: { name: site.name }, items: await choices(world.db, site.id) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/openid',
      tags,
      summary: 'Begin to sign in to the admin by an OpenID provider: where the browser goes next',
      ...guarded(anyone, 'changes'),
      request: body(SignInWish),
      responses: answers(OpenIdRequestJson, 201),
    }),
    async (c) => {
      requireSameOrigin(c)
      const { provider, back = '' } = c.req.valid('json')
      return c.json({ url: await leaveFor(c, provider, { back, memberId: null }) }, 201)
    },
  )

// A browser is shown a page, whatever goes wrong; a program, which sends what no link of a provider makes a browser send,
// is told as everywhere.
const callbackRoutes = routes()
callbackRoutes.onError((error, c) => {
  const problem = answerError(error, c as Context<Env>)
  if (c.req.header('authorization') !== undefined) return problem
  return refusalPage(c as Context<Env>, problem.status === 429 ? 'limited' : 'failed', {
    status: problem.status,
    headers: problem.headers,
  })
})

/** Where a provider sends the browser back to. */
export const openIdCallback = callbackRoutes.openapi(
  createRoute({
    method: 'get',
    path: '/openid-providers/{id}/callback',
    tags,
    summary:
      'Where an OpenID provider sends the browser back to; answers with a page, or leads on to the admin',
    ...guarded(anyone, 'changes', 'signInTries'),
    request: { params: ProviderParam },
    responses: {
      303: { description: 'Signed in, or on to the second factor' },
      default: { description: 'A page that says why not' },
    },
  }),
  async (c) => {
    const { world, site } = c.var
    const { id } = c.req.valid('param')
    const provider = isId(id) ? await findProvider(world.db, site.id, id) : undefined
    const begun = provider && (await spendRequest(c, provider.id, c.req.query('state')))
    if (!provider || !begun) return refusalPage(c, 'over')
    const cameBackTo = new URL(redirectUriOf(world, site.slug, provider.id))
    cameBackTo.search = new URL(c.req.url).search
    const proved = await prove(await world.issuers.client(provider), cameBackTo, begun)
    const about = { provider: provider.name, wish: begun }
    if (typeof proved === 'string') return refusalPage(c, proved, about)
    if (begun.memberId) {
      const refusal = await link(c, provider, proved, begun.memberId)
      return refusal ? refusalPage(c, refusal, about) : leadTo(c, viewOf(world, site.slug, 'account'))
    }
    const proof = await provedBy(world, site, provider, proved)
    if (!proof || proof === 'declined') return refusalPage(c, proof ?? 'unknown', about)
    return letIn(c, proof, begun.back)
  },
)

async function prove(
  client: Client | undefined,
  cameBackTo: URL,
  checks: Parameters<Client['prove']>[1],
): Promise<Proved | Refusal> {
  if (!client) return 'away'
  try {
    return await client.prove(cameBackTo, checks)
  } catch (error) {
    if (!(error instanceof NotProved)) throw error
    return error.reason
  }
}

/** Links what somebody is at the provider to who they are here: in the session that asked for it, and no other. */
async function link(
  c: Context<Env>,
  provider: Provider,
  { subject }: Proved,
  memberId: string,
): Promise<Refusal | undefined> {
  const { world, site } = c.var
  const session = await staffAccount(c)
  const person = session && (await findStaffOfAccount(world.db, site.id, session.accountId))
  if (person?.id !== memberId) return 'over'
  return (await linkOwn(world, site.id, provider, subject, memberId)) ? undefined : 'taken'
}

/** On to the view that was asked for, or to the second factor where the holder has one. */
async function letIn(c: Context<Env>, proof: Proof, back: string): Promise<Response> {
  const { world, site } = c.var
  const asked = await askSecondFactor(world, proof)
  let next = viewOf(world, site.slug, back)
  if (asked) {
    next = signInPage(world, site.slug, back)
    // In the fragment, which no server and no log sees.
    next.hash = `factor=${asked.secondFactor}`
  } else await openStaffSession(c, proof)
  return leadTo(c, next)
}

// The address that led here holds the provider's code.
function leadTo(c: Context<Env>, { href }: URL): Response {
  return c.body(null, 303, { location: href, 'referrer-policy': 'no-referrer' })
}
