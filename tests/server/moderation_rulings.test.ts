import { describe, expect, it } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { hide, logged, openingOf, repliesOf, report, rule } from '../support/judging.ts'
import { testWorld } from '../support/world.ts'

const reason = 'What was ruled, and why.'

it('is told to a moderator who looks at its post, with the language in which its author is written to', async () => {
  const site = await (await testWorld()).site()
  const [lea, tom] = [await site.member('Lea', { locale: 'de' }), await site.member('Tom')]
  const [mo, owner] = [await site.staff('moderator', 'Mo'), await site.staff('owner')]
  await site.patch('settings', { locale: 'fr' }, owner)
  const number = await site.idea(tom)
  const post = await site.reply(lea, number)
  const look = async (id: string) => (await site.get(`posts/${id}`, mo)).body
  expect(await look(post)).toMatchObject({ hidden: false, ruling: null, authorLocale: 'de' })
  expect((await look(await openingOf(site, number))).authorLocale).toBe('fr')
  const { id } = await hide(site, mo, post)
  expect(await look(post)).toMatchObject({ hidden: true, ruling: { id, rule: 4, by: 'Mo' } })
  await site.delete(`rulings/${id}`, mo)
  expect(await look(post)).toMatchObject({ hidden: false, ruling: null })
})

describe('a ruling on a reply', () => {
  it('leaves a tombstone with the rule, and neither words, author nor reason', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea the author')
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(await site.member())
    const post = await site.reply(lea, number, 'Words that sell.')
    expect((await repliesOf(site, number))[0]).toMatchObject({ body: 'Words that sell.', tombstone: null })
    const made = await rule(site, cm, post, { reason })
    expect(made.status).toBe(201)
    expect(made.body.ruling).toMatchObject({
      number: 1,
      post,
      postKind: 'reply',
      thread: { number },
      revision: 1,
      body: 'Words that sell.',
      rule: 4,
      reason,
      by: 'Sanne',
      liftedAt: null,
    })
    expect(made.body.undo.path).toBe(`rulings/${made.body.ruling.id}`)
    const [shown] = await repliesOf(site, number)
    expect(shown).toMatchObject({ id: post, body: null, html: null, author: null, tombstone: { rule: 4 } })
    expect(shown.tombstone.ruleNames.fr).toContain('publicité')
    for (const as of [undefined, lea]) {
      for (const path of [`threads/${number}`, `threads/${number}/story`, `threads/${number}/replies`]) {
        const { text } = await site.get(path, as)
        for (const secret of ['Words that sell', 'Lea the author', reason]) expect(text).not.toContain(secret)
      }
    }
    expect((await site.get(`threads/${number}`)).body.replies).toBe(1)
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })

  it('keeps those below it, and numbers run by site', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    for (const one of [site, other]) {
      const lea = await one.member()
      const cm = await one.staff('moderator')
      const number = await one.idea(lea)
      const parent = await one.reply(lea, number)
      await one.reply(lea, number, 'Below it.', { parent })
      expect((await hide(one, cm, parent)).number).toBe(1)
      const [shown] = await repliesOf(one, number)
      expect(shown).toMatchObject({ body: null, replies: [{ body: 'Below it.' }] })
      expect((await hide(one, cm, await one.reply(lea, number))).number).toBe(2)
    }
  })
})

describe('a ruling on an opening text', () => {
  it('takes the thread out of lists, search and similar titles, and its words out of its page', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member('Lea the author'), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { title: 'Zeppelins for everyone', body: 'Buy my zeppelins.' })
    await site.put(`threads/${number}/vote`, undefined, tom)
    const lists = [
      'opening',
      'threads',
      'threads?board=ideas&sort=top',
      'threads?q=zeppelins',
      'threads?q=zepelins%20for%20evryone',
      'threads/similar?title=Zeppelins%20for%20all',
      'me/votes',
    ]
    for (const path of lists) expect((await site.get(path, tom)).text, path).toContain('Zeppelins')
    const boards = (await site.get('boards')).body.items
    expect(boards[0].threads).toBe(1)

    await hide(site, cm, await openingOf(site, number))
    for (const path of lists) {
      expect((await site.get(path, tom)).text, path).not.toContain('eppelin')
      expect((await site.get(path, cm)).text, path).not.toContain('eppelin')
    }
    expect((await site.get('boards')).body.items[0].threads).toBe(0)
    const page = await site.get(`threads/${number}`)
    expect(page.body).toMatchObject({
      body: null,
      html: null,
      title: '',
      author: null,
      tombstone: { rule: 4 },
    })
    expect(page.text).not.toContain('eppelin')
    expect((await site.put(`threads/${number}/vote`, undefined, tom)).status).toBe(404)
    expect((await site.post(`threads/${number}/replies`, { body: 'Still?' }, tom)).status).toBe(409)
    expect((await site.patch(`threads/${number}`, { body: 'Back again' }, lea, 1)).status).toBe(403)
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })

  it('is undone exactly: listed again, with votes and replies', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { title: 'Zeppelins for everyone' })
    await site.put(`threads/${number}/vote`, undefined, tom)
    await site.reply(tom, number)
    const before = (await site.get(`threads/${number}`)).body
    const ruling = await hide(site, cm, before.post)
    expect((await site.delete(`rulings/${ruling.id}`, cm)).status).toBe(204)
    expect((await site.get(`threads/${number}`)).body).toEqual(before)
    expect((await site.get('threads?q=zeppelins')).body.items).toHaveLength(1)
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })
})

