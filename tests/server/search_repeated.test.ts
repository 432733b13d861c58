import { expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

// The database weighs each place of a word against all others where it marks what was found. Whoever repeats words, in
// what they look for or in what they wrote, takes no connection from everybody else for minutes.

const cases: [string, string][] = [
  ['a word of many parts', 'b_'.repeat(100)],
  ['words that are joined', `${'b/'.repeat(98)}bb`],
  ['a phrase', `"${'b '.repeat(98)}"`],
  ['a phrase of two', '"b c"'],
  ['words and phrases', 'b_b_b_b "b b b b" b_b "b b" "b c" b_b_b'],
]

it.each(cases)('%s is found and marked in texts that repeat it', async (_, asked) => {
  const { site: make } = await testWorld()
  const site = await make()
  const [lea, owner] = [await site.member('Lea'), await site.staff('owner')]
  const words = asked.replaceAll(/\W+/g, ' ')
  const body = `${words} c b ${'b '.repeat(2500)} b c`
  const number = await site.idea(lea, { title: 'Repeated', body })
  for (const [path, as] of [
    [`threads?q=${encodeURIComponent(asked)}`, undefined],
    [`search?q=${encodeURIComponent(asked)}`, owner],
  ] as const) {
    const answer = await site.get(path, as)
    expect(answer.status, answer.text).toBe(200)
    const found = answer.body.items ?? answer.body.threads
    expect(found.map((one: { number: number }) => one.number)).toEqual([number])
    const text = found[0].found?.text ?? found[0].text
    expect(text.length, 'something is marked').toBeGreaterThan(1)
  }
})

it('what a phrase is about is marked, as much of it as there is', async () => {
  const { site: make } = await testWorld()
  const site = await make()
  const lea = await site.member('Lea')
  await site.idea(lea, { title: 'Lamps', body: 'Riders of the night shift want lamps.' })
  const { items } = (await site.get(`threads?q=${encodeURIComponent('"night shift"')}`)).body
  expect(items[0].found.text).toEqual(['Riders of the ', 'night', ' ', 'shift', ' want lamps.'])
})
