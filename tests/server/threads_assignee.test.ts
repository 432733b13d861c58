import { describe, expect, it } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

/** A site with an idea that Sanne has and one that nobody has. */
async function twoIdeas() {
  const world = await testWorld()
  const site = await world.site()
  const lea = await site.member('Lea')
  const sanne = await site.staff('moderator', 'Sanne')
  const [hers, free] = [
    await site.idea(lea, { title: 'Rounds that end elsewhere' }),
    await site.idea(lea, { title: 'Rounds at night' }),
  ]
  return { world, site, lea, sanne, hers, free }
}

const assign = (site: TestSite, number: number, to: Person, as: Person) =>
  site.put(`threads/${number}/assignment`, { member: to.id }, as)

describe('who has a thread', () => {
  it('is read by staff in each row of a list, by its order or by words, in the one statement of the list', async () => {
    const { world, site, sanne, hers, free } = await twoIdeas()
    expect((await assign(site, hers, sanne, sanne)).status).toBe(204)
    for (const path of ['threads?sort=new', 'threads?q=rounds']) {
      const { items } = (await site.get(path, sanne)).body
      const row = (number: number) => items.find((one: { number: number }) => one.number === number)
      expect(row(hers).assignee, path).toMatchObject({ id: sanne.id, name: 'Sanne', team: true })
      expect(row(free).assignee, path).toBeNull()
    }
    await site.get('threads?sort=top')
    const asked = async (as?: Person) =>
      (await world.statements(() => site.get('threads?limit=1', as))).filter((text) =>
        /from .*thread_counters/s.test(text),
      ).length
    expect(await asked(sanne)).toBe(1)
    expect(await asked()).toBe(1)
    await site.delete(`threads/${hers}/assignment`, sanne)
    expect((await site.get('threads?sort=new', sanne)).text).not.toContain('Sanne')
  })

  it('is in no answer to anybody else, whoever read the address before, and changes none of their bytes', async () => {
    const { site, lea, sanne, hers } = await twoIdeas()
    const paths = [
      'threads',
      'threads?sort=new&limit=5',
      'threads?q=rounds',
      'threads/similar?title=Rounds%20that%20end',
      `threads/${hers}`,
      'opening',
    ]
    const others = [undefined, lea]
    const read = async () => {
      const texts: string[] = []
      for (const path of paths)
        for (const as of others) {
          const { status, text, headers } = await site.get(path, as)
          expect(status, path).toBe(200)
          texts.push(`${headers.get('etag')} ${text}`)
        }
      return texts
    }
    const before = await read()
    await assign(site, hers, sanne, sanne)
    // Staff come first, so that theirs are the answers that are kept.
    for (const path of paths) await site.get(path, sanne)
    expect((await site.get('threads', sanne)).text).toContain('assignee')
    const made = await read()
    const kept = await read()
    expect(made).toEqual(before)
    expect(kept).toEqual(before)
    expect(made.join()).not.toMatch(/assignee|Sanne/)
    // And the other way round: what others read first is not what staff get.
    expect((await site.get('threads?limit=7')).text).not.toContain('assignee')
    expect((await site.get('threads?limit=7', sanne)).text).toContain('assignee')
    expect((await site.get('threads?limit=7', lea)).text).not.toContain('assignee')
  })

  it('is not told to somebody of the team who is signed in as a customer', async () => {
    const { site, sanne, hers } = await twoIdeas()
    await assign(site, hers, sanne, sanne)
    const tom = await site.member('Tom')
    const { id } = await site.row()
    const { db } = site.world
    await db
      .updateTable('members')
      .set({ role: 'owner' })
      .where('site_id', '=', id)
      .where('id', '=', tom.id)
      .execute()
    expect((await site.get('threads', tom)).text).not.toContain('assignee')
    expect((await site.get(`threads?assignee=${sanne.id}`, tom)).status).toBe(403)
  })

  it('narrows a search as it narrows a list, and so does that nobody of the team has answered', async () => {
    const { site, sanne, hers, free } = await twoIdeas()
    await assign(site, hers, sanne, sanne)
    await site.reply(sanne, free, 'We plan it.')
    const found = async (filter: string) =>
      (await site.get(`threads?q=rounds&${filter}`, sanne)).body.items.map(
        (item: { number: number }) => item.number,
      )
    expect((await found('limit=5')).toSorted()).toEqual([hers, free])
    expect(await found(`assignee=${sanne.id}`)).toEqual([hers])
    expect(await found('assignee=none')).toEqual([free])
    expect(await found('unanswered=true')).toEqual([hers])

    // What the team announced does not wait for the team.
    const draft = { board: 'news', kind: 'announcement', title: 'Rounds pause on Monday', body: 'All day.' }
    const said = (await site.post('threads', draft, sanne)).body.number
    expect(await found('limit=5')).toContain(said)
    expect(await found('unanswered=true')).toEqual([hers])
    const { items } = (await site.get('threads?unanswered=true', sanne)).body
    expect(items.map((item: { number: number }) => item.number)).toEqual([hers])
  })
})

