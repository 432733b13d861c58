import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { VoteBatch } from '../../server/votes/batch.ts'
import { hide, logged, openingOf, repliesOf } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const merge = (site: TestSite, as: Person | undefined, source: number, into: unknown) =>
  site.put(`threads/${source}/merge`, { into }, as)

async function rowsOf(site: TestSite, number: number) {
  const { id } = await site.row()
  const { rows } = await sql<{
    member_id: string
    created_at: Date
    cast_by: string | null
    came: number | null
  }>`
    select v.member_id, v.created_at, v.cast_by, f.number as came from votes v
    join threads t on t.site_id = v.site_id and t.id = v.thread_id
    left join threads f on f.site_id = v.site_id and f.id = v.from_thread_id
    where v.site_id = ${id} and t.number = ${number} order by v.member_id`.execute(site.world.db)
  return rows
}

const wrong = async (site: TestSite) => wrongCounters(site.world, (await site.row()).id)

/** Two ideas: Lea's, for which Ann voted too, and Max's, for which Ann and Bob did. */
async function twoIdeas() {
  const { site: make, clock } = await testWorld()
  const site = await make()
  const lea = await site.member('Lea')
  const max = await site.member('Max')
  const ann = await site.member('Ann')
  const bob = await site.member('Bob')
  const cm = await site.staff('moderator', 'Sanne')
  const target = await site.idea(lea, { title: 'Routes that know my width' })
  const source = await site.idea(max, { title: 'Wide bikes need other routes' })
  await site.put(`threads/${target}/vote`, undefined, ann)
  for (const one of [ann, bob]) await site.put(`threads/${source}/vote`, undefined, one)
  return { site, clock, lea, max, ann, bob, cm, target, source }
}

