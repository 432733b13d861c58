import { describe, expect, it } from 'vitest'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const path = ({ id }: Person) => `members/${id}/suspension`

async function begin() {
  const { site: make, clock } = await testWorld()
  const site = await make()
  const [lea, max, cm] = [await site.member('Lea'), await site.member('Max'), await site.staff('moderator')]
  const number = await site.idea(max)
  return { site, clock, lea, max, cm, number }
}

/** Everything that a member may do which others see or count. */
const writes = (site: TestSite, number: number, as: Person, reply: string, own: number) => [
  () => site.post('threads', { board: 'ideas', kind: 'idea', title: 'Another idea', body: 'Why' }, as),
  () => site.patch(`threads/${own}`, { title: 'Another title' }, as, 1),
  () => site.put(`threads/${number}/vote`, undefined, as),
  () => site.delete(`threads/${number}/vote`, as),
  () => site.post(`threads/${number}/replies`, { body: 'And so do we.' }, as),
  () => site.patch(`replies/${reply}`, { body: 'Other words' }, as, 1),
  () => site.patch('me', { name: 'Another name' }, as),
]

describe('a suspended member', () => {
  it('sec-S11: writes nothing that others see from the next request on, and reads on', async () => {
    const { site, lea, cm, number, max } = await begin()
    const reply = await site.reply(lea, number)
    const own = await site.idea(lea)
    expect((await site.get('me', lea)).body.suspension).toBeNull()
    const made = await site.put(path(lea), suspension, cm)
    expect(made.status).toBe(201)
    expect(made.body.suspension).toMatchObject({ ...suspension, until: null, inForce: true, by: cm.name })
    for (const write of writes(site, number, lea, reply, own)) {
      const answer = await write()
      expect(answer.status).toBe(403)
      expect(answer.body.code).toBe('suspended')
    }
    const report = await site.post(`posts/${reply}/reports`, { reason: 'spam' }, lea)
    expect(report.body.code).toBe('suspended')
    for (const read of ['threads', `threads/${number}`, 'me', 'me/posts', 'me/notifications', 'roadmap'])
      expect((await site.get(read, lea)).status, read).toBe(200)
    expect((await site.patch('me', { locale: 'fr' }, lea)).status).toBe(200)
    expect((await site.delete(`replies/${reply}`, lea)).status).toBe(204)
    expect((await site.get('me', lea)).body.suspension).toMatchObject(suspension)
    expect((await site.put(`threads/${own}/vote`, undefined, max)).status).toBe(200)
    expect((await site.delete('sessions/current', lea)).status).toBe(204)
  })

  it('is suspended too where they sign in again', async () => {
    const { site, cm, number } = await begin()
    const who = { sub: 'zoe', email: 'zoe@customer.example', email_verified: true }
    const zoe = await site.member('Zoë', who)
    await site.put(path(zoe), suspension, cm)
    const again = await site.member('Zoë', who)
    expect(again.id).toBe(zoe.id)
    expect((await site.put(`threads/${number}/vote`, undefined, again)).body.code).toBe('suspended')
  })

  it('is so too where a board is a segment’s, which the look-up of who asks then reads as well', async () => {
    const { site, lea, cm, number } = await begin()
    const owner = await site.staff('owner')
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    expect((await site.post('segments', { slug: 'fleet', name: 'Fleet', rule }, owner)).status).toBe(201)
    const board = { slug: 'early', name: 'Early', kinds: ['idea'], visibility: 'segment', segment: 'fleet' }
    expect((await site.post('boards', board, owner)).status).toBe(201)
    expect((await site.put(`threads/${number}/vote`, undefined, lea)).status).toBe(200)
    await site.put(path(lea), suspension, cm)
    expect((await site.delete(`threads/${number}/vote`, lea)).body.code).toBe('suspended')
    expect((await site.get('me', lea)).body.suspension).toMatchObject(suspension)
  })

  it('may write again once the time is over, without anybody doing anything, and is told until when', async () => {
    const { site, lea, cm, number, clock } = await begin()
    const until = new Date(clock.now().getTime() + 3_600_000).toISOString()
    expect((await site.put(path(lea), { ...suspension, until }, cm)).status).toBe(201)
    const refused = await site.put(`threads/${number}/vote`, undefined, lea)
    expect(refused.body).toMatchObject({ status: 403, code: 'suspended', until })
    clock.move(3601)
    expect((await site.put(`threads/${number}/vote`, undefined, lea)).status).toBe(200)
    expect((await site.get('me', lea)).body.suspension).toBeNull()
    // What ran out makes room for the next.
    expect((await site.put(path(lea), suspension, cm)).status).toBe(201)
    const { sanctions } = (await site.get(`members/${lea.id}`, cm)).body
    expect(sanctions).toMatchObject([
      { inForce: true, until: null, liftedAt: null },
      { inForce: false, until, liftedAt: until, liftedBy: null },
    ])
  })

  it('is told why after twelve seconds, and never where it is taken back before', async () => {
    const { site, lea, max, cm, clock } = await begin()
    const newsOf = async (person: Person) => (await site.get('me/notifications', person)).body.items
    await site.put(path(lea), suspension, cm)
    await site.put(path(max), suspension, cm)
    expect(await newsOf(lea)).toEqual([])
    expect((await site.delete(path(max), cm)).status).toBe(204)
    clock.move(13)
    expect(await newsOf(lea)).toMatchObject([
      {
        kind: 'suspension',
        lifted: false,
        rule: {
          number: suspension.rule,
          name: expect.stringMatching(/\w/),
          names: { fr: expect.any(String) },
        },
        note: suspension.reason,
        actor: null,
        until: null,
      },
    ])
    expect(await newsOf(max)).toEqual([])
    expect((await site.delete(path(lea), cm)).status).toBe(204)
    clock.move(13)
    expect(await newsOf(lea)).toMatchObject([
      { kind: 'suspension', lifted: true },
      { kind: 'suspension', lifted: false },
    ])
  })
})

