import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bakfleet } from '../../db/seeds/bakfleet/index.ts'
import { seedDemo } from '../../db/seeds/demo.ts'
import { learnTables } from '../../db/statistics.ts'
import { signToken, visitors } from '../../server/demo/visitors.ts'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import type { EventJson } from '../../server/replies/json.ts'
import { makeOwnerLink } from '../../server/sessions/owner_link.ts'
import { createSite } from '../../server/sites/create.ts'
import type { Site } from '../../server/sites/queries.ts'
import { type EmptyWorld, emptyWorld } from '../support/demo_world.ts'

const api = '/api/v1/sites/bakfleet/'
const early = bakfleet.threads.filter((thread) => thread.board === 'early-access')

describe('the demo community', () => {
  let demo: EmptyWorld
  let site: Site

  beforeAll(async () => {
    demo = await emptyWorld()
    expect(await rowsOf(demo, 'sites')).toBe(0)
    await seedDemo(demo.world)
    site = (await demo.world.sites.find('bakfleet'))!
  })

  afterAll(() => demo.close())

  it('is known to the planner of an embedded database, which has nothing more to learn of it', async () => {
    expect(await learnTables(demo.world.database)).toEqual([])
  })

  it('is a community of some size, in three languages, with every status and stage in use', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from threads) as threads, (select count(*) from posts) as posts,
        (select count(*) from votes where from_thread_id is null) as votes, (select count(*) from members) as members,
        (select count(distinct language) from threads) as languages,
        (select count(distinct status_id) from threads) as statuses,
        (select count(distinct stage_id) from roadmap_items) as stages,
        (select count(*) from merges) as merges, (select count(*) from rulings) as rulings,
        (select count(*) from sanctions where lifted_at is null and until > now()) as suspended,
        (select count(*) from reports where closed_at is null) as reports,
        (select count(*) from official_replies) as official, (select count(*) from notes) as notes`.execute(
      demo.world.db,
    )
    const [counted] = rows
    expect(counted!.threads).toBeGreaterThanOrEqual(60)
    expect(counted!.posts).toBeGreaterThan(400)
    expect(counted!.votes).toBeGreaterThan(500)
    expect(counted!.members).toBeGreaterThan(100)
    expect(counted).toMatchObject({
      languages: 3,
      statuses: 6,
      stages: 6,
      merges: 5,
      rulings: 3,
      suspended: 1,
    })
    const { rows: images } = await sql<{
      shown: boolean
    }>`select p.html like '%image:' || i.id || '%' as shown
      from images i join posts p on p.site_id = i.site_id and p.id = i.post_id`.execute(demo.world.db)
    expect(images.map(({ shown }) => shown)).toEqual([true, true, true])
    for (const some of ['reports', 'official', 'notes']) expect(counted![some]).toBeGreaterThan(0)
    for (const kind of ['idea', 'question', 'discussion', 'announcement']) {
      const { body } = await demo.get(`${api}threads?kind=${kind}`)
      expect(body.items.length, kind).toBeGreaterThan(0)
    }
  })

  it('has counters that equal their rows, and numbers that go on where it ended', async () => {
    expect(await wrongCounters(demo.world, site.id)).toEqual([])
    const { rows } = await sql<Record<string, number>>`
      select f.last_seq, f.last_thread, f.last_item, f.last_ruling,
        (select count(*) from activity) as activities, (select max(seq) from activity) as seq,
        (select max(number) from threads) as thread, (select max(number) from roadmap_items) as item,
        (select max(number) from rulings) as ruling from feeds f`.execute(demo.world.db)
    const [feed] = rows
    expect(feed!.last_seq).toBe(feed!.seq)
    expect(feed!.activities).toBe(feed!.seq)
    expect(feed!.last_thread).toBe(feed!.thread)
    expect(feed!.last_item).toBe(feed!.item)
    expect(feed!.last_ruling).toBe(feed!.ruling)
  })

  it('votes as the story says, nobody before they were there, nothing in the future', async () => {
    for (const idea of bakfleet.threads.filter((thread) => thread.kind === 'idea')) {
      const { rows } = await sql<{ vote_count: number; reply_count: number }>`
        select c.vote_count from thread_counters c join threads t on t.id = c.thread_id where t.title = ${idea.title}`.execute(
        demo.world.db,
      )
      expect(rows[0]?.vote_count, idea.key).toBe(idea.votes)
    }
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from votes v join members m on m.id = v.member_id where v.created_at < m.created_at) as unborn,
        (select count(*) from votes v join threads t on t.id = coalesce(v.from_thread_id, v.thread_id) where v.created_at < t.created_at) as early,
        (select count(*) from posts p join members m on m.id = p.author_id where p.created_at < m.created_at) as strangers,
        (select count(*) from posts where created_at > now()) + (select count(*) from votes where created_at > now())
          + (select count(*) from decisions where created_at > now()) + (select count(*) from notifications where read_at > now()) as future`.execute(
      demo.world.db,
    )
    expect(rows[0]).toEqual({ unborn: 0, early: 0, strangers: 0, future: 0 })
  })

  it('gives each idea the status of its last decision, and each item the stage of its own', async () => {
    const { rows: ideas } = await sql`
      select t.number from threads t join lateral (
        select to_id from decisions d where d.thread_id = t.id and d.kind = 'status' order by created_at desc limit 1) last on true
      where last.to_id <> t.status_id`.execute(demo.world.db)
    expect(ideas).toEqual([])
    const { rows: items } = await sql`
      select i.number from roadmap_items i join lateral (
        select to_id from decisions d where d.item_id = i.id and d.kind <> 'status' order by created_at desc limit 1) last on true
      where last.to_id <> i.stage_id`.execute(demo.world.db)
    expect(items).toEqual([])
    const { rows: apart } = await sql`
      select t.number from roadmap_ideas r join roadmap_items i on i.id = r.item_id and i.published_at is not null
      join stages g on g.id = i.stage_id join threads t on t.id = r.thread_id join statuses s on s.id = t.status_id
      where s.category <> g.category`.execute(demo.world.db)
    expect(apart, 'ideas that do not stand where their published item stands').toEqual([])
  })

  it('leads from a duplicate to what it repeats, where its votes and replies are', async () => {
    const bollards = await numberOf(demo, 'Avoid bollards and chicanes')
    const wide = await numberOf(demo, 'Routes that know how wide my bike is')
    const moved = await demo.get(`${api}threads/${bollards}`)
    expect(moved.status).toBe(307)
    const { body } = await demo.get(`${api}threads/${wide}`)
    expect(body).toMatchObject({ number: wide, votes: 168, status: 'planned', official: true })
    expect(body.item).toMatchObject({ title: 'Routes that fit the bike', stage: 'planned' })
    const story: EventJson[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page = await demo.get(`${api}threads/${wide}/story${next && `?cursor=${next}`}`)
      story.push(...page.body.items)
      next = page.body.next
    }
    const merged = story.find((one) => one.kind === 'merged')
    expect(merged).toMatchObject({ votesAdded: 20, votesShared: 3, thread: { number: bollards } })
    expect(story.filter((one) => 'origin' in one && one.origin === bollards)).toHaveLength(2)
    expect(story.filter((one) => one.kind === 'status').map((one) => one.to)).toEqual(['review', 'planned'])
    expect(
      story.some((one) => one.kind === 'roadmap' && one.item?.title === 'Routes that fit the bike'),
    ).toBe(true)
  })

  it('shows visitors nothing of private items and boards, notes, reports, rulings’ reasons, hidden words or addresses', async () => {
    const { text: opening } = await demo.get(`${api}opening`)
    const { text: roadmap } = await demo.get(`${api}roadmap`)
    const texts = [opening, roadmap]
    for (let number = 1; number <= bakfleet.threads.length; number++) {
      for (let next: string | null = ''; next !== null; ) {
        const path = next ? `${api}threads/${number}/story?cursor=${next}` : `${api}threads/${number}`
        const answer = await demo.get(path)
        texts.push(answer.text)
        next = answer.status === 200 ? (answer.body.story ?? answer.body).next : null
      }
    }
    const shown = texts.join('\n')
    expect(shown, 'the premise: what is public is there').toContain('Routes that fit the bike')
    const titles = new Set(bakfleet.threads.map((thread) => thread.title))
    const replies = new Map(
      bakfleet.threads.flatMap((thread) => thread.replies.map((one) => [one.key, one.body])),
    )
    const secrets = [
      ...bakfleet.items.filter((item) => !item.published).flatMap((item) => [item.title, item.summary]),
      ...bakfleet.threads.map((thread) => thread.note?.body ?? ''),
      ...bakfleet.reports.map((report) => report.note),
      ...bakfleet.rulings.flatMap((ruling) => [ruling.reason, replies.get(ruling.reply)!]),
      ...bakfleet.suspensions.map((suspension) => suspension.reason),
      ...bakfleet.people.map((person) => person.email),
    ].filter((secret) => secret && !titles.has(secret))
    secrets.push(...early.map((thread) => thread.title))
    expect(secrets.length).toBeGreaterThan(250)
    expect(secrets.filter((secret) => shown.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([])
  })

  it('has a board for the pilot fleets, whom one of its host page’s customers belongs to', async () => {
    expect(early).toHaveLength(5)
    const readers = []
    for (const { key } of visitors) {
      const bearer = await signIn(demo, site, key)
      const { body } = await demo.get(`${api}boards`, bearer)
      const board = body.items.find((one: { slug: string }) => one.slug === 'early-access')
      const { items } = (await demo.get(`${api}threads?sort=new&limit=100`, bearer)).body
      const titles = new Set(items.map((one: { title: string }) => one.title))
      expect(titles.has(early[0]!.title), key).toBe(board !== undefined)
      if (board) readers.push(key)
    }
    expect(readers).toEqual(['marit-solberg'])
  })

  it('knows the customers whom its host page signs in, with their news and the decisions about their posts', async () => {
    const before = await rowsOf(demo, 'members')
    const lea = visitors[0]!
    const bearer = await signIn(demo, site, lea.key)
    expect(await rowsOf(demo, 'members'), 'nobody new is made').toBe(before)
    const { body: me } = await demo.get(`${api}me`, bearer)
    expect(me).toMatchObject({ name: 'Lea Brandt', company: 'Radkurier Süd, Freiburg', unread: 2 })
    const { body: news } = await demo.get(`${api}me/notifications`, bearer)
    expect(new Set(news.items.map((one: { kind: string }) => one.kind)).size).toBeGreaterThanOrEqual(4)
    expect(news.items.filter((one: { read: boolean }) => !one.read)).toHaveLength(2)
    const { body: rulings } = await demo.get(`${api}me/rulings`, bearer)
    expect(rulings.items).toHaveLength(1)
    expect(rulings.items[0]).toMatchObject({ rule: 3, by: 'Sanne Vos', liftedAt: null })
    expect(rulings.items[0].body).toContain('idiot')
  })

  it('tells each person a thing once, never what they did themselves', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from notifications where member_id = actor_id) as own,
        (select count(*) from notifications where tell_at > now()) as later,
        (select count(*) from (select member_id, decision_id from notifications where decision_id is not null
          group by 1, 2 having count(*) > 1) twice) as twice,
        (select count(*) from notifications n join decisions d on d.id = n.decision_id where d.cause is not null) as caused`.execute(
      demo.world.db,
    )
    expect(rows[0]).toEqual({ own: 0, later: 0, twice: 0, caused: 0 })
  })

  it('lets its owner in by the link that the start prints, who then sees the inbox of reports and the log', async () => {
    const link = new URL(await makeOwnerLink(demo.world, site, 'command'))
    const origin = link.origin
    const answer = await demo.post(
      `${api}staff-sessions/link`,
      { token: link.hash.replace('#link=', '') },
      { origin },
    )
    expect(answer.status).toBe(201)
    expect(answer.body.member).toMatchObject({ name: 'Sanne Vos', role: 'owner' })
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    const { body: reports } = await demo.get(`${api}reports`, { cookie })
    expect(reports.total).toBe(3)
    const { body: plan } = await demo.get(`${api}roadmap/plan`, { cookie })
    expect(plan.stages.flatMap((stage: { items: unknown[] }) => stage.items)).toHaveLength(
      bakfleet.items.length,
    )
    const { body: log } = await demo.get(`${api}audit`, { cookie })
    const moments = log.items.map((entry: { createdAt: string }) => entry.createdAt)
    expect(moments).toEqual(moments.toSorted().reverse())
    const { rows } = await sql<{ name: string }>`select name from accounts where operator`.execute(
      demo.world.db,
    )
    expect(rows).toEqual([{ name: 'Sanne Vos' }])
  })

  it('is not planted a second time', async () => {
    const before = await rowsOf(demo, 'posts')
    expect(await seedDemo(demo.world)).toBeUndefined()
    expect(await rowsOf(demo, 'posts')).toBe(before)
    expect(await rowsOf(demo, 'sites')).toBe(1)
  })
})

describe('planting the demo community', () => {
  const worlds: EmptyWorld[] = []

  afterEach(async () => {
    for (const one of worlds.splice(0)) await one.close()
  })

  async function open(env: Record<string, string> = {}): Promise<EmptyWorld> {
    const one = await emptyWorld(env)
    worlds.push(one)
    return one
  }

  it('is refused in production, and leaves the database as it was', async () => {
    const one = await open({ PUBLIC_URL: 'https://community.example/' })
    await expect(seedDemo(one.world)).rejects.toThrow('development only')
    expect(await rowsOf(one, 'sites')).toBe(0)
    expect(await rowsOf(one, 'accounts')).toBe(0)
  })

  it('does nothing where there is a site of somebody’s', async () => {
    const one = await open()
    await createSite(one.world, { slug: 'acme', name: 'Acme', locale: 'en', origins: [] })
    expect(await seedDemo(one.world)).toBeUndefined()
    expect(await rowsOf(one, 'threads')).toBe(0)
  })

  it('leaves nothing half done when it is stopped, and begins anew', async () => {
    const one = await open()
    // Past all the texts (eleven looks) and some way into the rows.
    for (const looks of [3, 25]) {
      await expect(seedDemo(one.world, stopAfter(looks))).rejects.toThrow('stopped')
      for (const table of ['sites', 'accounts', 'members', 'posts', 'feeds'])
        expect(await rowsOf(one, table), table).toBe(0)
    }
    const planted = await seedDemo(one.world)
    expect(planted?.threads).toBe(bakfleet.threads.length)
    const site = (await one.world.sites.find('bakfleet'))!
    expect(await wrongCounters(one.world, site.id)).toEqual([])
  })

  it('by two processes at once is done once', async () => {
    const one = await open()
    const planted = await Promise.all([seedDemo(one.world), seedDemo(one.world)])
    expect(planted.filter(Boolean)).toHaveLength(1)
    expect(await rowsOf(one, 'sites')).toBe(1)
    expect(await rowsOf(one, 'threads')).toBe(bakfleet.threads.length)
  })
})

/** A signal that stops at the given look at it, whatever the speed of the machine. */
function stopAfter(looks: number): AbortSignal {
  const controller = new AbortController()
  const { signal } = controller
  let left = looks
  const look = signal.throwIfAborted.bind(signal)
  signal.throwIfAborted = () => {
    if (--left === 0) controller.abort(new Error('stopped'))
    look()
  }
  return signal
}

async function rowsOf({ world }: EmptyWorld, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
    world.db,
  )
  return rows[0]!.count
}

async function numberOf({ world }: EmptyWorld, title: string): Promise<number> {
  const { rows } = await sql<{ number: number }>`select number from threads where title = ${title}`.execute(
    world.db,
  )
  return rows[0]!.number
}

async function signIn(demo: EmptyWorld, site: Site, key: string): Promise<Record<string, string>> {
  const token = await signToken(demo.world, site, visitors.find((one) => one.key === key)!)
  const { status, body } = await demo.post(`${api}sessions/sso`, { token })
  expect(status).toBe(201)
  return { authorization: `Bearer ${body.token}` }
}
