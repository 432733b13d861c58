import { expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { Listener } from '../support/live_listener.ts'
import { nobody, type Premise, premiseOf } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Person, testWorld } from '../support/world.ts'

// A board that becomes the team's is as if it had never been, in everything that others are given.

const { site: make, world, app, clock, mails } = await testWorld()

// How somebody signs in has nothing of any board, and asking for it makes what is asked for.
const others = /^GET (openapi\.json|live|me\/export|staff-sessions|openid)/
const reads = routeTable.filter(
  ({ route, as }) => route.startsWith('GET ') && as !== 'staff' && !others.test(route),
)
/** Of routes that lead to no page: a file, or a way out of mails. */
const noPage = /unsubscribe|\*/

/** Every page, feed and list of addresses below `/s/`, of a thread, a post, an author and a board. */
function addresses(slug: string, at: Record<string, string>): string[] {
  const paths = app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/s/:slug'))
  const known = [...new Set(paths.map(({ path }) => path))].filter((path) => !noPage.test(path))
  return known.map((path) =>
    path.replace(':slug', slug).replace(/:(\w+)/g, (_, name: string) => at[name] ?? `no-${name}`),
  )
}

/** What somebody is given, by its address; what changes by itself with the time is left out. */
async function given(premise: Premise, as: Person, at: Record<string, string>) {
  const { site } = premise
  const all = new Map<string, string>()
  const keep = (where: string, status: number, text: string) =>
    all.set(where, `${status} ${text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')}`)
  for (const { route, ask } of reads) {
    const { status, text } = await site.get((await ask(premise, as)).path, as)
    keep(route, status, text)
  }
  for (const path of [`threads/${at.number}`, `threads/${at.number}/replies`, `threads/${at.number}/story`])
    keep(path, (await site.get(path, as)).status, (await site.get(path, as)).text)
  for (const path of [
    'threads?q=zephyrine',
    'threads?board=zephyr',
    'threads/similar?title=Zephyrine%20plans',
  ])
    keep(path, (await site.get(path, as)).status, (await site.get(path, as)).text)
  const { origin } = world.config.publicUrl
  for (const path of addresses(site.slug, at)) {
    const answer = await app.request(`${origin}${path}`, { headers: as.headers })
    keep(path, answer.status, `${answer.headers.get('location') ?? ''} ${await answer.text()}`)
  }
  return all
}

test('sec-A06: what others are given is, to the byte, what it was before the board was there', async () => {
  const premise = await premiseOf(await make())
  const { site, owner } = premise
  const email = `reader-${process.pid}@private.example`
  const reader = await site.member('Rita Reader', { email })
  const author = await site.member('Aron Author')
  await site.idea(author, { title: 'In the open', body: 'For everybody.' })
  const next = (await site.idea(author, { title: 'The last one in the open' })) + 1
  const at: Record<string, string> = {
    board: 'zephyr',
    thread: String(next),
    number: String(next),
    member: author.id,
    post: author.id,
    page: '1.xml',
  }
  const before = new Map<Person, Map<string, string>>()
  for (const as of [nobody, reader]) before.set(as, await given(premise, as, at))

  const board = { slug: 'zephyr', name: 'Zephyrine', kinds: ['idea'], visibility: 'public' }
  const made = await site.post('boards', board, owner)
  expect(made.status).toBe(201)
  const number = await site.idea(author, {
    board: 'zephyr',
    title: 'Zephyrine plans',
    body: 'Zephyrine, twice.',
  })
  expect(number).toBe(next)
  await site.idea(author, { board: 'zephyr', title: 'Zephyrine again' })
  await site.put(`threads/${number}/status`, { status: 'planned', note: 'Zephyrine note.' }, owner)
  at.post = await site.reply(author, number, 'Zephyrine reply.')
  const whole = await given(premise, nobody, at)
  const telling = [...whole].filter(([, text]) => /zephyr/i.test(text)).map(([where]) => where)
  for (const where of [
    'threads?board=zephyr',
    'GET boards',
    'GET opening',
    `threads/${number}/replies`,
    `/s/${site.slug}/sitemap/1.xml`,
    `/s/${site.slug}/feed.atom`,
    `/s/${site.slug}/b/zephyr`,
    `/s/${site.slug}/m/${author.id}`,
  ])
    expect(telling, 'the premise').toContain(where)
  at.post = author.id

  await site.restrict('zephyr', 'staff')
  await site.put(`threads/${number}/subscription`, undefined, reader)
  const heard = await Promise.all([Listener.inside(site), Listener.inside(site, reader)])
  await site.reply(owner, number, 'Zephyrine among ourselves.')
  for (const as of [nobody, reader]) {
    const after = await given(premise, as, at)
    expect([...after.keys()]).toEqual([...before.get(as)!.keys()])
    const other = [...before.get(as)!].filter(([where, text]) => after.get(where) !== text)
    expect(
      other.map(([where, text]) => [where, text, after.get(where)]),
      as.name,
    ).toEqual([])
  }
  const mark = await site.idea(owner, { board: 'news', kind: 'announcement' })
  for (const one of heard) {
    await one.until(({ heard }) => heard.some(({ data }) => data.thread === mark))
    expect(one.heard.filter(({ data }) => data.thread === number)).toEqual([])
    await one.leave()
  }
  clock.move(200)
  await sendDue(world)
  expect(mails.all(email)).toEqual([])
  const { origin } = world.config.publicUrl
  const answer = await app.request(`${origin}/api/v1/sites/${site.slug}/me/export`, {
    headers: reader.headers,
  })
  expect((await answer.text()).includes('Zephyrine')).toBe(false)
})
