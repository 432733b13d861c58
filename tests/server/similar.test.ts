import { expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

// Titles like one that is being typed, whatever its words are made of.

it('words of two letters count, and so do titles in scripts of which two signs are a word', async () => {
  const site = await (await testWorld()).site()
  const lea = await site.member('Lea')
  const titles = [
    'Ask an AI',
    'Nicer UX',
    'Airport bikes',
    '2FA for all',
    '支持夜间模式',
    '夜间 路线',
    'ルート検索',
    'Le matin/soir',
  ]
  const numbers = new Map<number, string>()
  for (const title of titles) numbers.set(await site.idea(lea, { title }), title)
  const similar = async (title: string) => {
    const { status, body } = await site.get(`threads/similar?title=${encodeURIComponent(title)}`)
    expect(status, title).toBe(200)
    return body.items.map(({ number }: { number: number }) => numbers.get(number))
  }
  expect(await similar('AI')).toEqual(['Ask an AI'])
  expect(await similar('ux')).toEqual(['Nicer UX'])
  expect(await similar('AI UX')).toEqual(expect.arrayContaining(['Ask an AI', 'Nicer UX']))
  expect(await similar('2FA')).toEqual(['2FA for all'])
  expect(await similar('夜间')).toEqual(['夜间 路线'])
  expect((await similar('夜间模式'))[0]).toBe('支持夜间模式')
  expect(await similar('ルー')).toEqual(['ルート検索'])
  expect(await similar('soir')).toEqual(['Le matin/soir'])
  // Two letters begin no longer word, and nothing is near to them.
  for (const title of ['Ax', 'Uy', 'a', '夜', '!?']) expect(await similar(title), title).toEqual([])
  const { items } = (await site.get('threads/similar?title=the ai')).body
  expect(items.map((item: { titleHtml: string }) => item.titleHtml)).toEqual(['Ask an <mark>AI</mark>'])
})
