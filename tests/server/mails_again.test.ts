import { sql } from 'kysely'
import { afterEach, describe, expect, it, test } from 'vitest'
import { Mailer } from '../../server/lib/mailer.ts'
import { sendDue } from '../../server/mails/send.ts'
import { signInWord } from '../support/mail_catcher.ts'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Mail of news that was tried in vain: whose fault it was, and what becomes of what is in it.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => {
  clock.reset()
  mails.refused.clear()
  mails.busy.clear()
  mails.refusesSenders = false
})

const week = 8 * 86_400
let made = 0

async function reader(site: TestSite): Promise<Person & { email: string }> {
  const email = `again-${++made}-${process.pid}@mail.example`
  return { ...(await site.member('Mia', { email })), email }
}

/** Lets time pass, and sends. */
async function post(seconds = 200, mailer = world.mailer): Promise<void> {
  clock.move(seconds)
  await sendDue({ ...world, mailer })
}

const failed = async (site: TestSite, admin: Person) => (await site.get('mails', admin)).body.items
const retry = async (site: TestSite, admin: Person, [mail]: { id: string }[]) =>
  expect((await site.post(`mails/${mail!.id}/attempts`, undefined, admin)).status).toBe(204)

/** A reply and a status, told in one mail that the mail server refuses for good. */
async function refusedMail(site: TestSite) {
  const [lea, tom, admin] = [await reader(site), await site.member('Tom'), await site.staff('admin')]
  const number = await site.idea(lea, { title: 'A lamp' })
  mails.refused.add(lea.email)
  await site.reply(tom, number, 'Behind the saddle.')
  await site.put(`threads/${number}/status`, { status: 'planned', note: 'In May.' }, admin)
  await post()
  expect(await failed(site, admin)).toMatchObject([{ email: lea.email }])
  return { lea, tom, admin, number }
}

describe('whose mail failed', () => {
  it('and who then chooses to be told weekly is told weekly of what was in it, and at once of the rest', async () => {
    const site = await make()
    const { lea, admin } = await refusedMail(site)
    await site.patch('me/mail', { follows: 'week' }, lea)
    mails.refused.clear()
    await retry(site, admin, await failed(site, admin))
    await post(0)
    const rest = await mails.to(lea.email)
    expect(rest.text).toContain('In May.')
    expect(rest.text).not.toContain('Behind the saddle.')
    await post(week)
    const weekly = await mails.to(lea.email, 2)
    expect(weekly.text).toContain('Behind the saddle.')
    expect(weekly.text).not.toContain('In May.')
    await post(week)
    expect(mails.all(lea.email)).toHaveLength(2)
  })

  it('and who then wants all of it weekly gets it so without anybody’s retry, and no mail is left that failed', async () => {
    const site = await make()
    const { lea, admin } = await refusedMail(site)
    mails.refused.clear()
    await site.patch('me/mail', { follows: 'week', statuses: 'week' }, lea)
    expect(await failed(site, admin)).toEqual([])
    await post(week)
    expect((await mails.to(lea.email)).text).toMatch(/Behind the saddle\.[\s\S]*In May\./)
    await post(week)
    expect(mails.all(lea.email)).toHaveLength(1)
  })

  it('and who then wants none of it by mail gets none, ever, and reads it among their notifications', async () => {
    const site = await make()
    const { lea, admin } = await refusedMail(site)
    mails.refused.clear()
    await site.patch('me/mail', { follows: 'none' }, lea)
    expect(await failed(site, admin)).toHaveLength(1)
    await site.patch('me/mail', { statuses: 'none' }, lea)
    expect(await failed(site, admin)).toEqual([])
    await site.patch('me/mail', { follows: 'week', statuses: 'week' }, lea)
    await post(week)
    expect(mails.all(lea.email)).toEqual([])
    expect((await site.get('me/notifications', lea)).body.items).toHaveLength(2)
  })

  it('and who chose while it waited for its next try, or was being tried, is told as they chose', async () => {
    const site = await make()
    const [lea, tom] = [await reader(site), await site.member('Tom')]
    const number = await site.idea(lea)
    mails.busy.add(lea.email)
    await site.reply(tom, number, 'The first.')
    await post()
    await site.patch('me/mail', { follows: 'day' }, lea)
    mails.busy.clear()
    await post(3600)
    expect(mails.all(lea.email)).toEqual([])
    await post(86_400)
    expect((await mails.to(lea.email)).text).toContain('The first.')
    // The choice comes while the mail server takes its time to refuse the mail.
    await site.patch('me/mail', { follows: 'soon' }, lea)
    await site.reply(tom, number, 'The second.')
    const { promise, resolve } = Promise.withResolvers<void>()
    mails.held.set(lea.email, promise)
    mails.refused.add(lea.email)
    clock.move(200)
    const sending = sendDue(world)
    const begun = sql`select from mails where state = 'sending' and member_id = ${lea.id}`
    await expect.poll(async () => (await begun.execute(world.db)).rows.length).toBe(1)
    await expect.poll(async () => (await inMails(site, lea)).length).toBe(2)
    await site.patch('me/mail', { follows: 'week' }, lea)
    resolve()
    await sending
    mails.held.clear()
    mails.refused.clear()
    await post(week)
    expect((await mails.to(lea.email, 2)).text).toContain('The second.')
  })

  it('and who was suspended meanwhile is told of it once that ends, as of all else', async () => {
    const site = await make()
    const [lea, tom, admin] = [await reader(site), await site.member('Tom'), await site.staff('admin')]
    const number = await site.idea(lea, { title: 'A lamp' })
    mails.refused.add(lea.email)
    await site.reply(tom, number, 'Behind the saddle.')
    await post()
    await site.put(`members/${lea.id}/suspension`, suspension, admin)
    mails.refused.clear()
    await post()
    const told = await mails.to(lea.email)
    expect(told.text).toContain('The team suspended you')
    await retry(site, admin, await failed(site, admin))
    await site.reply(tom, number, 'Meanwhile.')
    await post()
    expect(mails.all(lea.email)).toHaveLength(1)
    expect(told.text).not.toContain('Behind the saddle')
    expect((await site.delete(`members/${lea.id}/suspension`, admin)).status).toBe(204)
    await post()
    expect((await mails.to(lea.email, 2)).text).toMatch(/Behind the saddle\.[\s\S]*Meanwhile\./)
    await post()
    expect(mails.all(lea.email)).toHaveLength(2)
  })
})

