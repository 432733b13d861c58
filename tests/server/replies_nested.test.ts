import { expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { hide } from '../support/judging.ts'
import { type Person, testWorld } from '../support/world.ts'

// Replies are nested one level: whatever is answered below a reply stands below that one.

it('a reply to a nested reply stands beside it, and its author is told', async () => {
  const site = await (await testWorld()).site()
  const [lea, tom, mia] = [await site.member(), await site.member(), await site.member()]
  const number = await site.idea(lea)
  const top = await site.reply(tom, number, 'One')
  const nested = await site.reply(mia, number, 'Two', { parent: top })
  const answer = await site.post(`threads/${number}/replies`, { body: 'Three', parent: nested }, lea)
  expect([answer.status, answer.body.parent]).toEqual([201, top])
  const [shown] = (await site.get(`threads/${number}/replies`)).body.items
  expect(shown.replies.map((one: { id: string }) => one.id)).toEqual([nested, answer.body.id])
  const told = async (as: Person) =>
    (await site.get('me/notifications', as)).body.items.map((one: { post: string }) => one.post)
  expect(await told(mia)).toEqual([answer.body.id])
  // Whoever replied follows the thread, and is told of what comes later.
  await eventually(() => told(tom)).toEqual([answer.body.id, nested])
})

it('below a reply that is gone others go on answering each other, and not what is gone', async () => {
  const site = await (await testWorld()).site()
  const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
  const number = await site.idea(lea)
  const [deleted, hidden] = [await site.reply(tom, number), await site.reply(tom, number)]
  const below = await Promise.all(
    [deleted, hidden].map((parent) => site.reply(lea, number, 'Why?', { parent })),
  )
  await site.delete(`replies/${deleted}`, tom)
  await hide(site, cm, hidden)
  for (const parent of [deleted, hidden]) {
    const answer = await site.post(`threads/${number}/replies`, { body: 'So', parent }, lea)
    expect([answer.status, answer.body.errors?.[0].path]).toEqual([422, 'parent'])
  }
  for (const [at, parent] of below.entries()) {
    const answer = await site.post(`threads/${number}/replies`, { body: 'So', parent }, tom)
    expect([answer.status, answer.body.parent]).toEqual([201, [deleted, hidden][at]])
  }
  const { items } = (await site.get(`threads/${number}/replies`)).body
  expect(items.map((one: { html: unknown; replies: unknown[] }) => [one.html, one.replies.length])).toEqual([
    [null, 2],
    [null, 2],
  ])
})

it('where a hundred stand below a reply the next goes on at the end of the thread, and none is lost', async () => {
  const site = await (await testWorld()).site()
  const [lea, tom] = [await site.member(), await site.member()]
  const number = await site.idea(lea)
  const top = await site.reply(tom, number, 'One')
  let last = top
  for (let at = 0; at < 100; at++) last = await site.reply(lea, number, `Below, ${at}`, { parent: top })
  const shown = async () =>
    (await site.get(`threads/${number}/replies`)).body.items.flatMap(
      (one: { id: string; replies: { id: string }[] }) => [one.id, ...one.replies.map(({ id }) => id)],
    )
  expect(await shown()).toHaveLength(101)
  const unread = (await site.get('me', lea)).body.unread
  for (const parent of [top, last]) {
    const answer = await site.post(`threads/${number}/replies`, { body: 'And so on', parent }, tom)
    expect([answer.status, answer.body.parent]).toEqual([201, null])
    expect((await shown()).at(-1)).toBe(answer.body.id)
  }
  expect((await site.get('me', lea)).body.unread).toBe(unread + 2)
  await site.delete(`replies/${last}`, lea)
  const answer = await site.post(`threads/${number}/replies`, { body: 'In its place', parent: top }, tom)
  expect(answer.body.parent).toBe(top)
  expect(await shown()).toHaveLength(103)
})
