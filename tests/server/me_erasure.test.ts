import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { newId } from '../../server/lib/ids.ts'
import { finishErasure, goesWithMember, staysNameless } from '../../server/members/erase.ts'
import { allOf } from '../support/all_of.ts'
import { pathOf, readAt } from '../support/pages.ts'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, world, clock, mails } = await testWorld()

/** Someone who signed in by an e-mail code. */
async function byEmail(acme: TestSite, email: string, count = 1): Promise<Person> {
  const asked = await acme.post('sessions/email', { email })
  const proof = { code: await mails.code(email, count), device: asked.body.device }
  const { member, token } = (await acme.post(`sessions/email/${asked.body.challenge}`, proof)).body
  return { id: member.id, name: member.name, headers: { authorization: `Bearer ${token}` } }
}

const erase = (acme: TestSite, who: Person, posts: 'keep' | 'remove' = 'keep', more: object = {}) =>
  acme.put('me/erasure', { posts, ...more }, who)

test('sec-P01: a member who is erased is nobody any more: name, address, sessions and follows go, posts and votes stay', async () => {
  const acme = await site()
  const sub = `sub-${newId()}`
  const ada = await acme.member('Adalind Quist', { sub, email: 'adalind@quist.example' })
  const ben = await acme.member('Ben')
  const admin = await acme.staff('admin')
  const own = await acme.idea(ada, { title: 'Kept and nameless' })
  const other = await acme.idea(ben)
  await acme.put(`threads/${other}/vote`, undefined, ada)
  await acme.reply(ada, other, 'I want this too.')
  await acme.reply(ben, other, `Ask @[Adalind Quist](member:${ada.id}), please.`)
  const asked = await acme.idea(ben, {
    title: 'A question',
    body: `So says @[Adalind Quist](member:${ada.id}).`,
  })
  const before = (await acme.get(`threads/${other}`)).body
  expect(before.story.items[0].author.name).toBe('Adalind Quist')
  expect(JSON.stringify((await acme.get('threads')).body)).toContain('Adalind')
  expect((await acme.get('me/notifications', ben)).body.items[0].actor.name).toBe('Adalind Quist')

  expect((await erase(acme, ada)).status).toBe(204)

  expect((await acme.get('me', ada)).status).toBe(401)
  const after = (await acme.get(`threads/${other}`)).body
  expect(after.votes).toBe(before.votes)
  expect(after.story.items[0]).toMatchObject({ author: null, body: 'I want this too.' })
  expect((await acme.get(`threads/${own}`)).body).toMatchObject({ author: null, title: 'Kept and nameless' })
  expect((await acme.get('me/notifications', ben)).body.items[0].actor).toBeNull()
  expect(after.story.items[1].html).toContain('Ask <bdi>@…</bdi>, please.')
  for (const path of [
    'threads',
    `threads/${other}`,
    `threads/${asked}`,
    'threads?q=says',
    'threads?q=kept',
    `threads/${own}`,
    'threads/similar?title=Kept and nameless',
  ])
    expect((await acme.get(path)).text, path).not.toContain('Adalind')
  expect((await acme.get(`members/${ada.id}`, admin)).status).toBe(404)
  expect(await allOf(acme)).not.toMatch(/adalind|quist/i)
  expect(await allOf(acme)).not.toContain(sub)
  const entry = (await acme.get('audit', admin)).body.items.find(
    (one: { action: string }) => one.action === 'members.leave',
  )
  expect(entry).toMatchObject({ subject: ada.id, actor: null, detail: { posts: 'keep' } })
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])

  const again = await acme.member('Adalind Quist', { sub, email: 'adalind@quist.example' })
  expect(again.id).not.toBe(ada.id)
  expect((await acme.get('me', again)).body).toMatchObject({ posts: 0, votes: 0, unread: 0 })
})