describe('suspending', () => {
  it('is done once where two do it at the same moment, and lifted once', async () => {
    const { site, lea, cm } = await begin()
    const made = await Promise.all(Array.from({ length: 6 }, () => site.put(path(lea), suspension, cm)))
    expect(made.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409, 409])
    const lifted = await Promise.all(Array.from({ length: 6 }, () => site.delete(path(lea), cm)))
    expect(lifted.map((answer) => answer.status).toSorted()).toEqual([204, 409, 409, 409, 409, 409])
  })

  it('is taken back by its own undo alone: another moderator’s, imposed meanwhile, stands', async () => {
    const { site, lea, cm } = await begin()
    const other = await site.staff('moderator')
    const { undo, suspension: first } = (await site.put(path(lea), suspension, cm)).body
    expect(undo.path).toBe(`${path(lea)}?sanction=${first.id}`)
    expect((await site.delete(path(lea), other)).status).toBe(204)
    const second = (await site.put(path(lea), suspension, other)).body
    for (const late of [undo.path, `${path(lea)}?sanction=${crypto.randomUUID()}`])
      expect((await site.delete(late, cm)).body.code).toBe('conflict')
    expect((await site.delete(`${path(lea)}?sanction=1`, cm)).status).toBe(422)
    expect((await site.get('me', lea)).body.suspension).toMatchObject(suspension)
    expect((await site.delete(second.undo.path, other)).status).toBe(204)
    expect((await site.get('me', lea)).body.suspension).toBeNull()
  })

  it('needs a rule in force, a reason and an end to come', async () => {
    const { site, lea, cm, clock } = await begin()
    const past = new Date(clock.now().getTime() - 1000).toISOString()
    const wrong = [
      {},
      { rule: 1 },
      { reason: 'Because' },
      { rule: 99, reason: 'Because' },
      { rule: '1', reason: 'Because' },
      { ...suspension, reason: '  ' },
      { ...suspension, reason: 'x'.repeat(2001) },
      { ...suspension, until: past },
      { ...suspension, until: 'tomorrow' },
      { ...suspension, until: '9999-12-31T00:00:00Z' },
      { ...suspension, kind: 'ban' },
    ]
    for (const body of wrong) {
      const answer = await site.put(path(lea), body, cm)
      expect(answer.status, JSON.stringify(body)).toBe(422)
    }
    expect((await site.get(`members/${lea.id}`, cm)).body.sanctions).toEqual([])
  })

  it('reaches nobody of the team, nobody of another site, and nobody who is not there', async () => {
    const { site, cm } = await begin()
    const elsewhere = await (await testWorld()).site()
    const stranger = await elsewhere.member()
    const owner = await site.staff('owner')
    expect((await site.put(path(owner), suspension, cm)).status).toBe(403)
    expect((await site.put(path(cm), suspension, cm)).status).toBe(403)
    for (const id of [stranger.id, crypto.randomUUID(), 'nobody', '__proto__'])
      for (const answer of [
        await site.put(`members/${id}/suspension`, suspension, cm),
        await site.delete(`members/${id}/suspension`, cm),
        await site.get(`members/${id}`, cm),
      ])
        expect(answer.status, id).toBe(404)
  })

  it('is in the audit log, with rule, reason and end, and so is its lifting', async () => {
    const { site, lea, cm, clock } = await begin()
    const until = new Date(clock.now().getTime() + 86_400_000).toISOString()
    await site.put(path(lea), { ...suspension, until }, cm)
    await site.delete(path(lea), cm)
    const { items } = (await site.get('audit', await site.staff('admin'))).body
    const about = { subjectKind: 'member', subject: lea.id, actor: { id: cm.id } }
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'members.unsuspend', ...about, detail: { undone: true } },
      { action: 'members.suspend', ...about, detail: { ...suspension, until } },
    ])
  })
})

