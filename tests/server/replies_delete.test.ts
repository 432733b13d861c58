import { beforeAll, expect, it } from 'vitest'
import { type TestWorld, testWorld } from '../support/world.ts'

let world: TestWorld

beforeAll(async () => {
  world = await testWorld()
})

it('keeps the place of a deleted reply, without author and words, until the last reply below it is gone', async () => {
  const site = await world.site()
  const mia = await site.member('Mia')
  const tom = await site.member('Tom')
  const number = await site.idea(mia)
  const parent = await site.reply(mia, number, 'Is it planned?')
  const below = await site.reply(tom, number, 'It is.', { parent })
  expect((await site.delete(`replies/${parent}`, mia)).status).toBe(204)
  expect((await site.get(`threads/${number}`)).body).toMatchObject({
    replies: 1,
    story: {
      items: [
        { id: parent, author: null, body: null, html: null, tombstone: null, replies: [{ body: 'It is.' }] },
      ],
    },
  })
  await site.delete(`replies/${below}`, tom)
  expect((await site.get(`threads/${number}`)).body).toMatchObject({ replies: 0, story: { items: [] } })
})

it('deletes a reply for its author only, and asked twice does it once', async () => {
  const site = await world.site()
  const mia = await site.member('Mia')
  const tom = await site.member('Tom')
  const owner = await site.staff('owner')
  const number = await site.idea(mia)
  const reply = await site.reply(mia, number)
  await site.reply(tom, number)
  for (const other of [tom, owner]) expect((await site.delete(`replies/${reply}`, other)).status).toBe(403)
  for (let time = 1; time <= 2; time++) {
    expect((await site.delete(`replies/${reply}`, mia)).status).toBe(204)
    expect((await site.get(`threads/${number}`)).body.replies).toBe(1)
  }
  expect((await site.patch(`replies/${reply}`, { body: 'Back again' }, mia, 1)).status).toBe(403)
})
