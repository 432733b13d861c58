import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { restoreArchive } from '../../db/archive/restore.ts'
import { writeArchive } from '../../db/archive/write.ts'
import { makeApp } from '../../server/app.ts'
import { handlers, watch } from '../../server/jobs/handlers.ts'
import { makeWorld } from '../../server/world.ts'
import { eventually } from '../support/eventually.ts'
import { ownMigrated } from '../support/own_database.ts'
import { refusing } from '../support/refusing.ts'
import { type Person, TestSite, testWorld } from '../support/world.ts'

// What an admin sees of work that failed besides mails of news, and how it is tried again.

const { site: make, world, mails, clock } = await testWorld()
afterEach(() => {
  clock.reset()
  mails.refused.clear()
})

let made = 0
const address = () => `new-${++made}-${process.pid}@jobs.example`

/** Puts somebody on the team whose mailbox refuses the invitation. */
async function refusedInvitation(site: TestSite) {
  const owner = await site.staff('owner', 'Olga')
  const email = address()
  mails.refused.add(email)
  expect((await site.post('team', { email, name: 'Nils', role: 'moderator' }, owner)).status).toBe(201)
  const items = () => site.get('failing-jobs', owner).then((answer) => answer.body.items)
  await eventually(items).toMatchObject([{ email }])
  return { owner, email, items }
}

/** The pause before the next try is over; it is the last one if said so. */
async function nextTry(email: string, last = false): Promise<void> {
  const waiting = sql<{ id: string }>`
    update pgboss.job set start_after = now(), retry_count = case when ${last} then retry_limit - 1 else retry_count end
    where name = 'mail' and data ->> 'to' = ${email} and state = 'retry' returning id`
  await eventually(async () => (await waiting.execute(world.db)).rows).toHaveLength(1)
}

/** Its state in the queue, which is written down right after the failure is listed. */
const stateOf = (email: string) =>
  sql<{ state: string }>`select state from pgboss.job where name = 'mail' and data ->> 'to' = ${email}`
    .execute(world.db)
    .then(({ rows }) => rows[0]?.state)