describe('the author', () => {
  it('reads the ruling with their own words, rule, reason, who and when, once told and not before', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(tom, { title: 'The thread it was in' })
    const post = await site.reply(lea, number, 'My  own\nwords')
    await report(site, tom, post, { note: 'words-of-the-report' })
    const made = await rule(site, cm, post, { reason })
    expect((await site.get('me/rulings', lea)).body.items).toEqual([])
    expect((await site.get('me/notifications', lea)).body).toEqual({ items: [], next: null, unread: 0 })
    const until = Date.parse(made.body.undo.until) - clock.now().getTime()
    expect(until).toBeGreaterThan(8_000)
    expect(until).toBeLessThanOrEqual(12_000)
    clock.move(12)
    const mine = await site.get('me/rulings', lea)
    expect(mine.body.items).toEqual([made.body.ruling])
    expect(mine.body.items[0]).toMatchObject({
      thread: { number, title: 'The thread it was in' },
      body: 'My  own\nwords',
      excerpt: 'My own words',
      reason,
      by: 'Sanne',
    })
    expect(mine.text).not.toContain('words-of-the-report')
    const news = (await site.get('me/notifications', lea)).body
    expect(news).toMatchObject({
      unread: 1,
      items: [{ kind: 'ruling', ruling: 1, lifted: false, post, thread: { number }, rule: null, note: '' }],
    })
    // Nobody else is told, the reporter neither.
    expect((await site.get('me/rulings', tom)).body.items).toEqual([])
    const others = (await site.get('me/notifications', tom)).body.items
    expect(others.map((one: { kind: string }) => one.kind)).not.toContain('ruling')
  })

  it('is not told of what was lifted in time, and reports are open again', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(tom)
    const post = await site.reply(lea, number)
    await report(site, tom, post)
    const ruling = await hide(site, cm, post)
    expect((await site.get('reports', cm)).body.total).toBe(0)
    clock.move(11)
    expect((await site.delete(`rulings/${ruling.id}`, cm)).status).toBe(204)
    expect((await site.get('reports', cm)).body.total).toBe(1)
    clock.move(60)
    expect((await site.get('me/rulings', lea)).body.items).toEqual([])
    expect((await site.get('me/notifications', lea)).body.items).toEqual([])
    expect((await repliesOf(site, number))[0].tombstone).toBeNull()
  })

  it('is told when it is lifted later, and reads it as lifted; the reports stay closed', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(tom)
    const post = await site.reply(lea, number, 'First words')
    await report(site, tom, post)
    const ruling = await hide(site, cm, post)
    clock.move(13)
    expect((await site.delete(`rulings/${ruling.id}`, cm)).status).toBe(204)
    expect((await site.get('reports', cm)).body.total).toBe(0)
    clock.move(13)
    const news = (await site.get('me/notifications', lea)).body.items
    expect(news.map((one: { lifted: boolean }) => one.lifted)).toEqual([true, false])
    expect((await site.get('me/rulings', lea)).body.items).toMatchObject([{ liftedAt: expect.any(String) }])
    // The ruling keeps the words that were judged, whatever the author writes next.
    expect((await site.patch(`replies/${post}`, { body: 'Second words' }, lea, 1)).status).toBe(200)
    expect((await site.get('me/rulings', lea)).body.items[0]).toMatchObject({
      revision: 1,
      body: 'First words',
    })
  })

  it('reads it though the board was closed to them, without the thread’s title', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(tom, { title: 'Somebody else’s secret' })
    await hide(site, cm, await site.reply(lea, number, 'Mine'), { reason })
    clock.move(13)
    expect((await site.get('me/notifications', lea)).text).toContain('secret')
    await site.restrict('ideas', 'staff')
    for (const path of ['me/rulings', 'me/notifications']) {
      const answer = await site.get(path, lea)
      expect(answer.body.items, path).toHaveLength(1)
      expect(answer.text, path).not.toContain('secret')
    }
  })

  it('pages through their rulings, the latest first', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    for (let turn = 0; turn < 3; turn++) await hide(site, cm, await site.reply(lea, number))
    clock.move(13)
    const first = (await site.get('me/rulings?limit=2', lea)).body
    expect(first.items.map((one: { number: number }) => one.number)).toEqual([3, 2])
    const rest = (await site.get(`me/rulings?limit=2&cursor=${first.next}`, lea)).body
    expect(rest).toMatchObject({ items: [{ number: 1 }], next: null })
    const broken = Buffer.from(JSON.stringify(['rulings', 1e308])).toString('base64url')
    expect((await site.get(`me/rulings?cursor=${broken}`, lea)).body.code).toBe('broken_cursor')
  })
})