test('sec-P01: posts that are removed leave their places, and take nobody’s replies along', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const ben = await acme.member('Ben')
  const alone = await acme.idea(ada, { title: 'Zanzibar alone', body: 'Zanzibar words.' })
  const answered = await acme.idea(ada, { title: 'Zanzibar answered', body: 'Zanzibar words.' })
  await acme.reply(ben, answered, 'A reply of Ben’s.')
  const bens = await acme.idea(ben)
  await acme.put(`threads/${bens}/vote`, undefined, ada)
  const leaf = await acme.reply(ada, bens, 'Zanzibar leaf.')
  const edited = await acme.patch(`replies/${leaf}`, { body: 'Zanzibar leaf, edited.' }, ada, 1)
  expect(edited.status).toBe(200)
  const branch = await acme.reply(ada, bens, 'Zanzibar branch.')
  await acme.reply(ben, bens, 'Below the branch.', { parent: branch })
  expect((await acme.get(`threads/${bens}`)).body).toMatchObject({ replies: 3, votes: 2 })

  expect((await erase(acme, ada, 'remove')).status).toBe(204)

  const thread = (await acme.get(`threads/${bens}`)).body
  expect(thread).toMatchObject({ replies: 1, votes: 2 })
  expect(thread.story.items).toHaveLength(1)
  expect(thread.story.items[0]).toMatchObject({
    body: null,
    author: null,
    replies: [{ body: 'Below the branch.' }],
  })
  const left = (await acme.get(`threads/${answered}`)).body
  expect(left).toMatchObject({ title: 'Removed by its author', body: null, html: null, author: null })
  expect(left.story.items).toMatchObject([{ body: 'A reply of Ben’s.' }])
  const listed = (await acme.get('threads?board=ideas')).body.items.map(
    (row: { number: number }) => row.number,
  )
  expect(listed.toSorted()).toEqual([answered, bens].toSorted())
  expect((await acme.post(`threads/${answered}/replies`, { body: 'Late.' }, ben)).status).toBe(409)
  for (const path of ['threads?q=zanzibar', 'threads/similar?title=Zanzibar alone'])
    expect((await acme.get(path)).body.items, path).toEqual([])
  const page = (path: string) => readAt(acme, `/${path}`)
  expect((await page(`t/${alone}`)).status).toBe(404)
  expect((await page(`t/${answered}-removed-by-its-author`)).text).toMatch(/noindex[\s\S]*A reply of Ben/)
  expect((await page('feed.atom')).text).not.toContain('Zanzibar')
  expect(await allOf(acme)).not.toMatch(/zanzibar/i)
  expect(await wrongCounters(world, (await acme.row()).id)).toEqual([])
})

test('more posts than one transaction takes go in a job, which twice is once', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const number = await acme.idea(await acme.member('Ben'))
  await acme.reply(ada, number, 'The first of many.')
  const { id } = await acme.row()
  await sql`insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer)
    select site_id, gen_random_uuid(), thread_id, 'reply', author_id, 'Many', '<p>Many</p>', renderer
    from posts, generate_series(1, 449) where site_id = ${id} and author_id = ${ada.id}`.execute(world.db)
  await sql`update thread_counters set reply_count = 450 where site_id = ${id} and number = ${number}`.execute(
    world.db,
  )
  expect((await erase(acme, ada, 'remove')).status).toBe(204)
  const erasure = { siteId: id, memberId: ada.id, posts: 'remove' as const }
  await Promise.all([finishErasure(world, erasure), finishErasure(world, erasure)])
  expect((await acme.get(`threads/${number}`)).body).toMatchObject({ replies: 0, story: { items: [] } })
  expect(await wrongCounters(world, id)).toEqual([])
})