const inMails = async (site: TestSite, as: Person) =>
  (
    await sql`select from notifications where site_id = ${(await site.row()).id} and member_id = ${as.id}
      and mail_id is not null`.execute(world.db)
  ).rows

describe('a mail server that takes no mail of ours at all', () => {
  const mailerOf = (word: string) =>
    new Mailer({ ...world.config, smtpUrl: `smtp://parvis:${word}@127.0.0.1:${mails.port}` }, world.db)

  /** Five readers, to each of whom a mail is due. */
  async function dueMails(site: TestSite) {
    const tom = await site.member('Tom')
    const readers = []
    for (let at = 0; at < 5; at++) {
      const lea = await reader(site)
      await site.reply(tom, await site.idea(lea))
      readers.push(lea)
    }
    return readers
  }

  const waiting = async (site: TestSite, admin: Person) =>
    (await site.get('mails?state=waiting', admin)).body.items

  it('because of a wrong password fails none: they wait, the others untried, and all are sent once it is right', async () => {
    const site = await make()
    const [readers, admin] = [await dueMails(site), await site.staff('admin')]
    const wrong = mailerOf('sesame')
    await post(200, wrong)
    wrong.close()
    expect(await failed(site, admin)).toEqual([])
    const items = await waiting(site, admin)
    expect(items).toHaveLength(5)
    const tried = items.filter((one: { attempts: number }) => one.attempts)
    expect(tried.length).toBeLessThanOrEqual(3)
    expect(tried[0]).toMatchObject({
      reason: expect.stringMatching(/^EAUTH \(AUTH PLAIN\): 535/),
      silent: false,
      closed: true,
    })
    const right = mailerOf(signInWord)
    await post(200, right)
    right.close()
    for (const { email } of readers) expect(mails.all(email)).toHaveLength(1)
  })

  it('because it does not take our sender fails none either', async () => {
    const site = await make()
    const [readers, admin] = [await dueMails(site), await site.staff('admin')]
    mails.refusesSenders = true
    await post()
    expect(await failed(site, admin)).toEqual([])
    const items = await waiting(site, admin)
    expect(items).toHaveLength(5)
    const [tried] = items.filter((one: { attempts: number }) => one.attempts)
    expect(tried).toMatchObject({
      reason: expect.stringMatching(/^EENVELOPE \(MAIL FROM\): 550/),
      closed: true,
    })
    mails.refusesSenders = false
    // What it says of one recipient is over at once, and keeps no other waiting.
    mails.refused.add(readers[0]!.email)
    await post()
    expect(await failed(site, admin)).toMatchObject([
      { email: readers[0]!.email, reason: expect.stringMatching(/^EENVELOPE: 550/), closed: false },
    ])
    for (const { email } of readers.slice(1)) expect(mails.all(email)).toHaveLength(1)
  })
})

test('all mails that were tried in vain are tried again at one asking, two to one reader as one', async () => {
  const [site, elsewhere] = [await make(), await make()]
  const [lea, jan, tom] = [await reader(site), await reader(site), await site.member('Tom')]
  const [admin, cm] = [await site.staff('admin', 'Ada'), await site.staff('moderator')]
  const other = await reader(elsewhere)
  for (const { email } of [lea, other]) mails.refused.add(email)
  mails.busy.add(jan.email)
  await elsewhere.reply(await elsewhere.member('Tom'), await elsewhere.idea(other))
  const number = await site.idea(lea)
  await site.reply(tom, number, 'The first.')
  await post()
  await site.reply(tom, number, 'The second.')
  await site.reply(tom, await site.idea(jan), 'To Jan.')
  await post()
  expect(await failed(site, admin)).toHaveLength(2)
  mails.refused.clear()
  mails.busy.clear()
  expect((await site.post('mails/attempts', undefined, cm)).status).toBe(403)
  expect((await site.post('mails/attempts', undefined, admin)).body).toEqual({ tried: 3 })
  expect((await site.get('audit', admin)).body.items[0]).toMatchObject({
    action: 'mails.retry_all',
    detail: { count: 3 },
  })
  await post(0)
  expect(mails.all(lea.email)).toHaveLength(1)
  expect((await mails.to(lea.email)).text).toMatch(/The first\.[\s\S]*The second\./)
  expect((await mails.to(jan.email)).text).toContain('To Jan.')
  expect(mails.all(other.email)).toEqual([])
  expect((await site.post('mails/attempts', undefined, admin)).body).toEqual({ tried: 0 })
})