describe('being assigned a thread', () => {
  const news = async (site: TestSite, as: Person) => (await site.get('me/notifications', as)).body

  it('is told to who has it now, in the admin alone, and to nobody who takes it themselves', async () => {
    const { world, site, lea, sanne, hers, free } = await twoIdeas()
    const pia = await site.staff('product', 'Pia')
    await assign(site, hers, sanne, pia)
    await assign(site, free, sanne, sanne)
    const told = await news(site, sanne)
    expect(told.unread).toBe(1)
    expect(told.items).toMatchObject([
      { kind: 'assigned', read: false, actor: { name: 'Pia' }, thread: { number: hers }, post: null },
    ])
    for (const other of [lea, pia]) expect((await news(site, other)).items).toEqual([])
    // A member's session of the same person reads none of it, whatever their role is.
    const { id } = await site.row()
    const tom = await site.member('Tom')
    await site.world.db
      .updateTable('members')
      .set({ role: 'moderator' })
      .where('site_id', '=', id)
      .where('id', '=', tom.id)
      .execute()
    expect((await assign(site, free, tom, pia)).status).toBe(204)
    expect(await news(site, tom)).toEqual({ items: [], next: null, unread: 0 })
    const other = await world.site()
    expect((await other.get('me/notifications', await other.staff('owner'))).body.items).toEqual([])
  })

  it('is told once for once, anew when it comes back, and no longer when somebody else has it', async () => {
    const { site, sanne, hers } = await twoIdeas()
    const pia = await site.staff('product', 'Pia')
    const olga = await site.staff('owner', 'Olga')
    const both = await Promise.all([assign(site, hers, sanne, pia), assign(site, hers, sanne, olga)])
    expect(both.map(({ status }) => status)).toEqual([204, 204])
    expect((await news(site, sanne)).items).toHaveLength(1)
    await site.put('me/notifications/read', {}, sanne)
    await assign(site, hers, sanne, olga)
    expect((await news(site, sanne)).unread).toBe(0)
    await assign(site, hers, olga, pia)
    expect((await news(site, sanne)).items).toEqual([])
    expect((await news(site, olga)).unread).toBe(1)
    await assign(site, hers, sanne, olga)
    expect((await news(site, sanne)).items).toMatchObject([{ kind: 'assigned', read: false }])
    expect((await news(site, olga)).items).toEqual([])
    await site.delete(`threads/${hers}/assignment`, pia)
    expect((await news(site, sanne)).unread).toBe(0)
  })

  it('is told of a board of the team, and not after one has left the team', async () => {
    const { site, sanne, hers } = await twoIdeas()
    const olga = await site.staff('owner', 'Olga')
    await site.restrict('ideas', 'staff')
    await assign(site, hers, sanne, olga)
    expect((await news(site, sanne)).items).toMatchObject([
      { thread: { title: 'Rounds that end elsewhere' } },
    ])
    const refused = await site.put(`threads/${hers}/assignment`, { member: sanne.id, kind: 'x' }, olga)
    expect(refused.status).toBe(422)
    expect((await site.delete(`team/${sanne.id}`, olga)).status).toBe(204)
    expect((await site.get('me/notifications', sanne)).status).toBe(401)
  })
})
