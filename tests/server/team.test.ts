import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { mailsQueued } from '../support/mail_jobs.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

const { site, world, mails } = await testWorld()
const origin = new URL(publicUrl).origin

/** Signs in to the admin by the code in the mail. */
async function byCode(
  acme: TestSite,
  email: string,
): Promise<{ status: number; headers: Record<string, string> }> {
  const asked = await acme.post('staff-sessions/email', { email }, undefined, { origin })
  const code = await mails.code(email)
  const proof = { code, device: asked.body.device }
  const answer = await acme.post(`staff-sessions/email/${asked.body.challenge}`, proof, undefined, { origin })
  return {
    status: answer.status,
    headers: { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0]!, origin },
  }
}

const address = () => `p-${newId()}@team.example`

const rolesOf = async (acme: TestSite, as: Person): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await acme.get('team', as)).body.items.map((one: { id: string; role: string }) => [one.id, one.role]),
  )

async function auditOf(acme: TestSite) {
  const { id } = await acme.row()
  return world.db
    .selectFrom('audit_entries')
    .select(['action', 'detail'])
    .where('site_id', '=', id)
    .orderBy('id')
    .execute()
}

test('somebody put on the team signs in by a code and has their role', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const email = address()
  const added = await acme.post(
    'team',
    { email: email.toUpperCase(), name: ' Ben  B. ', role: 'moderator' },
    ana,
  )
  expect(added.status).toBe(201)
  expect(added.body).toEqual({
    id: expect.any(String),
    name: 'Ben B.',
    email,
    avatar: null,
    role: 'moderator',
    createdAt: expect.any(String),
  })
  const ben = { id: added.body.id, name: 'Ben B.', ...(await byCode(acme, email)) }
  expect((await acme.get('staff-sessions/current', ben)).body.member).toMatchObject({
    name: 'Ben B.',
    role: 'moderator',
  })
  expect((await acme.get('reports', ben)).status).toBe(200)
  expect((await acme.get('team', ben)).status).toBe(403)
})

test('a person is on a team once, also when added twice at once', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const draft = { email: address(), name: 'Ben', role: 'product' }
  const both = await Promise.all([acme.post('team', draft, ana), acme.post('team', draft, ana)])
  expect(both.map((one) => one.status).sort()).toEqual([201, 409])
  const key = { 'idempotency-key': newId() }
  const again = { email: address(), name: 'Eva', role: 'product' }
  const [first, second] = [await acme.post('team', again, ana, key), await acme.post('team', again, ana, key)]
  expect(second.body).toEqual(first.body)
})

test('one account serves two sites, and neither tells of the other', async () => {
  const acme = await site()
  const other = await site()
  const ana = await acme.staff('admin')
  const otto = await other.staff('owner')
  const email = address()
  const here = await acme.post('team', { email, name: 'Here', role: 'moderator' }, ana)
  const there = await other.post('team', { email, name: 'There', role: 'product' }, otto)
  expect(there.status).toBe(201)
  expect(there.body).toMatchObject({ name: 'There', role: 'product' })
  expect(there.body.id).not.toBe(here.body.id)
  const ben = { id: '', name: '', ...(await byCode(acme, email)) }
  expect((await acme.get('me', ben)).body).toMatchObject({ name: 'Here', role: 'moderator' })
  expect((await other.get('me', ben)).body).toMatchObject({ name: 'There', role: 'product' })
  expect((await other.delete(`team/${there.body.id}`, otto)).status).toBe(204)
  expect((await other.get('me', ben)).status).toBe(401)
  expect((await acme.get('me', ben)).status).toBe(200)
})

