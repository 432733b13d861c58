import { describe, expect, it } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { tellFollowers } from '../../server/subscriptions/tell_followers.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What one reads where it stands waits at the bell no more, and is not mailed.

const { site: make, world, clock, mails } = await testWorld()

const unread = async (site: TestSite, as: Person): Promise<string[]> =>
  (await site.get('me/notifications', as)).body.items
    .filter((one: { read: boolean }) => !one.read)
    .map((one: { kind: string }) => one.kind)

const visit = async (site: TestSite, as: Person, number: number, body: object) =>
  expect((await site.put(`threads/${number}/visit`, body, as)).status).toBe(204)

describe('news of a thread', () => {
  it('is read with the thread, as far as one reads, and neither counted nor mailed after', async () => {
    const site = await make()
    const email = `news-read-${process.pid}@mail.example`
    const [lea, tom] = [await site.member('Lea', { email }), await site.member('Tom')]
    const [number, other] = [await site.idea(lea), await site.idea(lea)]
    const first = await site.reply(tom, number, 'The first, which she reads.')
    clock.move(1)
    const second = await site.reply(tom, number, 'The second, which she does not.')
    await site.reply(tom, other, 'Of another thread.')
    expect(await unread(site, lea)).toHaveLength(3)
    await visit(site, lea, number, { post: first })
    expect(await unread(site, lea)).toHaveLength(2)
    clock.move(200)
    await sendDue(world)
    const { text } = await mails.to(email)
    expect(text).not.toContain('The first')
    expect(text).toContain('The second')
    await visit(site, lea, number, { post: second })
    expect(await unread(site, lea)).toEqual(['reply'])
    // Another member's news of the same thread are another matter.
    await visit(site, tom, other, {})
    expect(await unread(site, lea)).toEqual(['reply'])
  })

  it('that a follower read before they could be told of it is told as read', async () => {
    const site = await make()
    const { id: siteId } = await site.row()
    const [lea, tom, mia] = [await site.member(), await site.member(), await site.member()]
    const number = await site.idea(lea)
    const postId = await site.reply(tom, number)
    const { body } = await site.get(`threads/${number}`, mia)
    await visit(site, mia, number, { post: postId })
    await site.put(`threads/${number}/subscription`, undefined, mia)
    const threadId = (
      await world.db
        .selectFrom('threads')
        .select('id')
        .where('site_id', '=', siteId)
        .where('number', '=', body.number)
        .executeTakeFirstOrThrow()
    ).id
    const at = clock.now().toISOString()
    await tellFollowers(world, { siteId, kind: 'reply', threadId, postId, actorId: tom.id, at })
    expect((await site.get('me/notifications', mia)).body).toMatchObject({
      unread: 0,
      items: [{ kind: 'reply', post: postId, read: true }],
    })
  })

  it('of an answer is read where that answer was shown, and by nothing else', async () => {
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { board: 'help', kind: 'question' })
    const post = await site.reply(tom, number)
    await site.put('me/notifications/read', {}, lea)
    await site.put(`threads/${number}/accepted`, { reply: post }, lea)
    await site.put(`threads/${number}/official`, { reply: post }, cm)
    clock.move(20)
    const told = [
      [tom, 'accepted'],
      [lea, 'official'],
    ] as const
    for (const [reader, kind] of told) {
      await visit(site, reader, number, { post })
      expect(await unread(site, reader)).toEqual([kind])
      await visit(site, reader, number, { post, answers: [post] })
      expect(await unread(site, reader)).toEqual([])
    }
    expect((await site.put(`threads/${number}/visit`, { answers: ['x'] }, tom)).status).toBe(422)
  })

  it('of what became of it is read by opening it, and not by reading on', async () => {
    const site = await make()
    const email = `news-status-${process.pid}@mail.example`
    const [lea, tom, cm] = [
      await site.member('Lea', { email }),
      await site.member('Tom'),
      await site.staff('moderator'),
    ]
    const [number, other, source] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    for (const one of [number, other]) {
      const set = await site.put(`threads/${one}/status`, { status: 'planned', note: 'For spring.' }, cm)
      expect(set.status).toBe(200)
    }
    expect((await site.put(`threads/${source}/merge`, { into: number }, cm)).status).toBe(200)
    // Before she is told, there is nothing to be read.
    await visit(site, lea, number, { opened: true })
    clock.move(13)
    expect((await unread(site, lea)).toSorted()).toEqual(['merged', 'status', 'status'])
    await visit(site, lea, number, {})
    await visit(site, tom, number, { opened: true })
    expect(await unread(site, lea)).toHaveLength(3)
    await visit(site, lea, number, { opened: true })
    const { items } = (await site.get('me/notifications', lea)).body
    const left = items.filter((one: { read: boolean }) => !one.read)
    expect(left).toMatchObject([{ kind: 'status', thread: { number: other } }])
    clock.move(200)
    await sendDue(world)
    const { text } = await mails.to(email)
    expect(text).toContain(`/t/${other}-`)
    expect(text).not.toContain(`/t/${number}-`)
  })

  it('that was merged into another is read where its replies are by now', async () => {
    const site = await make()
    const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
    const [source, target] = [await site.idea(lea), await site.idea(tom)]
    const post = await site.reply(tom, source)
    await site.put(`threads/${source}/merge`, { into: target }, cm)
    expect(await unread(site, lea)).toEqual(['reply'])
    await visit(site, lea, target, { post })
    expect(await unread(site, lea)).toEqual([])
  })

  it('of a mention that an edit brought into what one had read is not', async () => {
    const site = await make()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom Gray')]
    const number = await site.idea(lea)
    const post = await site.reply(lea, number, 'Who knows?')
    await visit(site, tom, number, { post })
    clock.move(60)
    const body = { body: `@[Tom Gray](member:${tom.id}) knows.` }
    expect((await site.patch(`replies/${post}`, body, lea, 1)).status).toBe(200)
    expect(await unread(site, tom)).toEqual(['mention'])
    await visit(site, tom, number, { post })
    expect(await unread(site, tom)).toEqual(['mention'])
  })
})
