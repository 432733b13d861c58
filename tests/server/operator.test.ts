import { expect, test } from 'vitest'
import { operatorOf } from '../support/routes/outside.ts'
import { type Person, publicUrl, signJwt, type TestSite, testWorld } from '../support/world.ts'

const { site, app } = await testWorld()

const sites = `${publicUrl}api/v1/sites`
let made = 0
const freshSlug = () => `made-${process.pid}-${++made}`

/** Whoever owns a community, signed in by the link that was printed for it. */
const ownerOf = (acme: TestSite) =>
  acme.signInByLink(new URL(acme.ownerLink).hash.slice('#link='.length), { id: '', name: 'Owner' })

async function ask(method: string, as?: Person, body?: unknown, headers: Record<string, string> = {}) {
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  const payload = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
  const response = await app.request(sites, {
    method,
    body: payload,
    headers: { ...type, ...as?.headers, ...headers },
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

test('an operator makes a community that works at once, and sees all of them', async () => {
  const acme = await site()
  const operator = await operatorOf(acme)
  const slug = freshSlug()
  const wish = { slug, name: 'Nouvelle', locale: 'fr', origins: ['https://www.nouvelle.example'] }
  const created = await ask('POST', operator, wish)
  expect(created.status).toBe(201)
  expect(created.body).toEqual({
    slug,
    ssoSecret: expect.stringMatching(/^[\w-]{43}$/),
    ownerLink: expect.stringMatching(new RegExp(`^${publicUrl}admin/${slug}/sign-in#link=pvl_`)),
  })
  expect(created.headers.get('cache-control')).toBe('no-store')
  const opening = await app.request(`${sites}/${slug}/opening`, {
    headers: { origin: 'https://www.nouvelle.example' },
  })
  expect(opening.headers.get('access-control-allow-origin')).toBe('https://www.nouvelle.example')
  expect((await opening.json()).site).toMatchObject({ slug, name: 'Nouvelle', locale: 'fr' })

  const list = await ask('GET', operator)
  expect(list.body.items).toContainEqual({
    slug,
    name: 'Nouvelle',
    locale: 'fr',
    createdAt: expect.any(String),
  })
  expect(JSON.stringify(list.body)).not.toContain(created.body.ssoSecret)
})

test('a slug is given once, also when asked for twice at once', async () => {
  const operator = await operatorOf(await site())
  const wish = { slug: freshSlug(), name: 'Twice', locale: 'en', origins: [] }
  const both = await Promise.all([ask('POST', operator, wish), ask('POST', operator, wish)])
  expect(both.map((one) => one.status).sort()).toEqual([201, 409])
})

test('the owner of a later community neither operates the installation nor opens another community', async () => {
  await site()
  const [acme, other] = [await site(), await site()]
  const owner = await ownerOf(acme)
  expect((await acme.get('settings', owner)).status).toBe(200)
  expect((await acme.get('staff-sessions/current', owner)).body.operator).toBe(false)
  expect((await other.get('settings', owner)).status).toBe(401)
  expect((await ask('GET', owner)).status).toBe(403)
  expect((await ask('POST', owner, { slug: freshSlug(), name: 'X', locale: 'en', origins: [] })).status).toBe(
    403,
  )
})

test('nobody but an operator makes or lists communities', async () => {
  const acme = await site()
  const wish = { slug: freshSlug(), name: 'No', locale: 'en', origins: [] }
  const people: [Person | undefined, number][] = [
    [undefined, 401],
    [await acme.member(), 401],
    [await acme.staff('owner'), 403],
    [
      { id: '', name: '', headers: { cookie: '__Host-parvis=wrong', origin: new URL(publicUrl).origin } },
      401,
    ],
  ]
  for (const [as, status] of people) {
    expect((await ask('GET', as)).status).toBe(status)
    expect((await ask('POST', as, wish)).status).toBe(status)
  }
  expect((await app.request(`${sites}/${wish.slug}/opening`)).status).toBe(404)
})

test('a page of another origin cannot use the operator’s cookie', async () => {
  const acme = await site({ origins: ['https://host.example'] })
  const operator = await operatorOf(acme)
  const { cookie } = operator.headers as { cookie: string }
  const wish = { slug: freshSlug(), name: 'No', locale: 'en', origins: [] }
  for (const origin of ['', 'https://host.example', 'null']) {
    const headers: Record<string, string> = origin ? { origin } : {}
    expect((await ask('POST', { id: '', name: '', headers: { cookie } }, wish, headers)).status).toBe(403)
  }
  const cross = { ...operator, headers: { ...operator.headers, 'sec-fetch-site': 'cross-site' } }
  expect((await ask('POST', cross, wish)).status).toBe(403)
  const read = await ask('GET', { ...operator, headers: { cookie, origin: 'https://host.example' } })
  expect(read.headers.get('access-control-allow-origin')).toBe(null)
})

test('what does not fit is refused', async () => {
  const operator = await operatorOf(await site())
  const fit = { slug: freshSlug(), name: 'X', locale: 'en', origins: [] }
  const bad: object[] = [
    {},
    { ...fit, slug: 'x' },
    { ...fit, slug: 'x'.repeat(41) },
    { ...fit, slug: 'Upper' },
    { ...fit, slug: 'a--b' },
    { ...fit, slug: 'assets' },
    { ...fit, name: '' },
    { ...fit, locale: 'xx' },
    { ...fit, origins: ['*'] },
    { ...fit, origins: undefined },
    { ...fit, id: 'x' },
    { ...fit, ssoSecret: 'weak' },
  ]
  for (const body of bad) expect((await ask('POST', operator, body)).status, JSON.stringify(body)).toBe(422)
  expect((await ask('POST', operator, '{')).body.code).toBe('malformed_json')
  expect((await ask('POST', operator, '{"__proto__":{}}')).status).toBe(422)
  expect((await ask('POST', operator, 'a=b', { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await ask('DELETE', operator)).headers.get('allow')).toBe('GET, POST')
})

/** Asks for access to a community, anew. */
async function give(noun: 'owner-links' | 'site-secrets', as: Person | undefined, body: unknown) {
  const response = await app.request(`${publicUrl}api/v1/${noun}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...as?.headers },
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

test('an operator makes another link for the owner of a community, which opens that one alone', async () => {
  const [acme, other] = [await site(), await site()]
  const operator = await operatorOf(acme)
  const made = await give('owner-links', operator, { site: other.slug })
  expect(made.status).toBe(201)
  expect(made.headers.get('cache-control')).toBe('no-store')
  expect(made.body.slug).toBe(other.slug)
  const token = new URL(made.body.ownerLink).hash.slice('#link='.length)
  const owner = await other.signInByLink(token, { id: '', name: 'Owner' })
  expect((await other.get('settings', owner)).status).toBe(200)
  expect((await acme.get('settings', owner)).status).toBe(401)
})

/** Follows a link for an owner: who is signed in by it, and what the admin is told of them. */
async function follow(acme: TestSite, link: string) {
  const owner = await acme.signInByLink(new URL(link).hash.slice('#link='.length), { id: '', name: 'Owner' })
  return { owner, session: (await acme.get('staff-sessions/current', owner)).body }
}

test('a link for the owner opens the community’s own account, and never a person’s', async () => {
  await site() // The first site's own account operates; this one's is to be seen not to.
  const [acme, beta] = [await site(), await site()]
  const operator = await operatorOf(await site())
  const { id, email, token } = await acme.staffLink('owner', 'Olga')
  const olga = await acme.signInByLink(token, { id, name: 'Olga' })
  const there = { email, name: 'Olga', role: 'owner' }
  expect((await beta.post('team', there, await beta.staff('owner'))).status).toBe(201)
  expect((await beta.get('settings', olga)).status).toBe(200)
  const first = await follow(acme, acme.ownerLink)
  expect((await acme.delete(`team/${first.session.member.id}`, olga)).status).toBe(204)

  const another = async () =>
    follow(acme, (await give('owner-links', operator, { site: acme.slug })).body.ownerLink)
  const { owner, session } = await another()
  expect(session).toMatchObject({ member: { name: 'Owner', role: 'owner' }, operator: false })
  expect(session.sites.map((one: { slug: string }) => one.slug)).toEqual([acme.slug])
  expect([id, first.session.member.id]).not.toContain(session.member.id)
  expect((await beta.get('settings', owner)).status).toBe(401)
  // Whoever is still signed in to the account that was sent away is not let in by it.
  expect((await acme.get('settings', first.owner)).status).toBe(401)
  expect((await another()).session.member.id).toBe(session.member.id)

  const { items } = (await acme.get('audit', olga)).body
  const acts = items.map(({ actor, action }: { actor: { id: string } | null; action: string }) => [
    action,
    actor?.id ?? null,
  ])
  expect(acts).toEqual([
    ['owner_link.use', session.member.id],
    ['owner_link.make', null],
    ['owner_link.use', session.member.id],
    ['owner_link.make', null],
    ['team.remove', id],
    ['owner_link.use', first.session.member.id],
  ])
})

test('a community’s own account that somebody made theirs is opened by no link any more', async () => {
  const [acme, beta] = [await site(), await site()]
  const operator = await operatorOf(beta)
  const another = async () =>
    follow(acme, (await give('owner-links', operator, { site: acme.slug })).body.ownerLink)
  const first = await follow(acme, acme.ownerLink)
  const password = 'seven quiet bicycles at noon'
  expect((await acme.put('account/password', { password }, first.owner)).status).toBe(200)
  const second = await another()
  expect(second.session.member).toMatchObject({ name: 'Owner', role: 'owner' })
  expect(second.session.member.id).not.toBe(first.session.member.id)
  const elsewhere = { email: second.session.email, name: 'Guest of ours', role: 'moderator' }
  expect((await beta.post('team', elsewhere, operator)).status).toBe(201)
  const third = await another()
  expect([first, second].map((one) => one.session.member.id)).not.toContain(third.session.member.id)
  expect((await beta.get('settings', third.owner)).status).toBe(401)
})

test('an operator who was taken off every team operates nothing any more', async () => {
  const acme = await site()
  const operator = await operatorOf(acme)
  expect((await ask('GET', operator)).status).toBe(200)
  const { id } = (await acme.get('me', operator)).body
  expect((await acme.delete(`team/${id}`, await acme.staff('owner'))).status).toBe(204)
  expect((await ask('GET', operator)).status).toBe(403)
})

test('an operator makes a new secret for a community; the one before it holds, and the log has it', async () => {
  const [acme, other] = [await site(), await site()]
  const made = await give('site-secrets', await operatorOf(acme), { site: other.slug })
  expect(made.status).toBe(201)
  expect(made.headers.get('cache-control')).toBe('no-store')
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'someone', aud: other.slug, iat: now, exp: now + 60 }
  for (const [secret, status] of [
    [made.body.ssoSecret, 201],
    [other.secret, 201],
    [acme.secret, 401],
  ] as const)
    expect((await other.post('sessions/sso', { token: signJwt(claims, secret) })).status).toBe(status)
  const { items } = (await other.get('audit', await other.staff('owner'))).body
  expect(JSON.stringify(items)).toContain('secret')
  expect(JSON.stringify(items)).not.toContain(made.body.ssoSecret)
})

test('access is given anew by operators alone, freshly signed in, to communities that exist', async () => {
  const { clock } = await testWorld()
  const [acme, other] = [await site(), await site()]
  const operator = await operatorOf(acme)
  const people: [Person | undefined, number][] = [
    [undefined, 401],
    [await other.member(), 401],
    [await other.staff('owner'), 403],
    [{ ...operator, headers: { ...operator.headers, origin: 'https://host.example' } }, 403],
  ]
  for (const noun of ['owner-links', 'site-secrets'] as const) {
    for (const [as, status] of people)
      expect((await give(noun, as, { site: other.slug })).status, noun).toBe(status)
    expect((await give(noun, operator, { site: 'no-such-site' })).body.code).toBe('not_found')
    for (const wrong of [{}, { site: 7 }, { site: 'a\0' }, { site: other.slug, role: 'owner' }])
      expect((await give(noun, operator, wrong)).status, JSON.stringify(wrong)).toBe(422)
  }
  clock.move(601)
  for (const noun of ['owner-links', 'site-secrets'] as const)
    expect((await give(noun, operator, { site: other.slug })).body.code).toBe('proof_required')
})

test('access asked for twice at once is given twice, each good; what is huge is refused', async () => {
  const [acme, other] = [await site(), await site()]
  const operator = await operatorOf(acme)
  const both = await Promise.all([1, 2].map(() => give('site-secrets', operator, { site: other.slug })))
  expect(both.map((one) => one.status)).toEqual([201, 201])
  const now = Math.floor(Date.now() / 1000)
  const claims = { sub: 'someone', aud: other.slug, iat: now, exp: now + 60 }
  for (const { body } of both)
    expect((await other.post('sessions/sso', { token: signJwt(claims, body.ssoSecret) })).status).toBe(201)
  for (const noun of ['owner-links', 'site-secrets'] as const)
    expect((await give(noun, operator, { site: 'x'.repeat(10_000_000) })).status).toBe(413)
})
