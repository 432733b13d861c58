import { expect, test } from 'vitest'
import { testWorld } from '../support/world.ts'

const { site, clock } = await testWorld()

test('the file holds what is mine, and nothing of anybody else', async () => {
  const acme = await site()
  const ada = await acme.member('Ada', { email: 'ada@quist.example', sub: 'customer-17' })
  const ben = await acme.member('Ben', { email: 'ben@secret.example' })
  const moderator = await acme.staff('moderator', 'Mo')
  const own = await acme.idea(ada, { title: 'My idea', body: 'First words.' })
  const { revision } = (await acme.get(`threads/${own}`)).body
  expect((await acme.patch(`threads/${own}`, { body: 'Second words.' }, ada, revision)).status).toBe(200)
  const other = await acme.idea(ben, { title: 'Ben’s idea' })
  await acme.put(`threads/${other}/vote`, undefined, ada)
  const hidden = await acme.reply(ada, other, 'Hidden words.')
  await acme.post(`posts/${hidden}/reports`, { reason: 'rude', note: 'Ben is hurt.' }, ben)
  await acme.post(
    `posts/${hidden}/rulings`,
    { rule: 1, reason: 'It names somebody.', revision: 1 },
    moderator,
  )
  await acme.post(`threads/${own}/notes`, { body: 'A note of the team.' }, moderator)
  clock.move(60)

  const answer = await acme.get('me/export', ada)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="${acme.slug}-\\d{4}-\\d\\d-\\d\\d\\.json"$`),
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const file = JSON.parse(answer.text)
  expect(file).toMatchObject({
    format: 'parvis-member',
    version: 1,
    profile: { id: ada.id, name: 'Ada', email: 'ada@quist.example' },
    identities: [{ by: 'sso', subject: 'customer-17' }],
    posts: [
      {
        kind: 'opening',
        body: 'Second words.',
        thread: { title: 'My idea' },
        revisions: [{ body: 'First words.' }],
      },
      { kind: 'reply', body: 'Hidden words.' },
    ],
    decisions: [{ reason: 'It names somebody.' }],
    notifications: [{ kind: 'ruling' }],
  })
  expect(file.votes.map((vote: { thread: { number: number } }) => vote.thread.number).toSorted()).toEqual([
    own,
    other,
  ])
  expect(file.follows).toHaveLength(2)
  for (const secret of ['secret.example', 'Ben is hurt', 'A note of the team', 'token', 'pvs_', '"Ben"'])
    expect(answer.text, secret).not.toContain(secret)
})

test('the title of a thread that one may no longer read is not in the file, one’s own words are', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const owner = await acme.staff('owner')
  const number = await acme.idea(await acme.member('Ben'), { title: 'Secret plan' })
  await acme.reply(ada, number, 'My own words.')
  const board = (await acme.get('boards', owner)).body.items.find(
    (one: { slug: string }) => one.slug === 'ideas',
  )
  await acme.patch('boards/ideas', { visibility: 'staff' }, owner, board.revision)
  const { text } = await acme.get('me/export', ada)
  expect(text).toContain('My own words.')
  expect(text).not.toContain('Secret plan')
})

test('a long file comes whole, and nobody gets it without a session or too often', async () => {
  const acme = await site({ limits: { exports: 2, replies: 1000 } })
  const ada = await acme.member('Ada')
  const number = await acme.idea(ada)
  for (let post = 0; post < 104; post++) await acme.reply(ada, number, `Reply ${post}`)
  const { posts } = JSON.parse((await acme.get('me/export', ada)).text)
  expect(new Set(posts.map(({ id }: { id: string }) => id)).size).toBe(105)
  expect((await acme.get('me/export')).status).toBe(401)
  expect((await acme.get('me/export', ada)).status).toBe(200)
  expect((await acme.get('me/export', ada)).status).toBe(429)
})
