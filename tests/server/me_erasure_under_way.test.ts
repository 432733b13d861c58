import { sql } from 'kysely'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keepImage } from '../../server/images/keep.ts'
import { newId } from '../../server/lib/ids.ts'
import { chooseMail } from '../../server/mails/choices.ts'
import { finishErasure } from '../../server/members/erase.ts'
import { dropPicture, editMe, putPicture } from '../../server/members/me.ts'
import { makePicture } from '../../server/members/picture.ts'
import { chooseFollowOwn, followBoard, followThread } from '../../server/subscriptions/subscribe.ts'
import { allOf } from '../support/all_of.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// A request that came in before an erasure may reach its change after it. Nothing of it may stay.

const { site: make, world, app } = await testWorld()

const drawing = async () =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 20, channels: 3, background: '#224466' } })
      .png()
      .toBuffer(),
  )

const erase = async (site: TestSite, who: Person) =>
  expect((await site.put('me/erasure', { posts: 'keep' }, who)).status).toBe(204)

/** What is kept of a member, and how many pictures a site keeps. */
async function keptOf(site: TestSite, { id }: Person) {
  const { id: siteId } = await site.row()
  const { rows } = await sql`
    select m.name, m.email, m.locale, m.picture_id, m.avatar_url, m.votes_shown,
      (select count(*)::int from pictures where site_id = m.site_id) as pictures,
      (select count(*)::int from images where site_id = m.site_id) as images,
      (select count(*)::int from identities where site_id = m.site_id and member_id = m.id) as identities,
      (select count(*)::int from telling_choices where site_id = m.site_id and member_id = m.id) as choices,
      (select count(*)::int from thread_subscriptions where site_id = m.site_id and member_id = m.id)
        + (select count(*)::int from board_subscriptions where site_id = m.site_id and member_id = m.id) as follows
    from members m where m.site_id = ${siteId} and m.id = ${id}`.execute(world.db)
  return rows[0]
}

const nothing = {
  name: '',
  email: null,
  locale: null,
  picture_id: null,
  avatar_url: null,
  votes_shown: false,
  pictures: 0,
  images: 0,
  identities: 0,
  choices: 0,
  follows: 0,
}

test('sec-P01: what a request under way says of somebody is refused once they are erased, and nothing of it stays', async () => {
  const acme = await make()
  const site = await acme.row()
  const ada = await acme.member('Ada')
  const number = await acme.idea(await acme.member('Ben'))
  const { rows } = await sql<{ id: string }>`
    select id from threads where site_id = ${site.id} and number = ${number}`.execute(world.db)
  await erase(acme, ada)
  const picture = await makePicture(await drawing())
  const wish = { memberId: ada.id, following: true }
  const acts = {
    name: () => editMe(world, site, ada.id, { name: 'Adalind Quist', locale: 'fr', votesShown: true }),
    locale: () => editMe(world, site, ada.id, { locale: 'de' }),
    picture: () => putPicture(world, site.id, ada.id, picture),
    noPicture: () => dropPicture(world, site.id, ada.id),
    image: () =>
      keepImage(world, site.id, ada.id, { ...picture, mediaType: 'image/webp', width: 1, height: 1 }),
    mail: () => chooseMail(world, site, ada.id, { follows: 'week' }),
    thread: () => followThread(world, site, rows[0]!.id, wish),
    board: () => followBoard(world, site, site.boards[0]!.id, wish),
    own: () => chooseFollowOwn(world, site, wish),
  }
  for (const [name, act] of Object.entries(acts))
    await expect(act(), name).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(await keptOf(acme, ada)).toEqual(nothing)
  expect(await allOf(acme)).not.toMatch(/adalind|quist/i)
})

test('what comes in slowly while its sender is erased does not bring them back', async () => {
  const acme = await make()
  const address = `${world.config.publicUrl.origin}/api/v1/sites/${acme.slug}`
  const json = { 'content-type': 'application/json' }
  const wishes = [
    ['PATCH', 'me', json, new TextEncoder().encode('{"name":"Adalind Quist","locale":"fr"}')],
    ['PUT', 'me/picture', { 'content-type': 'image/png' }, await drawing()],
  ] as const
  for (const [method, path, headers, bytes] of wishes) {
    const ada = await acme.member('Ada')
    const body = new TransformStream<Uint8Array, Uint8Array>()
    const answer = app.request(`${address}/${path}`, {
      method,
      body: body.readable,
      headers: { ...headers, ...ada.headers },
      duplex: 'half',
    } as RequestInit)
    const writer = body.writable.getWriter()
    // The half of it is read: whoever sends it was let in, or waits to be.
    await writer.write(bytes.slice(0, 4))
    await erase(acme, ada)
    await writer.write(bytes.slice(4))
    await writer.close()
    expect((await answer).status, path).toBe(401)
    expect(await keptOf(acme, ada), path).toEqual(nothing)
  }
})

test('the sweep a minute later takes what an older release let through: name, address, language and picture', async () => {
  const acme = await make()
  const site = await acme.row()
  const ada = await acme.member('Ada')
  await erase(acme, ada)
  const picture = newId()
  await sql`insert into pictures (site_id, id, media_type, bytes)
    values (${site.id}, ${picture}, 'image/webp', ${Buffer.from(await drawing())})`.execute(world.db)
  await sql`update members set name = 'Adalind Quist', email = 'adalind@quist.example', locale = 'fr', votes_shown = true,
    picture_id = ${picture}, attributes = '{"plan":"Quist"}'
    where site_id = ${site.id} and id = ${ada.id}`.execute(world.db)
  const erasedAt = () =>
    sql<{
      erased_at: Date
    }>`select erased_at from members where site_id = ${site.id} and id = ${ada.id}`.execute(world.db)
  const before = (await erasedAt()).rows
  await finishErasure(world, { siteId: site.id, memberId: ada.id, posts: 'keep' })
  expect(await keptOf(acme, ada)).toEqual(nothing)
  expect((await erasedAt()).rows).toEqual(before)
  expect(await allOf(acme)).not.toMatch(/adalind|quist/i)
})