describe('a ruling is refused', () => {
  it('where the text has moved on, and says to which revision', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    await site.patch(`threads/${number}`, { body: 'New words.' }, lea, 1)
    const stale = await rule(site, cm, post, { revision: 1 })
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_revision'])
    expect(stale.body.errors).toEqual([{ path: 'revision', message: 'It is now revision 2.' }])
    expect((await site.get(`threads/${number}`)).body.tombstone).toBeNull()
    const fresh = (await site.get(`posts/${post}`, cm)).body
    expect(fresh).toMatchObject({ post, revision: 2, body: 'New words.', reports: [] })
    expect((await rule(site, cm, post, { revision: 3 })).status).toBe(412)
    expect((await rule(site, cm, post, { revision: fresh.revision })).status).toBe(201)
  })

  it('where one stands already, also when both come at once', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const second = await site.staff('admin')
    const post = await openingOf(site, await site.idea(await site.member()))
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => rule(site, turn % 2 ? cm : second, post)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([201, ...Array(7).fill(409)])
    expect((await rule(site, cm, post)).body.code).toBe('conflict')
    // The dialog says that the log keeps the reason.
    const [entry, ...more] = await logged(site, cm, 'posts.hide')
    expect(entry).toMatchObject({ subject: post, detail: { rule: 4, reason: expect.stringMatching(/\w/) } })
    expect(more).toEqual([])
  })

  it('on an edit that comes at the same moment, or the edit is', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    for (let turn = 0; turn < 5; turn++) {
      const post = await site.reply(lea, await site.idea(lea), 'Before')
      const [ruling, edit] = await Promise.all([
        rule(site, cm, post),
        site.patch(`replies/${post}`, { body: 'After' }, lea, 1),
      ])
      if (ruling.status === 201) expect(ruling.body.ruling.body).toBe('Before')
      else expect([ruling.status, edit.status]).toEqual([412, 200])
    }
  })

  it('without reason, rule in force or revision, and with anything else', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    const post = await openingOf(site, number)
    const good = { rule: 4, reason: 'Why.', revision: 1 }
    for (const wrong of [
      { rule: 4, revision: 1 },
      { ...good, reason: '' },
      { ...good, reason: ' \n ' },
      { ...good, reason: 'x'.repeat(2001) },
      { ...good, reason: ['Why.'] },
      { rule: 4, reason: 'Why.' },
      { ...good, revision: '1' },
      { ...good, revision: 0 },
      { ...good, rule: 99 },
      { ...good, rule: 1.5 },
      { reason: 'Why.', revision: 1 },
      { ...good, by: '0198c1c6-0000-7000-8000-000000000000' },
      { ...good, number: 7 },
    ]) {
      const answer = await site.post(`posts/${post}/rulings`, wrong, cm)
      expect([answer.status, answer.body.code], JSON.stringify(wrong)).toEqual([422, 'invalid_input'])
    }
    expect((await site.delete('rules/4', await site.staff('owner'))).status).toBe(204)
    const retired = await rule(site, cm, post)
    expect([retired.status, retired.body.errors[0].path]).toEqual([422, 'rule'])
    expect((await site.get(`threads/${number}`)).body.tombstone).toBeNull()
  })

  it('to all but moderators, admins and owners of the site, and on what is not there', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const lea = await site.member()
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    expect((await rule(site, undefined, post)).status).toBe(401)
    for (const as of [lea, await site.member(), await site.staff('product')]) {
      expect((await rule(site, as, post)).status).toBe(403)
    }
    expect((await rule(other, await other.staff('owner'), post)).status).toBe(404)
    const cm = await site.staff('moderator')
    const gone = await site.reply(lea, number)
    await site.delete(`replies/${gone}`, lea)
    expect((await rule(site, cm, gone)).status).toBe(404)
    expect((await rule(site, cm, '0198c1c6-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await rule(site, cm, 'x')).status).toBe(422)
    const { id } = await hide(site, await site.staff('admin'), post)
    for (const [as, status] of [
      [undefined, 401],
      [lea, 403],
      [await site.staff('product'), 403],
    ] as const) {
      expect((await site.delete(`rulings/${id}`, as)).status).toBe(status)
    }
    expect((await other.delete(`rulings/${id}`, await other.staff('owner'))).status).toBe(404)
    expect((await site.get(`threads/${number}`)).body.tombstone).not.toBeNull()
  })
})

