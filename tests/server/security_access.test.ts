import { describe, expect, it } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { askerOf, nobody, type Premise, premiseOf } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Person, testWorld } from '../support/world.ts'

// The lines on access of the security checklist that ask more than the matrix of roles.

const fresh = async () => premiseOf(await (await testWorld()).site())
const reads = routeTable.filter((row) => row.route.startsWith('GET ') && row.route !== 'GET openapi.json')

/** All that somebody reads of every route that is open to them, as one text. */
async function everythingRead(premise: Premise, as: Person): Promise<string> {
  let all = ''
  // The file of all that is one's own holds one's own words, wherever they stand; its tests ask it for those of others.
  for (const row of reads.filter(({ route }) => route !== 'GET me/export')) {
    const answer = await premise.site.request('GET', (await row.ask(premise, as)).path, { as })
    if (answer.status < 400) all += `${row.route}\n${answer.text}\n`
  }
  return all
}

describe('public JSON', () => {
  it('sec-A04: has no address, hash, note, reason or removed text', async () => {
    const premise = await fresh()
    const { site, anna, idea, moderator, ben } = premise
    ;(await testWorld()).clock.move(20)
    const withdrawn = await site.reply(anna, idea, 'Withdrawn words.')
    await site.delete(`replies/${withdrawn}`, anna)
    const forAll = await everythingRead(premise, nobody)
    const forMembers = await everythingRead(premise, await site.member())
    const forTeam = await everythingRead(premise, moderator)
    const secret = [
      '@kurier.example',
      '@veloxpress.example',
      '@team.example',
      'Sales asks every week',
      'It is about a person',
      'never seen a bike',
      'He posts it everywhere',
      'Something nobody may know of yet',
      'Withdrawn words',
      site.secret,
    ]
    for (const words of secret) {
      expect(forAll.includes(words), words).toBe(false)
      expect(forMembers.includes(words), words).toBe(false)
    }
    expect(forAll.includes('Let a round end at another depot')).toBe(true)
    for (const words of [
      'Sales asks every week',
      'He posts it everywhere',
      'Something nobody may know of yet',
    ])
      expect(forTeam.includes(words), `the premise: the team reads “${words}”`).toBe(true)
    expect((await everythingRead(premise, ben)).includes('It is about a person'), 'one’s own').toBe(true)
  })

  it('sec-A06: has nothing of a board that is not the reader’s, nor how much there is', async () => {
    const premise = await fresh()
    const { site, anna } = premise
    const number = await site.idea(anna, { title: 'Zephyrine plans of the team', body: 'Zephyrine, twice.' })
    const count = async (as?: Person) =>
      (await site.get('opening', as)).body.boards.map((board: { slug: string; threads: number }) => board)
    const before = await count()
    await site.restrict('ideas', 'staff')
    for (const as of [nobody, anna]) {
      expect((await everythingRead({ ...premise, idea: number }, as)).includes('Zephyrine')).toBe(false)
      for (const path of ['threads?q=zephyrine', 'threads/similar?title=Zephyrine%20plans', 'roadmap'])
        expect((await site.get(path, as)).text).not.toMatch(/zephyrine/i)
      expect((await site.get(`threads/${number}`, as)).status).toBe(404)
      expect((await count(as)).map(({ slug }: { slug: string }) => slug)).not.toContain('ideas')
    }
    expect(before.map(({ slug }: { slug: string }) => slug)).toContain('ideas')
    expect((await site.get('threads?q=zephyrine', premise.moderator)).text).toContain('Zephyrine')
  })
})

