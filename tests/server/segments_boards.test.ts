import { beforeAll, describe, expect, it } from 'vitest'
import { besidesLeases, nobody, type Premise, premiseOf } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { item, publish, toldTo } from '../support/steps.ts'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What stands on a board that only a segment may read, looked for in everything that is given out.

const reads = routeTable.filter((row) => row.route.startsWith('GET ') && row.route !== 'GET openapi.json')
const secret = /zephyrine/i
const company = (plan: string | null) => ({ id: 'velox', name: 'Velox', plan })

interface Scene extends Premise {
  inside: Person
  outside: Person
  /** An idea of the insider's, on the board of the segment. */
  secretIdea: number
  secretReply: string
}

async function kept(site: TestSite, owner: Person, slug: string, values: string[]): Promise<void> {
  const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values }] }
  const segment = await site.post('segments', { slug, name: `Zephyrine ${slug}`, rule }, owner)
  expect(segment.status, segment.text).toBe(201)
  const board = { slug, name: `Zephyrine board ${slug}`, kinds: ['idea'], visibility: 'segment' }
  const made = await site.post('boards', { ...board, segment: slug }, owner)
  expect(made.status, made.text).toBe(201)
}

const signOn = (site: TestSite, sub: string, plan: string | null, more: object = {}) =>
  site.member(`${sub} of ${plan}`, { sub, company: { ...company(plan), id: `co-${sub}` }, ...more })

let scene: Scene
beforeAll(async () => {
  const premise = await premiseOf(await (await testWorld()).site())
  const { site, owner, product, moderator, anna } = premise
  await kept(site, owner, 'early', ['Fleet'])
  const inside = await signOn(site, 'ines', 'Fleet')
  const outside = await signOn(site, 'otto', 'Pro')
  const secretIdea = await site.idea(inside, {
    board: 'early',
    title: 'Zephyrine idea',
    body: 'Zephyrine, twice.',
  })
  const secretReply = await site.reply(inside, secretIdea, 'Zephyrine reply.')
  await site.post('tags', { name: 'Rounds too' }, owner)
  await site.post('taggings', { threads: [secretIdea], add: ['rounds'] }, moderator)
  const mate = await signOn(site, 'mara', 'Fleet')
  await site.put(`threads/${secretIdea}/vote`, undefined, mate)
  await site.post(`posts/${secretReply}/reports`, { reason: 'spam', note: 'Zephyrine report.' }, mate)
  const card = await item(site, product, { title: 'A public item', threads: [secretIdea] })
  await publish(site, product, card)
  await site.reply(moderator, secretIdea, 'Zephyrine answer.', { official: true })
  await site.put(`threads/${secretIdea}/status`, { status: 'review', note: 'Zephyrine note.' }, product)
  expect((await site.get(`threads/${secretIdea}`, anna)).status).toBe(404)
  ;(await testWorld()).clock.move(20)
  scene = { ...premise, inside, outside, secretIdea, secretReply }
})

/** What somebody reads at every address that is open to them, asked about the secret idea. */
async function everythingRead(
  { site, secretIdea, ...premise }: Scene,
  as: Person,
): Promise<Map<string, string>> {
  const all = new Map<string, string>()
  const note = async (path: string) => {
    const answer = await site.request('GET', path, { as })
    if (answer.status < 400) all.set(path, answer.text)
  }
  for (const row of reads) await note((await row.ask({ site, ...premise, idea: secretIdea }, as)).path)
  for (const path of [
    'threads?q=zephyrine',
    'threads?board=early',
    'threads?tag=rounds',
    'threads?status=review',
    'threads/similar?title=Zephyrine%20idea',
    'opening?board=early',
    `threads/${secretIdea}/story`,
    `threads/${secretIdea}/replies`,
    `me/overlay?threads=${secretIdea}`,
    'me/votes',
    'me/posts',
    'me/notifications',
    'roadmap',
  ])
    await note(path)
  return all
}