test('a name goes out of quotations and mentions of others wherever they stand, and nobody else’s does', async () => {
  const acme = await site({ origins: ['https://host.example'] })
  const [ada, ben] = [await acme.member('Aurélie Tissot & Co. [Lyon]'), await acme.member('Ben')]
  const moderator = await acme.staff('moderator')
  const hers = await acme.idea(ada, { title: 'Of hers' })
  const bens = await acme.idea(ben, { title: 'Of Ben’s' })
  const reply = await acme.reply(ada, bens, 'Words of hers.')
  const other = await acme.reply(ben, bens, 'Words of Ben’s.')
  const name = 'Aurélie Tissot &#38; Co. &#91;Lyon&#93;'
  const wrote = (said: string, path: string) =>
    `[${said}](https://host.example/help${path})\n\n> Words.\n\nI agree.`
  const at = `@[Aurélie Tissot](member:${ada.id})`
  const bodies: [string, string][] = [
    [wrote(`${name} wrote:`, `?lang=en&parvis=/t/${bens}-of-ben-s/${reply}`), 'A former member wrote:'],
    [wrote(`${name} a écrit\u202f:`, `#parvis=/t/${bens}/${reply}`), 'Un ancien membre a écrit\u202f:'],
    [wrote(`${name} schrieb:`, `/t/${hers}-of-hers`), 'Ein ehemaliges Mitglied schrieb:'],
    [`> ${wrote(`${name} wrote:`, `?parvis=/t/${bens}/${reply}`)}`, 'A former member wrote:'],
    [`> thanks ${at}`, '@…'],
    [`[so says ${at}](https://a.example) in \`${at}\``, '@…'],
  ]
  const numbers: number[] = []
  for (const [body] of bodies) numbers.push(await acme.idea(ben, { body: `${body} Marmalade.` }))
  const replied = await acme.reply(ben, bens, bodies[0]![0])
  const edited = await acme.reply(ben, bens, bodies[1]![0])
  await acme.patch(`replies/${edited}`, { body: 'Nobody is quoted.' }, ben, 1)
  await acme.post(`threads/${bens}/notes`, { body: `${bodies[0]![0]} and ${at}` }, moderator)
  const kept = [
    wrote('Ben wrote:', `?parvis=/t/${bens}/${other}`),
    wrote('Ben wrote:', `?parvis=/t/${bens}`),
    `[Somebody wrote:](https://elsewhere.example/t/${hers})`,
  ]
  const keptIn: number[] = []
  for (const body of kept) keptIn.push(await acme.idea(ben, { body }))
  const before = await allOf(acme)
  expect(before).toContain('Tissot')
  expect((await acme.get('threads?q=Tissot')).body.items.length).toBeGreaterThan(4)
  expect((await readAt(acme, await pathOf(acme, numbers[0]!))).text).toContain('Tissot')

  expect((await erase(acme, ada)).status).toBe(204)
  const { id } = await acme.row()
  // The words of those who are not told of it are found by a job.
  await finishErasure(world, { siteId: id, memberId: ada.id, posts: 'keep' })

  for (const [at, number] of numbers.entries()) {
    const thread = (await acme.get(`threads/${number}`)).body
    expect(thread.html, bodies[at]![0]).toContain(bodies[at]![1])
    expect(thread.html).not.toContain(`data-member="${ada.id}"`)
    expect(thread.body).toContain('Marmalade')
    expect((await readAt(acme, await pathOf(acme, number))).text).not.toContain('Tissot')
  }
  for (const path of ['threads?q=Tissot', `threads?q=${encodeURIComponent('Aurélie')}`])
    expect((await acme.get(path)).body.items, path).toEqual([])
  expect((await acme.get('threads?q=marmalade')).body.items).toHaveLength(numbers.length)
  const found = (await acme.get('threads?q=former member wrote')).body.items
  expect(found.map((one: { number: number }) => one.number)).toContain(numbers[0])
  for (const path of [`threads/${bens}`, 'threads', `posts/${edited}/revisions`])
    expect((await acme.get(path, ben)).text, path).not.toContain('Tissot')
  expect((await acme.get(`threads/${bens}`)).text).toContain(replied)
  for (const path of ['/feed.atom', await pathOf(acme, bens)])
    expect((await readAt(acme, path)).text, path).not.toContain('Tissot')
  expect((await acme.get('search?q=Tissot', moderator)).text).not.toContain('Tissot')
  expect(await allOf(acme)).not.toContain('Tissot')
  const { rows } = await sql<{ html: string }>`
    select html from posts where site_id = ${id} union all select html from notes where site_id = ${id}
    union all select html from revisions where site_id = ${id}`.execute(world.db)
  expect(JSON.stringify(rows)).not.toContain('Tissot')
  for (const [at, number] of keptIn.entries())
    expect((await acme.get(`threads/${number}`)).body.body).toBe(kept[at])
})

test('names are taken out of more texts than are looked through at once', async () => {
  const acme = await site()
  const [ada, ben] = [await acme.member('Aurélie Tissot'), await acme.member('Ben')]
  const number = await acme.idea(ben)
  await acme.reply(ben, number, `> @[Aurélie Tissot](member:${ada.id})`)
  const { id } = await acme.row()
  await sql`insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer)
    select site_id, gen_random_uuid(), thread_id, 'reply', author_id, body, html, renderer
    from posts, generate_series(1, 2100) where site_id = ${id} and kind = 'reply'`.execute(world.db)
  expect((await erase(acme, ada)).status).toBe(204)
  await finishErasure(world, { siteId: id, memberId: ada.id, posts: 'keep' })
  const { rows } =
    await sql`select from posts where site_id = ${id} and (strpos(html, 'Tissot') > 0 or strpos(body, 'Tissot') > 0)`.execute(
      world.db,
    )
  expect(rows).toHaveLength(0)
})

