import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { sweepImages } from '../../server/images/sweep.ts'
import { newId } from '../../server/lib/ids.ts'
import { makeKey } from '../support/api_key.ts'
import { suspended } from '../support/suspended.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

const { site, app, world, clock } = await testWorld()

const plain = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: { r: 30, g: 120, b: 90 } } })

const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer())

const send = (
  acme: TestSite,
  as: Person | undefined,
  raw: Uint8Array<ArrayBuffer>,
  { type = 'image/png', board = 'ideas' } = {},
) => acme.request('POST', `boards/${board}/images`, { as, raw, headers: { 'content-type': type } })

/** An image that was taken, and how a text shows it. */
async function image(acme: TestSite, as: Person, alt = 'A map', board = 'ideas') {
  const answer = await send(acme, as, await bytesOf(plain(40, 20).png()), { board })
  if (answer.status !== 201) throw new Error(answer.text)
  const { id, url } = answer.body as { id: string; url: string }
  return { id, url, markdown: `![${alt}](image:${id})` }
}

const fetchImage = (address: string) => app.request(address)
const sourceIn = (html: string) => /<img src="([^"]+)"/.exec(html)?.[1] ?? ''

async function kept(acme: TestSite) {
  const { id } = await acme.row()
  const rows = await world.db.selectFrom('images').select(['id', 'size']).where('site_id', '=', id).execute()
  const store = await world.db
    .selectFrom('image_stores')
    .select('bytes')
    .where('site_id', '=', id)
    .executeTakeFirst()
  return { rows, bytes: Number(store?.bytes ?? 0), sum: rows.reduce((sum, row) => sum + row.size, 0) }
}

test('an image stands in the post with its size and description, and leads to the whole of it', async () => {
  const acme = await site()
  const mia = await acme.member()
  const sent = await send(acme, mia, await bytesOf(plain(900, 1600).jpeg()), { type: 'image/jpeg' })
  expect([sent.status, sent.body.width, sent.body.height]).toEqual([201, 900, 1600])
  const { id, markdown } = sent.body
  expect(markdown).toBe(`![](image:${id})`)
  const number = await acme.idea(mia, { body: `Look:\n\n![The "long" way](image:${id})` })
  const { html, body, excerpt } = (await acme.get(`threads/${number}`)).body
  const { id: siteId } = await acme.row()
  const address = `${publicUrl}images/${siteId}/${id}`
  expect(html).toContain(
    `<a href="${address}" target="_blank" rel="nofollow ugc noopener"><img src="${address}" `,
  )
  expect(html).toContain('alt="The &quot;long&quot; way"')
  expect(html).toContain('width="360" height="640" loading="lazy" decoding="async"')
  expect(body).toContain(`(image:${id})`)
  expect(excerpt).toBe('Look: (The "long" way)')
  const served = await fetchImage(address)
  expect(served.status).toBe(200)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
  const meta = await sharp(await served.arrayBuffer()).metadata()
  expect([meta.format, meta.width, meta.height, meta.exif]).toEqual(['webp', 900, 1600, undefined])
})

