import { describe, expect, it } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { reactionNames } from '../../server/reactions/signs.ts'
import { hide, openingOf } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What people say of a post without words.

const { site: make, world, clock } = await testWorld()

const love = (site: TestSite, post: string, as?: Person, name = 'love') =>
  site.put(`posts/${post}/reactions/${name}`, undefined, as)
const unlove = (site: TestSite, post: string, as?: Person, name = 'love') =>
  site.delete(`posts/${post}/reactions/${name}`, as)

async function scene() {
  const site = await make()
  const [lea, tom, cm] = [await site.member('Lea'), await site.member('Tom'), await site.staff('moderator')]
  const number = await site.idea(lea)
  const reply = await site.reply(tom, number, 'Same with us.')
  const opening = await openingOf(site, number)
  const read = async (as?: Person) => (await site.get(`threads/${number}`, as)).body
  return { site, lea, tom, cm, number, reply, opening, read }
}

const overlay = async (site: TestSite, number: number, as: Person) =>
  (await site.get(`me/overlay?threads=${number}`, as)).body.reacted

const countsRight = async (site: TestSite) =>
  expect(await wrongCounters(world, (await site.row()).id)).toEqual([])

describe('a reaction', () => {
  it('is given once, counted for everybody, known as one’s own, and taken back', async () => {
    const { site, lea, tom, number, reply, opening, read } = await scene()
    expect((await read()).reactions).toEqual({})
    expect((await love(site, opening, tom)).body).toEqual({ reactions: { love: 1 }, mine: ['love'] })
    expect((await love(site, opening, tom)).body.reactions).toEqual({ love: 1 })
    expect((await love(site, opening, lea)).body).toEqual({ reactions: { love: 2 }, mine: ['love'] })
    expect((await love(site, reply, lea, 'think')).body).toEqual({ reactions: { think: 1 }, mine: ['think'] })
    const thread = await read()
    expect(thread.reactions).toEqual({ love: 2 })
    expect(thread.story.items[0].reactions).toEqual({ think: 1 })
    expect(await overlay(site, number, lea)).toEqual({ [opening]: ['love'], [reply]: ['think'] })
    expect(await overlay(site, number, tom)).toEqual({ [opening]: ['love'] })
    expect((await unlove(site, opening, tom)).body).toEqual({ reactions: { love: 1 }, mine: [] })
    expect((await unlove(site, opening, tom)).body.reactions).toEqual({ love: 1 })
    expect((await unlove(site, opening, lea)).body.reactions).toEqual({})
    expect((await read()).reactions).toEqual({})
    await countsRight(site)
  })

  it('is counted rightly whatever comes at once', async () => {
    const { site, opening, reply } = await scene()
    const people = await Promise.all(Array.from({ length: 6 }, (_, index) => site.member(`Member ${index}`)))
    const acts = people.flatMap((as, index) =>
      reactionNames.flatMap((name, turn) => [
        love(site, opening, as, name),
        love(site, index % 2 ? opening : reply, as, name),
        ...(turn % 2 ? [unlove(site, opening, as, name)] : []),
      ]),
    )
    for (const answer of await Promise.all(acts)) expect(answer.status).toBe(200)
    await countsRight(site)
  })

  it('is for a post that one may read and that stands, by who takes part', async () => {
    const { site, lea, tom, cm, number, reply, opening } = await scene()
    const other = await make()
    const stranger = await other.member('Zoe')
    expect((await love(site, opening)).status).toBe(401)
    expect((await love(other, opening, stranger)).status).toBe(404)
    for (const name of ['hate', 'LOVE', '__proto__', '%00', 'love%20'])
      expect([404, 422], name).toContain((await love(site, opening, tom, name)).status)
    expect([404, 422]).toContain((await love(site, 'no-post', tom)).status)
    await love(site, reply, lea)
    await hide(site, cm, reply)
    expect((await love(site, reply, tom)).status).toBe(409)
    expect((await site.get(`threads/${number}`)).body.story.items[0].reactions).toEqual({})
    const deleted = await site.reply(tom, number, 'Never mind.')
    await site.delete(`replies/${deleted}`, tom)
    expect((await love(site, deleted, lea)).status).toBe(404)
    await site.restrict('ideas', 'staff')
    expect((await love(site, opening, tom)).status).toBe(404)
    expect((await unlove(site, opening, tom)).status).toBe(404)
    expect((await love(site, opening, cm)).status).toBe(200)
    expect(await overlay(site, number, lea), 'of a board that one may read no more').toEqual({})
    await countsRight(site)
  })

  it('goes with its post when a thread is merged, and with a guest who turns out to be a member', async () => {
    const { site, tom, cm, number, reply, lea } = await scene()
    const guest = await site.guest()
    expect((await love(site, reply, guest)).status).toBe(200)
    await love(site, reply, guest, 'eyes')
    await love(site, reply, tom)
    const into = await site.idea(lea)
    await site.put(`threads/${number}/merge`, { into }, cm)
    const merged = (await site.get(`threads/${into}`)).body.story.items.find(
      (item: { id: string }) => item.id === reply,
    )
    expect(merged.reactions).toEqual({ love: 2, eyes: 1 })
    const known = await site.member('Vera', { sub: 'vera' })
    await love(site, reply, known)
    const token = site.token({ sub: 'vera', name: 'Vera' })
    expect((await site.post('sessions/sso', { token, guest: guest.token })).status).toBe(201)
    clock.move(20)
    const { reactions } = (await site.get(`threads/${into}`)).body.story.items.find(
      (item: { id: string }) => item.id === reply,
    )
    expect(reactions).toEqual({ love: 2, eyes: 1 })
    expect(await overlay(site, into, known)).toEqual({ [reply]: expect.arrayContaining(['love', 'eyes']) })
    await countsRight(site)
  })
})