test('who has an address that was proved shows by a code that it is them, and by no other', async () => {
  const acme = await site()
  const email = `lea-${newId()}@example.org`
  const lea = await byEmail(acme, email)
  expect((await acme.get('me/erasure', lea)).body).toMatchObject({ proof: 'code', email })
  expect((await erase(acme, lea)).body.code).toBe('proof_required')
  // A code to sign in by is no wish to be erased.
  const signIn = (await acme.post('sessions/email', { email })).body
  const signInCode = { challenge: signIn.challenge, device: signIn.device, code: await mails.code(email, 2) }
  expect((await erase(acme, lea, 'keep', { proof: signInCode })).body.code).toBe('code_refused')
  const asked = (await acme.post('me/erasure/codes', undefined, lea)).body
  const code = await mails.code(email, 3)
  const proof = { challenge: asked.challenge, device: asked.device, code }
  const max = await byEmail(acme, `max-${newId()}@example.org`)
  expect((await erase(acme, max, 'keep', { proof })).status).toBe(401)
  expect((await acme.get('me', lea)).status).toBe(200)
  const again = (await acme.post('me/erasure/codes', undefined, lea)).body
  const fresh = { challenge: again.challenge, device: again.device, code: await mails.code(email, 4) }
  expect((await erase(acme, lea, 'keep', { proof: fresh })).status).toBe(204)
  expect((await byEmail(acme, email, 5)).id).not.toBe(lea.id)
})

test('whom the host signs on shows by a sign-in of the last ten minutes that it is them', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  clock.move(601)
  expect((await acme.get('me/erasure', ada)).body).toEqual({ proof: 'session', email: null, fresh: false })
  expect((await erase(acme, ada)).body.code).toBe('proof_required')
  expect((await acme.post('me/erasure/codes', undefined, ada)).status).toBe(409)
})

test('nobody of the team, nobody suspended and nobody unknown is erased, and no wish that is none is heard', async () => {
  const acme = await site()
  const owner = await acme.staff('owner')
  const ada = await acme.member('Ada')
  expect((await acme.get('me/erasure', owner)).body.proof).toBe('team')
  expect((await erase(acme, owner)).status).toBe(409)
  expect((await erase(acme, { id: '', name: '', headers: {} })).status).toBe(401)
  for (const body of [{}, { posts: 'all' }, { posts: ['keep'] }, { posts: 'keep', id: ada.id }])
    expect((await acme.put('me/erasure', body, ada)).status, JSON.stringify(body)).toBe(422)
  const moderator = await acme.staff('moderator')
  await acme.put(`members/${ada.id}/suspension`, suspension, moderator)
  expect((await erase(acme, ada)).body.code).toBe('suspended')
  expect((await acme.get('threads')).status).toBe(200)
})

test('an admin erases at a member’s request, with a reason that is kept; nobody else does, and nobody of another site', async () => {
  const acme = await site()
  const ada = await acme.member('Ada')
  const admin = await acme.staff('admin')
  const moderator = await acme.staff('moderator')
  const path = `members/${ada.id}/erasure`
  const wish = { posts: 'keep', reason: 'Asked by letter.' }
  const other = await site()
  for (const [where, who, status] of [
    [acme, moderator, 403],
    [acme, ada, 403],
    [other, await other.staff('admin'), 404],
  ] as const)
    expect((await where.put(path, wish, who)).status).toBe(status)
  expect((await acme.put(path, { posts: 'keep', reason: ' ' }, admin)).status).toBe(422)
  expect((await acme.put(`members/${moderator.id}/erasure`, wish, admin)).status).toBe(409)
  const both = await Promise.all([acme.put(path, wish, admin), acme.put(path, wish, admin)])
  expect(both.map(({ status }) => status)).toEqual([204, 204])
  const entries = (await acme.get('audit', admin)).body.items.filter(
    (one: { action: string }) => one.action === 'members.erase',
  )
  expect(entries).toMatchObject([
    { subject: ada.id, actor: { id: admin.id }, detail: { reason: 'Asked by letter.' } },
  ])
})

test('sec-P01: every table that names a member by member_id says what an erasure does with it', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'member_id'`.execute(world.db)
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...goesWithMember, ...staysNameless].toSorted())
})
