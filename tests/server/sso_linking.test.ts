import { describe, expect, it } from 'vitest'
import { type Answer, type Person, signJwt, type TestSite, testWorld } from '../support/world.ts'

// Who is who across connections. An address makes two identities one person only where both sides vouch for it.

const { site, world, clock, mails } = await testWorld()

interface Two {
  at: TestSite
  ana: Person
  /** Signs on by the first connection, and by the second. */
  first: (claims: Record<string, unknown>) => Promise<Answer>
  second: (claims: Record<string, unknown>) => Promise<Answer>
}

async function two(verified: { first: boolean; second: boolean }): Promise<Two> {
  const at = await site()
  const ana = await at.staff('admin')
  const { body } = await at.get('connections', ana)
  await at.patch(`connections/${body.items[0].id}`, { emailsVerified: verified.first }, ana)
  const draft = { name: 'Portal', algorithm: 'HS256', issuer: 'portal', emailsVerified: verified.second }
  const { secret } = (await at.post('connections', draft, ana)).body
  const by = (key: string, iss?: string) => (claims: Record<string, unknown>) => {
    const now = Math.floor(clock.now().getTime() / 1000)
    const token = signJwt({ aud: at.slug, iat: now, exp: now + 60, iss, ...claims }, key)
    return at.post('sessions/sso', { token })
  }
  return { at, ana, first: by(at.secret), second: by(secret, 'portal') }
}

const email = 'lea@radkurier.example'

describe('sec-S05: the same e-mail address', () => {
  for (const verified of [
    { first: false, second: false },
    { first: true, second: false },
    { first: false, second: true },
  ])
    it(`is two people where only ${JSON.stringify(verified)} vouch for it`, async () => {
      const { first, second } = await two(verified)
      const [one, other] = [await first({ sub: 'a', email }), await second({ sub: 'b', email })]
      expect([one.status, other.status]).toEqual([201, 201])
      expect(other.body.member.id).not.toBe(one.body.member.id)
    })

  it('is one person where both connections vouch for it, also when both come at once', async () => {
    const { first, second } = await two({ first: true, second: true })
    const [one, other] = await Promise.all([first({ sub: 'a', email }), second({ sub: 'b', email })])
    expect(other.body.member.id).toBe(one.body.member.id)
    const again = await second({ sub: 'b', email: 'new@radkurier.example' })
    expect(again.body.member.id).toBe(one.body.member.id)
  })

  it('of two customers of one connection is two people', async () => {
    const { first, second } = await two({ first: true, second: true })
    const [a, b] = [await first({ sub: 'a', email }), await first({ sub: 'b', email })]
    expect(b.body.member.id).not.toBe(a.body.member.id)
    const [x, y] = [await second({ sub: 'x', email }), await second({ sub: 'y', email })]
    expect(x.body.member.id).not.toBe(y.body.member.id)
  })

  it('takes no letter for another that is like it: the Kelvin sign is no k', async () => {
    const { first, second } = await two({ first: true, second: true })
    const kim = await first({ sub: 'a', email: 'kim@radkurier.example' })
    const other = await second({ sub: 'b', email: '\u212Aim@radkurier.example' })
    expect(other.status).toBe(201)
    expect(other.body.member.id).not.toBe(kim.body.member.id)
    const same = await second({ sub: 'c', email: 'KIM@radkurier.example' })
    expect(same.body.member.id).toBe(kim.body.member.id)
  })

  it('counts no longer once a connection does not vouch any more, or says another', async () => {
    const { first, second } = await two({ first: true, second: true })
    const one = await first({ sub: 'a', email })
    await first({ sub: 'a', email: 'moved@radkurier.example' })
    const other = await second({ sub: 'b', email })
    expect(other.body.member.id).not.toBe(one.body.member.id)
    const moved = await second({ sub: 'c', email: 'moved@radkurier.example' })
    expect(moved.body.member.id).toBe(one.body.member.id)
  })

  it('of somebody of the team signs on somebody else, and changes nothing of theirs', async () => {
    const { at, first, second } = await two({ first: true, second: true })
    const olga = await at.staff('owner', 'Olga')
    const { id } = await at.row()
    const read = () =>
      world.db
        .selectFrom('members')
        .selectAll()
        .where('site_id', '=', id)
        .where('id', '=', olga.id)
        .executeTakeFirstOrThrow()
    const before = await read()
    for (const signOn of [first, second]) {
      const { body } = await signOn({ sub: 'mallory', email: before.email, name: 'Mallory' })
      expect(body.member).toMatchObject({ role: 'member', name: 'Mallory' })
      expect(body.member.id).not.toBe(olga.id)
    }
    expect(await read()).toEqual(before)
  })

  it('typed from a code is the person whom a verifying connection knows, and the other way round', async () => {
    const { at, first, second } = await two({ first: true, second: false })
    const byCode = async (address: string) => {
      const asked = await at.post('sessions/email', { email: address })
      const { challenge, device } = asked.body
      const code = /\d{6}/.exec((await mails.to(address)).text!)![0]
      return at.post(`sessions/email/${challenge}`, { code, device })
    }
    const one = await first({ sub: 'a', email })
    expect((await byCode(email)).body.member.id).toBe(one.body.member.id)
    const coded = await byCode('tom@radkurier.example')
    const known = await first({ sub: 't', email: 'tom@radkurier.example' })
    expect(known.body.member.id).toBe(coded.body.member.id)
    const unvouched = await second({ sub: 't', email: 'tom@radkurier.example' })
    expect(unvouched.body.member.id).not.toBe(coded.body.member.id)
  })
})
