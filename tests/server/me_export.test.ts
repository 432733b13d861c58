import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { hide } from '../support/judging.ts'
import { suspension } from '../support/suspended.ts'
import { unzip } from '../support/unzip.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, clock, app, mails } = await testWorld()

/** The archive as it comes, its files, and its `data.json` as text. */
async function takeAlong(acme: TestSite, as: Person) {
  const address = `${acme.world.config.publicUrl.origin}/api/v1/sites/${acme.slug}/me/export`
  const answer = await app.request(address, { headers: as.headers })
  const files = unzip(new Uint8Array(await answer.arrayBuffer()))
  return { answer, files, text: files.get('data.json')!.toString() }
}

const drawing = async (background: string) =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 20, channels: 3, background } })
      .png()
      .toBuffer(),
  )

async function giveImage(acme: TestSite, as: Person, background: string): Promise<string> {
  const headers = { 'content-type': 'image/png' }
  const raw = await drawing(background)
  return (await acme.request('POST', 'boards/ideas/images', { as, raw, headers })).body.id
}

test('sec-P01: the file holds what is mine, and nothing of anybody else', async () => {
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

  const { answer, files, text } = await takeAlong(acme, ada)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect([...files.keys()]).toEqual(['data.json'])
  expect(answer.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="${acme.slug}-\\d{4}-\\d\\d-\\d\\d\\.zip"$`),
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const file = JSON.parse(text)
  expect(file).toMatchObject({
    format: 'parvis-member',
    version: 3,
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
    expect(text, secret).not.toContain(secret)
})

test('the title of a thread that one may no longer read is not in the file, one’s own words are', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const owner = await acme.staff('owner')
  const number = await acme.idea(await acme.member('Ben'), { title: 'Secret plan' })
  await acme.reply(ada, number, 'My own words.')
  await acme.put(`threads/${number}/vote`, undefined, ada)
  await acme.put(`threads/${number}/visit`, { opened: true }, ada)
  const board = (await acme.get('boards', owner)).body.items.find(
    (one: { slug: string }) => one.slug === 'ideas',
  )
  await acme.patch('boards/ideas', { visibility: 'staff' }, owner, board.revision)
  const { text } = await takeAlong(acme, ada)
  expect(text).toContain('My own words.')
  expect(text).not.toContain('Secret plan')
  const { posts, votes, follows, visits } = JSON.parse(text)
  // Nor that it is still there, which its number would say.
  for (const part of [posts, votes, follows, visits])
    expect(part).toMatchObject([{ thread: { number: null, title: '' } }])
})

test('the threads that one read are in the file, and how far', async () => {
  const acme = await site()
  const [ada, ben] = [await acme.member('Ada'), await acme.member('Ben')]
  const number = await acme.idea(ben, { title: 'Read by Ada' })
  const reply = await acme.reply(ben, number)
  expect((await acme.put(`threads/${number}/visit`, { post: reply }, ada)).status).toBeLessThan(300)
  const [visit] = JSON.parse((await takeAlong(acme, ada)).text).visits
  expect(visit).toMatchObject({ thread: { number, title: 'Read by Ada' } })
  const { story } = (await acme.get(`threads/${number}`)).body
  expect(new Date(visit.readUntil)).toEqual(new Date(story.items[0].createdAt))
  expect(JSON.parse((await takeAlong(acme, ben)).text).visits).toEqual([])
})

test('a session that was left open is given no file, and a sign-in of the last ten minutes is', async () => {
  const acme = await site()
  const sub = `sub-${newId()}`
  const ada = await acme.member('Ada', { sub })
  const guest = await acme.guest()
  const moderator = await acme.staff('moderator')
  expect((await acme.get('me/export/proof', ada)).body).toEqual({
    proof: 'session',
    email: null,
    fresh: true,
  })
  clock.move(601)
  for (const who of [ada, moderator]) {
    expect((await acme.get('me/export/proof', who)).body).toMatchObject({ proof: 'session', fresh: false })
    const refused = await acme.get('me/export', who)
    expect([refused.status, refused.body.code]).toEqual([403, 'proof_required'])
  }
  expect((await acme.get('me/export/proof', guest)).body).toEqual({ proof: 'none', email: null, fresh: true })
  for (const who of [guest, await acme.member('Ada', { sub }), await acme.signInAgain(moderator)])
    expect((await acme.get('me/export', who)).status, who.name).toBe(200)
  // Who is suspended may not be erased by themselves, and takes along what is theirs all the same.
  await acme.put(`members/${ada.id}/suspension`, suspension, await acme.signInAgain(moderator))
  expect((await acme.get('me/export/proof', ada)).status).toBe(200)
  expect((await acme.get('me/export', ada)).body.code).toBe('proof_required')
})

test('who has an address that was proved may show by a code sent there that it is them', async () => {
  const acme = await site()
  const email = `lea-${newId()}@example.org`
  const signIn = async (count: number) => {
    const { challenge, device } = (await acme.post('sessions/email', { email })).body
    const given = { code: await mails.code(email, count), device }
    const { member, token } = (await acme.post(`sessions/email/${challenge}`, given)).body
    return { id: member.id, name: member.name, headers: { authorization: `Bearer ${token}` } }
  }
  const lea = await signIn(1)
  clock.move(601)
  expect((await acme.get('me/export/proof', lea)).body).toEqual({ proof: 'code', email, fresh: false })
  expect((await acme.get('me/export', lea)).body.code).toBe('proof_required')
  const fresh = await signIn(2)
  expect(fresh.id).toBe(lea.id)
  expect((await acme.get('me/export', fresh)).status).toBe(200)
})

/** In which part of the file a table's rows of a member are. */
const inFile: Record<string, string> = {
  identities: 'identities',
  sessions: 'sessions',
  telling_choices: 'mail',
  notifications: 'notifications',
  thread_subscriptions: 'follows',
  board_subscriptions: 'boards',
  thread_visits: 'visits',
  member_days: 'days',
  openid_links: 'providers',
  openid_declined: 'providersDeclined',
  votes: 'votes',
  reactions: 'reactions',
  reports: 'reports',
  sanctions: 'sanctions',
  images: 'images',
}
/** Which tables are not in it, and why. */
const notInFile: Record<string, string> = {
  idempotency_keys: 'Kept a day, to answer a repeated request; what was made by it is in the file.',
  mails: 'When the notifications that are in the file are gathered to one mail; it says nothing else.',
  assignments: 'The work of the team, who gave it; whoever it is given to is told by a notification.',
  openid_requests: 'The secret of a sign-in that is under way, kept ten minutes.',
}

test('sec-P01: every table that names a member by member_id is in the file, or is said why it is not', async () => {
  const acme = await site()
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'member_id'`.execute(acme.world.db)
  const told = [...Object.keys(inFile), ...Object.keys(notInFile)]
  expect(rows.map(({ name }) => name).toSorted()).toEqual(told.toSorted())
  const file = JSON.parse((await takeAlong(acme, await acme.member('Ada'))).text)
  expect(Object.keys(file)).toEqual(expect.arrayContaining(Object.values(inFile)))
})

test('the images that one gave are files of it, wherever they stand, and nobody else’s are', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const ben = await acme.member('Ben')
  const [shown, hidden, waiting, his] = [
    await giveImage(acme, ada, '#224466'),
    await giveImage(acme, ada, '#664422'),
    await giveImage(acme, ada, '#446622'),
    await giveImage(acme, ben, '#222222'),
  ]
  const number = await acme.idea(ada, { body: `![A map](image:${shown})` })
  await acme.reply(ben, number, `![His](image:${his})`)
  const post = await acme.reply(ada, number, `![A plan](image:${hidden})`)
  await hide(acme, await acme.staff('moderator'), post)
  const picture = { as: ada, raw: await drawing('#ff0000'), headers: { 'content-type': 'image/png' } }
  expect((await acme.request('PUT', 'me/picture', picture)).status).toBe(200)

  const { files, text } = await takeAlong(acme, ada)
  const images = [shown, hidden, waiting].map((id) => `images/${id}.webp`)
  expect([...files.keys()]).toEqual(['picture.webp', ...images, 'data.json'])
  for (const [name, side] of [...images.map((name) => [name, 40] as const), ['picture.webp', 160] as const]) {
    const { format, width } = await sharp(files.get(name)).metadata()
    expect([name, format, width]).toEqual([name, 'webp', side])
  }
  const { data } = await sharp(files.get(images[0]!)).raw().toBuffer({ resolveWithObject: true })
  expect(data[2]).toBeGreaterThan(data[0]!)
  const file = JSON.parse(text)
  expect(file.images).toMatchObject([
    { id: shown, file: images[0], post: file.posts[0].id, width: 40, height: 20 },
    { id: hidden, file: images[1], post },
    { id: waiting, file: images[2], post: null },
  ])
  expect(file.posts[0].body).toContain(`image:${shown}`)
})

test('a long file comes whole, and nobody gets it without a session or too often', async () => {
  const acme = await site({ limits: { exports: 2, replies: 1000 } })
  const ada = await acme.member('Ada')
  const number = await acme.idea(ada)
  for (let post = 0; post < 104; post++) await acme.reply(ada, number, `Reply ${post}`)
  const { posts } = JSON.parse((await takeAlong(acme, ada)).text)
  expect(new Set(posts.map(({ id }: { id: string }) => id)).size).toBe(105)
  expect((await acme.get('me/export')).status).toBe(401)
  expect((await acme.get('me/export', ada)).status).toBe(200)
  expect((await acme.get('me/export', ada)).status).toBe(429)
})