const leaks = (all: Map<string, string>, words: RegExp) =>
  [...all].filter(([, text]) => words.test(text)).map(([path]) => path)

// One scene, looked at as it is and then changed.
describe('sec-A06: a board that only a segment may read', { shuffle: false }, () => {
  it('is read by its members and by the team, and by nobody else in any public output', async () => {
    for (const as of [nobody, scene.outside, scene.anna]) {
      const all = await everythingRead(scene, as)
      expect(all.size, 'the premise: much is read').toBeGreaterThan(10)
      expect(leaks(all, secret)).toEqual([])
      expect(leaks(all, /"early"/)).toEqual([])
    }
    const inside = await everythingRead(scene, scene.inside)
    for (const words of [/Zephyrine idea/, /Zephyrine reply/, /Zephyrine answer/, /Zephyrine board early/])
      expect(leaks(inside, words)).not.toEqual([])
    expect(leaks(inside, /Zephyrine early/), 'the segment’s name is the team’s').toEqual([])
    const team = await everythingRead(scene, scene.moderator)
    for (const words of [/Zephyrine idea/, /Zephyrine report/, /Zephyrine early/])
      expect(leaks(team, words)).not.toEqual([])
  })

  it('takes nothing of a member of the segment who is suspended, until that is over', async () => {
    const { site, moderator, secretIdea } = scene
    const sam = await signOn(site, 'sam', 'Fleet')
    const vote = async () => (await site.put(`threads/${secretIdea}/vote`, undefined, sam)).body
    await site.put(`members/${sam.id}/suspension`, suspension, moderator)
    expect((await vote()).code).toBe('suspended')
    expect((await site.get(`threads/${secretIdea}`, sam)).status).toBe(200)
    await site.delete(`members/${sam.id}/suspension`, moderator)
    expect((await vote()).voted).toBe(true)
    await site.delete(`threads/${secretIdea}/vote`, sam)
  })

  it('is read by an API key, which reads what the team reads', async () => {
    const { site, owner, secretIdea } = scene
    const made = await site.post('api-keys', { name: 'Export', scopes: ['read'], days: 30 }, owner)
    expect(made.status, made.text).toBe(201)
    const key = { id: '', name: 'Export', headers: { authorization: `Bearer ${made.body.key}` } }
    expect((await site.get(`threads/${secretIdea}`, key)).body.title).toBe('Zephyrine idea')
    expect((await site.get('segments', key)).status).toBe(403)
  })

  it('counts for nobody else: not on a card, a board, a tag or a list', async () => {
    const { site, inside, outside, secretIdea } = scene
    type Cards = { items: { title: string; ideas: { number: number }[]; votes: number; people: number }[] }[]
    const card = async (as: Person) =>
      ((await site.get('roadmap', as)).body.stages as Cards)
        .flatMap((stage) => stage.items)
        .find((one) => one.title === 'A public item')!
    expect((await card(inside)).ideas.map((idea) => idea.number)).toContain(secretIdea)
    expect(await card(inside)).toMatchObject({ votes: 2, people: 2 })
    for (const as of [nobody, outside])
      expect(await card(as)).toMatchObject({ votes: 0, people: 0, ideas: [] })
    const listed = async (path: string, as: Person) =>
      ((await site.get(path, as)).body.items as { number: number }[]).map((one) => one.number)
    for (const path of ['threads', 'threads?tag=rounds', 'threads?status=review', 'threads?sort=top']) {
      expect(await listed(path, inside), path).toContain(secretIdea)
      for (const as of [nobody, outside]) expect(await listed(path, as), path).not.toContain(secretIdea)
    }
  })

  it('takes no act of who may not read it, and answers as if it were not there', async () => {
    const { site, outside, inside, secretIdea, secretReply } = scene
    const unknown = 999_999
    const acts: [string, (number: number) => string, unknown?][] = [
      ['PUT', (number) => `threads/${number}/vote`],
      ['DELETE', (number) => `threads/${number}/vote`],
      ['POST', (number) => `threads/${number}/replies`, { body: 'Let me in.' }],
      ['PATCH', (number) => `threads/${number}`, { title: 'Let me in' }],
    ]
    for (const as of [outside, scene.ben]) {
      for (const [method, path, body] of acts) {
        const [here, nowhere] = [
          await site.request(method, path(secretIdea), { as, body, headers: { 'if-match': '"1"' } }),
          await site.request(method, path(unknown), { as, body, headers: { 'if-match': '"1"' } }),
        ]
        expect(here.status, method).toBe(404)
        expect(here.body).toEqual(nowhere.body)
      }
      const report = await site.post(`posts/${secretReply}/reports`, { reason: 'spam' }, as)
      expect(report.status).toBe(404)
      const draft = { kind: 'idea', title: 'Let me in', body: 'Please.' }
      const posted = await site.post('threads', { ...draft, board: 'early' }, as)
      const nowhere = await site.post('threads', { ...draft, board: 'no-such-board' }, as)
      expect(posted.status).toBe(422)
      expect(posted.body).toEqual(nowhere.body)
    }
    expect((await site.put(`threads/${secretIdea}/vote`, undefined, inside)).body.voted).toBe(true)
    await site.delete(`threads/${secretIdea}/vote`, inside)
  })

  it('keeps its words: nothing is merged out of it, nor into it from where its people are others', async () => {
    const { site, owner, inside, moderator, secretIdea } = scene
    await kept(site, owner, 'other', ['Fleet', 'Pro'])
    const there = await site.idea(scene.outside, { board: 'other' })
    const open = await site.idea(scene.outside)
    const here = await site.idea(inside, { board: 'early' })
    await site.post('boards', { slug: 'inner', name: 'Inner', kinds: ['idea'], visibility: 'staff' }, owner)
    const ours = await site.idea(moderator, { board: 'inner' })
    const merge = async (source: number, into: number) =>
      (await site.put(`threads/${source}/merge`, { into }, moderator)).status
    for (const [source, into] of [
      [here, open],
      [open, here],
      [here, there],
      [there, here],
      [ours, here],
      [here, ours],
    ] as const)
      expect(await merge(source, into), `${source} into ${into}`).toBe(409)
    expect(await merge(here, secretIdea)).toBe(200)
  })
})

