import { afterEach, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { fileOf } from '../support/given.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// A thread that was merged is read where it went. Where that is out of sight, so is what was said of it on the way.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => clock.reset())

/** Lea's idea, answered by Tom, and merged twice, the last time into one of another board. */
async function mergedAway() {
  const site = await make()
  const owner = await site.staff('owner')
  const board = { slug: 'cork', name: 'Cork', kinds: ['idea'], visibility: 'public' }
  expect((await site.post('boards', board, owner)).status).toBe(201)
  const email = `lea-${site.slug}@sight.example`
  const lea = await site.member('Lea', { sub: 'lea', email })
  const tom = await site.member('Tom')
  const [source, between] = [
    await site.idea(lea, { title: 'Panniers of cork' }),
    await site.idea(tom, { title: 'In between' }),
  ]
  const end = await site.idea(tom, { title: 'Corkscrews', board: 'cork' })
  const ann = await site.member('Ann')
  await site.put(`threads/${source}/vote`, undefined, ann)
  await site.reply(tom, source, 'Privatewords smell nice in the rain.')
  for (const [from, into] of [
    [source, between],
    [between, end],
  ] as const)
    expect((await site.put(`threads/${from}/merge`, { into }, owner)).status).toBe(200)
  clock.move(20)
  return { site, owner, lea, ann, email, between }
}

const close = async (site: TestSite, owner: Person) =>
  expect((await site.patch('boards/cork', { visibility: 'staff' }, owner, 1)).status).toBe(200)

const kinds = async (site: TestSite, as: Person) =>
  (await site.get('me/notifications', as)).body.items.map((one: { kind: string }) => one.kind)

test('a thread merged into a board that is closed later is gone from the bell, its count, and lists of posts', async () => {
  const { site, owner, lea, ann, between } = await mergedAway()
  const lists = ['me/notifications', 'me/posts', `profiles/${lea.id}/posts`]
  expect(await kinds(site, lea)).toContain('reply')
  const unread = (await site.get('me', lea)).body.unread
  expect(unread).toBeGreaterThan(0)
  for (const path of lists) expect((await site.get(path, lea)).text, path).toContain('Panniers of cork')
  const votes = async () => JSON.parse(await fileOf(site, ann)).votes
  expect((await votes())[0]).toMatchObject({ thread: { title: 'Panniers of cork' } })
  expect((await site.get('me', lea)).body.posts).toBe(1)

  await close(site, owner)
  expect((await site.get(`threads/${between}`, lea)).status).toBe(404)
  for (const path of lists) expect((await site.get(path, lea)).text, path).not.toMatch(/cork|Privatewords/i)
  expect((await site.get('me', lea)).body).toMatchObject({ unread: 0, posts: 0 })
  expect((await site.get('me/overlay', lea)).body.unread).toBe(0)
  for (const { thread } of await votes()) expect(thread).toEqual({ number: null, title: '' })
  expect((await site.get(`profiles/${lea.id}/posts`, owner)).text, 'the team reads it').toContain(
    'Panniers of cork',
  )
})

test('a mail that waits does not quote a reply that went out of sight with a merge', async () => {
  const open = await mergedAway()
  clock.move(200)
  await sendDue(world)
  expect((await mails.to(open.email)).text, 'where it stays in sight').toContain('Privatewords')

  const { site, owner, email, lea } = await mergedAway()
  await close(site, owner)
  clock.move(200)
  await sendDue(world)
  expect(mails.all(email)).toEqual([])
  const news = { body: 'Said in the open.' }
  const later = await site.idea(lea, { title: 'A bell for the bike' })
  expect((await site.post(`threads/${later}/replies`, news, await site.member('Ann'))).status).toBe(201)
  clock.move(200)
  await sendDue(world)
  const { text } = await mails.to(email)
  expect(text).toContain('Said in the open.')
  expect(text).not.toMatch(/cork|Privatewords/i)
})
