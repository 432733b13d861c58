import { describe, expect, it } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// A session ends where its holder says so, and where the host's server does: on the next request, on every device.

const signOut = (site: TestSite, token: string) => site.post('sessions/sso/sign-outs', { token })
const statusOf = async (site: TestSite, person: Person) => (await site.get('me', person)).status

async function withCode(site: TestSite, email: string): Promise<Person> {
  const { body } = await site.post('sessions/email', { email })
  const code = await (await testWorld()).mails.code(email)
  const answer = await site.post(`sessions/email/${body.challenge}`, { code, device: body.device })
  expect(answer.status, answer.text).toBe(201)
  return { id: answer.body.member.id, name: '', headers: { authorization: `Bearer ${answer.body.token}` } }
}

describe('signing out on all devices', () => {
  it('sec-S10, sec-S13: ends every session of the member, and nobody else’s', async () => {
    const site = await (await testWorld()).site()
    const laptop = await site.member('Lea', { sub: 'lea' })
    const phone = await site.member('Lea', { sub: 'lea' })
    const noah = await site.member('Noah', { sub: 'noah' })
    for (const one of [laptop, phone, noah]) expect(await statusOf(site, one)).toBe(200)
    expect((await site.delete('sessions', laptop)).status).toBe(204)
    expect(await statusOf(site, laptop)).toBe(401)
    expect(await statusOf(site, phone)).toBe(401)
    expect(await statusOf(site, noah)).toBe(200)
  })
})

describe('the host’s server', () => {
  it('ends what its sign-on opened for a person, on the next request of every device', async () => {
    const site = await (await testWorld()).site()
    const laptop = await site.member('Lea', { sub: 'lea' })
    const phone = await site.member('Lea', { sub: 'lea' })
    const noah = await site.member('Noah', { sub: 'noah' })
    for (const one of [laptop, phone, noah]) expect(await statusOf(site, one)).toBe(200)
    expect((await signOut(site, site.token({ sub: 'lea' }))).status).toBe(204)
    expect(await statusOf(site, laptop)).toBe(401)
    expect(await statusOf(site, phone)).toBe(401)
    expect(await statusOf(site, noah)).toBe(200)
  })

  it('leaves a session that the same person opened by an e-mail code', async () => {
    const site = await (await testWorld()).site()
    const address = `lea-${process.pid}@elsewhere.example`
    const byCode = await withCode(site, address)
    const byHost = await site.member('Lea', { sub: 'lea', email: address })
    expect((await signOut(site, site.token({ sub: 'lea' }))).status).toBe(204)
    expect(await statusOf(site, byHost)).toBe(401)
    expect(await statusOf(site, byCode)).toBe(200)
  })

  it('is answered alike for somebody who never came, and makes nobody', async () => {
    const site = await (await testWorld()).site()
    expect((await signOut(site, site.token({ sub: 'nobody' }))).status).toBe(204)
    const { id } = await site.row()
    const made = await site.world.db
      .selectFrom('identities')
      .select('member_id')
      .where('site_id', '=', id)
      .where('subject', '=', 'nobody')
      .execute()
    expect(made).toEqual([])
  })

  it('is heeded by a token that is good, once where it has a jti, and by no other', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const lea = await site.member('Lea', { sub: 'lea' })
    const foreign = [
      other.token({ sub: 'lea' }),
      other.token({ sub: 'lea', aud: site.slug }),
      site.token({ sub: 'lea', exp: 1 }),
      site.token({ sub: 'lea' }).replace(/\.[^.]+$/, (signature) => `.x${signature.slice(2)}x`),
    ]
    for (const token of foreign) {
      const answer = await signOut(site, token)
      expect(answer.status).toBe(401)
      expect(answer.body.code).toBe('token_refused')
    }
    for (const token of ['', 7, null, ['a']])
      expect((await site.post('sessions/sso/sign-outs', { token })).status).toBe(422)
    expect(await statusOf(site, lea)).toBe(200)

    const token = site.token({ sub: 'lea', jti: 'leaving' })
    expect((await signOut(site, token)).status).toBe(204)
    const back = await site.member('Lea', { sub: 'lea' })
    expect((await signOut(site, token)).body.code).toBe('token_refused')
    expect(await statusOf(site, back)).toBe(200)
  })
})