describe('what was kept for some', () => {
  it('is given to nobody else: members of a segment share an entry with each other alone', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    await kept(site, owner, 'a', ['A'])
    await kept(site, owner, 'b', ['B', 'Both'])
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['A', 'Both'] }] }
    await site.patch('segments/a', { rule }, owner, 1)
    const people = {
      visitor: nobody,
      none: await signOn(site, 'none', 'Free'),
      none2: await signOn(site, 'none2', null),
      a: await signOn(site, 'a', 'A'),
      a2: await signOn(site, 'a2', 'A'),
      b: await signOn(site, 'b', 'B'),
      both: await signOn(site, 'both', 'Both'),
      owner,
    }
    await site.idea(people.a, { board: 'a', title: 'Only for a' })
    await site.idea(people.b, { board: 'b', title: 'Only for b' })
    const { statements } = await testWorld()
    const costs: Record<string, number> = {}
    for (const [name, as] of Object.entries(people)) {
      await site.get('me', as) // The session is known from here on.
      let text = ''
      const sent = await statements(async () => {
        text = (await site.get('threads?sort=new', as)).text
      })
      costs[name] = sent.filter((one) => one.includes('thread_counters')).length
      expect(text.includes('Only for a'), name).toBe(['a', 'a2', 'both', 'owner'].includes(name))
      expect(text.includes('Only for b'), name).toBe(['b', 'both', 'owner'].includes(name))
    }
    expect(costs).toEqual({ visitor: 1, none: 1, none2: 0, a: 1, a2: 0, b: 1, both: 1, owner: 1 })
  })

  it('costs a site without such boards nothing, and another no statement more, none while it is known', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    const statements = async (act: () => Promise<unknown>) =>
      besidesLeases(await (await testWorld()).statements(act))
    const lea = await signOn(site, 'lea', 'Fleet')
    const cost = async () => {
      const [fresh, known] = [
        await statements(() => site.get('statuses', lea)),
        await statements(() => site.get('statuses', lea)),
      ]
      return [fresh, known]
    }
    await site.get('statuses')
    const [before, knownBefore] = await cost()
    expect(before!.filter((one) => one.includes('from sessions'))).toHaveLength(1)
    expect(before!.join()).not.toContain('companies')
    await site.post('segments', { slug: 'idle', name: 'Idle', rule: planIs('Fleet') }, owner)
    await site.get('statuses')
    const [idle] = await cost()
    expect(idle!.join(), 'a segment that guards nothing is not asked about').not.toContain('companies')
    await kept(site, owner, 'early', ['Fleet'])
    await site.get('statuses')
    const [after, knownAfter] = await cost()
    expect(after!.length).toBe(before!.length)
    expect(after!.join()).toContain('companies')
    expect([knownBefore, knownAfter]).toEqual([[], []])
  })
})

