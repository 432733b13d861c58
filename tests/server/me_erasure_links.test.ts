import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { finishErasure } from '../../server/members/erase.ts'
import { allOf } from '../support/all_of.ts'
import { pathOf, readAt } from '../support/pages.ts'
import { testWorld } from '../support/world.ts'

// Others may have named somebody in a plain link to their page, of the widget or of the public pages.

const { site: make, world } = await testWorld()

test('a name goes out of links of others to the page of who is erased, and every other link stays as it is', async () => {
  const site = await make()
  const [pia, ben] = [await site.member('Pia Quistling'), await site.member('Ben')]
  const moderator = await site.staff('moderator')
  const inWidget = `https://host.example/help?lang=en&parvis=/m/${pia.id}`
  const encoded = `https://host.example/help?parvis=%2Fm%2F${pia.id}`
  const onPages = `http://localhost:3000/s/${site.slug}/m/${pia.id}?after=1`
  const bodies = [
    `Ask [Pia Quistling](${inWidget}) for marmalade.`,
    `Ask [**Pia** Quistling \\[P\\]](${encoded} "Pia Quistling") for marmalade.`,
    `> Ask [Pia Quistling](<${onPages}>) for marmalade.`,
    `Ask [Pia Quistling][her], or [Pia Quistling], for marmalade.\n\n[her]: ${inWidget}\n[Pia Quistling]: ${onPages}`,
    `In code \`[Pia Quistling](${inWidget})\` for marmalade.`,
  ]
  const numbers: number[] = []
  for (const body of bodies) numbers.push(await site.idea(ben, { body }))
  const number = await site.idea(ben)
  const edited = await site.reply(ben, number, bodies[0])
  expect((await site.patch(`replies/${edited}`, { body: 'Nobody is named.' }, ben, 1)).status).toBe(200)
  await site.post(`threads/${number}/notes`, { body: bodies[0] }, moderator)
  const kept = [
    `Ask [Ben himself](https://host.example/help?parvis=/m/${ben.id}), [a page][1] or [x].\n\n[1]: https://host.example/m/1`,
    `Her page is ${inWidget}, at least.`,
    `Somebody elsewhere: [Q](https://elsewhere.example/?m=${number})`,
  ]
  const keptIn: { number: number; html: string }[] = []
  for (const body of kept) {
    const one = await site.idea(ben, { body })
    keptIn.push({ number: one, html: (await site.get(`threads/${one}`)).body.html })
  }
  for (const one of numbers)
    expect((await readAt(site, await pathOf(site, one))).text, bodies[numbers.indexOf(one)]).toContain(
      'Quistling',
    )

  expect((await site.put('me/erasure', { posts: 'keep' }, pia)).status).toBe(204)
  const { id } = await site.row()
  await finishErasure(world, { siteId: id, memberId: pia.id, posts: 'keep' })

  for (const one of numbers) {
    const { body, html } = (await site.get(`threads/${one}`)).body
    const was = bodies[numbers.indexOf(one)]
    expect(`${body} ${html}`, was).not.toMatch(/Quistling|Pia/)
    expect(body, was).toContain('[…]')
    expect(html, was).toMatch(/marmalade/)
    expect((await readAt(site, await pathOf(site, one))).text, was).not.toMatch(/Quistling|Pia/)
  }
  expect((await site.get(`threads/${numbers[0]}`)).body.html).toMatch(/<a [^>]*>…<\/a> for marmalade/)
  // What is written and what was made of it say the same still.
  const renewed = await site.idea(ben, { body: (await site.get(`threads/${numbers[3]}`)).body.body })
  expect((await site.get(`threads/${renewed}`)).body.html).toBe(
    (await site.get(`threads/${numbers[3]}`)).body.html,
  )
  for (const path of ['threads', 'threads?q=quistling', `posts/${edited}/revisions`, 'search?q=quistling'])
    expect((await site.get(path, path.startsWith('search') ? moderator : ben)).text, path).not.toMatch(
      /Quistling/,
    )
  expect((await readAt(site, '/feed.atom')).text).not.toContain('Quistling')
  expect(await allOf(site)).not.toMatch(/quistling/i)
  const { rows } = await sql`select html from posts where site_id = ${id} union all select html from notes
    where site_id = ${id} union all select html from revisions where site_id = ${id}`.execute(world.db)
  expect(JSON.stringify(rows)).not.toContain('Quistling')
  for (const [at, one] of keptIn.entries()) {
    const { body, html } = (await site.get(`threads/${one.number}`)).body
    expect({ body, html }).toEqual({ body: kept[at], html: one.html })
  }
})
