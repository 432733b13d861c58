import { describe, expect, it } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { testWorld } from '../support/world.ts'

describe('a vote', () => {
  it('counts once, however often and however much at once it is cast', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const number = await site.idea(lea)
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => site.put(`threads/${number}/vote`, undefined, tom)),
    )
    expect(answers.every((answer) => answer.status === 200 && answer.body.voted)).toBe(true)
    expect((await site.get(`threads/${number}`)).body.votes).toBe(2)
    expect((await site.put(`threads/${number}/vote`, undefined, tom)).body).toEqual({ votes: 2, voted: true })
    expect((await site.delete(`threads/${number}/vote`, tom)).body).toEqual({ votes: 1, voted: false })
    expect((await site.delete(`threads/${number}/vote`, tom)).body).toEqual({ votes: 1, voted: false })
  })

  it('and its withdrawal at once, by many, on many, leave counters equal to their rows', async () => {
    const site = await (await testWorld()).site()
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => site.member(`Voter ${index}`)))
    const numbers = await Promise.all(people.slice(0, 4).map((person) => site.idea(person)))
    const acts = people.flatMap((person, at) =>
      Array.from({ length: 30 }, (_, turn) => {
        const path = `threads/${numbers[(turn + at) % numbers.length]}/vote`
        return (turn * 7 + at) % 3 ? site.put(path, undefined, person) : site.delete(path, person)
      }),
    )
    const answers = await Promise.all(acts)
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })

  it('is only for those signed in, only on ideas, only on what one may read', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const lea = await site.member('Lea')
    const stranger = await other.member('Stranger')
    const idea = await site.idea(lea)
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    expect((await site.put(`threads/${idea}/vote`)).body.code).toBe('unauthenticated')
    expect((await site.put(`threads/${idea}/vote`, undefined, stranger)).status).toBe(401)
    expect((await other.put(`threads/${idea}/vote`, undefined, stranger)).status).toBe(404)
    expect((await site.put(`threads/${question}/vote`, undefined, lea)).body.code).toBe('not_votable')
    for (const absent of ['999999', '1%00'])
      expect((await site.put(`threads/${absent}/vote`, undefined, lea)).status, absent).toBe(404)
    for (const wrong of ['0', '-1', '1e3', 'x', '1.5', '99999999999']) {
      expect((await site.put(`threads/${wrong}/vote`, undefined, lea)).status, wrong).toBe(422)
    }
    await site.restrict('ideas', 'staff')
    expect((await site.put(`threads/${idea}/vote`, undefined, lea)).status).toBe(404)
    expect((await site.get(`threads/${idea}`, await site.staff('owner'))).body.votes).toBe(1)
  })

  it('of an idea’s author is there from the start', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    expect((await site.get(`threads/${number}`)).body.votes).toBe(1)
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    expect((await site.get(`threads/${question}`)).body.votes).toBe(0)
  })
})

describe('a batch of votes', () => {
  it('that changes nothing leaves what is kept of the site', async () => {
    const { world, site: make } = await testWorld()
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea) // With her vote.
    const { id } = await site.row()
    const before = world.cache.generation(id)
    expect((await site.put(`threads/${number}/vote`, undefined, lea)).body).toEqual({ votes: 1, voted: true })
    expect((await site.put('threads/999999/vote', undefined, lea)).status).toBe(404)
    expect(world.cache.generation(id)).toBe(before)
    expect((await site.delete(`threads/${number}/vote`, lea)).body).toEqual({ votes: 0, voted: false })
    expect(world.cache.generation(id)).toBeGreaterThan(before)
  })

  it('is tried once, and not once for each vote, while the database is away', async () => {
    const { world, site: make } = await testWorld()
    const site = await make()
    const people = [await site.member(), await site.member(), await site.member(), await site.member()]
    const number = await site.idea(people[0]!)
    const { pool } = world.database
    const query = pool.query.bind(pool) as (...args: unknown[]) => unknown
    let asked = 0
    Object.assign(pool, {
      query: async (...args: unknown[]) => {
        if (!/wishes/.test((args[0] as { text?: string }).text ?? '')) return query(...args)
        asked++
        // Long enough that the others have come, on a busy machine too.
        await new Promise((done) => setTimeout(done, 150))
        throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
      },
    })
    try {
      const vote = (person: (typeof people)[number]) => site.put(`threads/${number}/vote`, undefined, person)
      const answers = await Promise.all(people.map(vote))
      expect(answers.map((answer) => answer.status)).toEqual([503, 503, 503, 503])
    } finally {
      Object.assign(pool, { query })
    }
    expect(asked).toBeLessThanOrEqual(2)
  })
})
