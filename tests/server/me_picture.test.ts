import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

const { site, app, world } = await testWorld()

const square = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 90 } } })

const bytesOf = async (image: Sharp) => new Uint8Array(await image.toBuffer())

const put = (acme: TestSite, as: Person | undefined, raw: Uint8Array<ArrayBuffer>, type = 'image/png') =>
  acme.request('PUT', 'me/picture', { as, raw, headers: { 'content-type': type } })

/** What the internet gets at a picture's address. */
const fetchPicture = (address: string) => app.request(address)

test('a picture is cut to a square of 160, encoded anew and shown beside my posts', async () => {
  const acme = await site()
  const mia = await acme.member()
  const number = await acme.idea(mia)
  expect((await acme.get(`threads/${number}`)).body.author.avatar).toBe(null)
  for (const [type, image] of [
    ['image/png', square(300, 200).png()],
    ['image/jpeg', square(40).jpeg()],
    ['image/webp', square(500).webp()],
    ['image/gif', square(64).gif()],
  ] as const) {
    const done = await put(acme, mia, await bytesOf(image), type)
    expect([done.status, type]).toEqual([200, type])
    const { avatar } = done.body
    expect(avatar.startsWith(`${publicUrl}pictures/`)).toBe(true)
    expect((await acme.get(`threads/${number}`)).body.author.avatar).toBe(avatar)
    const served = await fetchPicture(avatar)
    const meta = await sharp(await served.arrayBuffer()).metadata()
    expect([meta.format, meta.width, meta.height]).toEqual(['webp', 160, 160])
  }
})

test('sec-F03: a picture is served as one that can do nothing, to any origin, for ever', async () => {
  const acme = await site()
  const mia = await acme.member()
  const { avatar } = (await put(acme, mia, await bytesOf(square(20).png()))).body
  const served = await fetchPicture(avatar)
  expect(served.status).toBe(200)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
})

test('a new picture has a new address and the old one is gone; a picture taken away too', async () => {
  const acme = await site()
  const mia = await acme.member()
  const first = (await put(acme, mia, await bytesOf(square(20).png()))).body.avatar
  const second = (await put(acme, mia, await bytesOf(square(30).png()))).body.avatar
  expect(second).not.toBe(first)
  expect((await fetchPicture(first)).status).toBe(404)
  const gone = await acme.delete('me/picture', mia)
  expect([gone.status, gone.body.avatar]).toEqual([200, null])
  expect((await fetchPicture(second)).status).toBe(404)
  expect((await acme.delete('me/picture', mia)).status).toBe(200)
})

test('two pictures put at once leave one row', async () => {
  const acme = await site()
  const mia = await acme.member()
  const bytes = await bytesOf(square(20).png())
  const both = await Promise.all([put(acme, mia, bytes), put(acme, mia, bytes)])
  expect(both.map((one) => one.status)).toEqual([200, 200])
  const { id } = await acme.row()
  expect(await world.db.selectFrom('pictures').select('id').where('site_id', '=', id).execute()).toHaveLength(
    1,
  )
})

test('sec-F04: where a camera was is not kept, and how it was held is honoured', async () => {
  const acme = await site()
  const mia = await acme.member()
  const exif = { IFD0: { Copyright: 'Someone', Orientation: '6' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } }
  const bytes = await bytesOf(square(50, 30).withExif(exif).jpeg())
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  const { avatar } = (await put(acme, mia, bytes, 'image/jpeg')).body
  const served = await sharp(await (await fetchPicture(avatar)).arrayBuffer()).metadata()
  expect([served.exif, served.xmp, served.icc, served.orientation]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('sec-F02: what is no PNG, JPEG, WebP or GIF inside is refused, whatever it says it is', async () => {
  const acme = await site()
  const mia = await acme.member()
  const text = (value: string) => new TextEncoder().encode(value)
  const bad: [string, Uint8Array<ArrayBuffer>][] = [
    ['svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['html', text('<!doctype html><script>alert(1)</script>')],
    ['pdf', text('%PDF-1.7')],
    ['tiff', await bytesOf(square(20).tiff())],
    ['avif', await bytesOf(square(20).avif())],
    ['empty', new Uint8Array(0)],
    ['short', new Uint8Array([0x89])],
  ]
  for (const [what, bytes] of bad) {
    const refused = await put(acme, mia, bytes)
    expect([what, refused.status]).toEqual([what, 415])
  }
  const torn = (await bytesOf(square(200).png())).slice(0, 60)
  expect((await put(acme, mia, torn)).status).toBe(422)
  const head = new Uint8Array([0xff, 0xd8, 0xff, ...text('<script>')])
  expect((await put(acme, mia, head)).status).toBe(422)
  expect((await acme.get('me', mia)).body.avatar).toBe(null)
})

test('sec-F02: more than 16 megapixels or 5 megabytes are refused before they are decoded', async () => {
  const acme = await site()
  const mia = await acme.member()
  const bomb = await bytesOf(square(5000, 5000).png())
  expect(bomb.length).toBeLessThan(1_000_000)
  expect((await put(acme, mia, bomb)).status).toBe(422)
  const heavy = new Uint8Array(5 * 1024 * 1024 + 1)
  heavy.set(await bytesOf(square(20).png()))
  expect((await put(acme, mia, heavy)).status).toBe(413)
})

test('a picture that the host signs is changed there', async () => {
  const acme = await site()
  const mia = await acme.member('Mia', { avatar: 'https://cdn.example/mia.png' })
  expect((await acme.get('me', mia)).body.avatar).toBe('https://cdn.example/mia.png')
  const refused = await put(acme, mia, await bytesOf(square(20).png()))
  expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
})

test('only a member puts a picture, and only as an image', async () => {
  const acme = await site()
  const mia = await acme.member()
  const bytes = await bytesOf(square(20).png())
  expect((await put(acme, undefined, bytes)).status).toBe(401)
  expect((await put(acme, mia, bytes, 'application/json')).status).toBe(415)
  expect((await put(acme, mia, bytes, 'text/html')).status).toBe(415)
  expect((await acme.put('me/picture', undefined, mia)).status).toBe(415)
})

test('sec-F03: a picture is found by its own site and id, and by nothing else', async () => {
  const acme = await site()
  const other = await site()
  const mia = await acme.member()
  const { avatar } = (await put(acme, mia, await bytesOf(square(20).png()))).body
  const id = avatar.split('/').at(-1)
  const { id: otherId } = await other.row()
  for (const path of [
    `${otherId}/${id}`,
    `${acme.slug}/${id}`,
    `${newId()}/${newId()}`,
    `x/${id}`,
    `..%2f/${id}`,
  ]) {
    const answer = await fetchPicture(`${publicUrl}pictures/${path}`)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})
