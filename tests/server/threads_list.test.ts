import { describe, expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

describe('a list of threads', () => {
  it('walks every idea once by pages, in each order', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const tom = await site.member('Tom')
    const numbers: number[] = []
    for (let index = 0; index < 7; index++) numbers.push(await site.idea(lea))
    for (const number of numbers.slice(0, 3)) await site.put(`threads/${number}/vote`, undefined, tom)
    await site.reply(tom, numbers[1]!)

    for (const sort of ['top', 'trending', 'new', 'active']) {
      const seen: number[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page = await site.get(
          `threads?board=ideas&sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
        )
        expect(page.status).toBe(200)
        expect(page.body.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.body.items.map((item: { number: number }) => item.number))
        cursor = page.body.next
      }
      expect(seen.toSorted()).toEqual(numbers.toSorted())
      expect(new Set(seen).size).toBe(numbers.length)
    }
    const top = await site.get('threads?board=ideas&sort=top')
    expect(top.body.items.slice(0, 3).map((item: { votes: number }) => item.votes)).toEqual([2, 2, 2])
    const active = await site.get('threads?board=ideas&sort=active')
    expect(active.body.items[0].number).toBe(numbers[1])
  })

  it('leaves out what has another status, tag or kind than the one that is asked for', async () => {
    const site = await (await testWorld()).site()
    const [lea, pia] = [await site.member('Lea'), await site.staff('product')]
    await site.post('tags', { name: 'Depots' }, await site.staff('admin'))
    const [planned, tagged] = [await site.idea(lea), await site.idea(lea, { tags: ['depots'] })]
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    await site.put(`threads/${planned}/status`, { status: 'planned', note: 'In May.' }, pia)
    for (const [query, found] of [
      ['status=planned', [planned]],
      ['status=shipped', []],
      ['status=open&board=ideas', [tagged]],
      ['tag=depots', [tagged]],
      ['kind=question', [question]],
      ['kind=idea&status=planned&tag=depots', []],
    ] as const)
      for (const sort of ['top', 'trending', 'new', 'active', 'top&q=quarter']) {
        const { items } = (await site.get(`threads?${query}&sort=${sort}`)).body
        expect(
          items.map((one: { number: number }) => one.number),
          `${query} ${sort}`,
        ).toEqual(found)
      }
  })

  it('has the order of its board where none is asked for', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const first = await site.idea(lea)
    await site.put(`threads/${first}/vote`, undefined, tom)
    const second = await site.idea(lea)
    await site.reply(tom, second)
    const third = await site.idea(lea)
    const admin = await site.staff('admin')
    const orders = [
      ['top', first],
      ['new', third],
      ['active', third],
    ] as const
    for (const [at, [defaultSort, order]] of orders.entries()) {
      expect((await site.patch('boards/ideas', { defaultSort }, admin, at + 1)).status).toBe(200)
      const { items } = (await site.get('threads?board=ideas')).body
      expect(items[0].number, defaultSort).toBe(order)
      expect(items).toEqual((await site.get(`threads?board=ideas&sort=${defaultSort}`)).body.items)
    }
  })

  it('shows a visitor nothing of a board for members or for staff', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const owner = await site.staff('owner')
    const secret = await site.idea(lea, { title: 'The word quicksilver is only ours' })
    expect((await site.get('threads')).text).toContain('quicksilver')
    await site.restrict('ideas', 'members')

    const outputs = [
      'threads',
      'threads?q=quicksilver',
      'threads/similar?title=word%20quicksilver%20is%20ours',
      'opening',
      'boards',
      `threads/${secret}`,
    ]
    for (const path of outputs) expect((await site.get(path)).text, path).not.toContain('quicksilver')
    expect((await site.get(`threads/${secret}`)).status).toBe(404)
    expect((await site.get('boards')).body.items.map((board: { slug: string }) => board.slug)).not.toContain(
      'ideas',
    )
    expect((await site.get('threads', lea)).text).toContain('quicksilver')

    await site.restrict('ideas', 'staff')
    for (const path of outputs) expect((await site.get(path, lea)).text, path).not.toContain('quicksilver')
    expect((await site.get('threads', owner)).text).toContain('quicksilver')
  })
})
