import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { sendDue } from '../../server/mails/send.ts'
import { differences, fileOf, given, type Parts } from '../support/given.ts'
import { Listener } from '../support/live_listener.ts'
import { nobody, premiseOf } from '../support/routes/case.ts'
import { type Person, testWorld } from '../support/world.ts'

// A board that becomes the team's is as if it had never been, in everything that others are given.

const { site: make, world, clock, mails } = await testWorld()

test('sec-A06: what others are given is, to the byte, what it was before the board was there', async () => {
  const premise = await premiseOf(await make())
  const { site, owner } = premise
  const email = `reader-${process.pid}@private.example`
  const reader = await site.member('Rita Reader', { email })
  const author = await site.member('Aron Author')
  await site.idea(author, { title: 'In the open', body: 'For everybody.' })
  const next = (await site.idea(author, { title: 'The last one in the open' })) + 1
  const at: Parts = {
    board: 'zephyr',
    thread: String(next),
    number: String(next),
    member: author.id,
    post: newId(),
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

  await site.restrict('zephyr', 'staff')
  await site.put(`threads/${number}/subscription`, undefined, reader)
  const heard = await Promise.all([Listener.inside(site), Listener.inside(site, reader)])
  await site.reply(owner, number, 'Zephyrine among ourselves.')
  for (const as of [nobody, reader]) {
    const after = await given(premise, as, at)
    expect([...after.keys()]).toEqual([...before.get(as)!.keys()])
    expect(differences(before.get(as)!, after), as.name).toEqual([])
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
  expect(await fileOf(site, reader)).not.toMatch(/zephyr/i)
})
