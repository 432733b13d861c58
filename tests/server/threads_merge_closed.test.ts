import { expect, it } from 'vitest'
import { fileOf } from '../support/given.ts'
import { hide, openingOf } from '../support/judging.ts'
import { nobody } from '../support/routes/case.ts'
import { storyOf } from '../support/steps.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

// A thread that was merged into another is named in the story of that one for as long as its own board may be read.

const { site: make, app, clock } = await testWorld()

/** What a merge says that names nothing, on public pages. */
const unnamed = {
  en: 'merged another thread into this one. 1 of its 2 votes was added',
  de: 'hat ein anderes Thema mit diesem zusammengeführt. 1 von 2 Stimmen kam hinzu',
  fr: 'a fusionné un autre sujet avec celui-ci. 1 de ses 2 votes a été ajouté',
} as const

/** A public thread, with one of another board that everybody may read merged into it. */
async function merged(locale: keyof typeof unnamed) {
  const site = await make({ locale })
  const [owner, petra, ann] = [
    await site.staff('owner'),
    await site.member('Petra'),
    await site.member('Ann'),
  ]
  const board = { slug: 'pilot', name: 'Pilot', kinds: ['idea'], visibility: 'public' }
  expect((await site.post('boards', board, owner)).status).toBe(201)
  const target = await site.idea(ann, { title: 'In the open' })
  const source = await site.idea(petra, {
    board: 'pilot',
    title: 'Zephyrine source',
    body: 'Zephyrine text.',
  })
  const opening = await openingOf(site, source)
  for (const number of [target, source]) await site.put(`threads/${number}/vote`, undefined, ann)
  expect((await site.put(`threads/${source}/merge`, { into: target }, owner)).status).toBe(200)
  clock.move(20)
  return { site, owner, petra, ann, target, source, opening }
}

/** Everything that somebody is given about the thread that stayed, and about the one that went. */
async function given(site: TestSite, as: Person, target: number, source: number) {
  const all = new Map<string, string>()
  for (const path of [
    `threads/${target}`,
    `threads/${target}/story`,
    `threads/${target}/replies`,
    `threads/${source}`,
    `threads/${source}/story`,
    'threads?q=zephyrine',
    'me/notifications',
    'me/votes',
  ])
    all.set(path, (await site.get(path, as)).text)
  const pages = new URL(`s/${site.slug}/`, publicUrl).href
  for (const path of [
    `t/${target}`,
    `t/${target}-in-the-open`,
    `t/${source}`,
    `t/${target}/feed.atom`,
    'feed.atom',
  ]) {
    const answer = await app.request(pages + path, { headers: as.headers })
    all.set(path, `${answer.headers.get('location') ?? ''} ${await answer.text()}`)
  }
  return all
}

const naming = (all: Map<string, string>) =>
  [...all].filter(([, text]) => /zephyrine/i.test(text)).map(([where]) => where)

const closings: Record<string, (site: TestSite, owner: Person) => Promise<unknown>> = {
  'kept for the team': (site, owner) => site.patch('boards/pilot', { visibility: 'staff' }, owner, 1),
  archived: (site, owner) => site.delete('boards/pilot', owner),
}

it.each(Object.entries(closings))(
  'sec-A06: a merge names no thread of a board that is %s',
  async (how, close) => {
    const { site, owner, petra, ann, target, source } = await merged('en')
    for (const as of [nobody, ann])
      expect(naming(await given(site, as, target, source)), 'the premise').toEqual(
        expect.arrayContaining([`threads/${target}`, `threads/${target}/story`, `t/${target}-in-the-open`]),
      )
    const [before] = await storyOf(site, target)
    await close(site, owner)
    for (const as of [nobody, ann, petra]) {
      expect(naming(await given(site, as, target, source)), as.name).toEqual([])
      expect(await storyOf(site, target, as)).toEqual([{ ...before, thread: null }])
    }
    expect(await fileOf(site, ann)).not.toMatch(/zephyrine/i)
    const kept = how === 'archived' ? { ...before, thread: null } : before
    expect(await storyOf(site, target, owner)).toEqual([kept])
    // Opened again it is named again.
    if (how === 'archived') await site.delete('boards/pilot/archive', owner)
    else await site.patch('boards/pilot', { visibility: 'members' }, owner, 2)
    expect(await storyOf(site, target, ann)).toEqual([before])
    expect(await storyOf(site, target)).toEqual([how === 'archived' ? before : { ...before, thread: null }])
  },
)

