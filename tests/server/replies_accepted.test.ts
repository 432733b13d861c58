import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { type FollowersNews, tellFollowers } from '../../server/subscriptions/tell_followers.ts'
import { eventually } from '../support/eventually.ts'
import { hide, logged, openingOf } from '../support/judging.ts'
import { dataAt, pathOf, readAt } from '../support/pages.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const ask = (site: TestSite, as: Person) =>
  site.idea(as, { board: 'help', kind: 'question', title: 'How do I split a round in two?' })
const accept = (site: TestSite, number: number, reply: unknown, as?: Person) =>
  site.put(`threads/${number}/accepted`, { reply }, as)
const told = async (site: TestSite, as: Person) =>
  (await site.get('me/notifications', as)).body.items
    .filter((news: { kind: string }) => news.kind === 'accepted')
    .map((news: { post: string }) => news.post)

describe('the accepted answer', () => {
  it('is chosen by whoever asked, replaced and taken back, and its author is told once', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom, cm] = [await site.member('Lea'), await site.member('Tom'), await site.staff('moderator')]
    const number = await ask(site, lea)
    const [one, two] = [await site.reply(tom, number, 'Hold it.'), await site.reply(lea, number, 'Found it.')]
    const nested = await site.reply(tom, number, 'And split.', { parent: two })

    const chosen = await accept(site, number, one, lea)
    expect([chosen.status, chosen.body]).toMatchObject([
      200,
      { accepted: true, acceptedReply: { id: one, accepted: true, html: '<p>Hold it.</p>' } },
    ])
    expect((await accept(site, number, one, lea)).status).toBe(200)
    expect(await told(site, tom)).toEqual([])
    clock.move(5)
    // Another in time: only that one is told. It may be nested.
    expect((await accept(site, number, nested, lea)).body.acceptedReply.id).toBe(nested)
    clock.move(13)
    expect(await told(site, tom)).toEqual([nested])
    const { body } = await site.get(`threads/${number}`)
    expect(body.story.items.map((item: { accepted: boolean }) => item.accepted)).toEqual([false, false])
    expect(body.story.items[1].replies).toMatchObject([{ id: nested, accepted: true }])
    const list = await site.get('threads?board=help')
    expect(list.body.items).toMatchObject([{ number, accepted: true, official: false }])

    expect((await site.delete(`threads/${number}/accepted`, lea)).body).toMatchObject({
      accepted: false,
      acceptedReply: null,
    })
    expect((await site.delete(`threads/${number}/accepted`, lea)).status).toBe(200)
    // One's own answer is told to nobody; an asker leaves nothing in the team's log.
    await accept(site, number, two, lea)
    clock.move(13)
    expect(await told(site, lea)).toEqual([])
    expect(await told(site, tom)).toEqual([nested])
    expect(await logged(site, cm, 'threads.accept')).toEqual([])
    await accept(site, number, one, cm)
    await site.delete(`threads/${number}/accepted`, cm)
    expect(await logged(site, cm, 'threads.accept')).toMatchObject([{ detail: { reply: one } }])
    expect(await logged(site, cm, 'threads.unaccept')).toHaveLength(1)
  })

  it('is told to those who follow the question, not before it can no longer be taken back, and never to its author', async () => {
    const { site: make, clock, world } = await testWorld()
    const site = await make()
    const [lea, tom, eve, ann] = [
      await site.member('Lea'),
      await site.member('Tom'),
      await site.member('Eve'),
      await site.member('Ann'),
    ]
    const cm = await site.staff('moderator')
    const number = await ask(site, lea)
    const [one, two] = [await site.reply(tom, number, 'Hold it.'), await site.reply(tom, number, 'Tap it.')]
    expect((await site.put(`threads/${number}/subscription`, undefined, eve)).status).toBe(204)
    expect((await site.put(`threads/${number}/subscription`, undefined, cm)).status).toBe(204)
    await accept(site, number, one, cm)
    await accept(site, number, two, cm)
    const { id } = await site.row()
    const waiting = () =>
      sql<{
        post: string
        later: boolean
      }>`select data ->> 'postId' as post, start_after > created_on + interval '11 s' as later
        from pgboss.job where name = 'followers' and data ->> 'siteId' = ${id} and data ->> 'kind' = 'answered' and state = 'created'
        order by created_on`.execute(world.db)
    expect((await waiting()).rows).toEqual([
      { post: one, later: true },
      { post: two, later: true },
    ])
    await sql`update pgboss.job set start_after = now() where name = 'followers' and data ->> 'siteId' = ${id}`.execute(
      world.db,
    )
    await eventually(async () => (await waiting()).rows.length).toBe(0)
    clock.move(13)
    const answered = async (as: Person) => {
      const { items } = (await site.get('me/notifications', as)).body
      return items.flatMap((news: { kind: string; post: string; actor: { name: string } }) =>
        news.kind === 'answered' ? [[news.post, news.actor.name]] : [],
      )
    }
    for (const reader of [lea, eve]) await eventually(() => answered(reader)).toEqual([[two, cm.name]])
    for (const other of [tom, ann, cm]) expect(await answered(other)).toEqual([])
    expect(await told(site, tom)).toEqual([two])
    // What may not be read any more is told no more.
    await hide(site, cm, two)
    expect(await answered(eve)).toEqual([])
  })

  it('that was taken back and accepted again is told once the second time can no longer be taken back', async () => {
    const { site: make, clock, world } = await testWorld()
    const site = await make()
    const [lea, tom, eve] = [await site.member(), await site.member(), await site.member()]
    const number = await ask(site, lea)
    const reply = await site.reply(tom, number, 'Hold it.')
    expect((await site.put(`threads/${number}/subscription`, undefined, eve)).status).toBe(204)
    await accept(site, number, reply, lea)
    clock.move(5)
    await site.delete(`threads/${number}/accepted`, lea)
    clock.move(5)
    await accept(site, number, reply, lea)
    const { id } = await site.row()
    const ofSite = sql`name = 'followers' and data ->> 'siteId' = ${id} and data ->> 'kind' = 'answered'`
    const left = async () =>
      (await sql`select from pgboss.job where ${ofSite} and state <> 'completed'`.execute(world.db)).rows
        .length
    const runNext = async () => {
      const before = await left()
      await sql`update pgboss.job set start_after = now() where id = (select id from pgboss.job
        where ${ofSite} and state = 'created' order by data ->> 'at' limit 1)`.execute(world.db)
      await eventually(left).toBe(before - 1)
    }
    const answered = async () => {
      const { items } = (await site.get('me/notifications', eve)).body
      return items.filter((news: { kind: string }) => news.kind === 'answered').length
    }
    expect(await left()).toBe(2)
    clock.move(13)
    await runNext()
    expect(await answered()).toBe(0)
    await runNext()
    expect(await answered()).toBe(1)
  })

  it('that was taken back where its question was merged into is told to nobody who followed that one', async () => {
    const { site: make, clock, world, mails } = await testWorld()
    const site = await make()
    const email = `merged-answer-${process.pid}@mail.example`
    const [lea, tom, cm] = [
      await site.member('Lea', { email }),
      await site.member('Tom'),
      await site.staff('moderator'),
    ]
    const answered = async () => {
      const { items } = (await site.get('me/notifications', lea)).body
      return items.filter((news: { kind: string }) => news.kind === 'answered').length
    }
    /** A question of hers with an accepted answer, merged at once; what its followers are to be told by a job. */
    const merged = async () => {
      const [source, target] = [await ask(site, lea), await ask(site, tom)]
      const post = await site.reply(tom, source, 'Hold it.')
      await accept(site, source, post, cm)
      const { rows } = await sql<{ data: FollowersNews }>`select data from pgboss.job
        where name = 'followers' and data ->> 'kind' = 'answered' and data ->> 'postId' = ${post}`.execute(
        world.db,
      )
      expect((await site.put(`threads/${source}/merge`, { into: target }, cm)).status).toBe(200)
      return { target, tellThem: () => tellFollowers(world, rows[0]!.data) }
    }
    const gone = await merged()
    expect((await site.delete(`threads/${gone.target}/accepted`, cm)).status).toBe(200)
    clock.move(13)
    await gone.tellThem()
    expect(await answered()).toBe(0)

    // Where it still answers what it was merged into, they are told.
    const there = await merged()
    clock.move(13)
    await there.tellThem()
    expect(await answered()).toBe(1)
    // Taken back before it is mailed, it is not.
    expect((await site.delete(`threads/${there.target}/accepted`, cm)).status).toBe(200)
    clock.move(86_400)
    await sendDue(world)
    expect((await mails.to(email)).text).not.toContain('accepted an answer')
  })

  it('of two that are chosen at once is one', async () => {
    const site = await (await testWorld()).site()
    const [lea, cm] = [await site.member(), await site.staff('moderator')]
    const number = await ask(site, lea)
    const replies = await Promise.all(Array.from({ length: 6 }, () => site.reply(lea, number)))
    const answers = await Promise.all(
      [...replies, ...replies].map((reply, at) => accept(site, number, reply, at % 2 ? lea : cm)),
    )
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]))
    const { body } = await site.get(`threads/${number}`)
    const marked = body.story.items.filter((item: { accepted: boolean }) => item.accepted)
    expect(marked.map((item: { id: string }) => item.id)).toEqual([body.acceptedReply.id])
  })

  it('is not for others to choose, nor of what is no question, hidden, gone or elsewhere', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
    const [number, another, idea] = [await ask(site, lea), await ask(site, lea), await site.idea(lea)]
    const reply = await site.reply(tom, number)
    expect((await accept(site, number, reply)).status).toBe(401)
    expect((await accept(site, number, reply, tom)).status).toBe(403)
    expect((await site.delete(`threads/${number}/accepted`, tom)).status).toBe(403)
    expect((await accept(site, 999, reply, lea)).status).toBe(404)
    expect((await accept(other, number, reply, await other.staff('owner'))).status).toBe(404)
    const ofIdea = await site.reply(tom, idea)
    expect((await accept(site, idea, ofIdea, lea)).body.code).toBe('not_a_question')
    const [hidden, gone] = [await site.reply(tom, number), await site.reply(tom, number)]
    await hide(site, cm, hidden)
    await site.delete(`replies/${gone}`, tom)
    for (const wrong of [
      ofIdea,
      hidden,
      gone,
      await site.reply(tom, another),
      await openingOf(site, number),
      '0198c1c6-0000-7000-8000-000000000000',
      'x',
      null,
      [reply],
    ]) {
      const answer = await accept(site, number, wrong, lea)
      expect([answer.status, answer.body.code], String(wrong)).toEqual([422, 'invalid_input'])
    }
    const more = await site.put(`threads/${number}/accepted`, { reply, official: true }, lea)
    expect(more.status).toBe(422)
    expect((await site.get(`threads/${number}`)).body.accepted).toBe(false)
    await site.restrict('help', 'staff')
    expect((await accept(site, number, reply, lea)).status).toBe(404)
  })

  it('is no answer while it is hidden, and none any more once it is deleted; nor is a hidden question’s to choose', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
    const number = await ask(site, lea)
    const reply = await site.reply(tom, number)
    await accept(site, number, reply, lea)
    const now = async () => {
      const { body } = await site.get(`threads/${number}`)
      const [row] = (await site.get('threads?board=help')).body.items
      return [body.accepted, body.acceptedReply?.id, row?.accepted]
    }
    expect(await now()).toEqual([true, reply, true])
    const ruling = await hide(site, cm, reply)
    expect(await now()).toEqual([false, undefined, false])
    await site.delete(`rulings/${ruling.id}`, cm)
    expect(await now()).toEqual([true, reply, true])
    await site.delete(`replies/${reply}`, tom)
    expect(await now()).toEqual([false, undefined, false])
    const other = await site.reply(tom, number)
    await hide(site, cm, await openingOf(site, number))
    expect((await accept(site, number, other, lea)).status).toBe(403)
  })

  it('goes along with a question that is merged into one without', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, cm] = [await site.member(), await site.member(), await site.staff('moderator')]
    const [one, two] = [await ask(site, lea), await ask(site, tom)]
    const reply = await site.reply(tom, one)
    await accept(site, one, reply, lea)
    const merged = await site.put(`threads/${one}/merge`, { into: two }, cm)
    expect(merged.body.acceptedReply).toMatchObject({ id: reply, accepted: true })
    expect((await accept(site, one, reply, lea)).status).toBe(409)
  })

  it('stands first on the public page, and is the acceptedAnswer that search engines read', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, cm] = [await site.member('Lea'), await site.member('Tom'), await site.staff('moderator')]
    const number = await ask(site, lea)
    const reply = await site.reply(tom, number, 'Hold the **stop**.')
    const official = await site.reply(cm, number, 'From version 4 on.', { official: true })
    await accept(site, number, reply, lea)
    const path = await pathOf(site, number)
    const { mainEntity } = (await dataAt(site, path))[0]
    expect(mainEntity.acceptedAnswer).toMatchObject({ text: 'Hold the stop.', author: { name: 'Tom' } })
    expect(mainEntity.suggestedAnswer.map((one: { text: string }) => one.text)).toEqual([
      'From version 4 on.',
    ])
    const { text } = await readAt(site, path)
    expect(text.indexOf('Accepted answer')).toBeLessThan(text.indexOf('Official answer'))
    expect(text.match(new RegExp(`id="post-${reply}"`, 'g'))).toHaveLength(1)
    expect((await readAt(site, '/b/help')).text).toContain('Answered')
    // The same reply may be both: it stands there once, and both is said of it.
    await accept(site, number, official, lea)
    const both = (await readAt(site, path)).text
    expect(both.match(/<section class="official/g)).toHaveLength(1)
    expect(both.match(new RegExp(`id="post-${official}"`, 'g'))).toHaveLength(1)
  })
})