describe('a merge', () => {
  it('unites the votes, each person once, and says how many came and how many were shared', async () => {
    const { site, cm, target, source, ann, bob, max, lea } = await twoIdeas()
    const before = await rowsOf(site, source)
    const answer = await merge(site, cm, source, target)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ number: target, title: 'Routes that know my width', votes: 4 })
    expect(answer.body.story.items).toMatchObject([
      {
        kind: 'merged',
        actor: { name: 'Sanne' },
        thread: { number: source, title: 'Wide bikes need other routes' },
        votesAdded: 2,
        votesShared: 1,
      },
    ])
    expect(await rowsOf(site, source)).toEqual(before)
    const came = (await rowsOf(site, target)).map((row) => [row.member_id, row.came])
    expect(came).toEqual(
      [
        [lea.id, null],
        [ann.id, null],
        [bob.id, source],
        [max.id, source],
      ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
    )
    const kept = (await rowsOf(site, target)).filter((row) => row.came)
    for (const row of kept) {
      expect(row.created_at).toEqual(before.find((one) => one.member_id === row.member_id)!.created_at)
    }
    expect(await wrong(site)).toEqual([])
    expect(await logged(site, cm, 'threads.merge')).toMatchObject([
      { subject: String(source), detail: { into: target, votesAdded: 2, votesShared: 1, replies: 0 } },
    ])
  })

  it('brings the replies together, nested ones too, and says where they were written', async () => {
    const { site, cm, target, source, ann, bob } = await twoIdeas()
    const parent = await site.reply(ann, source, 'From the source')
    await site.reply(bob, source, 'Below it', { parent })
    const gone = await site.reply(bob, source, 'Taken away')
    await site.delete(`replies/${gone}`, bob)
    await site.reply(ann, target, 'From the target')
    const answer = await merge(site, cm, source, target)
    expect(answer.body.replies).toBe(3)
    expect(await repliesOf(site, target)).toMatchObject([
      { body: 'From the source', origin: source, replies: [{ body: 'Below it', origin: source }] },
      { body: 'From the target', origin: null },
    ])
    expect(await repliesOf(site, source)).toEqual([])
    expect((await site.patch(`replies/${parent}`, { body: 'Edited there' }, ann, 1)).status).toBe(200)
    expect((await site.delete(`replies/${parent}`, ann)).status).toBe(204)
    expect((await site.get(`threads/${target}`)).body.replies).toBe(2)
    expect(await wrong(site)).toEqual([])
  })

  it('leads the old address to the thread that stays, over several steps', async () => {
    const { site, cm, target, source, lea } = await twoIdeas()
    const last = await site.idea(lea)
    await merge(site, cm, source, target)
    await merge(site, cm, target, last)
    const step = await site.get(`threads/${source}`)
    expect(step.status).toBe(307)
    expect(step.headers.get('location')).toMatch(new RegExp(`/sites/${site.slug}/threads/${target}$`))
    expect((await site.get(`threads/${target}`)).headers.get('location')).toMatch(
      new RegExp(`/threads/${last}$`),
    )
    expect((await site.get(`threads/${last}`)).body.votes).toBe(4)
    const file = (await site.get(`threads/${last}/file`, cm)).body
    expect(file.mergedFrom.map((one: { number: number }) => one.number)).toEqual([target, source])
    expect(await wrong(site)).toEqual([])
  })

  it('takes the source out of lists and search, and no more words into it', async () => {
    const { site, cm, target, source, max, bob } = await twoIdeas()
    expect((await site.get('threads?q=wide')).text).toContain('Wide bikes')
    await merge(site, cm, source, target)
    for (const path of [
      'opening',
      'threads',
      'threads?q=wide%20bikes',
      'threads/similar?title=Wide%20bikes',
      'me/votes',
    ]) {
      expect((await site.get(path, bob)).text, path).not.toContain('Wide bikes')
    }
    expect((await site.post(`threads/${source}/replies`, { body: 'Here?' }, bob)).body.code).toBe(
      'thread_merged',
    )
    expect((await site.patch(`threads/${source}`, { body: 'Mine!' }, max, 1)).status).toBe(403)
    const official = await site.put(
      `threads/${source}/official`,
      { reply: await site.reply(bob, target) },
      cm,
    )
    expect(official.status).toBe(409)
  })

  it('tells the source’s voters and author once, a little later, and neither staff who did it nor the target’s', async () => {
    const { site, clock, cm, target, source, lea, max, ann, bob } = await twoIdeas()
    await site.put(`threads/${source}/vote`, undefined, cm)
    await merge(site, cm, source, target)
    expect((await site.get('me/notifications', bob)).body.items).toEqual([])
    clock.move(12)
    for (const person of [max, ann, bob]) {
      expect((await site.get('me/notifications', person)).body).toMatchObject({
        unread: 1,
        items: [{ kind: 'merged', thread: { number: target }, actor: { name: 'Sanne' } }],
      })
    }
    for (const person of [lea, cm])
      expect((await site.get('me/notifications', person)).body.items).toEqual([])
  })

  it('gives the target what it had not: tags, an official reply, a place on the roadmap', async () => {
    const { site, cm, target, source } = await twoIdeas()
    const product = await site.staff('product')
    const owner = await site.staff('owner')
    for (const name of ['Safety', 'Maps']) await site.post('tags', { slug: name.toLowerCase(), name }, owner)
    await site.post('taggings', { threads: [target], add: ['maps'] }, cm)
    await site.post('taggings', { threads: [source], add: ['maps', 'safety'] }, cm)
    const reply = await site.reply(cm, source, 'From the team')
    await site.put(`threads/${source}/official`, { reply }, cm)
    const item = await site.post('roadmap/items', { title: 'Widths', threads: [source] }, product)
    expect(item.status).toBe(201)
    const { body } = await merge(site, cm, source, target)
    expect(body.tags).toEqual(['safety', 'maps'])
    expect(body.officialReply).toMatchObject({ id: reply, official: true, origin: source })
    // A private item leaves no trace for readers, and only the target on its card.
    expect(body.item).toBeNull()
    const file = (await site.get(`threads/${target}/file`, cm)).body
    expect(file.item).toMatchObject({ title: 'Widths', published: false, detached: false })
    const plan = (await site.get('roadmap/plan', product)).body.stages.flatMap(
      (stage: { items: unknown[] }) => stage.items,
    )
    expect(plan).toMatchObject([{ title: 'Widths', people: 4, votes: 4, ideas: [{ number: target }] }])
  })

  it('does not put the target’s status under a published item that has another', async () => {
    const { site, cm, target, source } = await twoIdeas()
    const product = await site.staff('product')
    const item = (
      await site.post('roadmap/items', { title: 'Widths', stage: 'building', threads: [source] }, product)
    ).body
    await site.put(`roadmap/items/${item.number}/publication`, undefined, product)
    expect((await site.get(`threads/${source}`)).body.status).toBe('building')
    const { body } = await merge(site, cm, source, target)
    expect(body.status).toBe('open')
    expect((await site.get(`threads/${target}/file`, cm)).body.item).toMatchObject({
      published: true,
      detached: true,
    })
  })

  it('keeps all that is needed to be undone exactly', async () => {
    const { site, cm, target, source, ann, lea } = await twoIdeas()
    const owner = await site.staff('owner')
    await site.post('tags', { slug: 'maps', name: 'Maps' }, owner)
    await site.post('taggings', { threads: [source], add: ['maps'] }, cm)
    const earlier = await site.idea(lea, { title: 'Merged earlier' })
    await site.reply(ann, earlier, 'Older still')
    await merge(site, cm, earlier, source)
    await site.reply(ann, source, 'From the source')
    await site.reply(ann, target, 'From the target')
    const both = async () => {
      const pages = await Promise.all([source, target].map((number) => site.get(`threads/${number}`, cm)))
      return pages.map(({ body: { activeAt: _, ...page } }) => page)
    }
    const before = [await both(), await rowsOf(site, source), await rowsOf(site, target)]
    await merge(site, cm, source, target)
    await undoByHand(site, source)
    expect([await both(), await rowsOf(site, source), await rowsOf(site, target)]).toEqual(before)
    expect(await wrong(site)).toEqual([])
  })
})