it.each(['en', 'de', 'fr'] as const)('a merge that names nothing reads well in %s', async (locale) => {
  const { site, owner, target, opening } = await merged(locale)
  const page = async () => {
    const answer = await app.request(new URL(`s/${site.slug}/t/${target}-in-the-open`, publicUrl).href)
    return (await answer.text()).replaceAll(/<[^>]+>/g, '').replaceAll(/\s/g, ' ')
  }
  expect(await page()).toContain('Zephyrine source')
  const { id } = await hide(site, owner, opening)
  expect(await page(), 'where the thread itself is hidden').toContain(unnamed[locale])
  expect((await site.delete(`rulings/${id}`, owner)).status).toBeLessThan(300)
  expect(await page()).toContain('Zephyrine source')
  await site.patch('boards/pilot', { visibility: 'staff' }, owner, 1)
  expect(await page()).toContain(unnamed[locale])
})

it('a board into which threads of a more private one were merged is not opened to more people than that one', async () => {
  const site = await make()
  const owner = await site.staff('owner')
  for (const slug of ['depot', 'between', 'workshop']) {
    const board = { slug, name: `Board ${slug}`, kinds: ['idea'], visibility: 'staff' }
    expect((await site.post('boards', board, owner)).status).toBe(201)
  }
  const [source, step, target] = [
    await site.idea(owner, { board: 'depot' }),
    await site.idea(owner, { board: 'between' }),
    await site.idea(owner, { board: 'workshop' }),
  ]
  await site.reply(owner, source, 'Zephyrine words of the depot.')
  for (const [from, into] of [
    [source, step],
    [step, target],
  ])
    expect((await site.put(`threads/${from}/merge`, { into }, owner)).status).toBe(200)
  expect((await site.get(`threads/${target}`, owner)).text).toContain('Zephyrine')
  const open = (slug: string, visibility: string, revision = 1) =>
    site.patch(`boards/${slug}`, { visibility }, owner, revision)
  for (const visibility of ['public', 'members']) {
    const { status, body } = await open('workshop', visibility)
    expect([status, body.code, body.errors]).toMatchObject([409, 'conflict', [{ path: 'visibility' }]])
  }
  expect((await site.get(`threads/${target}`)).status).toBe(404)
  expect((await site.patch('boards/workshop', { name: 'Still renamed' }, owner, 1)).status).toBe(200)
  // Once those it came from are open too, nothing gets out.
  for (const slug of ['depot', 'between']) expect((await open(slug, 'public')).status).toBe(200)
  expect((await open('workshop', 'public', 2)).status).toBe(200)
  expect((await site.get(`threads/${target}`)).text).toContain('Zephyrine')
})

it('a board that holds what was merged from one that is private by now stays as it is, is renamed with all its form says, and is closed', async () => {
  const { site, owner, target } = await merged('en')
  expect((await site.patch('boards/pilot', { visibility: 'staff' }, owner, 1)).status).toBe(200)
  const edit = (draft: object, revision: number) => site.patch('boards/ideas', draft, owner, revision)
  expect((await edit({ name: 'All ideas', visibility: 'public' }, 1)).status).toBe(200)
  expect((await edit({ visibility: 'members' }, 2)).status).toBe(200)
  expect((await edit({ visibility: 'public' }, 3)).body.code, 'what got out stays in').toBe('conflict')
  expect((await edit({ visibility: 'staff' }, 3)).status).toBe(200)
  expect((await site.get(`threads/${target}`)).status).toBe(404)
})
