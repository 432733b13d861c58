import { describe, expect, it } from 'vitest'
import { difference, type Run } from '../../server/revisions/difference.ts'
import { hide, openingOf } from '../support/judging.ts'
import { testWorld } from '../support/world.ts'

const of = (runs: Run[], ...types: Run['type'][]) =>
  runs
    .filter((run) => types.includes(run.type))
    .map((run) => run.text)
    .join('')

describe('a difference', () => {
  it('says word by word what was added and removed, and gives both texts back', () => {
    expect(difference('We lose an hour each day.', 'We lose half an hour each morning.')).toEqual([
      { type: 'same', text: 'We lose ' },
      { type: 'added', text: 'half ' },
      { type: 'same', text: 'an hour each ' },
      { type: 'removed', text: 'day' },
      { type: 'added', text: 'morning' },
      { type: 'same', text: '.' },
    ])
    const texts = [
      '',
      'a',
      'a b',
      '\n',
      'Öl – für “alle”, 😀👍🏽',
      '日本語',
      '<script>alert(1)</script>',
      'b a a b',
    ]
    for (const before of texts)
      for (const after of texts) {
        const runs = difference(before, after)
        expect(of(runs, 'same', 'removed')).toBe(before)
        expect(of(runs, 'same', 'added')).toBe(after)
      }
  })

  it('of texts as long as may be that have nothing in common is one in place of the other, and soon made', () => {
    const words = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ')
    const [before, after] = [words('a'), words('b')]
    const from = performance.now()
    const runs = difference(before, after)
    expect(performance.now() - from).toBeLessThan(500)
    expect(of(runs, 'same', 'removed')).toBe(before)
    expect(of(runs, 'same', 'added')).toBe(after)
  })
})

describe('the history of a post', () => {
  it('says who edited it, when and what, the latest first, page by page', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea, { title: 'A first title', body: 'One text.' })
    const post = await openingOf(site, number)
    await site.patch(`threads/${number}`, { title: 'A second title' }, lea, 1)
    await site.patch(`threads/${number}`, { body: 'Another text.' }, lea, 2)
    const { items, next } = (await site.get(`posts/${post}/revisions`)).body
    expect(next).toBeNull()
    expect(items).toMatchObject([
      { revision: 3, editor: { name: 'Lea' }, title: null },
      { revision: 2, editor: { name: 'Lea' }, body: null },
    ])
    expect([of(items[0].body, 'removed'), of(items[0].body, 'added')]).toEqual(['One', 'Another'])
    expect([of(items[1].title, 'removed'), of(items[1].title, 'added')]).toEqual(['first', 'second'])
    const { body: thread } = await site.get(`threads/${number}`)
    expect(items[0].at).toBe(thread.editedAt)

    const reply = await site.reply(lea, number, 'Revision 1')
    for (let revision = 1; revision < 5; revision++)
      await site.patch(`replies/${reply}`, { body: `Revision ${revision + 1}` }, lea, revision)
    const seen: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path = `posts/${reply}/revisions?limit=2${cursor && `&cursor=${cursor}`}`
      const { body } = await site.get(path)
      seen.push(...body.items.map((one: { revision: number }) => one.revision))
      cursor = body.next
    }
    expect(seen).toEqual([5, 4, 3, 2])
    const named = await site.reply(lea, number, 'Ask')
    await site.patch(`replies/${named}`, { body: `Ask @[Lea](member:${lea.id})` }, lea, 1)
    const [edit] = (await site.get(`posts/${named}/revisions`)).body.items
    expect(of(edit.body, 'same', 'added'), 'a name, not an id').toBe('Ask @Lea')
    const untouched = await site.reply(lea, number)
    expect((await site.get(`posts/${untouched}/revisions`)).body).toEqual({ items: [], next: null })
    for (const query of ['limit=0', 'limit=101', 'cursor=x', 'more=1', 'limit=2&limit=3'])
      expect((await site.get(`posts/${reply}/revisions?${query}`)).status, query).toBeGreaterThanOrEqual(400)
  })

  it('has nothing of a language that the team put right, which edits nobody’s words', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const moderator = await site.staff('moderator')
    const number = await site.idea(lea, { body: 'Ein Text.' })
    const { status, body } = await site.patch(`threads/${number}`, { language: 'de' }, moderator, 1)
    expect([status, body]).toMatchObject([200, { language: 'de', revision: 2, editedAt: null }])
    const history = async () =>
      (await site.get(`posts/${await openingOf(site, number)}/revisions`)).body.items as object[]
    expect(await history()).toEqual([])
    expect((await site.patch(`threads/${number}`, { body: 'Zwei.' }, lea, 1)).status).toBe(412)
    expect((await site.patch(`threads/${number}`, { body: 'Ein Satz.' }, lea, 2)).status).toBe(200)
    expect(await history()).toMatchObject([{ revision: 3, editor: { id: lea.id }, title: null }])
  })

  it('says what each edit made, also where a language was put right between two', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const number = await site.idea(lea, { title: 'Alpha one', body: 'Alpha one.' })
    const to = (word: string) => ({ title: `Alpha ${word}`, body: `Alpha ${word}.` })
    await site.patch(`threads/${number}`, to('two'), lea, 1)
    await site.patch(`threads/${number}`, { language: 'de' }, await site.staff('moderator'), 2)
    await site.patch(`threads/${number}`, { language: 'fr' }, await site.staff('moderator'), 3)
    expect((await site.patch(`threads/${number}`, to('three'), lea, 4)).status).toBe(200)
    const { items } = (await site.get(`posts/${await openingOf(site, number)}/revisions`)).body
    const change = ({ title, body }: { title: Run[]; body: Run[] }) =>
      [title, body].map((runs) => [of(runs, 'removed'), of(runs, 'added')])
    expect(items.map(change)).toEqual([
      [
        ['two', 'three'],
        ['two', 'three'],
      ],
      [
        ['one', 'two'],
        ['one', 'two'],
      ],
    ])
  })

  it('is for who may read the post: of a hidden one the team’s, of a deleted one nobody’s', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const [lea, cm] = [await site.member(), await site.staff('moderator')]
    const number = await site.idea(lea)
    const [reply, gone] = [await site.reply(lea, number, 'Secret 4471'), await site.reply(lea, number)]
    for (const id of [reply, gone]) await site.patch(`replies/${id}`, { body: 'Nothing.' }, lea, 1)
    const status = async (id: string, as?: typeof lea, at = site) =>
      (await at.get(`posts/${id}/revisions`, as)).status
    expect(await status(reply)).toBe(200)
    expect(await status(reply, undefined, other)).toBe(404)
    expect(await status('0198c1c6-0000-7000-8000-000000000000')).toBe(404)
    expect(await status('x')).toBe(422)
    await hide(site, cm, reply, { revision: 2 })
    expect([await status(reply), await status(reply, lea), await status(reply, cm)]).toEqual([404, 404, 200])
    await site.delete(`replies/${gone}`, lea)
    expect([await status(gone), await status(gone, cm)]).toEqual([404, 404])
    const last = await site.reply(lea, number)
    await site.restrict('ideas', 'members')
    expect([await status(last), await status(last, lea)]).toEqual([404, 200])
  })
})
