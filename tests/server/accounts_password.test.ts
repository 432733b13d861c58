import { describe, expect, it } from 'vitest'
import { byPassword, colleague, password, personOf, signIn } from '../support/account.ts'
import { testWorld } from '../support/world.ts'

const here = async () => (await testWorld()).site()

describe('a password', () => {
  it('signs in beside the code, once it is set, and not before', async () => {
    const site = await here()
    const sanne = await colleague(site)
    expect((await byPassword(site, sanne.email)).body.code).toBe('sign_in_refused')
    const now = (await testWorld()).clock.now().getTime()
    const set = await site.put('account/password', { password }, sanne)
    expect(set.status).toBe(200)
    expect(Date.parse(set.body.password.setAt) - now).toBeGreaterThanOrEqual(0)
    expect(Date.parse(set.body.password.setAt) - now).toBeLessThan(60_000)
    expect(set.text).not.toContain('argon2')
    const answer = await byPassword(site, sanne.email.toUpperCase())
    expect(answer.status).toBe(201)
    expect(answer.body.member).toMatchObject({ id: sanne.id, role: 'moderator' })
    expect((await site.get('staff-sessions/current', personOf(site, answer))).status).toBe(200)
    expect((await byPassword(site, sanne.email, `${password} `)).status).toBe(401)
    const elsewhere = await here()
    expect((await byPassword(elsewhere, sanne.email)).body.code).toBe('sign_in_refused')
  })

  it('is set where there is none only soon after a sign-in, and changed only by the present one', async () => {
    const world = await testWorld()
    const site = await here()
    const [sanne, fresh] = [await colleague(site), await colleague(site)]
    expect((await site.put('account/password', { password }, fresh)).status).toBe(200)
    world.clock.move(601)
    expect((await site.put('account/password', { password }, sanne)).body.code).toBe('proof_required')
    expect((await site.get('account', sanne)).body).toMatchObject({ fresh: false, password: null })
    const other = 'quite another sentence'
    for (const present of [undefined, 'not the present one'])
      expect((await site.put('account/password', { password: other, present }, fresh)).body.code).toBe(
        'password_wrong',
      )
    expect((await site.put('account/password', { password: other, present: password }, fresh)).status).toBe(
      200,
    )
    expect((await byPassword(site, fresh.email)).status).toBe(401)
    expect((await byPassword(site, fresh.email, other)).status).toBe(201)
  })

  it('can be done without again, after a sign-in just now', async () => {
    const world = await testWorld()
    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    world.clock.move(601)
    expect((await site.delete('account/password', sanne)).body.code).toBe('proof_required')
    const back = personOf(site, await byPassword(site, sanne.email))
    expect((await site.delete('account/password', back)).status).toBe(204)
    expect((await site.delete('account/password', back)).status).toBe(404)
    expect((await byPassword(site, sanne.email)).status).toBe(401)
  })

  it('sec-S13: ends every other session when it changes', async () => {
    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const laptop = personOf(site, await byPassword(site, sanne.email))
    const phone = personOf(site, await byPassword(site, sanne.email))
    for (const one of [sanne, laptop, phone])
      expect((await site.get('staff-sessions/current', one)).status).toBe(200)
    await site.put('account/password', { password: 'quite another sentence', present: password }, laptop)
    expect((await site.get('staff-sessions/current', laptop)).status).toBe(200)
    for (const one of [sanne, phone]) expect((await site.get('staff-sessions/current', one)).status).toBe(401)
  })

  it('sec-S16: is guessed at forty times in ten minutes from a network, and nobody is locked out by it', async () => {
    const site = await (await testWorld()).site({ limits: {} })
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const tries: number[] = []
    for (let count = 0; count < 50; count++) {
      const answer = await byPassword(site, sanne.email, `guess number ${count}`)
      tries.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    expect(tries.filter((status) => status === 401)).toHaveLength(40)
    expect(tries.slice(40)).toEqual(Array(10).fill(429))
    expect((await site.get('staff-sessions/current', sanne)).status).toBe(200)
    ;(await testWorld()).clock.move(601)
    expect((await byPassword(site, sanne.email)).status).toBe(201)
  })

  it('sec-S17: is refused alike, and with the same work, whether the address is known or has one', async () => {
    const world = await testWorld()
    const site = await here()
    const [withOne, without] = [await colleague(site), await colleague(site)]
    await site.put('account/password', { password }, withOne)
    const ask = async (email: string) => {
      const statements = await world.statements(async () => {
        const answer = await byPassword(site, email, 'not the password')
        answers.push(`${answer.status} ${answer.text}`)
      })
      return statements
    }
    const answers: string[] = []
    await ask('warm-up@nowhere.example')
    const work = [await ask(withOne.email), await ask(without.email), await ask('stranger@nowhere.example')]
    expect(new Set(answers).size).toBe(1)
    expect(work[0]!.some((statement) => statement.includes('account_passwords'))).toBe(true)
    expect(work[1]).toEqual(work[0])
    expect(work[2]).toEqual(work[0])
  })

  it('sec-S17: takes argon2’s time also where there is nothing to compare', async () => {
    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const cpu = async (email: string) => {
      const since = process.cpuUsage()
      for (let count = 0; count < 8; count++) await byPassword(site, email, 'not the password')
      const { user, system } = process.cpuUsage(since)
      return user + system
    }
    await cpu('warm-up@nowhere.example')
    const [known, unknown] = [await cpu(sanne.email), await cpu('stranger@nowhere.example')]
    expect(unknown).toBeGreaterThan(known / 3)
  })

  it('sec-S19: has eight characters or more, is never cut, and needs no kind of character', async () => {
    const site = await here()
    const sanne = await colleague(site)
    const set = (wish: unknown) => site.put('account/password', wish, sanne)
    expect((await set({ password: 'tbvmqxz' })).status).toBe(422)
    expect((await set({ password: 'é'.repeat(7) })).status).toBe(422)
    expect((await set({ password: 'x'.repeat(257) })).status).toBe(422)
    let present: string | undefined
    for (const good of [
      'tbvmqxzk',
      'wide  spaces ',
      '🚲🚲🚲🚲🚲🚲🚲🚲',
      'a1'.repeat(32),
      '🚲é'.repeat(128),
    ]) {
      expect((await set({ password: good, present })).status).toBe(200)
      expect((await byPassword(site, sanne.email, good)).status).toBe(201)
      present = good
    }
    const long = present!
    for (const near of [long.slice(0, -1), long.slice(0, 72), `${long.slice(0, -1)}e`])
      expect((await byPassword(site, sanne.email, near)).status).toBe(401)
    expect((await byPassword(site, sanne.email, long.normalize('NFD'))).status).toBe(201)
  })

  it('sec-S19: is refused when it is one of the commonest, or a name or an address of one’s own', async () => {
    const site = await here()
    const sanne = await colleague(site)
    const { name } = await site.row()
    const common = ['password', 'Password', '12345678', 'qwertyuiop', 'iloveyou', 'trustno1', 'baseball']
    const own = [sanne.email, sanne.email.split('@')[0]!, 'sannevisser', 'Sanne Visser 2026', name, site.slug]
    for (const weak of [...common, ...own.filter((one) => one.length >= 8)]) {
      const answer = await site.put('account/password', { password: weak }, sanne)
      expect([weak, answer.body.code]).toEqual([weak, 'weak_password'])
    }
  })

  it('sec-S20: is kept as argon2id with OWASP’s parameters and a salt of its own', async () => {
    const site = await here()
    const people = [await colleague(site), await colleague(site)]
    for (const person of people) await site.put('account/password', { password }, person)
    const rows = await site.world.db
      .selectFrom('account_passwords')
      .innerJoin('accounts', 'accounts.id', 'account_passwords.account_id')
      .select('hash')
      .where(
        'email',
        'in',
        people.map((person) => person.email),
      )
      .execute()
    expect(rows).toHaveLength(2)
    for (const { hash } of rows)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(rows[0]!.hash).not.toBe(rows[1]!.hash)
  })

  it('is asked for only by a page of our own', async () => {
    const site = await here()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    for (const headers of [{ origin: 'https://host.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await signIn(site, 'password', { email: sanne.email, password }, headers)
      expect(answer.body.code).toBe('foreign_origin')
    }
  })
})
