import { describe, expect, it } from 'vitest'
import { type Community, furnish } from '../support/community.ts'
import { pathOf, readAt, textsOf, xmlAt } from '../support/pages.ts'
import { type Person, publicUrl, testWorld } from '../support/world.ts'

// What is public is the same bytes for everybody, and nothing else is on any page, in any feed or in the sitemap.

const fresh = async () => furnish(await (await testWorld()).site())

/** Every address that a reader could come by, whatever is there. */
function addressesOf({ idea, merged, gathered, question }: Community, ...more: number[]): string[] {
  const threads = [idea, merged, ...gathered, question, ...more]
  return [
    '',
    '/new',
    '/me',
    '/?sort=new',
    ...['ideas', 'help', 'news', 'team'].flatMap((board) => [
      `/b/${board}`,
      `/b/${board}?sort=top`,
      `/b/${board}?sort=active`,
      `/b/${board}/feed.atom`,
    ]),
    ...threads.flatMap((number) => [`/t/${number}`, `/t/${number}/feed.atom`]),
    '/roadmap',
    '/feed.atom',
    '/sitemap.xml',
    '/sitemap/1.xml',
  ]
}

/** All that somebody reads of these addresses, each followed to where it leads, as one text. */
async function everything(community: Community, addresses: string[], as?: Person): Promise<string> {
  const { site } = community
  let all = ''
  for (const path of addresses) {
    let answer = await readAt(site, path, as)
    const location = answer.headers.get('location')
    if (location) answer = await readAt(site, location.slice(`/s/${site.slug}`.length), as)
    all += `${answer.status} ${location ?? ''}\n${answer.text}\n`
  }
  return all
}

