import { describe, expect, it } from 'vitest'
import { mailsOfSite, mailsQueued } from '../support/mail_jobs.ts'
import { testWorld } from '../support/world.ts'

async function codeFor(email: string, count = 1): Promise<string> {
  const mail = await (await testWorld()).mails.to(email, count)
  return /\b(\d{6})\b/.exec(mail.text ?? '')![1]!
}

let made = 0
const address = () => `person-${process.pid}-${++made}@mail.example`

describe('a code by e-mail', () => {
  it('signs in whoever reads it, as the same member each time, in the asked language', async () => {
    const site = await (await testWorld()).site()
    const email = address()
    const asked = await site.post('sessions/email', { email: email.toUpperCase(), locale: 'fr' })
    expect(asked.status).toBe(202)
    const mail = await (await testWorld()).mails.to(email)
    expect(mail.subject).toContain('Votre code')
    expect(mail.subject).not.toMatch(/\d{6}/)
    const { challenge, device } = asked.body
    const signed = await site.post(`sessions/email/${challenge}`, {
      code: await codeFor(email),
      device,
    })
    expect(signed.status).toBe(201)
    expect(
      (
        await site.get('threads', {
          id: '',
          name: '',
          headers: { authorization: `Bearer ${signed.body.token}` },
        })
      ).status,
    ).toBe(200)

    const second = await site.post('sessions/email', { email })
    const again = await site.post(`sessions/email/${second.body.challenge}`, {
      code: await codeFor(email, 2),
      device: second.body.device,
    })
    expect(again.body.member.id).toBe(signed.body.member.id)
  })

  it('works once, in the browser that asked, and dies after five tries', async () => {
    const site = await (await testWorld()).site()
    const email = address()
    const { challenge, device } = (await site.post('sessions/email', { email })).body
    const code = await codeFor(email)
    const wrong = code === '000000' ? '000001' : '000000'
    const otherDevice = await site.post(`sessions/email/${challenge}`, { code, device: `${device}x` })
    expect(otherDevice.body.code).toBe('code_refused')
    for (let attempt = 0; attempt < 4; attempt++) {
      expect((await site.post(`sessions/email/${challenge}`, { code: wrong, device })).status).toBe(401)
    }
    expect((await site.post(`sessions/email/${challenge}`, { code, device })).status).toBe(201)
    expect((await site.post(`sessions/email/${challenge}`, { code, device })).status).toBe(401)

    const next = (await site.post('sessions/email', { email })).body
    const right = await codeFor(email, 2)
    for (let attempt = 0; attempt < 5; attempt++) {
      await site.post(`sessions/email/${next.challenge}`, {
        code: right === '000000' ? '000001' : '000000',
        device: next.device,
      })
    }
    expect(
      (await site.post(`sessions/email/${next.challenge}`, { code: right, device: next.device })).status,
    ).toBe(401)
  })

  it('is spent by one of two tries at once', async () => {
    const site = await (await testWorld()).site()
    const email = address()
    const { challenge, device } = (await site.post('sessions/email', { email })).body
    const code = await codeFor(email)
    const answers = await Promise.all(
      [1, 2, 3].map(() => site.post(`sessions/email/${challenge}`, { code, device })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 401, 401])
  })

  it('runs out after ten minutes, and is not asked for more than five times an hour', async () => {
    const world = await testWorld()
    const site = await world.site()
    const email = address()
    const { challenge, device } = (await site.post('sessions/email', { email })).body
    const code = await codeFor(email)
    world.clock.move(601)
    expect((await site.post(`sessions/email/${challenge}`, { code, device })).status).toBe(401)
    for (let count = 0; count < 4; count++)
      expect((await site.post('sessions/email', { email })).status).toBe(202)
    const refused = await site.post('sessions/email', { email })
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(3600)
    expect((await site.post('sessions/email', { email: address() })).status).toBe(202)
    world.clock.move(wait)
    expect((await site.post('sessions/email', { email })).status, 'after the wait that was said').toBe(202)
  })

  it('is not asked for more than five times an hour, also all at once', async () => {
    const site = await (await testWorld()).site()
    const ask = () => site.post('sessions/email', { email: 'many@pedal.example' })
    const answers = await Promise.all(Array.from({ length: 12 }, ask))
    expect(answers.filter((answer) => answer.status === 202)).toHaveLength(5)
  })

  it('refuses what is no address or no code', async () => {
    const site = await (await testWorld()).site()
    for (const email of ['', 'x', 'a@b', 'a b@c.example', 'a@b.example\r\nBcc: x@y.example', 7, null]) {
      expect((await site.post('sessions/email', { email })).status).toBe(422)
    }
    for (const challenge of ['x', '00000000-0000-7000-8000-000000000000']) {
      const answer = await site.post(`sessions/email/${challenge}`, {
        code: '123456',
        device: 'x'.repeat(40),
      })
      expect(answer.status).toBe(401)
    }
  })

  it('for the admin goes only to the team, and the answer does not tell', async () => {
    const site = await (await testWorld()).site()
    const sanne = await site.staff('moderator', 'Sanne')
    const { id } = await site.row()
    const account = await site.world.db
      .selectFrom('accounts')
      .innerJoin('members', 'members.account_id', 'accounts.id')
      .select('accounts.email')
      .where('members.site_id', '=', id)
      .where('members.id', '=', sanne.id)
      .executeTakeFirstOrThrow()
    const origin = { origin: 'http://localhost:3000' }
    const stranger = address()
    const unknown = await site.post('staff-sessions/email', { email: stranger }, undefined, origin)
    const known = await site.post('staff-sessions/email', { email: account.email }, undefined, origin)
    expect(unknown.status).toBe(known.status)
    expect(Object.keys(unknown.body)).toEqual(Object.keys(known.body))
    const code = await codeFor(account.email)
    const signed = await site.post(
      `staff-sessions/email/${known.body.challenge}`,
      { code, device: known.body.device },
      undefined,
      origin,
    )
    expect(signed.status).toBe(201)
    expect(signed.headers.get('set-cookie')).toMatch(/^__Host-parvis=\w+; .*HttpOnly; Secure; SameSite=Lax/)
    expect(await mailsQueued(site.world, stranger)).toEqual([])
    expect((await site.post('staff-sessions/email', { email: account.email })).body.code).toBe(
      'foreign_origin',
    )
  })
})

