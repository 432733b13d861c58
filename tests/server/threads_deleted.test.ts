import { expect, test } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { allOf } from '../support/all_of.ts'
import { readAt } from '../support/pages.ts'
import { item, publish } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

// What its author may take away again: a thread that is still theirs alone.

const { site, world } = await testWorld()

test('a thread that nobody answered is gone: from lists, searches, pages, feeds and their own posts', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const number = await acme.idea(ada, { title: 'Zanzibar lamp', body: 'Zanzibar words.' })
  await acme.patch(`threads/${number}`, { body: 'Zanzibar words, edited.' }, ada, 1)

  expect((await acme.delete(`threads/${number}`, ada)).status).toBe(204)

  for (const path of ['threads', 'threads?q=zanzibar', 'threads/similar?title=Zanzibar lamp'])
    expect((await acme.get(path)).body.items, path).toEqual([])
  expect((await acme.get('me/posts', ada)).body.items).toEqual([])
  expect((await acme.get('me', ada)).body.posts).toBe(0)
  expect((await readAt(acme, `/t/${number}`)).status).toBe(404)
  expect((await readAt(acme, '/feed.atom')).text).not.toContain('Zanzibar')
  expect((await acme.get(`threads/${number}`)).body).toMatchObject({ body: null, html: null, author: null })
  expect(await allOf(acme)).not.toMatch(/zanzibar/i)
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})

test('one in which others replied keeps its place for their words, and takes no more', async () => {
  const acme = await site()
  const [ada, ben] = [await acme.member('Ada'), await acme.member('Ben')]
  const number = await acme.idea(ada, { title: 'Zanzibar lamp', board: 'help', kind: 'question' })
  await acme.reply(ben, number, 'Have you looked below it?')
  expect((await acme.delete(`threads/${number}`, ada)).status).toBe(204)
  const left = (await acme.get(`threads/${number}`)).body
  expect(left).toMatchObject({ title: 'Removed by its author', body: null, author: null, replies: 1 })
  expect(left.story.items).toMatchObject([{ body: 'Have you looked below it?' }])
  expect((await acme.get('threads?board=help')).body.items).toMatchObject([
    { number, replies: 1, author: null },
  ])
  for (const path of ['/feed.atom', `/t/${number}/feed.atom`, `/t/${number}-removed-by-its-author`])
    expect((await readAt(acme, path)).text, path).not.toContain('Ada')
  expect((await acme.post(`threads/${number}/replies`, { body: 'Late.' }, ben)).status).toBe(409)
  const edit = await acme.patch(
    `threads/${number}`,
    { title: 'Back again', body: 'Back.' },
    ada,
    left.revision,
  )
  expect(edit.status).toBe(403)
  expect(await allOf(acme)).not.toMatch(/zanzibar/i)
  // Once those words go too, nothing is left that a list could lead to.
  await acme.delete(`replies/${left.story.items[0].id}`, ben)
  expect((await acme.get('threads?board=help')).body.items).toEqual([])
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})

test('what its author replied goes along where nobody else did, and what was answered to the post loses its words', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const wish = { board: 'ideas', kind: 'idea', title: 'Zanzibar lamp', body: 'Zanzibar words.' }
  const send = () =>
    acme.post('threads', wish, { ...ada, headers: { ...ada.headers, 'idempotency-key': 'k1' } })
  const { number } = (await send()).body
  await acme.reply(ada, number, 'Call me in Zanzibar.')
  expect((await acme.delete(`threads/${number}`, ada)).status).toBe(204)
  expect((await acme.get(`threads/${number}`)).body).toMatchObject({ replies: 0, story: { items: [] } })
  expect((await acme.get('me', ada)).body.posts).toBe(0)
  expect(await allOf(acme)).not.toMatch(/zanzibar/i)
  const again = await send()
  expect([again.status, again.body.number, again.body.body]).toEqual([201, number, null])
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})

