import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { later } from '../../server/lib/clock.ts'
import { dueMails } from '../../server/mails/queries.ts'
import { listFollowed } from '../../server/subscriptions/queries.ts'
import { followersAtOnce, tellFollowers } from '../../server/subscriptions/tell_followers.ts'
import { eventually } from '../support/eventually.ts'
import { hide } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

type Told = { kind: string; post: string; thread: { number: number } }

const told = async (site: TestSite, as: Person): Promise<Told[]> =>
  (await site.get('me/notifications', as)).body.items
const kindsTold = async (site: TestSite, as: Person) => (await told(site, as)).map((one) => one.kind)
const followed = async (site: TestSite, as: Person, number: number) =>
  (await site.get(`me/overlay?threads=${number}`, as)).body.followed.includes(number)

describe('following a thread', () => {
  it('tells of each reply once, and of none after letting go', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, mia] = [await site.member('Lea'), await site.member('Tom'), await site.member('Mia')]
    const number = await site.idea(lea)
    expect(await followed(site, mia, number)).toBe(false)
    for (const turn of [1, 2])
      expect((await site.put(`threads/${number}/subscription`, undefined, mia)).status, `${turn}`).toBe(204)
    expect(await followed(site, mia, number)).toBe(true)
    const post = await site.reply(tom, number)
    await eventually(() => told(site, mia)).toMatchObject([{ kind: 'reply', post, thread: { number } }])
    expect(await kindsTold(site, lea)).toEqual(['reply'])
    expect(await kindsTold(site, tom)).toEqual([])
    expect((await site.delete(`threads/${number}/subscription`, mia)).status).toBe(204)
    await site.reply(lea, number, 'Thank you, both.')
    await eventually(() => kindsTold(site, tom)).toEqual(['reply'])
    expect(await kindsTold(site, mia)).toEqual(['reply'])
  })

  it('begins with what one starts or answers, unless one said otherwise or let it go before', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const number = await site.idea(lea)
    expect(await followed(site, lea, number)).toBe(true)
    await site.reply(tom, number)
    expect(await followed(site, tom, number)).toBe(true)
    await site.delete(`threads/${number}/subscription`, tom)
    await site.reply(tom, number)
    expect(await followed(site, tom, number)).toBe(false)
    expect((await site.patch('me/subscriptions', { own: false }, lea)).status).toBe(204)
    const quiet = await site.idea(lea)
    await site.reply(tom, quiet)
    expect(await followed(site, lea, quiet)).toBe(false)
    expect((await told(site, lea)).filter((one) => one.thread.number === quiet)).toEqual([])
    expect((await site.get('me/subscriptions', lea)).body).toMatchObject({ own: false, items: [{ number }] })
  })

  it('goes on where the thread was merged into', async () => {
    const site = await (await testWorld()).site()
    const [lea, mia, pia] = [await site.member(), await site.member(), await site.staff('product')]
    const [source, target] = [await site.idea(lea), await site.idea(lea)]
    await site.put(`threads/${source}/subscription`, undefined, mia)
    expect((await site.put(`threads/${source}/merge`, { into: target }, pia)).status).toBe(200)
    expect(await followed(site, mia, target)).toBe(true)
    expect((await site.put(`threads/${source}/subscription`, undefined, mia)).body.code).toBe('thread_merged')
  })
})

describe('following a board', () => {
  it('tells of new threads there and nowhere else', async () => {
    const site = await (await testWorld()).site()
    const [lea, mia] = [await site.member('Lea'), await site.member()]
    expect((await site.put('boards/help/subscription', undefined, mia)).status).toBe(204)
    expect((await site.get('me/subscriptions', mia)).body).toMatchObject({ boards: ['help'], items: [] })
    expect((await site.get('me/overlay', mia)).body.boards).toEqual(['help'])
    expect((await site.get('me/overlay', lea)).body.boards).toEqual([])
    await site.idea(lea)
    const number = await site.idea(lea, { board: 'help', kind: 'question', title: 'How do I fold it?' })
    await eventually(() => told(site, mia)).toMatchObject([{ kind: 'thread', thread: { number } }])
    await site.delete('boards/help/subscription', mia)
    expect((await site.get('me/subscriptions', mia)).body.boards).toEqual([])
  })
})