test('an admin gives every role but owner’s, and touches no owner', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const olga = await acme.staff('owner')
  const mona = await acme.staff('moderator')
  expect((await acme.post('team', { email: address(), name: 'X', role: 'owner' }, ana)).status).toBe(403)
  expect((await acme.patch(`team/${mona.id}`, { role: 'owner' }, ana)).status).toBe(403)
  expect((await acme.patch(`team/${ana.id}`, { role: 'owner' }, ana)).status).toBe(403)
  expect((await acme.patch(`team/${olga.id}`, { role: 'moderator' }, ana)).status).toBe(403)
  expect((await acme.delete(`team/${olga.id}`, ana)).status).toBe(403)
  expect(await rolesOf(acme, ana)).toMatchObject({
    [ana.id]: 'admin',
    [olga.id]: 'owner',
    [mona.id]: 'moderator',
  })
  expect((await acme.patch(`team/${mona.id}`, { role: 'product' }, ana)).body).toMatchObject({
    id: mona.id,
    role: 'product',
  })
  expect((await acme.patch(`team/${mona.id}`, { role: 'owner' }, olga)).body.role).toBe('owner')
  expect((await acme.post('team', { email: address(), name: 'X', role: 'owner' }, olga)).status).toBe(201)
})

test('a new role holds from the next request on', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  const mona = await acme.staff('moderator')
  expect((await acme.get('reports', mona)).status).toBe(200)
  await acme.patch(`team/${mona.id}`, { role: 'product' }, olga)
  expect((await acme.get('reports', mona)).status).toBe(403)
  expect((await acme.delete(`team/${mona.id}`, olga)).status).toBe(204)
  expect((await acme.get('staff-sessions/current', mona)).status).toBe(401)
  expect((await acme.get('members?role=staff', mona)).status).toBe(401)
})

test('who leaves the team keeps their words and loses their account, links and assignments here', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  const mona = await acme.staff('moderator', 'Mona')
  const mia = await acme.member()
  const number = await acme.idea(mia)
  await acme.reply(mona, number, 'We look into it.')
  const { id: siteId } = await acme.row()
  const thread = await world.db
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('assignments')
    .values({ site_id: siteId, thread_id: thread.id, member_id: mona.id })
    .execute()
  expect((await acme.delete(`team/${mona.id}`, olga)).status).toBe(204)
  const [reply] = (await acme.get(`threads/${number}/replies`)).body.items
  expect(reply.author).toMatchObject({ id: mona.id, name: 'Mona', team: false })
  expect(await rolesOf(acme, olga)).not.toHaveProperty(mona.id)
  expect(
    await world.db.selectFrom('assignments').select('thread_id').where('site_id', '=', siteId).execute(),
  ).toEqual([])
  const row = await world.db
    .selectFrom('members')
    .select(['role', 'account_id'])
    .where('site_id', '=', siteId)
    .where('id', '=', mona.id)
    .executeTakeFirst()
  expect(row).toEqual({ role: 'member', account_id: null })
  expect((await acme.delete(`team/${mona.id}`, olga)).status).toBe(404)
  expect((await acme.patch(`team/${mona.id}`, { role: 'admin' }, olga)).status).toBe(404)
})

test('a sign-in link that was not used yet does not outlive the place on the team', async () => {
  const acme = await site()
  const { id: siteId } = await acme.row()
  const owner = await acme.signInByLink(new URL(acme.ownerLink).hash.slice('#link='.length), {
    id: '',
    name: '',
  })
  const me = (await acme.get('me', owner)).body
  const second = await acme.staff('owner')
  const account = await world.db
    .selectFrom('members')
    .select('account_id')
    .where('site_id', '=', siteId)
    .where('id', '=', me.id)
    .executeTakeFirstOrThrow()
  const link = {
    site_id: siteId,
    token_hash: newId(),
    account_id: account.account_id!,
    expires_at: new Date(Date.now() + 1e6),
  }
  await world.db.insertInto('sign_in_links').values(link).execute()
  expect((await acme.delete(`team/${me.id}`, second)).status).toBe(204)
  const left = await world.db
    .selectFrom('sign_in_links')
    .select('token_hash')
    .where('site_id', '=', siteId)
    .where('account_id', '=', account.account_id!)
    .execute()
  expect(left).toEqual([])
})

