import { match, type Premise, type RouteCase, unique } from './case.ts'

const idea = ({ site, ben }: Premise) => site.idea(ben, { title: unique('A small wish') })

async function item(premise: Premise, more: object = {}): Promise<number> {
  const { site, product } = premise
  return (await site.post('roadmap/items', { title: unique('A plan'), ...more }, product)).body.number
}

const handling: RouteCase[] = [
  {
    route: 'POST taggings',
    as: 'staff',
    status: 200,
    statements: 10,
    ask: async (premise) => ({
      path: 'taggings',
      body: { threads: [await idea(premise), await idea(premise)], add: ['rounds'] },
    }),
  },
  {
    route: 'PUT threads/{number}/merge',
    as: 'staff',
    status: 200,
    statements: 29,
    ask: async (premise) => ({
      path: `threads/${await idea(premise)}/merge`,
      body: { into: await idea(premise) },
    }),
  },
  {
    route: 'PUT threads/{number}/assignment',
    as: 'staff',
    status: 204,
    statements: 13,
    ask: async (premise) => ({
      path: `threads/${await idea(premise)}/assignment`,
      body: { member: premise.moderator.id },
    }),
  },
  {
    route: 'DELETE threads/{number}/assignment',
    as: 'staff',
    status: 204,
    statements: 9,
    async ask(premise) {
      const path = `threads/${await idea(premise)}/assignment`
      await premise.site.put(path, { member: premise.moderator.id }, premise.moderator)
      return { path }
    },
  },
  {
    route: 'GET threads/{number}/notes',
    as: 'staff',
    status: 200,
    statements: 5,
    ask: ({ idea }) => ({ path: `threads/${idea}/notes` }),
  },
  {
    route: 'POST threads/{number}/notes',
    as: 'staff',
    status: 201,
    statements: 8,
    ask: ({ idea }) => ({ path: `threads/${idea}/notes`, body: { body: 'Sales asks again.' } }),
  },
  {
    route: 'GET threads/{number}/file',
    as: 'staff',
    status: 200,
    statements: 11,
    ask: ({ idea }) => ({ path: `threads/${idea}/file` }),
  },
  {
    route: 'PUT threads/{number}/lock',
    as: 'staff',
    status: 200,
    statements: 12,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/lock` }),
  },
  {
    route: 'DELETE threads/{number}/lock',
    as: 'staff',
    status: 200,
    statements: 12,
    async ask(premise) {
      const path = `threads/${await idea(premise)}/lock`
      await premise.site.put(path, {}, premise.moderator)
      return { path }
    },
  },
  {
    route: 'PUT threads/{number}/official',
    as: 'staff',
    status: 200,
    statements: 20,
    async ask(premise) {
      const number = await idea(premise)
      const reply = await premise.site.reply(premise.moderator, number)
      return { path: `threads/${number}/official`, body: { reply } }
    },
  },
  {
    route: 'DELETE threads/{number}/official',
    as: 'staff',
    status: 200,
    statements: 14,
    async ask(premise) {
      const number = await idea(premise)
      await premise.site.reply(premise.moderator, number, 'Yes.', { official: true })
      return { path: `threads/${number}/official` }
    },
  },
]

async function decided(premise: Premise): Promise<string> {
  const { site, product } = premise
  const number = await idea(premise)
  await site.put(`threads/${number}/status`, { status: 'planned', note: 'Soon.' }, product)
  return (await site.get(`threads/${number}/file`, product)).body.decisions[0].id
}

const deciding: RouteCase[] = [
  {
    route: 'PUT threads/{number}/status',
    as: 'staff',
    status: 200,
    statements: 19,
    ask: async (premise) => ({
      path: `threads/${await idea(premise)}/status`,
      body: { status: 'planned', note: 'In spring.' },
    }),
  },
  {
    route: 'DELETE decisions/{id}',
    makerOr: ['admin', 'owner'],
    as: 'staff',
    status: 204,
    statements: 19,
    ask: async (premise) => ({ path: `decisions/${await decided(premise)}` }),
  },
]

const roadmap: RouteCase[] = [
  { route: 'GET roadmap', as: 'visitor', status: 200, statements: 1, ask: () => ({ path: 'roadmap' }) },
  {
    route: 'GET roadmap/plan',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'roadmap/plan' }),
  },
  {
    route: 'GET roadmap/promotion',
    as: 'staff',
    status: 200,
    statements: 6,
    ask: ({ gathered }) => ({ path: `roadmap/promotion?threads=${gathered.join()}` }),
  },
  {
    route: 'POST roadmap/items',
    as: 'product',
    status: 201,
    statements: 14,
    ask: async (premise) => ({
      path: 'roadmap/items',
      body: { title: unique('A plan'), threads: [await idea(premise)] },
    }),
  },
  {
    route: 'PATCH roadmap/items/{number}',
    as: 'product',
    status: 200,
    statements: 9,
    ask: async (premise) => ({
      path: `roadmap/items/${await item(premise)}`,
      body: { title: unique('Another plan') },
      headers: match(1),
    }),
  },
  {
    route: 'DELETE roadmap/items/{number}',
    as: 'product',
    status: 204,
    statements: 11,
    ask: async (premise) => ({ path: `roadmap/items/${await item(premise)}` }),
  },
  {
    route: 'PUT roadmap/items/{number}/place',
    as: 'product',
    status: 200,
    statements: 12,
    ask: async (premise) => ({
      path: `roadmap/items/${await item(premise)}/place`,
      body: { stage: 'planned' },
    }),
  },
  {
    route: 'PUT roadmap/items/{number}/publication',
    as: 'product',
    status: 200,
    statements: 12,
    ask: async (premise) => ({ path: `roadmap/items/${await item(premise)}/publication` }),
  },
  {
    route: 'DELETE roadmap/items/{number}/publication',
    as: 'product',
    status: 200,
    statements: 12,
    async ask(premise) {
      const path = `roadmap/items/${await item(premise)}/publication`
      await premise.site.put(path, undefined, premise.product)
      return { path }
    },
  },
  {
    route: 'PUT roadmap/items/{number}/ideas/{thread}',
    as: 'product',
    status: 200,
    statements: 12,
    ask: async (premise) => ({
      path: `roadmap/items/${await item(premise)}/ideas/${await idea(premise)}`,
    }),
  },
  {
    route: 'DELETE roadmap/items/{number}/ideas/{thread}',
    as: 'product',
    status: 200,
    statements: 11,
    async ask(premise) {
      const thread = await idea(premise)
      return { path: `roadmap/items/${await item(premise, { threads: [thread] })}/ideas/${thread}` }
    },
  },
]

/** What the team does with what it hears. */
export const planning: RouteCase[] = [...handling, ...deciding, ...roadmap]
