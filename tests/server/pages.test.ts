import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { threadPath } from '../../server/pages/addresses.ts'
import { tokens } from '../../server/pages/styles/tokens.ts'
import { threadPath as pathInWidget } from '../../widget/controllers/navigation.ts'
import { tokenDeclarations } from '../../widget/styles/tokens.ts'
import { furnish } from '../support/community.ts'
import { documentAt, pathOf, readAt, textsOf } from '../support/pages.ts'
import { publicUrl, testWorld } from '../support/world.ts'

const { site, app } = await testWorld()

test('a thread has one address, to which its number, an older title and a merged thread lead', async () => {
  const { site: acme, idea, merged, anna } = await furnish(await site())
  const address = `/s/${acme.slug}/t/${idea}-let-a-round-end-at-another-depot-than-the-one-it-began-at`
  for (const path of [`/t/${idea}`, `/t/${idea}-`, `/t/${idea}-another-title`, `/t/${merged}`]) {
    const { status, headers } = await readAt(acme, path)
    expect([path, status, headers.get('location')]).toEqual([path, 301, address])
    expect(headers.get('cache-control')).toBe('no-store')
  }
  const page = await documentAt(acme, address.slice(`/s/${acme.slug}`.length))
  expect(page.querySelector('h1')?.textContent).toBe(
    'Let a round end at another depot than the one it began at',
  )
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    publicUrl.slice(0, -1) + address,
  )
  await acme.patch(`threads/${idea}`, { title: 'Rounds that end elsewhere' }, anna, 1)
  expect(await pathOf(acme, idea)).toBe(`/t/${idea}-rounds-that-end-elsewhere`)
})

test('the widget and the pages name a thread alike, whatever letters its title has', () => {
  for (const title of [
    'Räder, vélos et « bikes » 12',
    '한국어 제목',
    'مرحبا بالعالم',
    '🚲🚲🚲',
    `a${'𠀀'.repeat(60)}`,
    `${'word '.repeat(30)}`,
    '???!',
  ]) {
    const path = threadPath({ number: 7, title })
    expect(path).toBe(pathInWidget({ number: 7, title }))
    expect(() => encodeURIComponent(path), title).not.toThrow()
  }
})

test('a title of any letters has a page that its own address opens', async () => {
  const acme = await site()
  const mia = await acme.member()
  for (const title of ['Größe & Maß – 100 %', '한국어 제목', `a${'𠀀'.repeat(60)}`, '🚲🚲🚲🚲']) {
    const number = await acme.idea(mia, { title })
    const page = await documentAt(acme, await pathOf(acme, number).catch(() => `/t/${number}`))
    expect(page.querySelector('h1')?.textContent).toBe(title)
  }
})

test('the colours and measures are those of the widget', () => {
  expect(tokens).toBe(tokenDeclarations)
})

test('a thread reads in order: its text, the official answer, then replies and what happened', async () => {
  const { site: acme, idea } = await furnish(await site())
  const page = await documentAt(acme, await pathOf(acme, idea))
  expect(textsOf(page, 'h1, h2').slice(0, 4)).toEqual(
    [
      'Let a round end at another depot than the one it began at',
      'The idea',
      'Official answer',
      '5 replies and what happened',
    ].map((text) => expect.stringMatching(text.replace('5 replies', '\\d.replies'))),
  )
  const story = textsOf(page, '.story > li').map((text) => text.replace(/\s+/g, ' '))
  expect(story.join('\n')).toMatch(
    /three depots.*Not yet, as far as I know.*official answer, which stands above.*half the price.*Removed under rule 3.*The author was told why.*merged “Rounds that finish at a different depot” into this thread.*changed the status Open→In review.*We read your rounds and compare/s,
  )
  expect(textsOf(page, '.prose').join()).toContain('We rode back empty')
  expect(page.querySelector('noscript')?.textContent).toContain('To vote, reply and post')
  expect(page.querySelector('.prose a')?.getAttribute('rel')).toBe('nofollow ugc noopener')
  for (const time of page.querySelectorAll('time'))
    expect(time.getAttribute('datetime')).toMatch(/^\d{4}-\d\d-\d\d/)
})

test('a long story goes on from page to page, and each reply stands on one of them', async () => {
  const acme = await site()
  const mia = await acme.member()
  const number = await acme.idea(mia, { title: 'A long story' })
  const said = Array.from({ length: 45 }, (_, index) => `Reply number ${index}.`)
  for (const words of said) await acme.reply(mia, number, words)
  const found: string[] = []
  for (let path: string | null = await pathOf(acme, number); path; ) {
    const page = await documentAt(acme, path)
    found.push(...textsOf(page, '.story .prose').map((text) => text.trim()))
    const next = page.querySelector('a[rel=next]')?.getAttribute('href') ?? null
    expect(page.querySelector('link[rel=next]')?.getAttribute('href') ?? null).toBe(next)
    path = next?.slice(`/s/${acme.slug}`.length) ?? null
  }
  expect(found).toEqual(said)
  expect((await readAt(acme, `${await pathOf(acme, number)}?cursor=nonsense`)).status).toBe(404)
})