describe('who follows', () => {
  it('is told nothing of what they may no longer read', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, mia] = [await site.member(), await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { title: 'Among ourselves' })
    await site.put(`threads/${number}/subscription`, undefined, mia)
    await site.put('boards/ideas/subscription', undefined, mia)
    const [hidden, kept] = [await site.reply(tom, number), await site.reply(tom, number)]
    await eventually(() => kindsTold(site, mia)).toEqual(['reply', 'reply'])
    await hide(site, cm, hidden)
    expect((await told(site, mia)).map((one) => one.post)).toEqual([kept])
    await site.restrict('ideas', 'staff')
    expect(await told(site, mia)).toEqual([])
    expect((await site.get('me/subscriptions', mia)).body).toMatchObject({ boards: [], items: [] })
    expect((await site.get('me/overlay', mia)).body.boards).toEqual([])
    for (const path of [`threads/${number}/subscription`, 'boards/ideas/subscription'])
      for (const method of ['PUT', 'DELETE'])
        expect((await site.request(method, path, { as: mia })).status, `${method} ${path}`).toBe(404)
  })

  it('finds what is of others, unknown or ill-formed refused', async () => {
    const make = (await testWorld()).site
    const [site, other] = [await make(), await make()]
    const [lea, stranger] = [await site.member(), await other.member()]
    const number = await site.idea(lea)
    const refused = async (answer: ReturnType<TestSite['get']>) => (await answer).status
    expect(await refused(other.put(`threads/${number}/subscription`, undefined, stranger))).toBe(404)
    expect(await refused(site.put(`threads/${number}/subscription`))).toBe(401)
    expect(await refused(site.put('threads/999999/subscription', undefined, lea))).toBe(404)
    expect(await refused(site.put('threads/x/subscription', undefined, lea))).toBe(422)
    for (const board of ['nowhere', '__proto__', 'x'.repeat(90)])
      expect(await refused(site.put(`boards/${board}/subscription`, undefined, lea)), board).toBe(404)
    for (const body of [{}, { own: 'yes' }, { own: true, site_id: 1 }, []])
      expect(await refused(site.patch('me/subscriptions', body, lea))).toBe(422)
    expect(await refused(site.get('me/subscriptions'))).toBe(401)
    expect(await refused(site.get('me/subscriptions?cursor=x', lea))).toBe(400)
  })

  it('may be a guest, and keeps it all when they turn out to be a member', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    await site.member('Gus', { sub: 'gus' })
    const number = await site.idea(lea)
    const guest = await site.guest()
    expect((await site.put(`threads/${number}/subscription`, undefined, guest)).status).toBe(204)
    await site.put('boards/help/subscription', undefined, guest)
    const { body } = await site.post('sessions/sso', {
      token: site.token({ sub: 'gus', name: 'Gus' }),
      guest: guest.device,
    })
    const gus = { id: body.member.id, name: 'Gus', headers: { authorization: `Bearer ${body.token}` } }
    expect((await site.get('me/subscriptions', gus)).body).toMatchObject({
      boards: ['help'],
      items: [{ number }],
    })
  })
})

it('how far one has read is one’s own, never goes back, and marks only what others added and still stands', async () => {
  const site = await (await testWorld()).site()
  const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
  const [number, other] = [await site.idea(lea), await site.idea(lea)]
  const visits = async (as: Person) =>
    (await site.get(`me/overlay?threads=${number},${other}`, as)).body.visits
  expect(await visits(tom)).toEqual([])
  expect((await site.put(`threads/${number}/visit`, {}, tom)).status).toBe(204)
  expect(await visits(tom)).toMatchObject([{ thread: number, fresh: false }])
  const [first, second] = [await site.reply(lea, number), await site.reply(lea, number)]
  await site.reply(tom, number)
  expect(await visits(tom)).toMatchObject([{ fresh: true }])
  expect((await site.put(`threads/${number}/visit`, { post: second }, tom)).status).toBe(204)
  await site.put(`threads/${number}/visit`, { post: first }, tom)
  expect(await visits(tom)).toMatchObject([{ fresh: false }])
  expect(await visits(lea)).toEqual([])
  const hidden = await site.reply(lea, number, 'Off the matter')
  expect(await visits(tom)).toMatchObject([{ fresh: true }])
  await hide(site, cm, hidden)
  expect(await visits(tom)).toMatchObject([{ fresh: false }])
  const deleted = await site.reply(lea, number, 'Said too soon')
  expect(await visits(tom)).toMatchObject([{ fresh: true }])
  await site.delete(`replies/${deleted}`, lea)
  expect(await visits(tom)).toMatchObject([{ fresh: false }])
  expect((await site.put(`threads/${other}/visit`, { post: first }, tom)).status).toBe(404)
  expect((await site.put(`threads/${number}/visit`, { post: 'x' }, tom)).status).toBe(422)
  expect((await site.put(`threads/${number}/visit`, {})).status).toBe(401)
  await site.restrict('ideas', 'staff')
  expect(await visits(tom)).toEqual([])
  expect((await site.put(`threads/${number}/visit`, {}, tom)).status).toBe(404)
})