/** What an undo will do, from nothing but what a merge keeps. */
async function undoByHand(site: TestSite, source: number): Promise<void> {
  const { id } = await site.row()
  const { db } = site.world
  const { rows } = await sql<{ source_id: string; target_id: string; carried: { tags: string[] } }>`
    update merges m set undone_at = now() from threads t
    where m.site_id = ${id} and t.site_id = m.site_id and t.id = m.source_id and t.number = ${source} and m.undone_at is null
    returning m.source_id, m.target_id, m.carried`.execute(db)
  const { source_id: from, target_id: to, carried } = rows[0]!
  await sql`delete from votes where site_id = ${id} and thread_id = ${to} and from_thread_id = ${from}`.execute(
    db,
  )
  await sql`with recursive family as (
      select id from threads where site_id = ${id} and id = ${from}
      union all select t.id from threads t join family f on t.merged_into = f.id where t.site_id = ${id})
    update posts set thread_id = ${from}, origin_thread_id = nullif(origin_thread_id, ${from})
    where site_id = ${id} and thread_id = ${to} and origin_thread_id in (select id from family)`.execute(db)
  await sql`delete from thread_tags where site_id = ${id} and thread_id = ${to} and tag_id = any(${carried.tags}::uuid[])`.execute(
    db,
  )
  await sql`update threads set merged_into = null where site_id = ${id} and id = ${from}`.execute(db)
  await sql`update thread_counters c set listed = true,
      vote_count = (select count(*) from votes v where v.site_id = ${id} and v.thread_id = c.thread_id),
      reply_count = (select count(*) from posts p
        where p.site_id = ${id} and p.thread_id = c.thread_id and p.kind = 'reply' and p.deleted_at is null)
    where c.site_id = ${id} and c.thread_id in (${from}, ${to})`.execute(db)
  await sql`update activity set public = false where site_id = ${id} and thread_id = ${to} and kind = 'merged'`.execute(
    db,
  )
  site.world.cache.forget(id)
}

