import { describe, expect, it } from 'vitest'
import { jsonLd } from '../../server/pages/json_ld.ts'
import { furnish } from '../support/community.ts'
import { dataAt, documentAt, pathOf, readAt } from '../support/pages.ts'
import { payloads } from '../support/payloads.ts'
import { publicUrl, testWorld } from '../support/world.ts'

// What pages say to programs: structured data with what search engines require of it, and Open Graph.

const { site } = await testWorld()
const when = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

// biome-ignore lint/suspicious/noExplicitAny: whatever a page says
type Data = any

/** What Google asks of anything that somebody wrote. */
function written(data: Data): void {
  expect(data.text).toEqual(expect.stringMatching(/\S/))
  expect(data.text).not.toMatch(/<\w/)
  expect(data.author).toMatchObject({ '@type': 'Person', name: expect.stringMatching(/\S/) })
  expect(data.datePublished).toMatch(when)
  expect(new URL(data.url).href).toBe(data.url)
}

describe('structured data', () => {
  it('of an idea, a discussion, an announcement is a DiscussionForumPosting with its comments and counts', async () => {
    const { site: acme, idea, gathered } = await furnish(await site())
    const [posting, breadcrumbs] = await dataAt(acme, await pathOf(acme, idea))
    const { body } = await acme.get(`threads/${idea}`)
    expect(posting).toMatchObject({
      '@type': 'DiscussionForumPosting',
      headline: body.title,
      url: `${publicUrl}s/${acme.slug}${await pathOf(acme, idea)}`,
      author: { name: 'Anna Lindqvist' },
      datePublished: body.createdAt,
      inLanguage: 'en',
      commentCount: body.replies,
      interactionStatistic: [
        { interactionType: { '@type': 'LikeAction' }, userInteractionCount: body.votes },
        { interactionType: { '@type': 'CommentAction' }, userInteractionCount: body.replies },
      ],
    })
    written(posting)
    expect(posting.text).toContain('On Fridays the bikes stay at the second depot.')
    expect(posting.comment.length).toBeGreaterThan(3)
    for (const comment of posting.comment) {
      expect(comment['@type']).toBe('Comment')
      written(comment)
    }
    expect(posting.comment[0].text).toContain('will say more this month')
    expect(posting.comment[0].url).toMatch(/#post-[0-9a-f-]{36}$/)
    expect(breadcrumbs['@type']).toBe('BreadcrumbList')
    expect(breadcrumbs.itemListElement.map((step: Data) => [step.position, step.name])).toEqual([
      [1, 'Ideas and answers'],
      [2, 'Ideas'],
      [3, body.title],
    ])
    const [other] = await dataAt(acme, await pathOf(acme, gathered[0]!))
    expect(other.comment).toEqual([])
    const [ada, owner] = [await acme.member('Ada'), await acme.staff('owner')]
    for (const [who, wish] of [
      [ada, { board: 'help', kind: 'discussion', title: 'Two bikes or one van?' }],
      [owner, { board: 'news', kind: 'announcement', title: 'Prices from January' }],
    ] as const) {
      const [said] = await dataAt(acme, await pathOf(acme, await acme.idea(who, wish)))
      expect(said).toMatchObject({ '@type': 'DiscussionForumPosting', headline: wish.title })
      written(said)
    }
  })

  it('of a question is a QAPage once it has an answer, its official answer the accepted one', async () => {
    const { site: acme, question, moderator, anna } = await furnish(await site())
    const path = await pathOf(acme, question)
    const [before] = await dataAt(acme, path)
    expect(before['@type']).toBe('QAPage')
    expect(before.mainEntity).toMatchObject({ '@type': 'Question', name: 'How do I split a round in two?' })
    expect(before.mainEntity.acceptedAnswer).toBeUndefined()
    written(before.mainEntity)
    expect(before.mainEntity.suggestedAnswer.map((answer: Data) => answer.text)).toEqual([
      'Hold the stop and choose “Split here”.',
      'It is there from version 4 on.',
    ])
    await acme.reply(moderator, question, 'Hold it, then **Split**.', { official: true })
    const [after] = await dataAt(acme, path)
    written(after.mainEntity.acceptedAnswer)
    expect(after.mainEntity.acceptedAnswer).toMatchObject({
      '@type': 'Answer',
      text: 'Hold it, then Split.',
    })
    expect(after.mainEntity.suggestedAnswer).toHaveLength(2)
    expect(after.mainEntity.answerCount).toBe((await acme.get(`threads/${question}`)).body.replies)
    const alone = await acme.idea(anna, { board: 'help', kind: 'question', title: 'Nobody knows yet?' })
    expect((await dataAt(acme, await pathOf(acme, alone)))[0]['@type']).toBe('DiscussionForumPosting')
  })

  it('counts who likes a post: an idea by its votes, whatever else by its thumbs, and nothing that the page does not', async () => {
    const acme = await site()
    const [mia, tom] = [await acme.member(), await acme.member()]
    const ask = { board: 'help', kind: 'question', title: 'How do I split a round?' }
    const [idea, question] = [await acme.idea(mia), await acme.idea(mia, ask)]
    const likes = (data: Data) =>
      (data.interactionStatistic ?? [])
        .filter((one: Data) => one.interactionType['@type'] === 'LikeAction')
        .map((one: Data) => one.userInteractionCount)
    for (const number of [idea, question]) {
      const reply = await acme.reply(tom, number, 'Hold the stop.')
      await acme.reply(tom, number, 'Nothing for this.')
      const { post } = (await acme.get(`threads/${number}`)).body
      for (const [id, name, who] of [
        [post, 'like', tom],
        [reply, 'like', mia],
        [reply, 'like', await acme.member()],
        [reply, 'love', mia],
        [reply, 'eyes', mia],
      ] as const)
        expect((await acme.put(`posts/${id}/reactions/${name}`, undefined, who)).status).toBe(200)
    }
    const [posting] = await dataAt(acme, await pathOf(acme, idea))
    expect([likes(posting), posting.comment.map(likes)]).toEqual([[1], [[2], []]])
    const [page] = await dataAt(acme, await pathOf(acme, question))
    expect([likes(page.mainEntity), page.mainEntity.suggestedAnswer.map(likes)]).toEqual([[1], [[2], []]])
    const shown = await documentAt(acme, await pathOf(acme, question))
    expect(
      [...shown.querySelectorAll('.rx')].map((one) =>
        one.querySelector('li')!.textContent!.replace(/\D/g, ''),
      ),
    ).toEqual(['1', '2'])
  })

  it('names nobody who was erased', async () => {
    const acme = await site()
    const mia = await acme.member('Mia Sandoval')
    const number = await acme.idea(mia, { title: 'Stays without a name' })
    const { id } = await acme.row()
    await acme.world.db
      .updateTable('members')
      .set({ erased_at: new Date() })
      .where('site_id', '=', id)
      .where('id', '=', mia.id)
      .execute()
    const path = await pathOf(acme, number)
    expect((await dataAt(acme, path))[0].author.name).toBe('A former member')
    for (const address of [path, '/feed.atom', '/b/ideas'])
      expect((await readAt(acme, address)).text).not.toContain('Sandoval')
  })

  it('sec-I05: ends no script, begins no comment and breaks no line, whatever is written', async () => {
    const hard = [
      '</script><script>alert(1)</script>',
      '<!--<script>',
      ']]>',
      '\u2028\u2029',
      '</SCRIPT >',
      ...payloads,
    ]
    for (const text of hard) {
      const written = jsonLd([{ text, [text]: text }])
      expect(written).not.toMatch(/[<>&\u2028\u2029]/)
      expect(JSON.parse(written)['@graph'][0].text).toBe(text)
    }
    const acme = await site()
    const mia = await acme.member('</script><script>alert(1)</script>')
    const number = await acme.idea(mia, {
      title: '</script><!--<script>alert(1)',
      body: '`</script>` \u2028 <!-- ',
    })
    await acme.reply(mia, number, '</script><script>alert(1)</script>')
    const page = await documentAt(acme, await pathOf(acme, number))
    expect([...page.querySelectorAll('script')].map((script) => script.type)).toEqual([
      'application/ld+json',
      'module',
    ])
    expect((await dataAt(acme, await pathOf(acme, number)))[0].headline).toBe('</script><!--<script>alert(1)')
  })
})

describe('Open Graph', () => {
  it('has the title, the first words and the canonical address of each page', async () => {
    const { site: acme, idea } = await furnish(await site())
    const of = async (path: string) => {
      const page = await documentAt(acme, path)
      const pairs = [...page.querySelectorAll('meta[property], meta[name]')].map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name'),
        meta.getAttribute('content'),
      ])
      return Object.fromEntries(pairs)
    }
    const path = await pathOf(acme, idea)
    expect(await of(path)).toMatchObject({
      'og:title': 'Let a round end at another depot than the one it began at',
      'og:description': expect.stringMatching(/^On Fridays the bikes .*….?$|^On Fridays the bikes/),
      'og:type': 'article',
      'og:url': `${publicUrl}s/${acme.slug}${path}`,
      'og:site_name': `Site ${acme.slug}`,
      'og:locale': 'en_GB',
      'twitter:card': 'summary',
    })
    expect((await of(path))['og:description'].length).toBeLessThanOrEqual(200)
    expect(await of('/b/help')).toMatchObject({ 'og:title': 'Help', 'og:type': 'website' })
    expect(await of('')).toMatchObject({ 'og:title': 'Ideas and answers' })
  })

  it('says of a thread in another language which one it is, and so do its title and texts', async () => {
    const acme = await site()
    const lea = await acme.member('Léa')
    const posted = await acme.post(
      'threads',
      {
        board: 'ideas',
        kind: 'idea',
        title: 'Un panier qui tient',
        body: 'Le mien tombe dans chaque virage.',
        language: 'fr',
      },
      lea,
    )
    const { number, post } = posted.body
    const reply = await acme.reply(lea, number, 'Il est encore tombé.')
    const edited = await acme.patch(`threads/${number}`, { title: 'Un panier qui tient bien' }, lea, 1)
    expect(edited.status).toBe(200)
    const page = await documentAt(acme, await pathOf(acme, number))
    const localeOf = (one: typeof page) =>
      one.querySelector('meta[property="og:locale"]')?.getAttribute('content')
    const langs = (one: typeof page, which: string) =>
      [...one.querySelectorAll(which)].map((found) => found.closest('[lang]')?.getAttribute('lang'))
    expect(localeOf(page)).toBe('fr_FR')
    expect(langs(page, `h1, #post-${post} .prose, #post-${reply} .prose`)).toEqual(['fr', 'fr', 'fr'])
    // The words around it stay the site’s.
    expect(langs(page, '#story, .foot')).toEqual(['en', 'en'])
    expect(localeOf(await documentAt(acme, '/b/ideas'))).toBe('en_GB')
    const edits = await documentAt(acme, `/edits/${post}`)
    expect(localeOf(edits)).toBe('fr_FR')
    expect(langs(edits, 'h1, .crumb span, .diff, .diff .vh')).toEqual(['fr', 'en', 'fr', 'en'])
  })
})