it('two runs of one job, at once, tell thousands once each, in statements of bounded size', async () => {
  const { site: make, world, statements } = await testWorld()
  const site = await make()
  const { id: siteId } = await site.row()
  const [lea, tom] = [await site.member(), await site.member()]
  const number = await site.idea(lea)
  const { rows } = await sql<{ id: string; board_id: string; opening_id: string }>`
    select id, board_id, opening_id from threads where site_id = ${siteId} and number = ${number}`.execute(
    world.db,
  )
  const { id: threadId, board_id: boardId, opening_id: postId } = rows[0]!
  const many = followersAtOnce * 2 + 1
  await sql`insert into members (site_id, id, name) select ${siteId}, gen_random_uuid(), 'Follower ' || n
    from generate_series(1, ${many}) n`.execute(world.db)
  await sql`insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
    select site_id, ${threadId}, id, true, now() from members where site_id = ${siteId} and name like 'Follower %'`.execute(
    world.db,
  )
  const news = { siteId, kind: 'reply' as const, boardId, threadId, postId, actorId: tom.id }
  const at = later(world.clock.now(), -1).toISOString()
  const asked = await statements(async () => {
    await Promise.all([tellFollowers(world, { ...news, at }), tellFollowers(world, { ...news, at })])
  })
  expect(asked).toHaveLength(2 * 3)
  const plan = (text: string, ...values: (string | number | Date)[]) =>
    world.db.transaction().execute(async (trx) => {
      await sql`analyze thread_subscriptions, notifications, mails`.execute(trx)
      await sql`set local enable_seqscan = off`.execute(trx)
      // So few rows may be sorted as soon as read; many may not.
      await sql`set local enable_sort = off`.execute(trx)
      await sql`set local enable_bitmapscan = off`.execute(trx)
      const filled = text.replace(/\$(\d+)/g, (_, place) => `'${values[Number(place) - 1]}'`)
      return JSON.stringify((await sql.raw(`explain (format json) ${filled}`).execute(trx)).rows)
    })
  const batch = await plan(
    `select member_id from thread_subscriptions where site_id = $1 and thread_id = $2 and following and member_id > $3
     order by member_id limit ${followersAtOnce}`,
    siteId,
    threadId,
    lea.id,
  )
  // Both begin with the thread and go on by member; where few rows tell them apart, either is taken.
  expect(batch).toMatch(/"Index Name":"thread_subscriptions_(told|pkey)"/)
  expect(batch).not.toContain('"Node Type":"Sort"')
  const boards = `{${boardId}}`
  const [mine] = await statements(() => listFollowed(world.db, siteId, lea.id, [boardId], undefined, 20))
  const least = 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  expect(await plan(mine!, siteId, lea.id, boards, '9000000000000000', least, 21)).toContain(
    '"Index Name":"thread_subscriptions_mine"',
  )
  const now = world.clock.now()
  const [due] = await statements(() => dueMails(world.db, now, now))
  const stamp = now.toISOString()
  expect(await plan(due!, stamp, stamp, stamp)).toContain('"Index Name":"mails_due"')
  const count = async () =>
    (
      await sql<{ all: number; people: number }>`
        select count(*)::int as all, count(distinct member_id)::int as people from notifications
        where site_id = ${siteId} and key = ${`reply:${postId}`}`.execute(world.db)
    ).rows[0]
  expect(await count()).toEqual({ all: many + 1, people: many + 1 })
})
