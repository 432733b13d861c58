import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { references } from '../../server/sessions/guest_moves.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, world, clock, mails } = await testWorld()

async function open(): Promise<TestSite> {
  const acme = await site()
  await acme.takeGuests()
  return acme
}

const asPerson = ({ body }: Answer): Person => ({
  id: body.member.id,
  name: body.member.name,
  headers: { authorization: `Bearer ${body.token}` },
})

/** Signs in by the host, bringing a guest along. */
const signOn = (acme: TestSite, guest: unknown, claims: Record<string, unknown> = {}) =>
  acme.post('sessions/sso', { token: acme.token(claims), guest })

let mailed = 0
const address = () => `mia-${++mailed}-${process.pid}@mail.example`

/** Signs in by a code, bringing a guest along. */
async function signInByMail(acme: TestSite, email: string, guest?: string): Promise<Answer> {
  const before = mails.all(email).length
  const { body } = await acme.post('sessions/email', { email })
  const code = await mails.code(email, before + 1)
  return acme.post(`sessions/email/${body.challenge}`, { code, device: body.device, guest })
}

async function idsOf(acme: TestSite): Promise<string[]> {
  const { id } = await acme.row()
  const rows = await world.db.selectFrom('members').select('id').where('site_id', '=', id).execute()
  return rows.map((row) => row.id)
}

const voted = async (acme: TestSite, as: Person, ...numbers: number[]) =>
  (await acme.get(`me/overlay?threads=${numbers.join()}`, as)).body.voted

const votesOf = async (acme: TestSite, number: number) => (await acme.get(`threads/${number}`)).body.votes

async function countersAreRight(acme: TestSite): Promise<void> {
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
}

describe('a guest who signs in for the first time', () => {
  test.each(['device secret', 'session token'] as const)(
    'is the member from then on, by their %s, with all they did',
    async (by) => {
      const acme = await open()
      const idea = await acme.idea(await acme.member('Lea'))
      const mia = await acme.guest()
      await acme.put(`threads/${idea}/vote`, undefined, mia)
      const own = await acme.idea(mia)
      const session = await signOn(acme, by === 'device secret' ? mia.device : mia.token, {
        sub: 'mia',
        name: 'Mia Kern',
      })
      expect(session.body.member).toMatchObject({ id: mia.id, name: 'Mia Kern', role: 'member' })
      const member = asPerson(session)
      expect(await voted(acme, member, idea, own)).toEqual([idea, own])
      expect(await votesOf(acme, idea)).toBe(2)
      expect((await acme.get(`threads/${own}`)).body.author).toMatchObject({ name: 'Mia Kern', guest: false })
      expect((await acme.get('me', member)).body).toMatchObject({ role: 'member', managed: true })
      // The guest is no more, neither by their session nor by their device.
      expect((await acme.get('me', mia)).status).toBe(401)
      expect((await acme.post('sessions/guest/device', { device: mia.device })).body.code).toBe(
        'guest_unknown',
      )
      const again = await signOn(acme, undefined, { sub: 'mia' })
      expect(again.body.member.id).toBe(mia.id)
      await countersAreRight(acme)
    },
  )

  test('keeps a name they gave where the sign-in has none, and is no numbered guest any more', async () => {
    const acme = await open()
    const [mia, nameless] = [await acme.guest('Mia'), await acme.guest()]
    const first = await signInByMail(acme, address(), mia.device)
    expect(first.body.member).toMatchObject({ id: mia.id, name: 'Mia', role: 'member' })
    const second = await signInByMail(acme, address(), nameless.device)
    expect(second.body.member.id).toBe(nameless.id)
    expect(second.body.member.name).toMatch(/^Member \d{4}$/)
  })

  test('reads members’ boards and has a picture from then on', async () => {
    const acme = await open()
    await acme.restrict('help', 'members')
    const mia = await acme.guest()
    const boards = async (as: Person) =>
      (await acme.get('opening', as)).body.boards.map(({ slug }: { slug: string }) => slug)
    expect(await boards(mia)).not.toContain('help')
    expect(await boards(asPerson(await signOn(acme, mia.device)))).toContain('help')
  })
})

