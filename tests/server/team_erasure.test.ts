import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { allOf } from '../support/all_of.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

// Who was on a team has an account, which is of no site. It goes with them where no team has it any more.

const { site: make, world, mails } = await testWorld()
const origin = new URL(publicUrl).origin
const address = () => `quist-${newId()}@team.example`
const name = 'Adalind Quist'

async function putOnTeam(acme: TestSite, email: string, by: Person): Promise<string> {
  const added = await acme.post('team', { email, name, role: 'moderator' }, by)
  expect(added.status, added.text).toBe(201)
  return added.body.id
}

async function takeOff(acme: TestSite, id: string, by: Person): Promise<void> {
  expect((await acme.delete(`team/${id}`, by)).status).toBe(204)
}

async function erase(acme: TestSite, id: string, by: Person): Promise<void> {
  const wish = { posts: 'keep', reason: 'Asked by letter.' }
  const answer = await acme.put(`members/${id}/erasure`, wish, by)
  expect(answer.status, answer.text).toBe(204)
}

/** Signs in to the admin by the newest code; what it answers. */
async function signIn(acme: TestSite, email: string, count: number): Promise<Person & { status: number }> {
  const asked = await acme.post('staff-sessions/email', { email }, undefined, { origin })
  const proof = { code: await mails.code(email, count), device: asked.body.device }
  const answer = await acme.post(`staff-sessions/email/${asked.body.challenge}`, proof, undefined, { origin })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!
  return { id: answer.body.member?.id, name, status: answer.status, headers: { cookie, origin } }
}