describe('pages, feeds and the sitemap', () => {
  it('sec-A06: have nothing of a board that is not everybody’s, whoever asks', async () => {
    const community = await fresh()
    const { site, anna, owner } = community
    const mine = await site.idea(anna, { title: 'Zephyrine plans of ours', body: 'Zephyrine, **twice**.' })
    await site.reply(anna, mine, 'Zephyrine says a reply.')
    const into = await site.idea(anna, { title: 'Zephyrine as well' })
    await site.put(`threads/${into}/merge`, { into: mine }, community.moderator)
    const addresses = addressesOf(community, mine, into)
    expect(await everything(community, addresses), 'the premise').toMatch(
      /Zephyrine.*Zephyrine says a reply/s,
    )
    const away = await Promise.all(community.gathered.map((number) => pathOf(site, number)))
    for (const visibility of ['members', 'staff'] as const) {
      await site.restrict('ideas', visibility)
      for (const as of [undefined, anna, owner]) {
        const all = await everything(community, [...addresses, ...away], as)
        for (const words of ['Zephyrine', 'zephyrine', 'another depot', '/b/ideas"', 'range that is left'])
          expect(all.includes(words), `${words}, ${visibility}, ${as?.name}`).toBe(false)
      }
    }
    const locations = textsOf(await xmlAt(site, '/sitemap/1.xml'), 'loc')
    expect(locations.filter((one) => /\/t\//.test(one))).toHaveLength(3)
  })

  it('sec-A06: have nothing of a board that is kept for a segment, nor its name', async () => {
    const community = await fresh()
    const { site, owner } = community
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    await site.post('segments', { slug: 'early', name: 'Zephyrine riders', rule }, owner)
    const board = {
      slug: 'early',
      name: 'Zephyrine board',
      kinds: ['idea'],
      visibility: 'segment',
      segment: 'early',
    }
    expect((await site.post('boards', board, owner)).status).toBe(201)
    const inside = await site.member('Ines', { company: { id: 'velox', name: 'Velox', plan: 'Fleet' } })
    const kept = await site.idea(inside, {
      board: 'early',
      title: 'Zephyrine idea',
      body: 'Zephyrine, twice.',
    })
    const addresses = [...addressesOf(community, kept), '/b/early', '/b/early/feed.atom']
    for (const as of [undefined, inside, owner])
      expect(await everything(community, addresses, as), as?.name).not.toMatch(/zephyrine|b\/early/i)
  })

  it('sec-A06: have no hidden or deleted text and no former author of one, nor what a revision said', async () => {
    const community = await fresh()
    const { site, ben, anna, moderator } = community
    const whole = await site.idea(anna, { title: 'Quillon of the depot', body: 'Quillon, in short.' })
    await site.reply(ben, whole, 'It stays.')
    const edited = await site.idea(ben, { title: 'Brindle is the word', body: 'Brindle.' })
    await site.patch(`threads/${edited}`, { title: 'Another word', body: 'Another.' }, ben, 1)
    const { post } = (await site.get(`threads/${whole}`)).body
    const hide = { rule: 2, reason: 'Marlin must not be read by anybody.', revision: 1 }
    const path = await pathOf(site, whole)
    await site.post(`posts/${post}/rulings`, hide, moderator)
    const all = await everything(community, [...addressesOf(community, whole, edited), path], moderator)
    for (const words of [
      'Quillon',
      'quillon',
      'Marlin',
      'Brindle',
      'never seen a bike',
      'no such word on my',
    ])
      expect(all.includes(words), words).toBe(false)
    expect(all).toContain('Removed under rule 3')
    expect(all).toContain('This reply was deleted by its author.')
    const hidden = await readAt(site, path)
    expect([hidden.status, hidden.headers.get('cache-control')]).toEqual([410, 'no-store'])
  })

  it('say of a thread whose opening text was hidden what the widget says, at every address, and of how it was edited nothing', async () => {
    const community = await fresh()
    const { site, ben, anna, moderator } = community
    const number = await site.idea(anna, { title: 'Quillon of the depot', body: 'Quillon, in short.' })
    const reply = await site.reply(ben, number, 'It stays.')
    await site.patch(`replies/${reply}`, { body: 'It stays here.' }, ben, 1)
    await site.patch(`threads/${number}`, { body: 'Quillon, at length.' }, anna, 1)
    const { post } = (await site.get(`threads/${number}`)).body
    const addresses = [await pathOf(site, number), `/t/${number}`, `/t/${number}-other`]
    const edits = [`/edits/${post}`, `/edits/${reply}`]
    for (const path of edits) expect((await readAt(site, path)).status, path).toBe(200)
    const ruling = await site.post(
      `posts/${post}/rulings`,
      { rule: 3, reason: 'Marlin.', revision: 2 },
      moderator,
    )
    const { tombstone } = (await site.get(`threads/${number}`)).body
    for (const path of addresses) {
      const { status, text, headers } = await readAt(site, path, moderator)
      expect([status, headers.get('cache-control')], path).toEqual([410, 'no-store'])
      expect(text).toContain(`Removed under rule 3, “${tombstone.ruleName}”, by the team on `)
      expect(text).toContain(`datetime="${tombstone.at}"`)
      expect(text).toContain('noindex')
      expect(text).not.toMatch(/quillon|marlin|it stays/i)
    }
    for (const path of [...edits, `/t/${number}/feed.atom`]) {
      const { status, text } = await readAt(site, path, moderator)
      expect([status, /quillon|stays/i.test(text)], path).toEqual([404, false])
    }
    expect((await site.delete(`rulings/${ruling.body.ruling.id}`, moderator)).status).toBe(204)
    expect((await readAt(site, addresses[0]!)).status).toBe(200)
    for (const path of edits) expect((await readAt(site, path)).status, path).toBe(200)
    await site.post(`posts/${post}/rulings`, { rule: 3, reason: 'Marlin.', revision: 2 }, moderator)
    expect((await readAt(site, addresses[0]!)).status).toBe(410)
    await site.restrict('ideas', 'members')
    expect((await readAt(site, addresses[0]!, anna)).status, 'a board for members').toBe(404)
  })

  it('sec-A04: have no address of anybody, note, report or reason, and no employer unless the site says so', async () => {
    const community = await fresh()
    const { site, idea, owner } = community
    const nora = await site.member('Nora', {
      company: { id: 'k', name: 'Kestrel & Sons' },
      email: 'n@kestrel.example',
    })
    await site.reply(nora, idea, 'Same with us.')
    const addresses = addressesOf(community)
    const secret = [
      '.example/rounds@',
      '@kurier',
      '@veloxpress',
      '@kestrel',
      'Sales asks',
      'posts it everywhere',
      'about a person',
      'nobody may know of yet',
      site.secret,
    ]
    const all = await everything(community, addresses)
    for (const words of [...secret, 'Kestrel']) expect(all.includes(words), words).toBe(false)
    await site.patch('settings', { showCompany: true }, owner)
    const shown = await everything(community, addresses)
    expect(shown).toContain('Kestrel &amp; Sons')
    for (const words of secret) expect(shown.includes(words), words).toBe(false)
  })

  it('sec-B08: are the same bytes whatever cookie or token comes along, and set none', async () => {
    const community = await fresh()
    const { site, anna, owner, idea } = community
    const forged: Person = {
      id: '',
      name: 'Nobody',
      headers: { authorization: 'Bearer x', cookie: '__Host-parvis=x' },
    }
    for (const path of [
      '',
      '/b/ideas',
      await pathOf(site, idea),
      '/roadmap',
      '/feed.atom',
      '/sitemap/1.xml',
    ]) {
      const plain = await readAt(site, path)
      for (const as of [anna, owner, forged]) {
        const answer = await readAt(site, path, as)
        expect(answer.text).toBe(plain.text)
        expect(answer.headers.get('etag')).toBe(plain.headers.get('etag'))
        expect(answer.headers.get('set-cookie')).toBe(null)
      }
      expect(plain.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
      expect(plain.headers.get('vary')).toBe('Accept-Encoding')
      const etag = plain.headers.get('etag')!
      const again = await readAt(site, path, undefined, { 'if-none-match': etag })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await site.reply(anna, idea, 'One more.')
    expect((await readAt(site, await pathOf(site, idea))).text).toContain('One more.')
  })

  it('sec-B03, sec-B04: run their own files alone, stand in no frame, and say their type', async () => {
    const { site, idea } = await fresh()
    const types = { '': 'text/html', '/feed.atom': 'application/atom+xml', '/sitemap.xml': 'application/xml' }
    for (const [path, type] of Object.entries(types)) {
      const { headers } = await readAt(site, path)
      expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    }
    for (const path of ['', await pathOf(site, idea), '/roadmap', '/nothing']) {
      const { headers, text } = await readAt(site, path)
      const policy = headers.get('content-security-policy') ?? ''
      for (const part of [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ])
        expect(policy, path).toContain(part)
      expect(policy).not.toMatch(/unsafe-|script-src[^;]*(\*|data:|https?:)/)
      expect(text).not.toMatch(/<script(?![^>]*(?:\bsrc=|type="application\/ld\+json"))|\son\w+=|style="/)
    }
  })
})

describe('what is not there', () => {
  it('sec-A10: and what is not public are one page, by the same work', async () => {
    const world = await testWorld()
    const community = await fresh()
    const { site, anna, idea } = community
    const path = await pathOf(site, idea)
    await site.restrict('ideas', 'staff')
    await readAt(site, '')
    const work = async (address: string) => {
      let page: unknown
      const texts = await world.statements(async () => {
        const { status, text, headers } = await readAt(site, address, anna)
        page = { status, text, cache: headers.get('cache-control') }
      })
      return { page, texts }
    }
    const unknown = await work('/t/900000-nothing')
    expect(unknown.page).toMatchObject({ status: 404, cache: 'no-store' })
    for (const address of [path, `/t/${idea}`, `/t/${community.gathered[0]}`])
      expect(await work(address)).toEqual(unknown)
    const unknownFeed = await work('/t/900000/feed.atom')
    expect(await work(`/t/${idea}/feed.atom`)).toEqual(unknownFeed)
    for (const address of [
      '/b/ideas',
      '/b/ideas/feed.atom',
      '/b/ideas?sort=top',
      '/b/none',
      '/b/none/feed.atom',
      '/t/x',
      '/t/0',
      '/t/-1',
      '/t/1e9',
      '/nothing',
      '/sitemap/2.xml',
      '/sitemap/x',
      '/t/1/2/3',
    ])
      expect({ address, ...(await work(address)) }).toEqual({
        address,
        page: unknown.page,
        texts: unknown.texts.slice(0, address.startsWith('/sitemap/2') ? 1 : 0).map(() => expect.any(String)),
      })
  })

  it('is said in the site’s language, or in all of them where no site is known', async () => {
    const { app, site } = await testWorld()
    const french = await readAt(await site({ locale: 'fr' }), '/nothing')
    expect(french.text).toContain('<html lang="fr">')
    expect(french.text).toContain('Il n’y a rien ici')
    const pages = await Promise.all(
      [
        's/no-such-site',
        's/__proto__',
        's/no-such-site/t/1',
        's/UPPER',
        `s/${'x'.repeat(300)}`,
        's/no-such-site/feed.atom',
      ].map(async (path) => {
        const answer = await app.request(publicUrl + path)
        expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
          path,
          404,
          'text/html; charset=utf-8',
        ])
        return answer.text()
      }),
    )
    expect(new Set(pages).size).toBe(1)
    for (const words of ['There is nothing here', 'Il n’y a rien ici', 'Hier ist nichts'])
      expect(pages[0]).toContain(words)
  })

  it('is not to be found by too many questions: they are refused in words, and told when to ask again', async () => {
    const site = await (await testWorld()).site({ limits: { reads: 100 } })
    const statuses = new Set<number>()
    let refused = await readAt(site, '')
    for (let turn = 0; turn < 130; turn++) {
      refused = await readAt(site, `/t/${turn + 1}`)
      statuses.add(refused.status)
    }
    expect([...statuses].sort()).toEqual([404, 429])
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(refused.text).toContain('This cannot be shown at the moment')
  })
})
