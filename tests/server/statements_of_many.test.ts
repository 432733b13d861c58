import { beforeAll, expect, it } from 'vitest'
import { type Ask, besidesLeases, type Premise, premiseOf, unique } from '../support/routes/case.ts'
import { testWorld } from '../support/world.ts'

// A change of many things at once, or that many are told of, costs what a change of one does.

let premise: Premise
beforeAll(async () => {
  premise = await premiseOf(await (await testWorld()).site())
})

const times = async <T>(many: number, make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: many }, make))
const ideas = (many: number) => times(many, () => premise.site.idea(premise.ben))
const item = async (threads: number[]): Promise<number> =>
  (await premise.site.post('roadmap/items', { title: unique('A plan'), threads }, premise.product)).body
    .number

/** An idea that so many voted for and replied to. */
async function liked(many: number): Promise<number> {
  const { site, ben } = premise
  const number = await site.idea(ben)
  await times(many, async () => {
    const member = await site.member()
    await site.put(`threads/${number}/vote`, undefined, member)
    await site.reply(member, number)
  })
  return number
}

const changes: [route: string, ask: (many: number) => Promise<Ask>][] = [
  [
    'POST taggings',
    async (many) => ({ path: 'taggings', body: { threads: await ideas(many), add: ['rounds'] } }),
  ],
  [
    'POST roadmap/items',
    async (many) => ({
      path: 'roadmap/items',
      body: { title: unique('A plan'), threads: await ideas(many) },
    }),
  ],
  [
    'PUT roadmap/items/{number}/publication',
    async (many) => ({ path: `roadmap/items/${await item(await ideas(many))}/publication` }),
  ],
  [
    'DELETE roadmap/items/{number}',
    async (many) => ({ path: `roadmap/items/${await item(await ideas(many))}` }),
  ],
  [
    'PUT threads/{number}/status',
    async (many) => ({
      path: `threads/${await liked(many)}/status`,
      body: { status: 'planned', note: 'Soon.' },
    }),
  ],
  [
    'PUT threads/{number}/merge',
    async (many) => ({ path: `threads/${await liked(many)}/merge`, body: { into: await liked(1) } }),
  ],
  [
    'PATCH settings',
    async (many) => ({
      path: 'settings',
      body: { origins: Array.from({ length: many }, (_, one) => `https://${one}.example`) },
    }),
  ],
]

it.each(changes)('%s costs the same for six as for one', async (route, ask) => {
  const cost = async (many: number) => {
    const { path, body } = await ask(many)
    const as = route === 'PATCH settings' ? premise.admin : premise.product
    await premise.site.get('openapi.json', as)
    let status = 0
    const texts = await (await testWorld()).statements(async () => {
      status = (await premise.site.request(route.split(' ')[0]!, path, { as, body })).status
    })
    expect(status).toBeLessThan(300)
    return besidesLeases(texts).length
  }
  expect(await cost(6)).toBe(await cost(1))
})
