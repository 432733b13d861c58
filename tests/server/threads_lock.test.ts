import { expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

// A thread that takes no replies: closed by the team, or posted so.

it('is closed to replies by the team and opened again, once each, with what stands left as it is', async () => {
  const site = await (await testWorld()).site()
  const [lea, cm] = [await site.member('Lea'), await site.staff('moderator')]
  const number = await site.idea(lea)
  const reply = await site.reply(lea, number, 'Before.')
  const send = (as = lea) => site.post(`threads/${number}/replies`, { body: 'After.' }, as)
  const path = `threads/${number}/lock`
  for (const as of [undefined, lea]) expect([401, 403]).toContain((await site.put(path, {}, as)).status)
  expect((await site.get(`threads/${number}`)).body.locked).toBe(false)

  for (const _ of [1, 2]) expect((await site.put(path, {}, cm)).body).toMatchObject({ number, locked: true })
  for (const as of [lea, cm]) expect((await send(as)).body.code).toBe('thread_locked')
  const read = (await site.get(`threads/${number}`, lea)).body
  expect(read).toMatchObject({ locked: true, replies: 1, story: { items: [{ id: reply }] } })
  expect((await site.patch(`replies/${reply}`, { body: 'Edited.' }, lea, 1)).status).toBe(200)
  expect((await site.put(`threads/${number}/vote`, {}, await site.member('Tom'))).status).toBe(200)

  for (const _ of [1, 2]) expect((await site.delete(path, cm)).body).toMatchObject({ locked: false })
  expect((await send()).status).toBe(201)
  const { items } = (await site.get('audit', await site.staff('owner'))).body
  const acts = items.map((one: { action: string }) => one.action)
  expect(acts.filter((one: string) => /lock/.test(one))).toEqual(['threads.unlock', 'threads.lock'])
  const other = await (await testWorld()).site()
  expect((await other.put(path, {}, await other.staff('owner'))).status).toBe(404)
})

it('is posted so by the team alone', async () => {
  const site = await (await testWorld()).site()
  const [lea, cm] = [await site.member('Lea'), await site.staff('product')]
  const news = { board: 'news', kind: 'announcement', title: 'Prices from January', body: 'They stay.' }
  const posted = await site.post('threads', { ...news, comments: false }, cm)
  expect(posted.body).toMatchObject({ kind: 'announcement', locked: true })
  expect((await site.post(`threads/${posted.body.number}/replies`, { body: 'Why?' }, lea)).body.code).toBe(
    'thread_locked',
  )
  expect((await site.post('threads', { ...news, comments: true }, cm)).body.locked).toBe(false)
  // To announce something at all is the team's.
  expect((await site.post('threads', news, lea)).status).toBe(403)
  const idea = { board: 'ideas', kind: 'idea', title: 'Mine alone', body: 'No replies, please.' }
  expect((await site.post('threads', { ...idea, comments: false }, lea)).status).toBe(403)
  expect((await site.post('threads', { ...idea, comments: true }, lea)).status).toBe(201)
})
