import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { concernedBy } from '../../server/notifications/concerned.ts'
import { planOf } from '../support/explaining.ts'
import { item, publish } from '../support/steps.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What becomes of an idea is told to who follows it, as to who voted for it, and to nobody who was erased.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => clock.reset())

const kindsTold = async (site: TestSite, as: Person): Promise<string[]> =>
  (await site.get('me/notifications', as)).body.items.map((one: { kind: string }) => one.kind)

const foreseen = async (site: TestSite, ideas: number[], as: Person): Promise<number> =>
  (await site.get(`roadmap/promotion?threads=${ideas.join()}`, as)).body.told

/** Ideas with their author, somebody who voted, somebody who follows and somebody who does both. */
async function followed(site: TestSite, count = 1) {
  const [ada, vera, finn, both, gone] = await Promise.all(
    ['Ada', 'Vera', 'Finn', 'Bo', 'Gil'].map((name) => site.member(name)),
  )
  const ideas = []
  for (let at = 0; at < count; at++) ideas.push(await site.idea(ada!, { title: `Idea ${at}` }))
  for (const idea of ideas) {
    for (const one of [vera!, both!]) await site.put(`threads/${idea}/vote`, undefined, one)
    for (const one of [finn!, both!, gone!]) await site.put(`threads/${idea}/subscription`, undefined, one)
    await site.delete(`threads/${idea}/subscription`, gone!)
  }
  return { ideas, hear: [ada!, vera!, finn!, both!], gone: gone!, finn: finn! }
}

describe('who follows an idea', () => {
  it('is told of its status, once, by the choice for statuses, and as many as were foreseen', async () => {
    const site = await make()
    const { ideas, hear, gone } = await followed(site)
    const pia = await site.staff('product', 'Pia')
    // Who acts follows too, and is not told.
    await site.put(`threads/${ideas[0]}/subscription`, undefined, pia)
    const email = `follower-${process.pid}@mail.example`
    const mia = await site.member('Mia', { email })
    await site.put(`threads/${ideas[0]}/subscription`, undefined, mia)
    await site.patch('me/mail', { follows: 'none' }, mia)
    expect(await foreseen(site, ideas, pia)).toBe(5)
    const set = await site.put(`threads/${ideas[0]}/status`, { status: 'planned', note: 'In May.' }, pia)
    expect(set.body.told).toBe(5)
    clock.move(12)
    for (const one of [...hear, mia]) expect(await kindsTold(site, one), one.name).toEqual(['status'])
    for (const one of [gone, pia]) expect(await kindsTold(site, one), one.name).toEqual([])
    clock.move(200)
    await sendDue(world)
    expect((await mails.to(email)).text).toContain('In May.')
  })

  it('is told of the roadmap once, however many of its ideas they follow', async () => {
    const site = await make()
    const { ideas, hear, gone } = await followed(site, 2)
    const pia = await site.staff('product', 'Pia')
    const card = await item(site, pia, { title: 'Quicksilver', threads: ideas, stage: 'planned' })
    expect(await foreseen(site, ideas, pia)).toBe(4)
    expect((await publish(site, pia, card)).told).toBe(4)
    clock.move(12)
    for (const one of hear) expect(await kindsTold(site, one), one.name).toEqual(['roadmap'])
    expect(await kindsTold(site, gone)).toEqual([])
  })

  it('is told that it was merged, and nothing of it where they may not read where it is now', async () => {
    const site = await make()
    const { ideas, hear, gone, finn } = await followed(site)
    const cm = await site.staff('moderator')
    const target = await site.idea(await site.member())
    expect((await site.put(`threads/${ideas[0]}/merge`, { into: target }, cm)).status).toBe(200)
    expect(await kindsTold(site, finn)).toEqual([])
    clock.move(12)
    for (const one of hear) expect(await kindsTold(site, one), one.name).toEqual(['merged'])
    expect(await kindsTold(site, gone)).toEqual([])
    await site.restrict('ideas', 'staff')
    for (const one of hear) expect(await kindsTold(site, one), one.name).toEqual([])
  })

  it('hears of an official reply once: as a reply', async () => {
    const site = await make()
    const { ideas, finn } = await followed(site)
    const cm = await site.staff('moderator')
    const reply = await site.reply(cm, ideas[0]!, 'We like it.', { official: true })
    await expect.poll(() => kindsTold(site, finn)).toEqual(['reply'])
    await site.delete(`threads/${ideas[0]}/official`, cm)
    await site.put(`threads/${ideas[0]}/official`, { reply }, cm)
    clock.move(12)
    expect(await kindsTold(site, finn)).toEqual(['reply'])
  })

  it('costs what its votes and followers are, however many the site has', async () => {
    const site = await make()
    const { ideas } = await followed(site)
    const { id } = await site.row()
    const thread = await world.db
      .selectFrom('threads')
      .select('id')
      .where('site_id', '=', id)
      .where('number', '=', ideas[0]!)
      .executeTakeFirstOrThrow()
    await sql`insert into members (site_id, id, role, name)
      select ${id}, gen_random_uuid(), 'member', 'Somebody' from generate_series(1, 2000)`.execute(world.db)
    const other = await site.idea(await site.member())
    const all = sql`from threads t join members m on m.site_id = t.site_id and m.name = 'Somebody'
      where t.site_id = ${id} and t.number = ${other}`
    await sql`insert into votes (site_id, thread_id, member_id) select ${id}, t.id, m.id ${all}`.execute(
      world.db,
    )
    await sql`insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
      select ${id}, t.id, m.id, true, now() ${all}`.execute(world.db)
    for (const table of ['members', 'votes', 'threads', 'thread_subscriptions'])
      await sql`analyze ${sql.table(table)}`.execute(world.db)
    const ask = concernedBy(id, [thread.id], undefined, true)
    const plan = await planOf(
      world.db,
      async (db) => (await sql`${ask}`.execute(db)).rows,
      'enable_seqscan = off',
    )
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toContain('thread_subscriptions_told')
    expect(plan.match(/Index Cond: .*thread_id = one(_\d)?\.id/g)?.length).toBe(2)
    expect(plan).toMatch(/ on members m .*\n\s+Index Cond: .* AND \(id = y\.member_id\)/)
  })
})

it('nobody who was erased is told of anything, or counted, though their votes and posts stay', async () => {
  const site = await make()
  const [gone, stays] = [await site.member('Gil'), await site.member('Ada')]
  const [pia, cm] = [await site.staff('product'), await site.staff('moderator')]
  const [voted, own] = [await site.idea(stays), await site.idea(gone)]
  await site.put(`threads/${voted}/vote`, undefined, gone)
  const reply = await site.reply(gone, voted, 'I would use it.')
  expect((await site.put('me/erasure', { posts: 'keep' }, gone)).status).toBe(204)
  expect(await foreseen(site, [voted, own], pia)).toBe(1)
  expect((await site.put(`threads/${voted}/status`, { status: 'planned' }, pia)).body.told).toBe(1)
  expect((await site.put(`threads/${own}/status`, { status: 'planned' }, pia)).body.told).toBe(0)
  await site.reply(stays, voted, 'So would I.', { parent: reply })
  await site.reply(cm, own, 'We will see.', { official: true })
  const target = await site.idea(stays)
  expect((await site.put(`threads/${own}/merge`, { into: target }, cm)).status).toBe(200)
  clock.move(12)
  expect(await kindsTold(site, stays)).toContain('status')
  const { id } = await site.row()
  const { rows } =
    await sql`select kind from notifications where site_id = ${id} and member_id = ${gone.id}`.execute(
      world.db,
    )
  expect(rows).toEqual([])
})
