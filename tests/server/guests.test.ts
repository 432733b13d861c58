import { expect, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { handlers } from '../../server/jobs/handlers.ts'
import { makeWorld } from '../../server/world.ts'
import { arriveAsGuest, easyProof, workedOn } from '../support/guest.ts'
import { type Answer, type Person, TestSite, testWorld } from '../support/world.ts'

const { site, world, clock } = await testWorld()

async function open(wish: Parameters<typeof site>[0] = {}): Promise<TestSite> {
  const acme = await site(wish)
  await acme.takeGuests()
  return acme
}

const asPerson = ({ body }: Answer): Person => ({
  id: body.member.id,
  name: body.member.name,
  headers: { authorization: `Bearer ${body.token}` },
})

async function guestsOf(acme: TestSite): Promise<number> {
  const { id } = await acme.row()
  const rows = await world.db
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', id)
    .where('role', '=', 'guest')
    .execute()
  return rows.length
}

test('guests are taken only where an admin says so, and then by work that their browser did once', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.get('opening')).body.site.guests).toBe(false)
  expect((await acme.post('sessions/guest-challenges', undefined)).status).toBe(403)
  expect((await acme.post('sessions/guest', await easyProof(acme))).status).toBe(403)
  expect((await acme.patch('settings', { guests: 'yes' }, ana)).status).toBe(422)

  expect((await acme.patch('settings', { guests: true }, ana)).body.guests).toBe(true)
  expect((await acme.get('opening')).body.site.guests).toBe(true)
  const proof = await workedOn(acme)
  expect(proof.solution.counter).toBeGreaterThanOrEqual(400)
  expect(proof.solution.counter).toBeLessThanOrEqual(proof.challenge.parameters.data.most)
  const came = await acme.post('sessions/guest', { ...proof, locale: 'fr' })
  expect(came.status).toBe(201)
  expect(came.body.member).toMatchObject({ role: 'guest', locale: 'fr', avatar: null })
  expect(came.body.member.name).toMatch(/^Invité \d{4}$/)
  const me = await acme.get('me', asPerson(came))
  expect(me.body).toMatchObject({ role: 'guest', managed: false, email: null })
})

test.each([
  ['en', /^Guest \d{4}$/],
  ['de', /^Gast \d{4}$/],
] as const)('who gives no name is called a guest in %s, else as they say', async (locale, name) => {
  const acme = await open({ locale })
  const came = await acme.post('sessions/guest', await easyProof(acme))
  expect(came.body.member.name).toMatch(name)
  const named = await acme.post('sessions/guest', { ...(await easyProof(acme)), name: '  Mia  K ' })
  expect(named.body.member.name).toBe('Mia K')
  for (const wrong of ['', ' ', 'x'.repeat(81), 'a\u202eb', 7, null]) {
    const answer = await acme.post('sessions/guest', { ...(await easyProof(acme)), name: wrong })
    expect(answer.status, String(wrong)).toBe(422)
  }
})

test('a challenge is spent once, also by two at the same moment', async () => {
  const acme = await open()
  const proof = await easyProof(acme)
  const answers = await Promise.all(Array.from({ length: 8 }, () => acme.post('sessions/guest', proof)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(401)])
  expect(await guestsOf(acme)).toBe(1)
  clock.move(500)
  const again = await acme.post('sessions/guest', proof)
  expect([again.status, again.body.code]).toEqual([401, 'proof_refused'])
  const reordered = {
    ...proof.challenge,
    parameters: Object.fromEntries(Object.entries(proof.challenge.parameters).reverse()),
  }
  expect((await acme.post('sessions/guest', { ...proof, challenge: reordered })).status).toBe(401)
  expect(await guestsOf(acme)).toBe(1)
})