describe('a body', () => {
  const mass = {
    id: '00000000-0000-7000-8000-000000000000',
    authorId: '00000000-0000-7000-8000-000000000000',
    siteId: '00000000-0000-7000-8000-000000000000',
    role: 'owner',
    status: 'shipped',
    votes: 999,
    createdAt: '2001-01-01T00:00:00Z',
    pinned: true,
    revision: 7,
    constructor: { prototype: { role: 'owner' } },
  }
  const withBody = routeTable.filter((row) => !/^(GET|DELETE)/.test(row.route))

  it('sec-A05: with a field that is not asked for is refused, and changes nothing', async () => {
    const premise = await fresh()
    const { site } = premise
    let tried = 0
    for (const row of withBody) {
      const as = await askerOf(premise, row)
      const { body, headers, path } = await row.ask(premise, as)
      if (body === undefined) continue
      for (const [field, value] of Object.entries(mass)) {
        if (Object.hasOwn(body as object, field)) continue
        const raw = JSON.stringify({ ...(body as object), [field]: value })
        const type = { 'content-type': 'application/json' }
        const options = { as, raw, headers: { ...headers, ...type } }
        const answer = await site.request(row.route.split(' ')[0]!, path, options)
        expect(answer.status, `${row.route} with ${field}: ${answer.text}`).toBe(422)
        tried++
      }
    }
    expect(tried).toBeGreaterThan(200)
    expect(({} as { role?: string }).role).toBeUndefined()
  })
})

describe('what is closed', () => {
  it('sec-A07: takes no votes, replies or edits by the API either', async () => {
    const premise = await fresh()
    const { site, anna, ben, merged, idea, hidden, owner } = premise
    expect((await site.post(`threads/${merged}/replies`, { body: 'Still here.' }, ben)).status).toBe(409)
    const stale = await site.request('PATCH', `replies/${hidden}`, {
      as: ben,
      body: { body: 'Never mind.' },
      headers: { 'if-match': '"1"' },
    })
    expect(stale.status).toBe(403)
    await site.delete('boards/ideas', owner)
    for (const [method, path, body] of [
      ['PUT', `threads/${idea}/vote`, undefined],
      ['POST', `threads/${idea}/replies`, { body: 'Still here.' }],
      ['PATCH', `threads/${idea}`, { title: 'Another title' }],
      ['POST', 'threads', { board: 'ideas', kind: 'idea', title: 'One more', body: 'Please.' }],
    ] as const) {
      const answer = await site.request(method, path, { as: anna, body, headers: { 'if-match': '"1"' } })
      expect([404, 422], `${method} ${path}`).toContain(answer.status)
    }
  })
})

describe('many at once', () => {
  it('sec-A08: are one vote, one use of a link, one slug', async () => {
    const premise = await fresh()
    const { site, ben, owner, gathered } = premise
    const number = await site.idea(premise.anna)
    const votes = Array.from({ length: 200 }, () => site.put(`threads/${number}/vote`, undefined, ben))
    await Promise.all(votes)
    const toggles = Array.from({ length: 60 }, (_, turn) =>
      turn % 2
        ? site.put(`threads/${gathered[0]}/vote`, undefined, premise.anna)
        : site.delete(`threads/${gathered[0]}/vote`, premise.anna),
    )
    await Promise.all(toggles)
    expect((await site.get(`threads/${number}`)).body.votes).toBe(2)
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])

    const { token } = await site.staffLink('moderator', 'Once')
    const { origin } = site.world.config.publicUrl
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => site.post('staff-sessions/link', { token }, undefined, { origin })),
    )
    expect(uses.filter((answer) => answer.status === 201)).toHaveLength(1)

    const boards = await Promise.all(
      Array.from({ length: 6 }, () =>
        site.post('boards', { slug: 'twice', name: 'Twice', kinds: ['idea'] }, owner),
      ),
    )
    expect(boards.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(boards.filter((answer) => answer.status === 409)).toHaveLength(5)
  })
})

describe('guessing', () => {
  it('sec-A10: finds no thread of another’s board among its neighbours, by the work of an unknown number', async () => {
    const world = await testWorld()
    const site = await world.site()
    const lea = await site.member()
    const numbers = []
    for (let turn = 0; turn < 5; turn++) numbers.push(await site.idea(lea))
    await site.restrict('ideas', 'staff')
    await site.get('boards')
    const work = async (number: number) => {
      let status = 0
      const texts = await world.statements(async () => {
        status = (await site.get(`threads/${number}`)).status
      })
      return { status, texts }
    }
    const unknown = await work(900_000)
    expect(unknown.status).toBe(404)
    for (const number of numbers) expect(await work(number)).toEqual(unknown)
    const last = process.env.PARVIS_FULL === '1' ? 1000 : 100
    for (let number = 1; number <= last; number++)
      expect((await site.get(`threads/${number}`)).status).toBe(404)
    expect((await site.get(`threads/${numbers[0]}`, await site.staff('owner'))).status).toBe(200)
  })
})
