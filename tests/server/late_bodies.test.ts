import { afterEach, describe, expect, it } from 'vitest'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What somebody may do is asked when all of it is there, and once more with the change: a request may be half a minute
// on its way, and a text may take its time to be made into HTML.

const { site: make, clock } = await testWorld()
afterEach(() => clock.reset())

/** Begins to send a body; what is returned sends the rest of it, and resolves to what was answered. */
function begin(site: TestSite, method: string, path: string, body: unknown, as: Person) {
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  let out!: ReadableStreamDefaultController<Uint8Array>
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      out = controller
      out.enqueue(bytes.slice(0, 10))
    },
  })
  const address = new URL(`/api/v1/sites/${site.slug}/${path}`, site.world.config.publicUrl)
  const options = { method, body: stream, duplex: 'half' as const }
  const headers = { 'content-type': 'application/json', ...as.headers }
  const answer = Promise.resolve(site.app.request(address.href, { ...options, headers }))
  return async () => {
    out.enqueue(bytes.slice(10))
    out.close()
    const { status, ...given } = await answer
    return { status, body: await (await answer).json().catch(() => given) }
  }
}

const draft = (title: string, board = 'ideas') => ({ board, kind: 'idea', title, body: 'Buy my boots.' })

/** Longer to be made into HTML than a moderator needs to suspend somebody. */
const dear = '*_'.repeat(6000)

describe('a request whose body comes late', () => {
  it('is refused where its author was suspended, or signed out everywhere, meanwhile, and writes nothing', async () => {
    const site = await make()
    const [lea, mo] = [await site.member('Lea'), await site.staff('moderator')]
    const number = await site.idea(lea)
    const held = [
      begin(site, 'POST', 'threads', draft('Boots'), lea),
      begin(site, 'POST', `threads/${number}/replies`, { body: 'Boots' }, lea),
      begin(site, 'PATCH', `threads/${number}`, { body: 'Boots' }, lea),
    ]
    expect((await site.put(`members/${lea.id}/suspension`, suspension, mo)).status).toBe(201)
    for (const end of held) expect((await end()).body).toMatchObject({ code: 'suspended' })
    expect((await site.get('threads')).body.items).toHaveLength(1)
    expect((await site.get(`threads/${number}/replies`)).body.items).toEqual([])

    const tom = await site.member('Tom')
    const late = begin(site, 'POST', 'threads', draft('Gloves'), tom)
    expect((await site.delete('sessions', tom)).status).toBe(204)
    expect((await late()).status).toBe(401)
    expect((await site.get('threads')).body.items).toHaveLength(1)
  })

  it('finds no board that was kept for the team meanwhile', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const post = begin(site, 'POST', 'threads', draft('Into the closed board'), lea)
    const reply = begin(site, 'POST', `threads/${number}/replies`, { body: 'Still here?' }, lea)
    await site.restrict('ideas', 'staff')
    expect(await post()).toMatchObject({ status: 422, body: { errors: [{ path: 'board' }] } })
    expect((await reply()).status).toBe(404)
    const owner = await site.staff('owner')
    expect((await site.get('threads', owner)).body.items).toHaveLength(1)
    expect((await site.get(`threads/${number}/replies`, owner)).body.items).toEqual([])
  })
})

describe('a text that takes its time', () => {
  const meanwhile = async (act: (site: TestSite, lea: Person) => Promise<unknown>, body: string) => {
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const posting = site.post('threads', { ...draft('Dear words'), body }, lea)
    const replying = site.post(`threads/${number}/replies`, { body }, lea)
    // Both are admitted by the time at which another is answered.
    await site.get('threads')
    await act(site, lea)
    return { site, number, answers: await Promise.all([posting, replying]) }
  }

  it('is posted where nothing happens meanwhile', async () => {
    const { answers } = await meanwhile(async () => {}, dear)
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
  })

  it('is not posted by who was suspended meanwhile', async () => {
    const { site, number, answers } = await meanwhile(async (site, lea) => {
      const mo = await site.staff('moderator')
      expect((await site.put(`members/${lea.id}/suspension`, suspension, mo)).status).toBe(201)
    }, dear)
    expect(answers.map(({ body }) => body.code)).toEqual(['suspended', 'suspended'])
    expect((await site.get('threads')).body.items).toHaveLength(1)
    expect((await site.get(`threads/${number}/replies`)).body.items).toEqual([])
  })

  it('is not written on a board that was kept for the team meanwhile', async () => {
    const { site, answers } = await meanwhile((site) => site.restrict('ideas', 'staff'), dear)
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    const { body } = await site.get('threads', await site.staff('owner'))
    expect(body.items).toHaveLength(1)
  })
})