const planIs = (...values: string[]) => ({
  match: 'all',
  conditions: [{ field: 'plan', test: 'is', values }],
})

describe('sec-S11: who is no longer in a segment', () => {
  it('reads its board no more from their next request on, in all their sessions', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    await kept(site, owner, 'early', ['Fleet'])
    const phone = await signOn(site, 'lea', 'Fleet')
    const laptop = await signOn(site, 'lea', 'Fleet')
    expect(laptop.id).toBe(phone.id)
    const number = await site.idea(phone, { board: 'early', title: 'Zephyrine idea' })
    await site.put(`threads/${number}/vote`, undefined, phone)
    const status = async () =>
      Promise.all([phone, laptop].map(async (as) => (await site.get(`threads/${number}`, as)).status))
    expect(await status()).toEqual([200, 200])
    await signOn(site, 'lea', 'Pro')
    expect(await status()).toEqual([404, 404])
    // What one wrote there is not shown either, nor counted; it comes back with the plan.
    for (const path of [
      'me/posts',
      'me/votes',
      'me/notifications',
      `me/overlay?threads=${number}`,
      'opening',
    ])
      expect((await site.get(path, phone)).text, path).not.toMatch(secret)
    expect((await site.get(`me/overlay?threads=${number}`, phone)).body.voted).toEqual([])
    expect((await site.get('me', phone)).body).toMatchObject({ posts: 0, votes: 0 })
    await signOn(site, 'lea', 'Fleet')
    expect(await status()).toEqual([200, 200])
    expect((await site.get('me', phone)).body).toMatchObject({ posts: 1, votes: 1 })
    await signOn(site, 'lea', null)
    expect(await status()).toEqual([404, 404])
  })

  it('is told no more of it, and unread news of it do not count', async () => {
    const site = await (await testWorld()).site()
    const [owner, product] = [await site.staff('owner'), await site.staff('product')]
    await kept(site, owner, 'early', ['Fleet'])
    const lea = await signOn(site, 'lea', 'Fleet')
    const number = await site.idea(lea, { board: 'early', title: 'Zephyrine idea' })
    await site.put(`threads/${number}/status`, { status: 'review', note: 'Zephyrine note' }, product)
    ;(await testWorld()).clock.move(20)
    expect(await toldTo(site, lea)).toHaveLength(1)
    expect((await site.get('me/notifications', lea)).body.unread).toBe(1)
    await signOn(site, 'lea', 'Pro')
    expect((await site.get('me/notifications', lea)).body).toEqual({ items: [], next: null, unread: 0 })
    expect((await site.get('me', lea)).body.unread).toBe(0)
  })

  it('is so with everybody of a company when its plan changes, and with who leaves a company', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    await kept(site, owner, 'early', ['Fleet'])
    const [lea, tom] = [
      await site.member('Lea', { sub: 'lea', company: company('Fleet') }),
      await site.member('Tom', { sub: 'tom', company: company('Fleet') }),
    ]
    const reads = async (as: Person) =>
      (await site.get('boards', as)).body.items.some((board: { slug: string }) => board.slug === 'early')
    expect([await reads(lea), await reads(tom)]).toEqual([true, true])
    await site.member('Lea', { sub: 'lea', company: company('Free') })
    expect([await reads(lea), await reads(tom)]).toEqual([false, false])
    await site.member('Tom', { sub: 'tom', company: company('Fleet') })
    expect([await reads(lea), await reads(tom)]).toEqual([true, true])
    await site.member('Lea', { sub: 'lea', company: null })
    expect([await reads(lea), await reads(tom)]).toEqual([false, true])
  })

  it.each([
    ['an attribute', { attributes: { beta: true } }, { attributes: {} }, beta()],
    ['a language', { locale: 'fr' }, { locale: 'de' }, one('locale', ['fr'])],
    [
      'the revenue of the company',
      { company: { id: 'x', revenue: 500.555 } },
      { company: { id: 'x', revenue: 499 } },
      { match: 'all', conditions: [{ field: 'revenue', test: 'atLeast', value: 500 }] },
    ],
    ['the company', { company: { id: 'x' } }, { company: { id: 'y' } }, one('company', ['x'])],
  ])('is so when %s changes', async (_, before, after, rule) => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    await site.post('segments', { slug: 'some', name: 'Some', rule }, owner)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'some' }, owner, 1)
    const lea = await site.member('Lea', { sub: 'lea', ...before })
    const reads = async () => (await site.get('threads?board=ideas', lea)).status === 200
    expect(await reads()).toBe(true)
    await site.member('Lea', { sub: 'lea', ...after })
    expect(await reads()).toBe(false)
    await site.member('Lea', { sub: 'lea', ...before })
    expect(await reads()).toBe(true)
  })

  it('is so when the member chooses another language, which a host need not have said', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    await site.post('segments', { slug: 'fr', name: 'FR', rule: one('locale', ['fr']) }, owner)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'fr' }, owner, 1)
    const lea = await site.member('Lea', { locale: 'de' })
    const status = async () => (await site.get('threads?board=ideas', lea)).status
    expect(await status()).toBe(422)
    await site.patch('me', { locale: 'fr' }, lea)
    expect(await status()).toBe(200)
    await site.patch('me', { locale: 'en' }, lea)
    expect(await status()).toBe(422)
  })

  it('is so when the rule, the board’s segment or the trust in a host’s addresses changes', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    const [sso] = (await site.get('connections', owner)).body.items as { id: string }[]
    await site.patch(`connections/${sso!.id}`, { emailsVerified: true }, owner)
    await site.post('segments', { slug: 'd', name: 'D', rule: one('emailDomain', ['kurier.example']) }, owner)
    await site.post('segments', { slug: 'none', name: 'None', rule: one('plan', ['None']) }, owner)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'd' }, owner, 1)
    const lea = await site.member('Lea', { email: 'lea@kurier.example' })
    const status = async () => (await site.get('threads?board=ideas', lea)).status
    expect(await status()).toBe(200)
    await site.patch(`connections/${sso!.id}`, { emailsVerified: false }, owner)
    expect(await status()).toBe(422)
    await site.patch(`connections/${sso!.id}`, { emailsVerified: true }, owner)
    expect(await status()).toBe(200)
    await site.patch('segments/d', { rule: one('emailDomain', ['other.example']) }, owner, 1)
    expect(await status()).toBe(422)
    await site.patch('segments/d', { rule: one('emailDomain', ['kurier.example']) }, owner, 2)
    expect(await status()).toBe(200)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'none' }, owner, 2)
    expect(await status()).toBe(422)
    await site.patch('boards/ideas', { visibility: 'public' }, owner, 3)
    expect(await status()).toBe(200)
  })
})

function one(field: string, values: unknown[]) {
  return { match: 'all', conditions: [{ field, test: 'is', values }] }
}

function beta() {
  return one('attributes.beta', [true])
}
