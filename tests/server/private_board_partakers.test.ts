import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { sendDue } from '../../server/mails/send.ts'
import { differences, fileOf, given, type Parts } from '../support/given.ts'
import { Listener } from '../support/live_listener.ts'
import { nobody, type Premise, premiseOf } from '../support/routes/case.ts'
import { toldTo } from '../support/steps.ts'
import { type Scene, takePart } from '../support/took_part.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Who took part on a board that was then closed to them is given what they were given before it was there. In the
// file of all that is theirs they keep their own words, and nobody else's.

const { site: make, world, clock, mails } = await testWorld()

const planIs = (plan: string) => ({
  match: 'all',
  conditions: [{ field: 'plan', test: 'is', values: [plan] }],
})

type SignOn = (name: string, plan: string) => Promise<Person>
type Close = (premise: Premise, signOn: SignOn) => Promise<unknown>
const ways: Record<string, Close> = {
  'kept for the team': ({ site, owner }) => site.patch('boards/zephyr', { visibility: 'staff' }, owner, 1),
  archived: ({ site, owner }) => site.delete('boards/zephyr', owner),
  'left with a plan': async (_, signOn) => {
    for (const name of ['petra', 'willem']) await signOn(name, 'Pro')
  },
}

const mailsWaiting = async (site: TestSite, { id }: Person) => {
  const rows = world.db
    .selectFrom('mails')
    .select('state')
    .where('site_id', '=', (await site.row()).id)
  return (await rows.where('member_id', '=', id).execute()).map(({ state }) => state)
}

const each = test.each(Object.entries(ways))
each('sec-A06: a board that is %s is gone for who took part there', async (how, close) => {
  const premise = await premiseOf(await make())
  const { site, owner } = premise
  await site.post('segments', { slug: 'fleet', name: 'Of Fleet', rule: planIs('Fleet') }, owner)
  const address = (name: string) => `${name}-${site.slug}@private.example`
  const signOn = (name: string, plan: string) =>
    site.member(name, { sub: name, email: address(name), company: { id: name, plan } })
  const [petra, willem] = [await signOn('petra', 'Fleet'), await signOn('willem', 'Fleet')]
  const author = await signOn('aron', 'Fleet')
  await site.patch('me', { votesShown: true }, petra)
  await site.patch('me/mail', { follows: 'week', statuses: 'week', officials: 'week' }, willem)
  const next = (await site.idea(author, { title: 'The last one in the open' })) + 1
  const readers = [nobody, petra, willem]
  const at: Parts = {
    board: 'zephyr',
    thread: `${next}`,
    number: `${next}`,
    member: petra.id,
    post: newId(),
  }
  at.page = '1.xml'
  const before = new Map<Person, Map<string, string>>()
  for (const as of readers) before.set(as, await given(premise, as, at))

  const board = {
    slug: 'zephyr',
    name: 'Zephyrine',
    kinds: ['idea'],
    visibility: 'segment',
    segment: 'fleet',
  }
  expect((await site.post('boards', board, owner)).status).toBe(201)
  await site.put('boards/zephyr/subscription', undefined, willem)
  const scene = await takePart(premise, petra, author)
  expect(scene.number).toBe(next)
  await site.put(`threads/${next}/subscription`, undefined, willem)
  at.post = scene.reply
  clock.move(20)
  const whole = await given(premise, petra, at)
  const telling = [...whole].filter(([, text]) => /zephyr|petrichor/i.test(text)).map(([where]) => where)
  for (const where of [
    'GET boards',
    'GET opening',
    'GET roadmap',
    'GET me/posts',
    'GET me/votes',
    'GET me/subscriptions',
    'GET me/notifications',
    `threads/${next}`,
    'threads?q=zephyrine',
    'threads/similar?title=Zephyrine%20plans',
    `profiles/${petra.id}/posts`,
    `profiles/${petra.id}/votes`,
  ])
    expect(telling, 'the premise').toContain(where)
  const kinds = new Set((await toldTo(site, petra)).map(({ kind }) => kind))
  expect([...kinds].toSorted()).toEqual([
    'mention',
    'merged',
    'official',
    'reply',
    'roadmap',
    'status',
    'thread',
  ])
  expect((await fileOf(site, petra)).match(/Zephyrine/g)?.length).toBeGreaterThan(3)
  for (const as of [petra, willem]) expect(await mailsWaiting(site, as)).toContain('waiting')

  const heard = await Promise.all([petra, willem].map((as) => Listener.inside(site, as)))
  for (const one of heard) await one.first('open')
  await close(premise, signOn)
  if (how !== 'archived') {
    await site.reply(owner, scene.own, 'Zephyrine among ourselves.')
    await site.put(`threads/${next}/vote`, undefined, owner)
    await site.put(`threads/${scene.own}/status`, { status: 'planned' }, owner)
  }
  for (const as of readers)
    expect(differences(before.get(as)!, await given(premise, as, at)), as.name).toEqual([])
  const mark = await site.idea(owner, { board: 'news', kind: 'announcement' })
  for (const one of heard) {
    await one.until(({ heard }) => heard.some(({ data }) => data.thread === mark))
    expect(one.heard.slice(1).map(({ data }) => data.thread)).toEqual([mark])
    await one.leave()
  }
  const file = await fileOf(site, petra)
  expect(file).not.toMatch(/zephyr/i)
  for (const words of ['Petrichor idea', 'Petrichor text.', 'Petrichor reply.', 'Petrichor note.'])
    expect(file, 'her own words').toContain(words)
  await refusesAll(site, petra, scene)
  // A week and a day later all of it is due.
  clock.move(8 * 86_400)
  await sendDue(world)
  for (const as of [petra, willem]) {
    expect(mails.all(address(as.name))).toEqual([])
    expect(await mailsWaiting(site, as)).toEqual([])
  }
})

/** What they could do there, and take back, is refused as it is where there is nothing. */
async function refusesAll(site: TestSite, as: Person, scene: Scene): Promise<void> {
  const acts = ({ number, own, reply }: Scene): [string, string, unknown?][] => [
    ['PUT', `threads/${number}/vote`],
    ['DELETE', `threads/${number}/vote`],
    ['PUT', `threads/${number}/subscription`],
    ['DELETE', `threads/${number}/subscription`],
    ['PUT', `threads/${number}/visit`, { opened: true }],
    ['POST', `threads/${own}/replies`, { body: 'Let me in.' }],
    ['PATCH', `threads/${own}`, { title: 'Let me in' }],
    ['PATCH', `replies/${reply}`, { body: 'Let me in.' }],
    ['DELETE', `replies/${reply}`],
    ['PUT', `posts/${reply}/reactions/love`],
    ['DELETE', `posts/${reply}/reactions/love`],
    ['POST', `posts/${reply}/reports`, { reason: 'spam' }],
  ]
  const ask = async ([method, path, body]: [string, string, unknown?]) => {
    const answer = await site.request(method, path, { as, body, headers: { 'if-match': '"1"' } })
    return [method, answer.status, answer.body]
  }
  const nowhere = acts({ number: 999_999, own: 999_998, reply: newId() })
  for (const [index, act] of acts(scene).entries()) {
    const answered = await ask(act)
    expect(answered, act.join(' ')).toEqual(await ask(nowhere[index]!))
    expect(answered[1]).toBe(404)
  }
}