describe('lifting a ruling', () => {
  it('works once, however often it is asked for at once', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    const { id } = await hide(site, cm, await openingOf(site, number))
    const answers = await Promise.all(Array.from({ length: 6 }, () => site.delete(`rulings/${id}`, cm)))
    expect(answers.map((one) => one.status).sort()).toEqual([204, ...Array(5).fill(409)])
    expect((await site.get(`threads/${number}`)).body.tombstone).toBeNull()
    expect(await logged(site, cm, 'posts.restore')).toMatchObject([
      { detail: { thread: number, undone: true } },
    ])
    // And the post may be ruled on again.
    expect((await hide(site, cm, await openingOf(site, number))).number).toBe(2)
  })

  it('leaves a merged thread unlisted, and its title out of the other’s story while it was hidden', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const [source, into] = [await site.idea(lea, { title: 'A rude title' }), await site.idea(lea)]
    const post = await openingOf(site, source)
    await site.put(`threads/${source}/merge`, { into }, cm)
    expect((await site.get(`threads/${into}`)).text).toContain('A rude title')
    const { id } = await hide(site, cm, post)
    const hidden = await site.get(`threads/${into}`)
    expect(hidden.text).not.toContain('A rude title')
    expect(hidden.body.story.items[0]).toMatchObject({
      kind: 'merged',
      thread: { number: source, title: '' },
    })
    await site.delete(`rulings/${id}`, cm)
    expect((await site.get(`threads/${into}`)).text).toContain('A rude title')
    expect((await site.get('threads')).body.items.map((one: { number: number }) => one.number)).toEqual([
      into,
    ])
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })
})

describe('rulings by several at once', () => {
  it('take each its own number, and leave reports, counters and log right', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea)
    const posts = [await openingOf(site, number)]
    for (let turn = 0; turn < 7; turn++) posts.push(await site.reply(lea, number))
    for (const post of posts) await report(site, tom, post)
    const made = await Promise.all(posts.map((post) => rule(site, cm, post)))
    expect(made.map((one) => one.body.ruling.number).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect((await site.get('reports', cm)).body.total).toBe(0)
    expect(await logged(site, cm, 'posts.hide')).toHaveLength(8)
    expect(await wrongCounters(site.world, (await site.row()).id)).toEqual([])
  })
})

describe('a hidden reply', () => {
  it('takes no answers', async () => {
    const site = await (await testWorld()).site()
    const [lea, cm] = [await site.member('Lea'), await site.staff('moderator')]
    const number = await site.idea(lea)
    const parent = await site.reply(lea, number)
    const ruling = { rule: 1, reason: 'Rude.', revision: 1 }
    expect((await site.post(`posts/${parent}/rulings`, ruling, cm)).status).toBe(201)
    const answer = await site.post(`threads/${number}/replies`, { body: 'And so on', parent }, lea)
    expect(answer.body.errors).toEqual([
      { path: 'parent', message: 'There is no such reply in this thread.' },
    ])
  })
})

describe('a ruling that comes while words are being written', () => {
  it('holds: the edit is stale, and the thread takes no reply', async () => {
    const { world, site: make } = await testWorld()
    const site = await make()
    const [lea, cm] = [await site.member('Lea'), await site.staff('moderator')]
    const number = await site.idea(lea)
    const reply = await site.reply(lea, number)
    const { post } = (await site.get(`threads/${number}`)).body
    const render = world.render.render.bind(world.render)
    const meanwhile = async <T>(hidden: string, act: () => Promise<T>): Promise<T> => {
      let ruled = false
      world.render.render = async (text) => {
        if (!ruled) {
          ruled = true
          const ruling = { rule: 1, reason: 'Rude.', revision: 1 }
          expect((await site.post(`posts/${hidden}/rulings`, ruling, cm)).status).toBe(201)
        }
        return render(text)
      }
      try {
        return await act()
      } finally {
        world.render.render = render
      }
    }
    const edited = await meanwhile(reply, () => site.patch(`replies/${reply}`, { body: 'Other' }, lea, 1))
    expect(edited.body.code).toBe('stale_revision')
    const thread = await meanwhile(post, () => site.patch(`threads/${number}`, { body: 'Other' }, lea, 1))
    expect(thread.body.code).toBe('stale_revision')

    const other = await site.idea(lea)
    const opening = (await site.get(`threads/${other}`)).body.post
    const answered = await meanwhile(opening, () =>
      site.post(`threads/${other}/replies`, { body: 'Late' }, lea),
    )
    expect(answered.body.code).toBe('thread_locked')
  })
})
