import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { allOf } from '../support/all_of.ts'
import { eventually } from '../support/eventually.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// From an erasure on no mail goes to the former address, and nothing that the server keeps holds it.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => {
  clock.reset()
  for (const addresses of [mails.busy, mails.held]) addresses.clear()
})

let made = 0
const address = (name: string) => `${name}-${process.pid}-${++made}@former.example`

/** A wait that a test ends. */
function hold() {
  let release = () => {}
  const until = new Promise<void>((done) => {
    release = done
  })
  return { until, release }
}

async function erase(site: TestSite, { id }: { id: string }, by: Person): Promise<void> {
  const wish = { posts: 'keep', reason: 'By letter.' }
  const erased = await site.put(`members/${id}/erasure`, wish, by)
  expect(erased.status, erased.text).toBe(204)
}

const askCode = async (site: TestSite, email: string) =>
  expect((await site.post('sessions/email', { email })).status).toBe(202)

/** The states of the mails of a site to an address in the queue, the first one first. */
async function queued(site: TestSite, email: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`select state from pgboss.job
    where name = 'mail' and data ->> 'siteId' = ${(await site.row()).id} and data ->> 'to' = ${email}
    order by created_on`.execute(world.db)
  return rows.map(({ state }) => state)
}

/** The pause before the next try of what failed is over. */
const tryAgain = (email: string) =>
  sql`update pgboss.job set start_after = now()
    where name = 'mail' and data ->> 'to' = ${email} and state = 'retry'`.execute(world.db)

test('a code that was sent to them is in no queue any more, and one that waits is not sent', async () => {
  const [site, elsewhere] = [await make(), await make()]
  const admin = await site.staff('admin')
  const email = address('lea')
  const lea = await site.member('Lea', { email })
  await askCode(site, email)
  const sent = await mails.code(email)
  await eventually(() => queued(site, email)).toEqual(['completed'])
  mails.busy.add(email)
  for (const one of [site, elsewhere]) await askCode(one, email)
  await eventually(() => queued(site, email)).toEqual(['completed', 'retry'])
  await eventually(() => queued(elsewhere, email)).toEqual(['retry'])
  for (const word of [email, sent]) expect(await allOf(site)).toContain(word)

  await erase(site, lea, admin)

  for (const word of [email, sent]) expect(await allOf(site), word).not.toContain(word)
  expect((await site.get('failing-jobs', admin)).body.items).toEqual([])
  mails.busy.clear()
  await tryAgain(email)
  // What another community sends there is its own.
  expect((await mails.to(email, 2)).subject).toContain(`Site ${elsewhere.slug}`)
  await eventually(() => queued(elsewhere, email)).toEqual(['completed'])
  expect(mails.all(email)).toHaveLength(2)
  expect(await queued(site, email)).toEqual([])
})

test('a code that the mail server refuses while they are erased is neither tried again nor told of', async () => {
  const site = await make()
  const admin = await site.staff('admin')
  const [email, other] = [address('lea'), address('tom')]
  const lea = await site.member('Lea', { email })
  const { until, release } = hold()
  mails.held.set(email, until)
  mails.busy.add(email)
  await askCode(site, email)
  await eventually(() => queued(site, email)).toEqual(['active'])

  await erase(site, lea, admin)
  // The queue begins what comes later once it is done with this one.
  await askCode(site, other)
  release()

  await mails.to(other)
  expect(await queued(site, email)).toEqual([])
  expect((await site.get('failing-jobs', admin)).body.items).toEqual([])
  expect(await allOf(site)).not.toContain(email)
  expect(mails.all(email)).toEqual([])
})

test('an invitation to the team goes with whom it invited, and with who sent it', async () => {
  const site = await make()
  const [olga, owner] = [await site.staff('owner', 'Olgerda'), await site.staff('owner')]
  const emails = [address('nils'), address('nina'), address('nora')]
  const people = []
  for (const [at, email] of emails.entries()) {
    const person = { email, name: `Newcomer ${at}`, role: 'moderator' }
    people.push((await site.post('team', person, at < 2 ? olga : owner)).body)
    await mails.to(email)
    await eventually(() => queued(site, email)).toEqual(['completed'])
  }
  const [nils, nina, nora] = people
  for (const word of ['Olgerda', ...emails]) expect(await allOf(site)).toContain(word)
  for (const one of [olga, nils]) {
    expect((await site.delete(`team/${one.id}`, owner)).status).toBe(204)
    await erase(site, one, owner)
  }
  for (const word of ['Olgerda', emails[0]!]) expect(await allOf(site), word).not.toContain(word)
  expect(await queued(site, emails[2]!)).toEqual(['completed'])
  const team = (await site.get('team', owner)).text
  for (const { id } of [nina, nora]) expect(team).toContain(id)
})

/** Members with an address, to each of whom a mail of news is due, in this order. */
async function withNews(site: TestSite, names: string[]) {
  const tom = await site.member('Tom')
  const people = []
  for (const name of names) {
    const email = address(name)
    const member = await site.member(name, { email })
    await site.reply(tom, await site.idea(member))
    people.push({ ...member, email })
  }
  return people
}

test('no mail of news goes to them that was due, was put off, or had been begun by a process that died', async () => {
  const site = await make()
  const admin = await site.staff('admin')
  const [due, busy, begun, kept] = await withNews(site, ['due', 'busy', 'begun', 'kept'])
  const { id } = await site.row()
  const waiting = () =>
    sql<{ state: string }>`select state from mails where site_id = ${id}`.execute(world.db)
  expect((await waiting()).rows).toHaveLength(4)
  await sql`update mails set due_at = due_at + interval '1 day' where site_id = ${id}
    and member_id = any(${[due!.id, kept!.id]}::uuid[])`.execute(world.db)
  await sql`update mails set state = 'sending', attempts = 1, claimed_at = ${clock.now()}, due_at = ${clock.now()}
    where site_id = ${id} and member_id = ${begun!.id}`.execute(world.db)
  mails.busy.add(busy!.email)
  clock.move(200)
  await sendDue(world)
  expect((await site.get('mails?state=waiting', admin)).text).toContain('451')

  for (const one of [due!, busy!, begun!]) await erase(site, one, admin)

  mails.busy.clear()
  for (const seconds of [700, 3600, 86_400]) {
    clock.move(seconds)
    await sendDue(world)
  }
  expect(mails.all(kept!.email)).toHaveLength(1)
  for (const { email } of [due!, busy!, begun!]) {
    expect(mails.all(email), email).toEqual([])
    expect(await allOf(site)).not.toContain(email)
  }
})

test('no mail of news goes to them that a round which is under way was to send next', async () => {
  const site = await make()
  const admin = await site.staff('admin')
  const people = await withNews(site, ['one', 'two', 'three', 'mia'])
  const mia = people.pop()!
  const { until, release } = hold()
  for (const { email } of people) mails.held.set(email, until)
  clock.move(200)
  const round = sendDue(world)
  const { id } = await site.row()
  const begun = () => sql`select from mails where site_id = ${id} and state = 'sending'`.execute(world.db)
  await eventually(async () => (await begun()).rows).toHaveLength(3)

  await erase(site, mia, admin)
  release()

  await round
  for (const { email } of people) expect(mails.all(email), email).toHaveLength(1)
  clock.move(3600)
  await sendDue(world)
  expect(mails.all(mia.email)).toEqual([])
})