describe('work that failed', () => {
  it('is listed with what the mail server said, and is gone once a later try succeeds', async () => {
    const site = await make()
    const { owner, email, items } = await refusedInvitation(site)
    expect(await items()).toEqual([
      {
        id: expect.any(String),
        about: 'invitation',
        email,
        attempts: 1,
        reason: expect.stringMatching(/^EENVELOPE: 550/),
        silent: false,
        closed: false,
        givenUp: false,
        again: true,
        failedAt: expect.any(String),
      },
    ])
    mails.refused.delete(email)
    const [job] = await items()
    expect((await site.post(`failing-jobs/${job.id}/attempts`, undefined, owner)).status).toBe(204)
    expect((await mails.to(email)).text).toContain('Olga added you')
    await eventually(items).toEqual([])
    expect((await site.get('audit', owner)).body.items[0]).toMatchObject({ action: 'jobs.retry' })
    expect((await site.post(`failing-jobs/${job.id}/attempts`, undefined, owner)).status).toBe(404)
    expect(mails.all(email)).toHaveLength(1)
  })

  it('is given up in the end, is tried again when asked, and once by two who ask together', async () => {
    const site = await make()
    const { owner, email, items } = await refusedInvitation(site)
    await nextTry(email, true)
    await eventually(items).toMatchObject([{ givenUp: true, again: true }])
    await eventually(() => stateOf(email)).toBe('failed')
    mails.refused.delete(email)
    const [job] = await items()
    const both = await Promise.all(
      [1, 2].map(() => site.post(`failing-jobs/${job.id}/attempts`, undefined, owner)),
    )
    expect(both.map((one) => one.status)).toContain(204)
    await mails.to(email)
    await eventually(items).toEqual([])
    expect(mails.all(email)).toHaveLength(1)
  })

  it('moves to another database with what a retry needs, given up or waiting for its next try', async () => {
    const site = await make()
    const { owner, email, items } = await refusedInvitation(site)
    await nextTry(email, true)
    await eventually(items).toMatchObject([{ givenUp: true }])
    await eventually(() => stateOf(email)).toBe('failed')
    const waiting = address()
    mails.refused.add(waiting)
    expect((await site.post('team', { email: waiting, name: 'Nora', role: 'product' }, owner)).status).toBe(
      201,
    )
    await eventually(items).toHaveLength(2)
    await eventually(() => stateOf(waiting)).toBe('retry')

    const before = await items()
    const folder = await mkdtemp(join(tmpdir(), 'parvis-jobs-'))
    const own = await ownMigrated()
    const moved = makeWorld(world.config, own.database, clock, world.log)
    try {
      await writeArchive(world.db, join(folder, 'all.parvis'))
      await moved.jobs.start()
      await restoreArchive(own.database.db, join(folder, 'all.parvis'), (trx, job) =>
        moved.jobs.takeIn(trx, job),
      )
      const there = new TestSite(moved, makeApp(moved), {
        slug: site.slug,
        ssoSecret: site.secret,
        ownerLink: site.ownerLink,
      })
      const listed = () => there.get('failing-jobs', owner).then((answer) => answer.body.items)
      expect(await listed()).toEqual(before)
      for (const one of [email, waiting]) mails.refused.delete(one)
      for (const { id } of await listed())
        expect((await there.post(`failing-jobs/${id}/attempts`, undefined, owner)).status).toBe(204)
      await moved.jobs.work(handlers(moved), watch(moved), moved.log)
      for (const one of [email, waiting]) expect((await mails.to(one)).text).toContain('Olga added you')
      await eventually(listed).toEqual([])
    } finally {
      await moved.jobs.stop()
      await moved.render.close()
      await own.drop()
      await rm(folder, { recursive: true })
    }
  })

  it('is not tried again while it is being tried, and stays on the list', async () => {
    const site = await make()
    const { owner, email, items } = await refusedInvitation(site)
    await eventually(() => stateOf(email)).toBe('retry')
    await sql`update pgboss.job set state = 'active', started_on = now() where name = 'mail' and data ->> 'to' = ${email}`.execute(
      world.db,
    )
    const [job] = await items()
    const again = await site.post(`failing-jobs/${job.id}/attempts`, undefined, owner)
    expect([again.status, again.body.detail]).toEqual([409, 'This work is being tried at this moment.'])
    expect(await items()).toMatchObject([{ id: job.id }])
  })

  it('that is a code is not sent after it has run out, and cannot be asked for again', async () => {
    const site = await make()
    const owner = await site.staff('owner', 'Olga')
    const email = address()
    mails.refused.add(email)
    const asked = await site.post('sessions/email', { email })
    expect(asked.status, asked.text).toBe(202)
    const items = () => site.get('failing-jobs', owner).then((answer) => answer.body.items)
    await eventually(items).toMatchObject([{ email, about: 'code', again: false, givenUp: false }])
    const [{ id, reason }] = await items()
    expect((await site.post(`failing-jobs/${id}/attempts`, undefined, owner)).status).toBe(409)
    mails.refused.delete(email)
    clock.move(700)
    await nextTry(email)
    await eventually(items).toMatchObject([{ givenUp: true, reason, attempts: 1 }])
    expect(mails.all(email)).toEqual([])
  })

  it('that is the rest of an erasure is told without saying whose, and done once it is tried again', async () => {
    const site = await make({ origins: ['https://host.example'] })
    const owner = await site.staff('owner', 'Olga')
    const [ada, ben] = [await site.member('Adalind Quist'), await site.member('Ben')]
    const hers = await site.idea(ada)
    const body = `[Adalind Quist wrote:](https://host.example/?parvis=/t/${hers})\n\n> Words.\n\nI agree.`
    const quoting = await site.idea(ben, { body })
    // What she is quoted with is found by the job alone.
    const away = await refusing(world.db, 'posts', `new.author_id = '${ben.id}'`)
    const items = () => site.get('failing-jobs', owner).then((answer) => answer.body.items)
    try {
      expect((await site.put('me/erasure', { posts: 'keep' }, ada)).status).toBe(204)
      await eventually(items).toEqual([
        {
          id: expect.any(String),
          about: 'erasure',
          email: null,
          attempts: 1,
          reason: '53100',
          silent: false,
          closed: false,
          givenUp: false,
          again: true,
          failedAt: expect.any(String),
        },
      ])
    } finally {
      await away.end()
    }
    expect(JSON.stringify(await items())).not.toMatch(new RegExp(`Adalind|${ada.id}`))
    const html = async () => (await site.get(`threads/${quoting}`)).body.html
    expect(await html()).toContain('Adalind Quist wrote:')
    const [{ id }] = await items()
    const again = async () => (await site.post(`failing-jobs/${id}/attempts`, undefined, owner)).status
    await eventually(again).toBe(204)
    await eventually(html).toContain('A former member wrote:')
    await eventually(items).toEqual([])
  })

  it('that is the telling of followers names none of them, and each is told once when it is tried again', async () => {
    const site = await make()
    const owner = await site.staff('owner', 'Olga')
    const [lea, tom, mia, ben] = await Promise.all(
      ['Lea', 'Tom', 'Mia', 'Ben'].map((name) => site.member(name)),
    )
    const number = await site.idea(lea!)
    for (const follower of [mia!, ben!])
      expect((await site.put(`threads/${number}/subscription`, undefined, follower)).status).toBe(204)
    const away = await refusing(world.db, 'notifications', `new.member_id = '${ben!.id}'`, 'insert')
    const items = () => site.get('failing-jobs', owner).then((answer) => answer.body.items)
    const told = async (as: Person) => (await site.get('me/notifications', as)).body.items
    let post: string
    try {
      post = await site.reply(tom!, number)
      await eventually(items).toMatchObject([
        { about: 'followers', email: null, attempts: 1, reason: '53100', givenUp: false, again: true },
      ])
    } finally {
      await away.end()
    }
    expect(await told(ben!)).toEqual([])
    const [job] = await items()
    expect(JSON.stringify(job)).not.toMatch(new RegExp([lea, tom, mia, ben].map((one) => one!.id).join('|')))
    const again = async () => (await site.post(`failing-jobs/${job.id}/attempts`, undefined, owner)).status
    await eventually(again).toBe(204)
    await eventually(() => told(ben!)).toMatchObject([{ kind: 'reply', post }])
    await eventually(items).toEqual([])
    for (const one of [lea!, mia!]) expect(await told(one)).toMatchObject([{ kind: 'reply', post }])
    expect(await told(tom!)).toEqual([])
  })

  it('is no business of another site, nor of who is no admin', async () => {
    const [site, other] = [await make(), await make()]
    const { owner, items } = await refusedInvitation(site)
    const [job] = await items()
    const stranger = await other.staff('owner', 'Otto')
    expect((await other.get('failing-jobs', stranger)).body.items).toEqual([])
    expect((await other.post(`failing-jobs/${job.id}/attempts`, undefined, stranger)).status).toBe(404)
    const moderator = await site.staff('moderator', 'Mira')
    expect((await site.get('failing-jobs', moderator)).status).toBe(403)
    expect((await site.post(`failing-jobs/${job.id}/attempts`, undefined, moderator)).status).toBe(403)
    for (const wrong of ['no-id', '%00', '00000000-0000-7000-8000-000000000000'])
      expect([404, 422]).toContain(
        (await site.post(`failing-jobs/${wrong}/attempts`, undefined, owner)).status,
      )
    expect((await site.get('failing-jobs?cursor=x', owner)).status).toBe(400)
  })
})
