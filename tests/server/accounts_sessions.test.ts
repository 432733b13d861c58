import { describe, expect, it } from 'vitest'
import { newToken } from '../../server/lib/ids.ts'
import { byPassword, colleague, password, personOf, signIn } from '../support/account.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const day = 86_400
const here = async () => (await testWorld()).site()
const cookieOf = (person: Person) => person.headers.cookie!.split('=')[1]!
const alive = async (site: TestSite, person: Person) =>
  (await site.get('staff-sessions/current', person)).status

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

describe('the sessions of the team', () => {
  it('sec-S08: have a secret of 128 bits and more that never repeats and is kept nowhere', async () => {
    const tokens = Array.from({ length: 1000 }, () => newToken('pvx'))
    expect(new Set(tokens).size).toBe(1000)
    for (const token of tokens) expect(Buffer.from(token.slice(4), 'base64url')).toHaveLength(32)
    const risen = tokens.filter((token, index) => index > 0 && token > tokens[index - 1]!).length
    expect(risen).toBeGreaterThan(400)
    expect(risen).toBeLessThan(600)

    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const ids = new Set<string>()
    for (let count = 0; count < 20; count++)
      ids.add(cookieOf(personOf(site, await byPassword(site, sanne.email))))
    expect(ids.size).toBe(20)
    // 40 letters of 32 are 200 bits.
    for (const id of ids) expect(id).toMatch(/^[a-z2-7]{40}$/)
    const kept = await site.world.db.selectFrom('account_sessions').select('id').execute()
    expect(kept.filter((row) => ids.has(row.id))).toEqual([])
  })

  it('do nothing for a page of another account, which a browser shares its cookie with', async () => {
    const site = await here()
    const [sanne, bela] = [await colleague(site, 'moderator'), await colleague(site, 'moderator')]
    const account = (await site.get('staff-sessions/current', sanne)).body.account as string
    expect(account).not.toBe((await site.get('staff-sessions/current', bela)).body.account)
    const number = await site.idea(await site.member())
    const note = (person: Person, named: string) =>
      site.post(`threads/${number}/notes`, { body: 'To be looked at.' }, person, { 'parvis-account': named })
    expect((await note(sanne, account)).status).toBe(201)
    for (const [person, named] of [
      [bela, account],
      [sanne, 'constructor'],
      [sanne, crypto.randomUUID()],
    ] as const) {
      const refused = await note(person, named)
      expect([refused.status, refused.body.code]).toEqual([401, 'unauthenticated'])
    }
    const asked = await site.request('GET', 'staff-sessions/current', {
      headers: { ...bela.headers, 'parvis-account': account },
    })
    expect(asked.status).toBe(401)
    // Neither signs the other out.
    expect([await alive(site, sanne), await alive(site, bela)]).toEqual([200, 200])
    expect((await site.get(`threads/${number}/file`, sanne)).body.notes).toHaveLength(1)
  })

  it('sec-S09: get a new id at each sign-in, which ends the session that the browser had', async () => {
    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const again = await signIn(
      site,
      'password',
      { email: sanne.email, password },
      { cookie: sanne.headers.cookie! },
    )
    const renewed = personOf(site, again)
    expect(cookieOf(renewed)).not.toBe(cookieOf(sanne))
    expect(await alive(site, renewed)).toBe(200)
    expect(await alive(site, sanne)).toBe(401)

    const planted = 'planted'.padEnd(40, 'a')
    const fixed = personOf(
      site,
      await signIn(
        site,
        'password',
        { email: sanne.email, password },
        { cookie: `__Host-parvis=${planted}` },
      ),
    )
    expect(cookieOf(fixed)).not.toBe(planted)
    expect(await alive(site, { ...sanne, headers: { cookie: `__Host-parvis=${planted}` } })).toBe(401)
  })

  it('sec-S10: are worth nothing after signing out', async () => {
    const site = await here()
    const owner = await site.staff('owner')
    const paths = ['staff-sessions/current', 'account', 'account/sessions', 'me', 'team', 'audit', 'settings']
    for (const path of paths) expect([path, (await site.get(path, owner)).status]).toEqual([path, 200])
    const out = await site.delete('staff-sessions/current', owner)
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-parvis=; Max-Age=0;/)
    for (const path of paths) expect([path, (await site.get(path, owner)).status]).toEqual([path, 401])
    expect((await site.put('account/password', { password }, owner)).status).toBe(401)
  })

  it('sec-S11: have no power from the request on after which their holder is off the team', async () => {
    const site = await here()
    const owner = await site.staff('owner')
    const sanne = await colleague(site, 'admin')
    expect((await site.get('team', sanne)).status).toBe(200)
    await site.patch(`team/${sanne.id}`, { role: 'moderator' }, owner)
    expect((await site.get('team', sanne)).status).toBe(403)
    expect((await site.get('account', sanne)).status).toBe(200)
    await site.delete(`team/${sanne.id}`, owner)
    for (const path of ['account', 'account/sessions', 'audit'])
      expect((await site.get(path, sanne)).status).toBe(401)
  })

  it('sec-S12: end after 14 days without use', async () => {
    const { clock } = await testWorld()
    const site = await here()
    const [idle, busy] = [await colleague(site), await colleague(site)]
    clock.move(8 * day)
    expect(await alive(site, busy)).toBe(200)
    clock.move(7 * day)
    expect(await alive(site, busy)).toBe(200)
    expect(await alive(site, idle)).toBe(401)
    clock.move(14 * day + 1)
    expect(await alive(site, busy)).toBe(401)
  })

  it('sec-S12: end after 90 days, however much they are used', async () => {
    const { clock } = await testWorld()
    const site = await here()
    const sanne = await colleague(site)
    for (let days = 0; days < 85; days += 5) {
      clock.move(5 * day)
      expect(await alive(site, sanne)).toBe(200)
    }
    clock.move(5 * day - 60)
    expect(await alive(site, sanne)).toBe(200)
    clock.move(120)
    expect(await alive(site, sanne)).toBe(401)
  })

  it('sec-S13: are listed to their holder alone, who ends one, or all others', async () => {
    const { clock } = await testWorld()
    const site = await here()
    const stranger = await site.staff('owner')
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const enter = async (agent: string) =>
      personOf(
        site,
        await signIn(site, 'password', { email: sanne.email, password }, { 'user-agent': agent }),
      )
    clock.move(60)
    const laptop = await enter(windows)
    clock.move(60)
    const phone = await enter(iphone)
    const { items } = (await site.get('account/sessions', laptop)).body
    expect(items).toMatchObject([
      { browser: 'Safari', system: 'iPhone', provedBy: 'password', current: false },
      { browser: 'Firefox', system: 'Windows', provedBy: 'password', current: true },
      { browser: null, system: null, provedBy: 'link', current: false },
    ])
    expect(JSON.stringify(items)).not.toContain(cookieOf(phone))

    expect((await site.delete(`account/sessions/${items[0].id}`, stranger)).status).toBe(404)
    expect(await alive(site, phone)).toBe(200)
    expect((await site.delete(`account/sessions/${items[0].id}`, laptop)).status).toBe(204)
    expect(await alive(site, phone)).toBe(401)
    for (const unknown of [items[0].id, 'x'])
      expect((await site.delete(`account/sessions/${unknown}`, laptop)).status).toBe(404)

    expect((await site.delete('account/sessions', laptop)).status).toBe(204)
    expect(await alive(site, sanne)).toBe(401)
    expect(await alive(site, laptop)).toBe(200)
    expect((await site.get('account/sessions', laptop)).body.items).toHaveLength(1)
    expect(await alive(site, stranger)).toBe(200)
  })

  it('say when they were last seen', async () => {
    const { clock } = await testWorld()
    const site = await here()
    const sanne = await colleague(site)
    const seen = async () => Date.parse((await site.get('account/sessions', sanne)).body.items[0].seenAt)
    const first = await seen()
    clock.move(3600)
    await site.get('account', sanne)
    expect((await seen()) - first).toBeGreaterThanOrEqual(3_600_000)
  })

  it('sec-S14: are kept in a cookie that no script, no other host and no other site’s request gets', async () => {
    const site = await here()
    const { token } = await site.staffLink('owner', 'Olga')
    const answer = await signIn(site, 'link', { token })
    const [pair, ...attributes] = answer.headers.get('set-cookie')!.split('; ')
    expect(pair).toMatch(/^__Host-parvis=/)
    expect(attributes.toSorted()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Lax', 'Secure'])
  })

  it('sec-S18: are not opened, nor is a link used up, by who only looks at its address', async () => {
    const site = await here()
    const { token, id } = await site.staffLink('owner', 'Olga')
    const address = `http://localhost:3000/admin/${site.slug}/sign-in#link=${token}`
    for (const method of ['GET', 'HEAD']) {
      const answer = await site.app.request(address, { method })
      expect(answer.headers.get('set-cookie')).toBeNull()
      for (const query of ['', `?token=${token}`]) {
        const path = `http://localhost:3000/api/v1/sites/${site.slug}/staff-sessions/link${query}`
        expect((await site.app.request(path, { method })).status).toBe(405)
      }
    }
    const olga = await site.signInByLink(token, { id, name: 'Olga' })
    expect(await alive(site, olga)).toBe(200)
    expect((await signIn(site, 'link', { token })).body.code).toBe('link_refused')
  })
})