/** Every row of an account, and of what opens it, that is kept for an address. */
async function kept(email: string): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'account_id'`.execute(world.db)
  const found: string[] = []
  for (const table of [...tables.map((one) => one.name), 'accounts']) {
    const key = table === 'accounts' ? sql`id` : sql`account_id`
    const { rows } = await sql`select from ${sql.table(table)}
      where ${key} in (select id from accounts where email = ${email})`.execute(world.db)
    if (rows.length) found.push(table)
  }
  return found.toSorted()
}

const passwordOf = (email: string) =>
  sql`insert into account_passwords (account_id, hash, set_at)
    select id, 'a hash', now() from accounts where email = ${email}`.execute(world.db)

test('sec-P01: who was taken off the team and is erased leaves no account, and nothing that opened it', async () => {
  const acme = await make()
  const admin = await acme.staff('admin')
  const email = address()
  const id = await putOnTeam(acme, email, admin)
  expect((await signIn(acme, email, 1)).status).toBe(201)
  await passwordOf(email)
  await takeOff(acme, id, admin)
  expect(await kept(email)).toEqual(['account_passwords', 'account_sessions', 'accounts'])
  await erase(acme, id, admin)
  expect(await kept(email)).toEqual([])
  const { rows } = await sql`select from accounts where name = ${name} and email = ${email}`.execute(world.db)
  expect(rows).toHaveLength(0)
  expect(await allOf(acme)).not.toContain(email)

  // A person who is put on the team anew has an account anew.
  const again = await putOnTeam(acme, email, admin)
  expect((await signIn(acme, email, 2)).id).toBe(again)
})

test('who never came after they were put on the team leaves no account either', async () => {
  const acme = await make()
  const admin = await acme.staff('admin')
  const email = address()
  const id = await putOnTeam(acme, email, admin)
  await takeOff(acme, id, admin)
  await erase(acme, id, admin)
  expect(await kept(email)).toEqual([])
})

test('an account that another team has stays theirs, and goes once no team has it', async () => {
  const [acme, other] = [await make(), await make()]
  const [admin, otherAdmin] = [await acme.staff('admin'), await other.staff('admin')]
  const email = address()
  const id = await putOnTeam(acme, email, admin)
  const there = await putOnTeam(other, email, otherAdmin)
  const cookie = await signIn(other, email, 1)
  await takeOff(acme, id, admin)
  await erase(acme, id, admin)
  expect((await other.get('staff-sessions/current', cookie)).body.member).toMatchObject({ id: there, name })
  await takeOff(other, there, otherAdmin)
  await erase(other, there, otherAdmin)
  expect(await kept(email)).toEqual([])
})

test('who was put on the team again keeps the account when the row that they had before is erased', async () => {
  const acme = await make()
  const admin = await acme.staff('admin')
  const email = address()
  const before = await putOnTeam(acme, email, admin)
  await passwordOf(email)
  await takeOff(acme, before, admin)
  const now = await putOnTeam(acme, email, admin)
  await erase(acme, before, admin)
  expect(await kept(email)).toEqual(['account_passwords', 'accounts', 'members'])
  expect((await signIn(acme, email, 1)).id).toBe(now)
})

test('the account of an operator stays, whose installation it is', async () => {
  const acme = await make()
  const admin = await acme.staff('admin')
  const email = address()
  const id = await putOnTeam(acme, email, admin)
  await sql`update accounts set operator = true where email = ${email}`.execute(world.db)
  await takeOff(acme, id, admin)
  await erase(acme, id, admin)
  expect(await kept(email)).toEqual(['accounts'])
})

test('who erases themselves takes along the account of an address that they proved, and of none that a host only named', async () => {
  const [acme, other] = [await make(), await make()]
  const admin = await acme.staff('admin')
  const email = address()
  await takeOff(acme, await putOnTeam(acme, email, admin), admin)
  const named = await other.member('Somebody', { email })
  expect((await other.put('me/erasure', { posts: 'keep' }, named)).status).toBe(204)
  expect(await kept(email)).toEqual(['accounts'])

  const asked = (await acme.post('sessions/email', { email })).body
  const given = { code: await mails.code(email), device: asked.device }
  const { token } = (await acme.post(`sessions/email/${asked.challenge}`, given)).body
  const oneself = { id: '', name, headers: { authorization: `Bearer ${token}` } }
  const { challenge, device } = (await acme.post('me/erasure/codes', undefined, oneself)).body
  const proof = { challenge, device, code: await mails.code(email, 2) }
  expect((await acme.put('me/erasure', { posts: 'keep', proof }, oneself)).status).toBe(204)
  expect(await kept(email)).toEqual([])
})

test('an account is never lost to a team that takes it in while its person is erased', async () => {
  const [acme, other] = [await make(), await make()]
  const [admin, otherAdmin] = [await acme.staff('admin'), await other.staff('admin')]
  for (let time = 0; time < 8; time++) {
    const email = address()
    const id = await putOnTeam(acme, email, admin)
    await takeOff(acme, id, admin)
    const [there] = await Promise.all([putOnTeam(other, email, otherAdmin), erase(acme, id, admin)])
    const { rows } = await sql<{
      email: string
    }>`select a.email from members m join accounts a on a.id = m.account_id
      where m.site_id = ${(await other.row()).id} and m.id = ${there}`.execute(world.db)
    expect(rows).toEqual([{ email }])
  }
})

test('what was answered to who put them on the team is forgotten, and a repeat puts nobody there', async () => {
  const acme = await make()
  const admin = await acme.staff('admin')
  const wish = { email: address(), name, role: 'moderator' }
  const headers = { 'idempotency-key': newId() }
  const added = await acme.post('team', wish, admin, headers)
  expect(added.status).toBe(201)
  expect((await acme.post('team', wish, admin, headers)).body.id).toBe(added.body.id)
  await takeOff(acme, added.body.id, admin)
  await erase(acme, added.body.id, admin)
  const all = await allOf(acme)
  expect(all).not.toContain(name)
  expect(all).not.toContain(wish.email)
  const repeat = await acme.post('team', wish, admin, headers)
  expect([repeat.status, repeat.body.code]).toEqual([409, 'idempotency_pending'])
  expect((await acme.get('team', admin)).text).not.toContain(name)
})