test('a site keeps an owner, also when two owners send each other away at once', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  const { items } = (await acme.get('team', olga)).body
  const first = items.find((one: { id: string; role: string }) => one.role === 'owner' && one.id !== olga.id)
  expect((await acme.delete(`team/${first.id}`, olga)).status).toBe(204)

  for (const act of [
    acme.delete(`team/${olga.id}`, olga),
    acme.patch(`team/${olga.id}`, { role: 'admin' }, olga),
  ]) {
    expect((await act).body.code).toBe('conflict')
  }
  const oleg = await acme.staff('owner')
  const both = await Promise.all([
    acme.delete(`team/${oleg.id}`, olga),
    acme.patch(`team/${olga.id}`, { role: 'admin' }, oleg),
  ])
  // Whichever came first won; the other found the last owner, or had lost its own power by then.
  expect(both.filter((one) => one.status < 300)).toHaveLength(1)
  const { id } = await acme.row()
  const owners = await world.db
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', id)
    .where('role', '=', 'owner')
    .where('account_id', 'is not', null)
    .execute()
  expect(owners).toHaveLength(1)
})

test('the team is the admins’ of this very site', async () => {
  const acme = await site()
  const other = await site()
  const ana = await acme.staff('admin')
  const stranger = await other.staff('owner')
  const mia = await acme.member()
  const people: [Person | undefined, number][] = [
    [undefined, 401],
    [mia, 403],
    [stranger, 401],
    [await acme.staff('moderator'), 403],
    [await acme.staff('product'), 403],
  ]
  for (const [as, status] of people) {
    expect((await acme.get('team', as)).status).toBe(status)
    expect((await acme.post('team', { email: address(), name: 'X', role: 'product' }, as)).status).toBe(
      status,
    )
    expect((await acme.patch(`team/${ana.id}`, { role: 'product' }, as)).status).toBe(status)
    expect((await acme.delete(`team/${ana.id}`, as)).status).toBe(status)
  }
  for (const id of [stranger.id, mia.id, newId(), 'x', '1']) {
    expect((await acme.patch(`team/${id}`, { role: 'product' }, ana)).status, id).toBe(404)
    expect((await acme.delete(`team/${id}`, ana)).status, id).toBe(404)
  }
  expect((await other.get('staff-sessions/current', stranger)).status).toBe(200)
})

test('what does not fit is refused', async () => {
  const acme = await site()
  const ana = await acme.staff('owner')
  const fit = { email: address(), name: 'X', role: 'product' }
  const bad: object[] = [
    {},
    { ...fit, role: 'member' },
    { ...fit, role: 'operator' },
    { ...fit, role: ['owner'] },
    { ...fit, email: 'nobody' },
    { ...fit, email: 'a@b.example\nbcc: c@d.example' },
    { ...fit, email: `${'x'.repeat(260)}@b.example` },
    { ...fit, name: '' },
    { ...fit, operator: true },
    { ...fit, account_id: newId() },
  ]
  for (const body of bad) expect((await acme.post('team', body, ana)).status, JSON.stringify(body)).toBe(422)
  expect((await acme.patch(`team/${ana.id}`, { role: 'guest' }, ana)).status).toBe(422)
  expect((await acme.patch(`team/${ana.id}`, { role: 'admin', operator: true }, ana)).status).toBe(422)
  const accounts = await world.db.selectFrom('accounts').select('id').where('email', '=', fit.email).execute()
  expect(accounts).toEqual([])
})

test('the team is audited without addresses', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  const email = address()
  const { id } = (await acme.post('team', { email, name: 'Ben', role: 'product' }, olga)).body
  await acme.patch(`team/${id}`, { role: 'admin' }, olga)
  await acme.patch(`team/${id}`, { role: 'admin' }, olga)
  await acme.delete(`team/${id}`, olga)
  const entries = await auditOf(acme)
  expect(entries.map((entry) => entry.action)).toEqual(['team.add', 'team.role', 'team.remove'])
  expect(entries[1]!.detail).toEqual({ name: 'Ben', from: 'product', to: 'admin' })
  expect(JSON.stringify(entries)).not.toContain(email)
})