test('sec-F04: nothing but pixels of one frame is kept: no place, no colour profile, no motion, no more than 1600', async () => {
  const acme = await site()
  const mia = await acme.member()
  const exif = { IFD0: { Copyright: 'Someone' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
  const camera = await send(
    acme,
    mia,
    await bytesOf(plain(3000, 200).withExif(exif).withMetadata({ orientation: 6 }).jpeg()),
    {
      type: 'image/jpeg',
    },
  )
  expect([camera.body.width, camera.body.height]).toEqual([107, 1600])
  const frames = await bytesOf(
    sharp([await plain(20).png().toBuffer(), await plain(20).negate().png().toBuffer()], {
      join: { animated: true },
    }).gif(),
  )
  expect((await sharp(frames).metadata()).pages).toBe(2)
  const moving = await send(acme, mia, frames, { type: 'image/gif' })
  for (const one of [camera, moving]) {
    const meta = await sharp(await (await fetchImage(one.body.url)).arrayBuffer()).metadata()
    expect([meta.exif, meta.xmp, meta.icc, meta.pages ?? 1]).toEqual([undefined, undefined, undefined, 1])
  }
})

test('sec-F02: what is no image inside, too large, torn or a bomb is refused, and keeps nothing', async () => {
  const acme = await site()
  const mia = await acme.member()
  const text = (value: string) => new TextEncoder().encode(value)
  for (const bytes of [
    text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    text('<!doctype html><script>alert(1)</script>'),
    await bytesOf(plain(20).tiff()),
    new Uint8Array(0),
  ])
    expect((await send(acme, mia, bytes)).status).toBe(415)
  const bomb = await bytesOf(plain(6000, 5000).png())
  expect(bomb.length).toBeLessThan(1_000_000)
  expect((await send(acme, mia, bomb)).status).toBe(422)
  expect((await send(acme, mia, (await bytesOf(plain(200).png())).slice(0, 60))).status).toBe(422)
  const heavy = new Uint8Array(10 * 1024 * 1024 + 1)
  heavy.set(await bytesOf(plain(20).png()))
  expect((await send(acme, mia, heavy)).status).toBe(413)
  const good = await bytesOf(plain(20).png())
  expect((await send(acme, mia, good, { type: 'text/html' })).status).toBe(415)
  expect((await send(acme, undefined, good)).status).toBe(401)
  expect((await send(acme, mia, good, { board: 'none' })).status).toBe(404)
  expect((await kept(acme)).rows).toEqual([])
})

test('sec-F05: an image of a board that not everybody reads is seen by who may read it, for some hours', async () => {
  const acme = await site()
  const mia = await acme.member()
  const { id, markdown } = await image(acme, mia)
  const number = await acme.idea(mia, { body: markdown })
  const open = sourceIn((await acme.get(`threads/${number}`)).body.html)
  expect((await fetchImage(open)).status).toBe(200)
  await acme.restrict('ideas', 'members')
  expect((await fetchImage(open)).status).toBe(404)
  const passed = sourceIn((await acme.get(`threads/${number}`, mia)).body.html)
  expect(passed.startsWith(`${open}/read-`)).toBe(true)
  const served = await fetchImage(passed)
  expect([served.status, served.headers.get('cache-control')]).toEqual([
    200,
    'private, max-age=31536000, immutable',
  ])
  expect((await fetchImage(passed.replace('read-', 'own-'))).status).toBe(404)
  expect(
    (await fetchImage(passed.replace(/-(\d+)-/, (_, until) => `-${Number(until) + 3600}-`))).status,
  ).toBe(404)
  expect((await fetchImage(passed.replace(id, newId()))).status).toBe(404)
  clock.move(13 * 3600)
  expect((await fetchImage(passed)).status).toBe(404)
  const later = sourceIn((await acme.get(`threads/${number}`, mia)).body.html)
  expect((await fetchImage(later)).status).toBe(200)
  clock.reset()
  // For others from now on, the board takes no pass that was made for those before.
  await acme.restrict('ideas', 'staff')
  expect((await fetchImage(later)).status).toBe(404)
  const own = sourceIn((await acme.get(`threads/${number}`, await acme.staff('moderator'))).body.html)
  expect((await fetchImage(own)).status).toBe(200)
})

test('sec-F05: a hidden post’s image is seen by the moderators alone, and again once the ruling is lifted', async () => {
  const acme = await site()
  const mia = await acme.member()
  const mod = await acme.staff('moderator')
  const { markdown } = await image(acme, mia)
  const number = await acme.idea(await acme.member())
  const reply = await acme.reply(mia, number, markdown)
  const { body } = await acme.get(`threads/${number}`)
  const open = sourceIn(body.story.items[0].html)
  expect((await fetchImage(open)).status).toBe(200)
  const ruled = await acme.post(`posts/${reply}/rulings`, { rule: 1, reason: 'No.', revision: 1 }, mod)
  expect(ruled.status).toBe(201)
  expect((await fetchImage(open)).status).toBe(404)
  const judged = sourceIn((await acme.get(`posts/${reply}`, mod)).body.html)
  expect((await fetchImage(judged)).status).toBe(200)
  expect((await acme.delete(`rulings/${ruled.body.ruling.id}`, mod)).status).toBeLessThan(300)
  expect((await fetchImage(open)).status).toBe(200)
})

test('the image of a text that was merged away, which nobody reads any more, is not shown', async () => {
  const acme = await site()
  const mia = await acme.member()
  const mod = await acme.staff('moderator')
  const { markdown } = await image(acme, mia)
  const number = await acme.idea(mia, { body: markdown })
  const source = sourceIn((await acme.get(`threads/${number}`)).body.html)
  expect((await fetchImage(source)).status).toBe(200)
  const into = await acme.idea(mia)
  expect((await acme.put(`threads/${number}/merge`, { into }, mod)).status).toBe(200)
  expect((await fetchImage(source)).status).toBe(404)
})

test('sec-F05: an image that an edit takes out, or whose reply is taken away, is gone at once and swept after a day', async () => {
  const acme = await site()
  const mia = await acme.member()
  const [one, two] = [await image(acme, mia), await image(acme, mia)]
  const number = await acme.idea(mia, { body: one.markdown })
  const reply = await acme.reply(mia, number, two.markdown)
  const { body } = await acme.get(`threads/${number}`)
  const [first, second] = [sourceIn(body.html), sourceIn(body.story.items[0].html)]
  expect([(await fetchImage(first)).status, (await fetchImage(second)).status]).toEqual([200, 200])
  const kept1 = await acme.patch(`threads/${number}`, { body: `Still here: ${one.markdown}` }, mia, 1)
  expect(sourceIn(kept1.body.html)).toBe(first)
  expect((await acme.patch(`threads/${number}`, { body: 'Words alone.' }, mia, 2)).status).toBe(200)
  expect((await acme.delete(`replies/${reply}`, mia)).status).toBe(204)
  expect([(await fetchImage(first)).status, (await fetchImage(second)).status]).toEqual([404, 404])
  await sweepImages(world)
  expect((await kept(acme)).rows).toHaveLength(2)
  clock.move(86_400 + 60)
  await sweepImages(world)
  clock.reset()
  expect(await kept(acme)).toEqual({ rows: [], bytes: 0, sum: 0 })
})

test('what waits for a post is seen by its author alone, in the preview, and as long as a draft of it is kept; what stands stays', async () => {
  const acme = await site()
  const mia = await acme.member()
  const other = await acme.member()
  const { id, url, markdown } = await image(acme, mia)
  const { id: siteId } = await acme.row()
  expect((await fetchImage(url)).status).toBe(200)
  expect((await fetchImage(`${publicUrl}images/${siteId}/${id}`)).status).toBe(404)
  const mine = await acme.post('previews', { markdown }, mia)
  expect((await fetchImage(sourceIn(mine.body.html))).status).toBe(200)
  const theirs = await acme.post('previews', { markdown }, other)
  expect(theirs.body.html).toBe('<p>A map</p>')
  const stays = await image(acme, mia)
  await acme.idea(mia, { body: stays.markdown })
  clock.move(89 * 86_400)
  await sweepImages(world)
  expect((await kept(acme)).rows).toHaveLength(2)
  clock.move(2 * 86_400)
  await sweepImages(world)
  clock.reset()
  const left = await kept(acme)
  expect(left.rows.map((row) => row.id)).toEqual([stays.id])
  expect(left.bytes).toBe(left.sum)
})

test('nobody shows somebody else’s image, nor one of another post or site; its words stay', async () => {
  const acme = await site()
  const beta = await site()
  const mia = await acme.member()
  const eve = await acme.member()
  const { markdown, id } = await image(acme, mia, 'The plan')
  await acme.idea(mia, { body: markdown })
  const elsewhere = await beta.member()
  for (const [where, who] of [
    [acme, eve],
    [acme, mia],
    [beta, elsewhere],
  ] as const) {
    const number = await where.idea(who, { body: `${markdown} and [a link](image:${id})` })
    expect((await where.get(`threads/${number}`)).body.html).toBe('<p>The plan and <a>a link</a></p>')
  }
  // One that waits for a post waits for its own author's, in a thread, in a reply, and in an edit of either.
  const waiting = await image(acme, mia, 'Draft')
  const hers = await acme.idea(eve, { body: waiting.markdown })
  const said = await acme.reply(eve, hers, waiting.markdown)
  expect((await acme.patch(`threads/${hers}`, { body: `${waiting.markdown} again` }, eve, 1)).status).toBe(
    200,
  )
  expect((await acme.patch(`replies/${said}`, { body: `${waiting.markdown} again` }, eve, 1)).status).toBe(
    200,
  )
  const { body } = await acme.get(`threads/${hers}`)
  expect([body.html, body.story.items[0].html]).toEqual(Array(2).fill('<p>Draft again</p>'))
  const own = await acme.idea(mia, { body: waiting.markdown })
  expect((await acme.get(`threads/${own}`)).body.html).toContain('<img')

  const loose = await image(acme, mia)
  const both = await Promise.all(
    [1, 2].map((n) =>
      acme.post(
        'threads',
        { board: 'ideas', kind: 'idea', title: `Two at once, ${n}`, body: loose.markdown },
        mia,
      ),
    ),
  )
  const shown = both.filter(({ status, body }) => status === 201 && body.html.includes('<img'))
  expect(shown).toHaveLength(1)
  for (const bad of [
    'image:',
    'image:__proto__',
    'image:javascript:alert(1)',
    `IMAGE:${loose.id}`,
    'image://x/y',
  ]) {
    const number = await acme.idea(eve, { body: `![x](${bad}) [y](${bad})` })
    const { html } = (await acme.get(`threads/${number}`)).body
    expect([bad, /<img|href|src/.test(html)]).toEqual([bad, false])
  }
  const many = Array.from({ length: 6 }, () => `![x](image:${newId()})`).join(' ')
  const refused = await acme.post('threads', { board: 'ideas', kind: 'idea', title: 'Many', body: many }, eve)
  expect([refused.status, refused.body.errors[0].path]).toEqual([422, 'body'])
})

test('an image that is somebody else’s by the time that its post is kept is not taken along', async () => {
  const acme = await site()
  const [mia, eve] = [await acme.member(), await acme.member()]
  const { id, markdown } = await image(acme, mia)
  const number = await acme.idea(eve)
  // The text is ready, and before anything of it is kept the image is given to another, as one of a guest's may be.
  const render = world.render.render.bind(world.render)
  world.render.render = async (...asked) => {
    const made = await render(...asked)
    await world.db.updateTable('images').set({ member_id: eve.id }).where('id', '=', id).execute()
    return made
  }
  const refused = await acme
    .post(`threads/${number}/replies`, { body: markdown }, mia)
    .finally(() => Object.assign(world.render, { render }))
  expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
  expect((await acme.get(`threads/${number}`)).body.replies).toBe(0)
  const taken = await acme.post(`threads/${number}/replies`, { body: markdown }, eve)
  expect(taken.status).toBe(201)
  expect(taken.body.html).toContain('<img')
})

test('guests give images where they may post; the suspended do not, and a key with the scope does', async () => {
  const acme = await site()
  const guest = await acme.guest('Gus')
  const { markdown } = await image(acme, guest)
  const number = await acme.idea(guest, { body: markdown })
  expect((await acme.get(`threads/${number}`)).body.html).toContain('<img')
  const refused = await send(acme, await suspended(acme), await bytesOf(plain(20).png()))
  expect([refused.status, refused.body.code]).toEqual([403, 'suspended'])
  const admin = await acme.staff('admin')
  const key = await makeKey(acme, admin, { scopes: ['read', 'write'] })
  const program = await image(acme, key)
  const posted = await acme.idea(key, { body: program.markdown })
  expect((await acme.get(`threads/${posted}`)).body.html).toContain('<img')
  const reader = await makeKey(acme, admin, { scopes: ['read'] })
  expect((await send(acme, reader, await bytesOf(plain(20).png()))).status).toBe(403)
  await acme.restrict('ideas', 'staff')
  expect((await send(acme, guest, await bytesOf(plain(20).png()))).status).toBe(404)
})

test('a site’s images take no more room than there is, also at once, and a member’s wait in bounded number', async () => {
  const acme = await site()
  const mia = await acme.member()
  const bytes = await bytesOf(plain(20).png())
  const first = await send(acme, mia, bytes)
  expect(first.status).toBe(201)
  const room = world.config.imageRoom
  world.config.imageRoom = (await kept(acme)).sum * 2
  try {
    const both = await Promise.all([send(acme, mia, bytes), send(acme, mia, bytes)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)!.body.code).toBe('images_full')
  } finally {
    world.config.imageRoom = room
  }
  const { rows, bytes: counted, sum } = await kept(acme)
  expect([rows.length, counted]).toEqual([2, sum])
  for (let more = 2; more < 30; more++) expect((await send(acme, mia, bytes)).status).toBe(201)
  const refused = await send(acme, mia, bytes)
  expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
})

test('images of old drafts make way where there is no more room for new ones, the oldest first', async () => {
  const acme = await site()
  const [mia, noa] = [await acme.member(), await acme.member()]
  const old: string[] = []
  for (let count = 0; count < 30; count++) old.push((await image(acme, mia)).id)
  const shown = await image(acme, noa)
  await acme.idea(noa, { body: shown.markdown })
  clock.move(86_400 + 60)
  const [again, room] = [await acme.member(), world.config.imageRoom]
  try {
    const next = await image(acme, mia)
    const { rows, bytes, sum } = await kept(acme)
    const ids = rows.map((row) => row.id)
    expect(ids.sort()).toEqual([...old.slice(1), shown.id, next.id].sort())
    expect(bytes).toBe(sum)
    world.config.imageRoom = sum
    // At once, too, and no more of them than it takes.
    const last = await Promise.all([image(acme, again), image(acme, again), image(acme, noa)])
    const left = await kept(acme)
    expect(left.rows.map((row) => row.id).sort()).toEqual(
      [...old.slice(4), shown.id, next.id, ...last.map(({ id }) => id)].sort(),
    )
    expect([left.bytes, left.sum]).toEqual([sum, sum])
  } finally {
    world.config.imageRoom = room
    clock.reset()
  }
})

test('what an erased member gave for a draft goes with them', async () => {
  const acme = await site()
  const mia = await acme.member()
  const [shown] = [await image(acme, mia), await image(acme, mia)]
  await acme.idea(mia, { body: shown.markdown })
  const request = { posts: 'keep', reason: 'By letter.' }
  const erased = await acme.put(`members/${mia.id}/erasure`, request, await acme.staff('owner'))
  expect(erased.status).toBe(204)
  const left = await kept(acme)
  expect(left.rows.map((row) => row.id)).toEqual([shown.id])
  expect(left.bytes).toBe(left.sum)
})

test('a board’s icon is chosen by name from ours, shown on its page, and taken away', async () => {
  const acme = await site()
  const owner = await acme.staff('owner')
  const iconOf = async () => (await acme.get('boards')).body.items[0].icon
  expect(await iconOf()).toBe('idea')
  const page = async () => (await app.request(`${publicUrl}s/${acme.slug}`)).text()
  const tab = /<nav class="tabs".*?<a [^>]*>(<svg)?/s
  expect(tab.exec(await page())?.[1]).toBe('<svg')
  for (const icon of ['sun', '', 7, '__proto__', '<svg>'])
    expect((await acme.patch('boards/ideas', { icon }, owner, 1)).status).toBe(422)
  expect((await acme.patch('boards/ideas', { icon: 'map' }, await acme.member(), 1)).status).toBe(403)
  expect((await acme.patch('boards/ideas', { icon: 'map' }, owner, 1)).body.icon).toBe('map')
  expect((await acme.patch('boards/ideas', { name: 'Wishes' }, owner, 2)).body.icon).toBe('map')
  expect((await acme.patch('boards/ideas', { icon: null }, owner, 3)).status).toBe(200)
  expect(await iconOf()).toBe(null)
  expect(tab.exec(await page())?.[1]).toBe(undefined)
  const made = await acme.post('boards', { name: 'Maps', kinds: ['discussion'], icon: 'map' }, owner)
  expect([made.status, made.body.icon]).toEqual([201, 'map'])
})

test('feeds and pages show images at absolute addresses, and a thread’s first one is its picture elsewhere', async () => {
  const acme = await site()
  const mia = await acme.member()
  const { id, markdown } = await image(acme, mia, 'Two depots')
  const number = await acme.idea(mia, { title: 'Two depots', body: markdown })
  const { id: siteId } = await acme.row()
  const address = `${publicUrl}images/${siteId}/${id}`
  const feed = await (await app.request(`${publicUrl}s/${acme.slug}/feed.atom`)).text()
  expect(feed).toContain(`&lt;img src=&quot;${address}&quot;`)
  const page = await (await app.request(`${publicUrl}s/${acme.slug}/t/${number}-two-depots`)).text()
  expect(page).toContain(`<img src="${address}"`)
  expect(page).toContain(`<meta property="og:image" content="${address}">`)
  expect(page).toContain('<meta property="og:image:alt" content="Two depots">')
})