test('what is wrong, over, forged, another site’s or not worked on makes nobody', async () => {
  const acme = await open()
  const other = await open()
  const good = await easyProof(acme)
  const { challenge, solution } = good
  const with_ = (parameters: object) => ({
    ...good,
    challenge: { ...challenge, parameters: { ...challenge.parameters, ...parameters } },
  })
  const refused = {
    'another counter and key': { ...good, solution: { counter: 3, derivedKey: 'ab'.repeat(32) } },
    'the prefix alone': {
      ...good,
      solution: { ...solution, derivedKey: challenge.parameters.keyPrefix.padEnd(64, '0') },
    },
    'an easier prefix': with_({ keyPrefix: '00' }),
    'a later end': with_({ expiresAt: challenge.parameters.expiresAt! + 60 }),
    'another nonce': with_({ nonce: '00'.repeat(16) }),
    'another signature': { ...good, challenge: { ...challenge, signature: '00'.repeat(32) } },
    'a key of their own': await easyProof(acme, { secret: 'guessed' }),
    'another site’s': await easyProof(other),
    'one that is over': await easyProof(acme, { expiresAt: Math.floor(clock.now().getTime() / 1000) - 1 }),
  }
  for (const [what, body] of Object.entries(refused)) {
    const answer = await acme.post('sessions/guest', body)
    expect([answer.status, answer.body.code], what).toEqual([401, 'proof_refused'])
  }
  const { keySignature: _, ...unsigned } = challenge.parameters
  const malformed = {
    nothing: {},
    'no solution': { challenge },
    'a text': { challenge: JSON.stringify(challenge), solution },
    'no key signature': { ...good, challenge: { ...challenge, parameters: unsigned } },
    'no signature': { ...good, challenge: { parameters: challenge.parameters } },
    'another algorithm': with_({ algorithm: 'SHA-256' }),
    'a counter that wraps': { ...good, solution: { ...solution, counter: 2 ** 32 } },
    'a counter as text': { ...good, solution: { ...solution, counter: '2' } },
    'a key that is no hex': { ...good, solution: { ...solution, derivedKey: 'zz'.repeat(32) } },
    'a long key': { ...good, solution: { ...solution, derivedKey: 'ab'.repeat(40_000) } },
    'a role': { ...good, role: 'admin' },
    'more data': with_({ data: { most: 1, member: 'x' } }),
  }
  for (const [what, body] of Object.entries(malformed))
    expect((await acme.post('sessions/guest', body)).status, what).toBe(422)
  const raw = JSON.stringify({ ...good, name: 'X' }).replace('{', '{"__proto__":{"role":"owner"},')
  const proto = await acme.request('POST', 'sessions/guest', {
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(proto.status).toBe(422)
  expect(await guestsOf(acme)).toBe(0)
  expect((await acme.post('sessions/guest', good)).status, 'the premise').toBe(201)
})

test('a challenge of one process is taken, and taken once, by another, within ten minutes', async () => {
  const acme = await open()
  const elsewhere = makeWorld(world.config, world.database, clock, world.log)
  const there = new TestSite(elsewhere, makeApp(elsewhere), { slug: acme.slug, ssoSecret: '', ownerLink: '' })
  const proof = await workedOn(acme)
  const answers = await Promise.all([there, acme].map((process) => process.post('sessions/guest', proof)))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 401])
  const late = await workedOn(there)
  clock.move(601)
  expect((await acme.post('sessions/guest', late)).body.code).toBe('proof_refused')
  await elsewhere.render.close()
})

test('a guest comes back to their device without work, also once their session is over', async () => {
  const acme = await open()
  const mia = await arriveAsGuest(acme, 'Mia')
  clock.move(31 * 86_400)
  expect((await acme.get('me', mia)).status).toBe(401)
  const back = await acme.post('sessions/guest/device', { device: mia.device })
  expect(back.status).toBe(201)
  expect(back.body).toMatchObject({ member: { id: mia.id, name: 'Mia', role: 'guest' } })
  expect(back.body).not.toHaveProperty('device')
  expect((await acme.get('me', asPerson(back))).status).toBe(200)

  const other = await open()
  const lea = await acme.member()
  for (const [where, device] of [
    [other, mia.device],
    [acme, `${mia.device}x`],
    [acme, mia.token],
    [acme, lea.headers.authorization!.slice('Bearer '.length)],
    [acme, mia.id],
  ] as const) {
    const answer = await where.post('sessions/guest/device', { device })
    expect([answer.status, answer.body.code]).toEqual([401, 'guest_unknown'])
  }
  const { id } = await acme.row()
  const kept = await world.db.selectFrom('identities').select('subject').where('site_id', '=', id).execute()
  expect(JSON.stringify(kept)).not.toContain(mia.device)
})