test('an edit that began before the deletion brings no word back, and the team decides nothing about what is gone', async () => {
  const acme = await site()
  const [ada, ben, pia] = [await acme.member('Ada'), await acme.member('Ben'), await acme.staff('product')]
  const [gone, other] = [await acme.idea(ada), await acme.idea(ben)]
  await acme.reply(ben, gone, 'We need it.')
  const [deleted, edited] = await Promise.all([
    acme.delete(`threads/${gone}`, ada),
    acme.patch(`threads/${gone}`, { title: 'Zanzibar lamp', body: 'Zanzibar words.' }, ada, 1),
  ])
  expect(deleted.status).toBe(204)
  expect([200, 403, 412]).toContain(edited.status)
  expect(await allOf(acme)).not.toMatch(/zanzibar/i)
  for (const [path, body] of [
    [`threads/${gone}/status`, { status: 'planned', note: 'Soon.' }],
    [`threads/${other}/merge`, { into: gone }],
    [`threads/${gone}/merge`, { into: other }],
  ] as const) {
    const refused = await acme.put(path, body, pia)
    expect([refused.status, refused.body.code], path).toEqual([409, 'conflict'])
  }
  const promoted = await acme.post('roadmap/items', { title: 'Lamps', threads: [gone] }, pia)
  expect([promoted.status, promoted.body.code]).toEqual([409, 'conflict'])
})

test('votes and replies that come while it is deleted are counted with it or refused, and none is lost', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const others = await Promise.all(['Ben', 'Carl', 'Dora'].map((name) => acme.member(name)))
  for (const way of ['vote', 'replies'] as const) {
    const number = await acme.idea(ada)
    const acts = others.map((one) =>
      way === 'vote'
        ? acme.put(`threads/${number}/vote`, undefined, one)
        : acme.post(`threads/${number}/replies`, { body: 'We need it.' }, one),
    )
    const [deleted, ...done] = await Promise.all([acme.delete(`threads/${number}`, ada), ...acts])
    const listed = (await acme.get('threads')).body.items.some(
      (row: { number: number }) => row.number === number,
    )
    // Whoever was told that it worked finds it in the list.
    if (done.some(({ status }) => status < 300)) expect(listed, way).toBe(true)
    if (way === 'vote' && done.some(({ status }) => status < 300)) expect(deleted!.status).toBe(409)
  }
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})

test('it is nobody else’s, and not its author’s either once it is hidden or merged', async () => {
  const acme = await site()
  const [ada, ben, mia] = [await acme.member('Ada'), await acme.member('Ben'), await acme.staff('moderator')]
  const one = await acme.idea(ada)
  for (const who of [ben, mia, undefined])
    expect((await acme.delete(`threads/${one}`, who)).status).toBe(who ? 403 : 401)
  const other = await acme.idea(ada)
  await acme.put(`threads/${one}/merge`, { into: other }, mia)
  expect((await acme.delete(`threads/${one}`, ada)).status).toBe(403)
  const refused = await acme.delete(`threads/${other}`, ada)
  expect([refused.status, refused.body.code]).toEqual([409, 'others_took_part'])
  for (const path of ['threads/999', 'threads/0', 'threads/x'])
    expect((await acme.delete(path, ada)).status, path).toBe(path.endsWith('999') ? 404 : 422)
})

test('what others want too, or the team has decided about, stays', async () => {
  const acme = await site()
  const [ada, ben, pia] = [await acme.member('Ada'), await acme.member('Ben'), await acme.staff('product')]
  const voted = await acme.idea(ada)
  await acme.put(`threads/${voted}/vote`, undefined, ben)
  const decided = await acme.idea(ada)
  await acme.put(`threads/${decided}/status`, { status: 'planned', note: 'Next spring.' }, pia)
  const gathered = await acme.idea(ada)
  await publish(acme, pia, await item(acme, pia, { title: 'Lamps', threads: [gathered] }))
  for (const number of [voted, decided, gathered]) {
    const refused = await acme.delete(`threads/${number}`, ada)
    expect([refused.status, refused.body.code], String(number)).toEqual([409, 'others_took_part'])
    expect((await acme.get(`threads/${number}`)).body.author.name).toBe('Ada')
  }
  // A vote that is taken back is no reason any more.
  await acme.delete(`threads/${voted}/vote`, ben)
  expect((await acme.delete(`threads/${voted}`, ada)).status).toBe(204)
})

test('asked twice, also at once, it is deleted once', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const number = await acme.idea(ada)
  const both = await Promise.all([1, 2].map(() => acme.delete(`threads/${number}`, ada)))
  expect(both.map(({ status }) => status)).toEqual([204, 204])
  expect((await acme.delete(`threads/${number}`, ada)).status).toBe(204)
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})