describe('a merge is refused', () => {
  it('into itself, into or from what is merged, across kinds, and where one is hidden', async () => {
    const { site, cm, target, source, lea } = await twoIdeas()
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    const [other, hidden] = [await site.idea(lea), await site.idea(lea)]
    const ruling = await hide(site, cm, await openingOf(site, hidden))
    for (const [one, into] of [
      [target, target],
      [question, target],
      [hidden, target],
      [target, hidden],
    ] as const) {
      const answer = await merge(site, cm, one, into)
      expect([answer.status, answer.body.code], answer.text).toEqual([409, 'conflict'])
      expect(answer.body.detail.length).toBeGreaterThan(20)
    }
    await site.delete(`rulings/${ruling.id}`, cm)
    expect((await merge(site, cm, source, target)).status).toBe(200)
    for (const [one, into] of [
      [source, target],
      [source, other],
      [other, source],
      [target, source],
    ] as const) {
      expect((await merge(site, cm, one, into)).status, `${one} into ${into}`).toBe(409)
    }
    expect((await site.get(`threads/${target}`)).body.votes).toBe(4)
    expect(await wrong(site)).toEqual([])
  })

  it('where words of a private board would get out, or people could not follow', async () => {
    const { site, cm, source, lea } = await twoIdeas()
    const owner = await site.staff('owner')
    for (const visibility of ['members', 'staff'] as const) {
      const made = { slug: visibility, name: visibility, kinds: ['idea'], visibility }
      expect((await site.post('boards', made, owner)).status).toBe(201)
    }
    const members = await site.idea(lea, { board: 'members', title: 'Said among members' })
    const secret = await site.idea(cm, { board: 'staff', title: 'Said among staff' })
    for (const [one, into] of [
      [members, source],
      [secret, source],
      [secret, members],
      [source, secret],
      [members, secret],
    ] as const) {
      const answer = await merge(site, cm, one, into)
      expect([answer.status, answer.body.code], `${one} into ${into}`).toEqual([409, 'conflict'])
    }
    expect((await site.get(`threads/${source}`)).body.story.items).toEqual([])
    const { text } = await site.get(`threads/${source}`, lea)
    expect(text).not.toContain('Said among')
    // From public to members, everyone who voted can follow; a visitor is not told where it went.
    expect((await merge(site, cm, source, members)).status).toBe(200)
    expect((await site.get(`threads/${source}`)).status).toBe(404)
    expect((await site.get(`threads/${source}`, lea)).status).toBe(307)
  })

  it('to all but staff of the site, and with numbers that name nothing', async () => {
    const { site, cm, target, source, lea } = await twoIdeas()
    const other = await (await testWorld()).site()
    const foreign = await other.staff('owner')
    await other.idea(await other.member())
    expect((await merge(site, undefined, source, target)).status).toBe(401)
    expect((await merge(site, lea, source, target)).status).toBe(403)
    expect((await merge(site, foreign, source, target)).status).toBe(401)
    expect((await merge(other, foreign, 2, 1)).status).toBe(404)
    expect((await merge(site, cm, 999, target)).status).toBe(404)
    const unknown = await merge(site, cm, source, 999)
    expect([unknown.status, unknown.body.errors[0].path]).toEqual([422, 'into'])
    for (const into of [null, '1', 1.5, -1, [target], 1e15, { a: 1 }]) {
      expect((await merge(site, cm, source, into)).status, String(into)).toBe(422)
    }
    expect((await site.put(`threads/${source}/merge`, { into: target, votes: 9 }, cm)).status).toBe(422)
    expect((await site.put(`threads/${source}/merge`, undefined, cm)).status).toBe(422)
    for (const role of ['product', 'admin', 'owner'] as const) {
      const one = await site.idea(lea)
      expect((await merge(site, await site.staff(role), one, target)).status, role).toBe(200)
    }
  })
})