test('a guest takes part in public boards and in no other', async () => {
  const acme = await open()
  const lea = await acme.member('Lea')
  const idea = await acme.idea(lea)
  const secret = await acme.idea(lea, { board: 'help', kind: 'question', title: 'Zephyrine, for members' })
  await acme.restrict('help', 'members')
  const mia = await acme.guest('Mia')

  const read = await acme.get('opening', mia)
  expect(read.body.boards.map(({ slug }: { slug: string }) => slug)).toEqual(['ideas', 'news'])
  for (const path of [`threads/${secret}`, `threads/${secret}/story`, 'threads?board=help'])
    expect((await acme.get(path, mia)).status, path).toBe((await acme.get(path)).status)
  expect((await acme.get(`threads/${secret}`, mia)).status).toBe(404)
  expect((await acme.get('threads?q=zephyrine', mia)).body.items).toEqual([])
  expect((await acme.post(`threads/${secret}/replies`, { body: 'Me too.' }, mia)).status).toBe(404)
  const draft = { board: 'help', kind: 'question', title: 'May I ask?', body: 'I may not.' }
  expect((await acme.post('threads', draft, mia)).status).toBe(422)

  expect((await acme.put(`threads/${idea}/vote`, undefined, mia)).body).toEqual({ votes: 2, voted: true })
  const own = await acme.idea(mia, { title: 'A guest’s own idea' })
  const reply = await acme.reply(mia, idea, 'So do we.')
  expect((await acme.patch(`replies/${reply}`, { body: 'So do we, daily.' }, mia, 1)).status).toBe(200)
  expect((await acme.get(`threads/${own}`)).body.author).toMatchObject({
    name: 'Mia',
    guest: true,
    team: false,
  })
  expect((await acme.get(`threads/${idea}`)).body.author).toMatchObject({ name: 'Lea', guest: false })
  const { opening } = await postsOf(acme, idea)
  expect((await acme.post(`posts/${opening}/reports`, { reason: 'spam' }, mia)).status).toBe(201)
  expect((await acme.delete(`replies/${reply}`, mia)).status).toBe(204)
  expect((await acme.delete('me/picture', mia)).status).toBe(403)
  expect((await acme.patch(`threads/${idea}`, { title: 'Mine now, I say' }, mia, 1)).status).toBe(403)
})

async function postsOf(acme: TestSite, number: number): Promise<{ opening: string }> {
  return { opening: (await acme.get(`threads/${number}`)).body.post }
}

test('where guests are switched off again, those who are there read like visitors, and may sign in', async () => {
  const acme = await open()
  const ana = await acme.staff('admin')
  const lea = await acme.member('Lea')
  const idea = await acme.idea(lea)
  const mia = await acme.guest('Mia')
  await acme.put(`threads/${idea}/vote`, undefined, mia)
  await acme.patch('settings', { guests: false }, ana)
  expect((await acme.put(`threads/${idea}/vote`, undefined, mia)).status).toBe(401)
  expect((await acme.post('sessions/guest/device', { device: mia.device })).status).toBe(403)
  const token = acme.token({ name: 'Mia Kern' })
  const session = await acme.post('sessions/sso', { token, guest: mia.device })
  expect(session.body.member).toMatchObject({ id: mia.id, name: 'Mia Kern', role: 'member' })
  expect((await acme.get(`me/overlay?threads=${idea}`, asPerson(session))).body.voted).toEqual([idea])
})

test('new guests are limited by network and by site, in limits of their own, and who comes back is not', async () => {
  const acme = await open({ limits: { guestsPerNetwork: 2 } })
  const first = await acme.post('sessions/guest', await easyProof(acme))
  const wrong = await acme.post('sessions/guest', await easyProof(acme, { secret: 'guessed' }))
  expect([first.status, wrong.status]).toEqual([201, 401])
  expect((await acme.post('sessions/guest', await easyProof(acme))).status).toBe(201)
  const third = await acme.post('sessions/guest', await easyProof(acme))
  expect(third.status).toBe(429)
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await acme.post('sessions/guest/device', { device: first.body.device })).status).toBe(201)

  const small = await open({ limits: { guestsPerSite: 1 } })
  expect((await small.post('sessions/guest', await easyProof(small))).status).toBe(201)
  expect((await small.post('sessions/guest', await easyProof(small))).status).toBe(429)
})

test('spent challenges are swept once they are over, and not before', async () => {
  const acme = await open()
  await acme.post('sessions/guest', await easyProof(acme))
  const { id } = await acme.row()
  const spent = async () => {
    await handlers(world).sweep({})
    return world.db.selectFrom('spent_tokens').select('jti').where('site_id', '=', id).execute()
  }
  expect(await spent()).toHaveLength(1)
  clock.move(601)
  expect(await spent()).toHaveLength(1)
  clock.move(120)
  expect(await spent()).toHaveLength(0)
})