describe('sec-S17: a code for the admin', () => {
  it('costs an unknown address what it costs a known one, the queued mail included', async () => {
    const { site: make, statements } = await testWorld()
    const site = await make()
    const { email } = await site.staffLink('moderator', 'Sanne')
    const ask = (whom: string) =>
      site.post('staff-sessions/email', { email: whom }, undefined, { origin: 'http://localhost:3000' })
    const queued = async () => (await mailsOfSite(site.world, (await site.row()).id)).length
    await ask(address())
    const work: [string[], number][] = []
    for (const whom of [email, address()]) {
      const before = await queued()
      const sent = await statements(async () => expect((await ask(whom)).status).toBe(202))
      work.push([sent, (await queued()) - before])
    }
    expect(work[0]![1]).toBe(1)
    expect(work[1]).toEqual(work[0])
  })
})

describe('a sign-in link', () => {
  it('sec-S18: of the owner works once, within half an hour, and only from our own page', async () => {
    const world = await testWorld()
    await world.site() // Whoever owns the first site of an installation operates it; this is not the first.
    const site = await world.site()
    const token = new URL(site.ownerLink).hash.slice('#link='.length)
    expect(new URL(site.ownerLink).search).toBe('')
    const origin = { origin: 'http://localhost:3000' }
    expect(
      (await site.post('staff-sessions/link', { token }, undefined, { origin: 'https://host.example' }))
        .status,
    ).toBe(403)
    expect(
      (await site.post('staff-sessions/link', { token: `${token}x` }, undefined, origin)).body.code,
    ).toBe('link_refused')
    const signed = await site.post('staff-sessions/link', { token }, undefined, origin)
    expect(signed.status).toBe(201)
    expect(signed.body).toMatchObject({
      member: { role: 'owner' },
      operator: false,
      site: { slug: site.slug },
    })
    expect((await site.post('staff-sessions/link', { token }, undefined, origin)).status).toBe(401)

    const late = await world.site()
    world.clock.move(31 * 60)
    const old = new URL(late.ownerLink).hash.slice('#link='.length)
    expect((await late.post('staff-sessions/link', { token: old }, undefined, origin)).status).toBe(401)
  })

  it('signs out on the next request, and another origin can do nothing with the cookie', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    expect((await site.get('staff-sessions/current', owner)).status).toBe(200)
    const foreign = { ...owner, headers: { cookie: owner.headers.cookie!, origin: 'https://host.example' } }
    expect((await site.delete('staff-sessions/current', foreign)).body.code).toBe('foreign_origin')
    expect((await site.get('staff-sessions/current', owner)).status).toBe(200)
    expect((await site.delete('staff-sessions/current', owner)).status).toBe(204)
    expect((await site.get('staff-sessions/current', owner)).status).toBe(401)
  })
})