describe('the list of members', () => {
  it('shows customers, the latest first, by name or address, page by page, and who is suspended', async () => {
    const { site, cm } = await begin()
    const made: Person[] = []
    for (const name of ['Zoë Brandt', 'Zoltan Kiss', 'Anke Zoll'])
      made.push(await site.member(name, { email: `${name.split(' ')[0]!.toLowerCase()}@customer.example` }))
    const names = async (query: string) => {
      const { body } = await site.get(`members?${query}`, cm)
      return {
        names: body.items.map((one: { name: string }) => one.name),
        next: body.next,
        items: body.items,
      }
    }
    expect((await names('filter=customers')).names.slice(0, 3)).toEqual([
      'Anke Zoll',
      'Zoltan Kiss',
      'Zoë Brandt',
    ])
    expect((await names('filter=customers&q=zoe')).names).toEqual(['Zoë Brandt'])
    expect((await names('filter=customers&q=ANKE@CUST')).names).toEqual(['Anke Zoll'])
    expect((await names('filter=customers&q=%25')).names).toEqual([])
    const first = await names('filter=customers&q=zo&limit=2')
    expect(first.names).toEqual(['Anke Zoll', 'Zoltan Kiss'])
    expect((await names(`filter=customers&q=zo&limit=2&cursor=${first.next}`)).names).toEqual(['Zoë Brandt'])
    expect((await names('filter=suspended')).names).toEqual([])
    await site.put(path(made[0]!), suspension, cm)
    const { items } = await names('filter=suspended')
    expect(items).toMatchObject([{ name: 'Zoë Brandt', suspended: true, role: 'member' }])
    for (const query of ['filter=everybody', 'filter=customers&cursor=WyJjdXN0b21lcnMiLCJ4IiwieSJd'])
      expect((await site.get(`members?${query}`, cm)).status).toBeOneOf([400, 422])
  })

  it('opens what one of them wrote, and what was decided about it and about them, to the team alone', async () => {
    const { site, cm, lea, max, number } = await begin()
    await site.reply(lea, number, 'Buy our watches.')
    await site.put(path(lea), suspension, cm)
    const file = (await site.get(`members/${lea.id}`, await site.staff('product'))).body
    expect(file).toMatchObject({ name: 'Lea', posts: 1, votes: 0, suspended: true })
    expect(file.latest).toMatchObject([{ kind: 'reply', excerpt: 'Buy our watches.', thread: { number } }])
    expect(file.sanctions).toMatchObject([{ kind: 'suspension', ...suspension }])
    expect((await site.get(`members/${lea.id}`, max)).status).toBe(403)
  })
})
