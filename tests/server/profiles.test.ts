import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { documentAt, readAt } from '../support/pages.ts'
import { suspension } from '../support/suspended.ts'
import { testWorld } from '../support/world.ts'

const { site, statements } = await testWorld()

const excerpts = (body: { items: { excerpt: string }[] }) => body.items.map(({ excerpt }) => excerpt)

test('a page names the member and a month, and their company only where the site says so', async () => {
  const acme = await site()
  const ada = await acme.member('Ada', {
    email: 'ada@quist.example',
    company: { id: 'c1', name: 'Nord & Sud' },
  })
  const owner = await acme.staff('owner', 'Olga')
  const path = `profiles/${ada.id}`
  const shown = (await acme.get(path)).body
  expect(shown).toEqual({
    id: ada.id,
    name: 'Ada',
    avatar: null,
    team: false,
    company: null,
    since: expect.stringMatching(/^\d{4}-\d\d$/),
    votesShown: false,
  })
  await acme.patch('settings', { showCompany: true }, owner)
  expect((await acme.get(path)).body.company).toBe('Nord & Sud')
  expect((await acme.get(`profiles/${owner.id}`)).body).toMatchObject({ name: 'Olga', team: true })
})

test('a page shows what its reader may read of what stands, page by page', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const ben = await acme.member('Ben')
  const moderator = await acme.staff('moderator')
  const owner = await acme.staff('owner')
  await acme.post('boards', { name: 'Inner', kinds: ['discussion'], visibility: 'members' }, owner)
  const open = await acme.idea(ada, { body: 'In the open.' })
  await acme.idea(ada, { board: 'inner', kind: 'discussion', body: 'For members.' })
  const hidden = await acme.reply(ada, open, 'Hidden.')
  await acme.post(`posts/${hidden}/rulings`, { rule: 1, reason: 'Rude.', revision: 1 }, moderator)
  const gone = await acme.reply(ada, open, 'Deleted.')
  await acme.delete(`replies/${gone}`, ada)
  await acme.reply(ben, open, 'Of Ben.')
  const path = `profiles/${ada.id}/posts`
  expect(excerpts((await acme.get(path)).body)).toEqual(['In the open.'])
  expect(excerpts((await acme.get(path, ben)).body)).toEqual(['For members.', 'In the open.'])
  const first = (await acme.get(`${path}?limit=1`, ben)).body
  expect(excerpts(first)).toEqual(['For members.'])
  const second = (await acme.get(`${path}?limit=1&cursor=${first.next}`, ben)).body
  expect([excerpts(second), second.next]).toEqual([['In the open.'], null])
  for (const cursor of ['x', Buffer.from('["profile-posts",1,"no"]').toString('base64url')])
    expect((await acme.get(`${path}?cursor=${cursor}`)).body.code).toBe('broken_cursor')
  expect((await statements(() => acme.get(`${path}?limit=7`))).length).toBe(2)
})

test('votes are shown where their member says so, and of boards that the reader may read', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const owner = await acme.staff('owner')
  await acme.post('boards', { name: 'Inner', kinds: ['idea'], visibility: 'members' }, owner)
  const open = await acme.idea(owner)
  const inner = await acme.idea(owner, { board: 'inner' })
  for (const number of [open, inner]) await acme.put(`threads/${number}/vote`, undefined, ada)
  const path = `profiles/${ada.id}/votes`
  expect((await acme.get(path, owner)).status).toBe(404)
  expect((await acme.patch('me', { votesShown: true }, ada)).body.votesShown).toBe(true)
  const numbers = async (as?: typeof ada) =>
    (await acme.get(path, as)).body.items.map((row: { number: number }) => row.number)
  expect(await numbers()).toEqual([open])
  expect(await numbers(ada)).toEqual([inner, open])
  await acme.patch('me', { votesShown: false }, ada)
  expect((await acme.get(path, ada)).status).toBe(404)
})

test('guests, who was erased, who is elsewhere and who never was have no page; who is suspended has the same one', async () => {
  const acme = await site()
  await acme.takeGuests()
  const guest = await acme.guest()
  const elsewhere = await (await site()).member('Eve')
  const erased = await acme.member('Ada')
  expect((await acme.get(`profiles/${erased.id}`)).status).toBe(200)
  await acme.put('me/erasure', { posts: 'keep' }, erased)
  for (const id of [guest.id, elsewhere.id, erased.id, newId(), '__proto__', 'a%00b', 'x'.repeat(99)])
    for (const part of ['', '/posts', '/votes'])
      expect((await acme.get(`profiles/${id}${part}`)).status, id + part).toBe(404)
  expect((await readAt(acme, `/m/${erased.id}`)).status).toBe(404)
  const ben = await acme.member('Ben')
  const before = (await acme.get(`profiles/${ben.id}`)).body
  await acme.put(`members/${ben.id}/suspension`, suspension, await acme.staff('moderator'))
  expect((await acme.get(`profiles/${ben.id}`)).body).toEqual(before)
})

test('the public page says the same to visitors, is not to be found by, and names in threads lead there', async () => {
  const acme = await site()
  const ada = await acme.member('Ada <b>Quist</b>')
  const number = await acme.idea(ada, { title: 'Rounds that end', body: 'In the **open**.' })
  const thread = await documentAt(acme, `/t/${number}-rounds-that-end`)
  const link = thread.querySelector(`a[href$="/m/${ada.id}"]`)
  expect(link?.textContent).toBe('Ada <b>Quist</b>')
  const page = await documentAt(acme, `/m/${ada.id}`)
  expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow')
  expect(page.querySelector('h1')?.textContent).toBe('Ada <b>Quist</b>')
  expect(page.querySelector('.rows a')?.textContent).toBe('Rounds that end')
  expect((await readAt(acme, '/sitemap.xml')).text).not.toContain(ada.id)
})