describe('a guest who turns out to be known', () => {
  test('gives the member all they did: votes once each, posts, replies, reports, news and days', async () => {
    const acme = await open()
    const lea = await acme.member('Lea')
    const [both, guests, members] = [await acme.idea(lea), await acme.idea(lea), await acme.idea(lea)]
    const email = address()
    const known = asPerson(await signInByMail(acme, email))
    for (const number of [both, members]) await acme.put(`threads/${number}/vote`, undefined, known)
    const mia = await acme.guest('Mia')
    for (const number of [both, guests]) await acme.put(`threads/${number}/vote`, undefined, mia)
    const own = await acme.idea(mia, { title: 'Written as a guest' })
    const reply = await acme.reply(mia, both, 'As a guest.')
    await acme.reply(lea, own, 'Good one.')
    const { post } = (await acme.get(`threads/${members}`)).body
    for (const who of [known, mia]) await acme.post(`posts/${post}/reports`, { reason: 'spam' }, who)
    const before = await Promise.all([both, guests, members, own].map((number) => votesOf(acme, number)))
    expect(before).toEqual([3, 2, 2, 1])

    const session = await signInByMail(acme, email, mia.device)
    expect(session.body.member.id).toBe(known.id)
    const member = asPerson(session)
    expect(await voted(acme, member, both, guests, members, own)).toEqual([both, guests, members, own])
    const after = await Promise.all([both, guests, members, own].map((number) => votesOf(acme, number)))
    expect(after).toEqual([2, 2, 2, 1])
    expect((await acme.get(`threads/${own}`)).body.author).toMatchObject({ id: known.id, guest: false })
    expect((await acme.patch(`replies/${reply}`, { body: 'Edited since.' }, member, 1)).status).toBe(200)
    clock.move(20)
    const news = await acme.get('me/notifications', member)
    expect(news.body.items).toMatchObject([{ kind: 'reply', thread: { number: own } }])
    expect(news.body.unread).toBe(1)
    const mo = await acme.staff('moderator')
    expect((await acme.get('reports', mo)).body.items[0].reports).toHaveLength(1)
    expect((await acme.get('me', mia)).status).toBe(401)
    expect(await idsOf(acme)).not.toContain(mia.id)
    await countersAreRight(acme)
  })

  test('is told nothing of what they did themselves, and once of what both were told', async () => {
    const acme = await open()
    const known = await acme.member('Mia Kern', { sub: 'mia' })
    const idea = await acme.idea(known)
    const mia = await acme.guest('Mia')
    await acme.put(`threads/${idea}/vote`, undefined, mia)
    await acme.reply(mia, idea, 'A reply to myself, as it turns out.')
    const product = await acme.staff('product')
    await acme.put(`threads/${idea}/status`, { status: 'planned', note: 'Soon.' }, product)
    clock.move(20)
    const member = asPerson(await signOn(acme, mia.device, { sub: 'mia' }))
    const kinds = (await acme.get('me/notifications', member)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    )
    expect(kinds).toEqual(['status'])
  })

  test('gives what they did in merged threads too', async () => {
    const acme = await open()
    const lea = await acme.member('Lea')
    const [source, target] = [await acme.idea(lea), await acme.idea(lea)]
    const known = await acme.member('Mia Kern', { sub: 'mia' })
    await acme.put(`threads/${target}/vote`, undefined, known)
    const mia = await acme.guest()
    await acme.put(`threads/${source}/vote`, undefined, mia)
    const mo = await acme.staff('moderator')
    expect((await acme.put(`threads/${source}/merge`, { into: target }, mo)).status).toBeLessThan(300)
    expect(await votesOf(acme, target)).toBe(3)
    await signOn(acme, mia.device, { sub: 'mia' })
    expect(await votesOf(acme, target)).toBe(2)
    await countersAreRight(acme)
  })

  test('every reference to a member in the database is moved, or named as one that no guest has', async () => {
    const { rows } = await sql<{ reference: string }>`
      select c.conrelid::regclass || '.' || a.attname as reference from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'site_id'
      where c.contype = 'f' and c.confrelid = 'members'::regclass order by 1`.execute(world.db)
    expect(rows.map((row) => row.reference)).toEqual(Object.values(references).flat().sort())
  })
})

describe('what is no guest here', () => {
  test('does nothing, and the sign-in goes through without it', async () => {
    const acme = await open()
    const other = await open()
    const lea = await acme.member('Lea')
    const idea = await acme.idea(lea)
    const stranger = await other.guest()
    const gone = await acme.guest()
    await signOn(acme, gone.device, { sub: 'gone' })
    const owner = await acme.staff('owner')
    const bearer = lea.headers.authorization!.slice('Bearer '.length)
    for (const guest of [stranger.device, stranger.token, gone.device, gone.token, bearer, lea.id, '', 'x']) {
      const session = await signOn(acme, guest, { name: 'New', sub: `new-${guest}` })
      expect(session.status, guest).toBe(201)
      expect([gone.id, lea.id, stranger.id]).not.toContain(session.body.member.id)
    }
    expect((await acme.get('me', lea)).body.name).toBe('Lea')
    expect((await other.get('me', stranger)).body.role).toBe('guest')
    // Neither does the cookie of the team, sent along.
    const byStaff = await acme.request('POST', 'sessions/sso', {
      as: owner,
      body: { token: acme.token({ sub: 'staff' }), guest: owner.headers.cookie!.split('=')[1] },
    })
    expect(byStaff.status).toBe(201)
    expect(byStaff.body.member.id).not.toBe(owner.id)
    for (const guest of [7, null, {}, ['x'], 'x'.repeat(201)])
      expect((await signOn(acme, guest)).status, JSON.stringify(guest)).toBe(422)
    expect(await votesOf(acme, idea)).toBe(1)
  })

  test('a refused sign-in leaves the guest as they were', async () => {
    const acme = await open()
    const mia = await acme.guest('Mia')
    const bad = await acme.post('sessions/sso', { token: acme.token({ aud: 'other' }), guest: mia.device })
    expect(bad.status).toBe(401)
    const email = address()
    const { body } = await acme.post('sessions/email', { email })
    const wrong = (await mails.code(email)) === '000000' ? '000001' : '000000'
    const refused = await acme.post(`sessions/email/${body.challenge}`, {
      code: wrong,
      device: body.device,
      guest: mia.device,
    })
    expect(refused.status).toBe(401)
    expect((await acme.get('me', mia)).body).toMatchObject({ id: mia.id, role: 'guest' })
  })

  test('an ended bearer in the header is refused as before, and none is needed', async () => {
    const acme = await open()
    const mia = await acme.guest()
    const token = acme.token()
    clock.move(31 * 86_400)
    const fresh = acme.token({ sub: 'mia' })
    const refused = await acme.request('POST', 'sessions/sso', { as: mia, body: { token: fresh } })
    expect(refused.status).toBe(401)
    const session = await acme.post('sessions/sso', { token: fresh, guest: mia.device })
    expect(session.body.member.id).toBe(mia.id)
    expect(token).not.toBe(fresh)
  })
})