test('staff find each other by name or address, page by page; members are not listed', async () => {
  const acme = await site()
  const mona = await acme.staff('moderator', 'Émile Zola')
  await acme.staff('product', 'anna karenina')
  await acme.staff('product', '100% _real_')
  await acme.member('Emile Member', { email: 'emile@example.org' })
  const find = async (q: string) =>
    (await acme.get(`members?role=staff&q=${encodeURIComponent(q)}`, mona)).body.items.map(
      (one: { name: string }) => one.name,
    )
  expect(await find('emile')).toEqual(['Émile Zola'])
  expect(await find('KARE')).toEqual(['anna karenina'])
  expect(await find('team.example')).toEqual(['100% _real_', 'anna karenina', 'Émile Zola'])
  expect(await find('0% _')).toEqual(['100% _real_'])
  expect(await find('%')).toEqual(['100% _real_'])
  expect(await find("' or 1=1 --")).toEqual([])

  const names: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page = await acme.get(`members?role=staff&limit=1${next && `&cursor=${next}`}`, mona)
    expect(page.body.items).toHaveLength(1)
    names.push(page.body.items[0].name)
    next = page.body.next
  }
  expect(names).toEqual(['100% _real_', 'anna karenina', 'Émile Zola', 'Owner'])
  expect((await acme.get('members?role=member', mona)).status).toBe(422)
  expect((await acme.get('members?role=staff&cursor=x', mona)).body.code).toBe('broken_cursor')
  expect((await acme.get('members?role=staff', await acme.member())).status).toBe(403)
  expect((await acme.get('members?role=staff')).status).toBe(401)
})

test('somebody put on the team is told by mail who did it, in which role and where to sign in, in their language', async () => {
  const acme = await site({ locale: 'de' })
  const owner = await acme.staff('owner', 'Olga Petrova')
  const email = address()
  await acme.post('team', { email, name: 'Ben', role: 'moderator' }, owner)
  const { name } = await acme.row()
  const mail = await mails.to(email)
  expect(mail.subject).toBe(`Sie gehören zum Team von ${name}`)
  expect(mail.text).toContain(
    `Olga Petrova hat Sie in das Team von ${name} aufgenommen. Ihre Rolle: Moderation.`,
  )
  expect(mail.text).toContain(`${publicUrl}admin/${acme.slug}/sign-in\n`)
  expect(mail.html).toContain(`href="${publicUrl}admin/${acme.slug}/sign-in"`)

  const ben = { id: '', name: 'Ben', headers: (await byCode(acme, email)).headers }
  await acme.patch('me', { locale: 'fr' }, ben)
  const elsewhere = await site({ locale: 'en' })
  await elsewhere.post('team', { email, name: 'Ben', role: 'product' }, await elsewhere.staff('owner'))
  const second = (await mails.to(email, 3)).subject
  expect(second).toContain('Vous faites partie de l’équipe')
})

test('sec-R05: nobody’s mailbox is filled by putting them on a team and off again', async () => {
  const acme = await site()
  const owner = await acme.staff('owner')
  const email = address()
  const add = () => acme.post('team', { email, name: 'Ben', role: 'moderator' }, owner)
  const answers: number[] = []
  for (let count = 0; count < 20; count++) {
    const answer = await add()
    answers.push(answer.status)
    if (answer.status === 201) await acme.delete(`team/${answer.body.id}`, owner)
    else expect(answer.headers.get('retry-after')).toBe('86400')
  }
  expect(answers).toEqual([201, 201, 201, ...Array(17).fill(429)])
  await mails.to(email, 3)
  expect(await mailsQueued(acme.world, email)).toHaveLength(3)
  const rows = (await acme.get('team', owner)).body.items
  expect(rows.map((one: { email: string }) => one.email)).not.toContain(email)
})

test('sec-S17: an address that has an account is put on the team as an unknown one is', async () => {
  const acme = await site()
  const elsewhere = await site()
  const [owner, other] = [await acme.staff('owner'), await elsewhere.staff('owner')]
  const known = address()
  await elsewhere.post('team', { email: known, name: 'Ben', role: 'product' }, other)
  const ask = async (email: string) => {
    let answer = ''
    const statements = await (await testWorld()).statements(async () => {
      const { status, body } = await acme.post('team', { email, name: 'Ben', role: 'product' }, owner)
      answer = JSON.stringify({ status, ...body, id: '', email: '', createdAt: '' })
    })
    return { answer, statements }
  }
  await ask(address())
  const [one, two] = [await ask(known), await ask(address())]
  expect(one).toEqual(two)
})