test('a board lists its threads by each sort, page by page, and tells search engines the one address', async () => {
  const acme = await site()
  const mia = await acme.member()
  const numbers: number[] = []
  for (let index = 0; index < 25; index++) numbers.push(await acme.idea(mia, { title: `Idea ${index}` }))
  const first = await documentAt(acme, '/b/ideas?sort=new&utm_source=mail')
  const titles = (page: Document) => textsOf(page, '.rows h2')
  expect(titles(first)).toEqual(Array.from({ length: 20 }, (_, index) => `Idea ${24 - index}`))
  const next = first.querySelector('a[rel=next]')!.getAttribute('href')!
  const second = await documentAt(acme, next.slice(`/s/${acme.slug}`.length))
  expect(titles(second)).toEqual(['Idea 4', 'Idea 3', 'Idea 2', 'Idea 1', 'Idea 0'])
  expect(second.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow')
  expect(first.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
    `${publicUrl}s/${acme.slug}/b/ideas`,
  )
  for (const wrong of ['sort=best', 'cursor=x', 'tag=no-such', 'status=__proto__'])
    expect((await readAt(acme, `/b/ideas?${wrong}`)).status, wrong).toBe(404)
})

test('the start has the boards, the first one’s threads and what is newest; the roadmap what is published', async () => {
  const { site: acme, gathered } = await furnish(await site())
  const start = await documentAt(acme, '')
  expect(textsOf(start, '.tabs a')).toEqual(['Ideas', 'Help', 'News', 'Roadmap'])
  expect(textsOf(start, 'section .rows h3')).toContain('How do I split a round in two?')
  expect(textsOf(start, '.rows h2')).toContain('Show the range that is left in winter')
  const roadmap = await documentAt(acme, '/roadmap')
  expect(textsOf(roadmap, '.card h3')).toEqual(['Range that knows the weather'])
  expect(textsOf(roadmap, '.card')[0]).toContain('March 2031')
  expect(roadmap.querySelectorAll('.card details a')).toHaveLength(gathered.length)
  for (const path of ['/new', '/me', '/me/posts'])
    expect((await readAt(acme, path)).text, path).toContain('<meta name="robots" content="noindex, follow">')
})

test.each([
  ['fr', 'Réponse officielle', 'Feuille de route', /^<!doctype html>\s<html lang="fr">/],
  ['de', 'Offizielle Antwort', 'Roadmap', /^<!doctype html>\s<html lang="de">/],
] as const)(
  'a site in %s has its pages in it, and what is written in another language says so',
  async (locale, official, roadmap, head) => {
    const { site: acme, idea, anna } = await furnish(await site({ locale }))
    const english = await acme.post(
      'threads',
      { board: 'ideas', kind: 'idea', title: 'In English, please', body: 'Thanks.', language: 'en' },
      anna,
    )
    const { text } = await readAt(acme, await pathOf(acme, idea), undefined, { 'accept-language': 'en' })
    expect(text).toMatch(head)
    expect(text).toContain(official)
    expect(await documentAt(acme, '').then((page) => textsOf(page, '.tabs a').at(-1))).toBe(roadmap)
    const page = await documentAt(acme, await pathOf(acme, english.body.number))
    expect(page.querySelector('h1')?.getAttribute('lang')).toBe('en')
    expect(page.querySelector('.body .prose')?.getAttribute('lang')).toBe('en')
    const author = await documentAt(acme, `/m/${anna.id}`)
    expect(textsOf(author, '.rows a[lang=en]')).toEqual(['In English, please'])
    expect(textsOf(author, '.rows .ex[lang=en]')).toEqual(['Thanks.'])
  },
)

test('where the site names a page of its host, that one is canonical, and each page leads to its own place there', async () => {
  const { site: acme, idea, question, owner } = await furnish(await site())
  await acme.patch('settings', { hostPage: 'https://host.example/community?lang=en' }, owner)
  for (const [path, there] of [
    ['', 'https://host.example/community?lang=en'],
    ['/b/help', 'https://host.example/community?lang=en&parvis=/b/help'],
    ['/roadmap', 'https://host.example/community?lang=en&parvis=/roadmap'],
    [
      await pathOf(acme, question),
      `https://host.example/community?lang=en&parvis=/t/${question}-how-do-i-split-a-round-in-two`,
    ],
  ] as const) {
    const page = await documentAt(acme, path)
    const link = page.querySelector('.part')!
    expect([path, link.getAttribute('href'), link.textContent]).toEqual([
      path,
      there,
      'Take part on host.example',
    ])
    for (const selector of ['link[rel=canonical]', 'meta[property="og:url"]']) {
      const element = page.querySelector(selector)!
      expect(element.getAttribute('href') ?? element.getAttribute('content')).toBe(there)
    }
  }
  await acme.patch('settings', { origins: [] }, owner)
  const page = await documentAt(acme, await pathOf(acme, idea))
  expect(page.querySelector('.part')).toBe(null)
  expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(publicUrl)
})

test('an address with a slash at its end leads to the one without; other paths are the page that says so', async () => {
  const acme = await site()
  const slashed = await readAt(acme, '/b/ideas/')
  expect([slashed.status, slashed.headers.get('location')]).toEqual([301, `/s/${acme.slug}/b/ideas`])
  expect((await readAt(acme, '/b/ideas/?sort=new')).headers.get('location')).toBe(
    `/s/${acme.slug}/b/ideas?sort=new`,
  )
  expect((await readAt(acme, '//evil.example/')).headers.get('location')).toBe(
    `/s/${acme.slug}//evil.example`,
  )
  const post = await app.request(`${publicUrl}s/${acme.slug}`, { method: 'POST' })
  expect(post.status).toBe(404)
})

test('the files of a page are kept for ever under an address made of what is in them', async () => {
  const acme = await site()
  const page = await documentAt(acme, '')
  const files = [
    page.querySelector('link[rel=stylesheet]')!.getAttribute('href')!,
    page.querySelector('script[src]')!.getAttribute('src')!,
  ]
  for (const file of files) {
    const answer = await app.request(new URL(file, publicUrl).href)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const older = await app.request(new URL(file.replace(/[0-9a-f]{12}/, 'f00'), publicUrl).href)
    expect([older.status, older.headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
  }
  expect((await app.request(`${publicUrl}pages/x/..%2f..%2fpackage.json`)).status).toBe(404)
})

test('an edited post leads to how it was edited, as text, page by page, without a script', async () => {
  const acme = await site({ locale: 'de' })
  const [lea, other] = [await acme.member('Lea'), await site()]
  const number = await acme.idea(lea, { title: 'Winter tyres', body: 'Before all.' })
  const reply = await acme.reply(lea, number, 'None.')
  const thread = async () => documentAt(acme, await pathOf(acme, number))
  expect((await thread()).querySelectorAll('a[href*="/edits/"]')).toHaveLength(0)
  await acme.patch(`threads/${number}`, { title: 'Studded tyres', body: 'After all.' }, lea, 1)
  const texts = ['<img src=x onerror=alert(1)>', 'One.', 'Two.', 'Three.', 'Four.', 'Five.']
  for (const [at, body] of texts.entries()) await acme.patch(`replies/${reply}`, { body }, lea, at + 1)
  const { post } = (await acme.get(`threads/${number}`)).body
  const links = [...(await thread()).querySelectorAll('a[href*="/edits/"]')]
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    [post, reply].map((id) => `/s/${acme.slug}/edits/${id}`),
  )
  for (const link of links) {
    expect(link.getAttribute('aria-label')).toMatch(/^Bearbeitet am .*\. Änderungen zeigen$/)
    expect([link.textContent, link.getAttribute('rel')]).toEqual(['bearbeitet', 'nofollow'])
  }
  const opening = await documentAt(acme, `/edits/${post}`)
  expect(textsOf(opening, '.diff.title')).toEqual([expect.stringContaining('tyres')])
  expect(textsOf(opening, '.diff:not(.title) del')).toEqual(['entfernt: Before'])
  expect(textsOf(opening, '.diff:not(.title) ins')).toEqual(['hinzugefügt: After'])
  expect(opening.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow')
  expect(opening.querySelector('script')).toBeNull()
  const back = opening.querySelector('a.crumb')?.getAttribute('href')
  expect(back).toBe(`/s/${acme.slug}${await pathOf(acme, number)}#post-${post}`)
  const first = await documentAt(acme, `/edits/${reply}`)
  expect(textsOf(first, '.edits > li')).toHaveLength(5)
  const older = first.querySelector('a[rel~=next]')!.getAttribute('href')!
  const second = await documentAt(acme, older.slice(`/s/${acme.slug}`.length))
  expect(textsOf(second, '.edits > li')).toHaveLength(1)
  expect(second.querySelector('.edits ins')?.textContent).toContain('<img src=x onerror=alert(1)>')
  expect(second.querySelector('.edits img')).toBeNull()
  for (const path of ['none', newId(), '__proto__', `${reply}?cursor=nonsense`])
    expect((await readAt(acme, `/edits/${path}`)).status, path).toBe(404)
  expect((await readAt(other, `/edits/${reply}`)).status, 'another site').toBe(404)
  await acme.restrict('ideas', 'members')
  expect((await readAt(acme, `/edits/${reply}`, lea)).status).toBe(404)
})