describe('many at once', () => {
  it('votes that come while it is merged are neither lost nor doubled', async () => {
    const { site, cm, target, max } = await twoIdeas()
    const { id } = await site.row()
    const people = await Promise.all(Array.from({ length: 12 }, (_, turn) => site.member(`Voter ${turn}`)))
    // As if by another process: a batch of its own, which knows nothing of this one.
    const elsewhere = new VoteBatch(site.world.db, 'elsewhere', () => {})
    for (let round = 0; round < 6; round++) {
      const source = await site.idea(max)
      const before = await rowsOf(site, target)
      const acts = people.flatMap((person, turn) => [
        ...(turn === round ? [merge(site, cm, source, target)] : []),
        site.put(`threads/${turn % 3 ? source : target}/vote`, undefined, person),
        elsewhere.cast({ siteId: id, audience: 'members', segments: [] }, source, person.id, true),
      ])
      for (const answer of await Promise.all(acts)) {
        if ('status' in answer) expect(answer.status, answer.text).toBe(200)
      }
      expect(await wrong(site)).toEqual([])
      const voters = new Set((await rowsOf(site, target)).map((row) => row.member_id))
      expect(people.filter((person) => !voters.has(person.id))).toEqual([])
      for (const { member_id } of before) expect(voters.has(member_id)).toBe(true)
      // The next round begins with those who take it back, at once with nothing.
      await Promise.all(people.map((person) => site.delete(`threads/${target}/vote`, person)))
      expect(await wrong(site)).toEqual([])
    }
    expect((await site.get(`threads/${target}`)).body.votes).toBe(3)
  })

  it('holds both counters before it looks at votes, so that one under way is either seen or turned away', async () => {
    const { site, cm, target, source } = await twoIdeas()
    const seen = await (await testWorld()).statements(() => merge(site, cm, source, target))
    const at = (part: RegExp) => seen.findIndex((statement) => part.test(statement))
    const held = at(/from "thread_counters".*order by "thread_id" for no key update/)
    expect(held).toBeGreaterThan(at(/update posts set thread_id/))
    expect(at(/insert into votes/)).toBeGreaterThan(held)
    expect(seen.length).toBeLessThan(35)
  })

  it('a vote for what was merged is one for what it went into, and can be taken back there', async () => {
    const { site, cm, target, source, lea } = await twoIdeas()
    const last = await site.idea(lea)
    await merge(site, cm, source, target)
    await merge(site, cm, target, last)
    const late = await site.member('Late')
    expect((await site.put(`threads/${source}/vote`, undefined, late)).body).toEqual({
      votes: 5,
      voted: true,
    })
    expect((await site.get(`me/overlay?threads=${last}`, late)).body.voted).toEqual([last])
    expect((await site.delete(`threads/${source}/vote`, late)).body).toEqual({ votes: 4, voted: false })
    await site.restrict('ideas', 'staff')
    expect((await site.put(`threads/${source}/vote`, undefined, late)).status).toBe(404)
    expect(await wrong(site)).toEqual([])
  })

  it('merges in a ring end without one, and nobody waits for ever', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    for (let turn = 0; turn < 5; turn++) {
      const [a, b, c] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
      const answers = await Promise.all([
        merge(site, cm, a, b),
        merge(site, cm, b, a),
        merge(site, cm, b, c),
        merge(site, cm, c, a),
      ])
      expect(answers.every((one) => one.status === 200 || one.status === 409)).toBe(true)
      const ends = await Promise.all([a, b, c].map((number) => site.get(`threads/${number}`)))
      const standing = ends.filter((one) => one.status === 200)
      expect(standing.length).toBeGreaterThan(0)
      expect(answers.filter((one) => one.status === 200).length).toBe(3 - standing.length)
    }
    expect(await wrong(site)).toEqual([])
  })

  it('the same merge twice at once is done once', async () => {
    const { site, cm, target, source } = await twoIdeas()
    const answers = await Promise.all(Array.from({ length: 5 }, () => merge(site, cm, source, target)))
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409, 409])
    expect(await logged(site, cm, 'threads.merge')).toHaveLength(1)
    expect((await site.get(`threads/${target}`)).body.votes).toBe(4)
  })

  it('replies, edits and withdrawals that come meanwhile are where they belong', async () => {
    const { site, cm, target, source, ann, bob } = await twoIdeas()
    const posts = await Promise.all(
      Array.from({ length: 6 }, (_, turn) => site.reply(ann, source, `Reply ${turn}`)),
    )
    const acts = await Promise.all([
      ...Array.from({ length: 6 }, (_, turn) =>
        site.post(`threads/${source}/replies`, { body: `New ${turn}` }, bob),
      ),
      ...posts.slice(0, 3).map((post) => site.delete(`replies/${post}`, ann)),
      merge(site, cm, source, target),
      ...posts.slice(3).map((post) => site.patch(`replies/${post}`, { body: 'Edited' }, ann, 1)),
      ...Array.from({ length: 6 }, (_, turn) =>
        site.post(`threads/${target}/replies`, { body: `There ${turn}` }, bob),
      ),
    ])
    for (const one of acts) {
      if (one.status >= 400) expect([one.status, one.body.code]).toEqual([409, 'thread_merged'])
    }
    expect(await wrong(site)).toEqual([])
    const taken = acts.filter((one) => one.status === 201).length
    expect((await site.get(`threads/${target}`)).body.replies).toBe(3 + taken)
  })

  it('first answers that come at once are all taken', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    for (let turn = 0; turn < 4; turn++) {
      const number = await site.idea(lea)
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => site.post(`threads/${number}/replies`, { body: 'At once' }, tom)),
      )
      expect(answers.map((one) => one.status)).toEqual(Array(6).fill(201))
    }
    expect(await wrong(site)).toEqual([])
  })
})
