import { openingOf } from '../judging.ts'
import { type Ask, match, type Premise, type RouteCase, unique } from './case.ts'
import type { Asker } from './permissions.ts'
import { picture } from './picture.ts'

const idea = ({ site, anna }: Premise) => site.idea(anna, { title: unique('A small wish') })
const question = ({ site, anna }: Premise) =>
  site.idea(anna, { title: unique('How does one'), board: 'help', kind: 'question' })
/** Who may do it with what others made. */
const team: Asker[] = ['product', 'moderator', 'admin', 'owner']
const get = (route: string, statements: number, path: (premise: Premise) => string): RouteCase => ({
  route: `GET ${route}`,
  as: 'visitor',
  status: 200,
  statements,
  ask: (premise) => ({ path: path(premise) }),
})

const reading: RouteCase[] = [
  get('opening', 2, () => 'opening?board=ideas'),
  get('threads', 1, () => 'threads?board=ideas&sort=new'),
  get('threads/similar', 2, () => 'threads/similar?title=A%20round%20that%20ends%20elsewhere'),
  get('threads/{number}', 3, ({ idea }) => `threads/${idea}`),
  get('threads/{number}/story', 2, ({ idea }) => `threads/${idea}/story`),
  get('threads/{number}/replies', 2, ({ idea }) => `threads/${idea}/replies`),
  {
    route: 'GET threads/{number}/mentionable',
    as: 'member',
    status: 200,
    statements: 2,
    ask: ({ idea }) => ({ path: `threads/${idea}/mentionable?q=an` }),
  },
  {
    route: 'GET boards/{board}/mentionable',
    as: 'member',
    status: 200,
    statements: 1,
    ask: () => ({ path: 'boards/ideas/mentionable?q=an' }),
  },
  get('posts/{id}/revisions', 2, ({ reported }) => `posts/${reported}/revisions`),
  // Not followed, or its answer would have no end.
  get('live', 2, () => 'live?ago=1&follow=false'),
]

const writing: RouteCase[] = [
  {
    route: 'POST threads',
    seen: true,
    as: 'member',
    status: 201,
    statements: 16,
    ask: () => ({
      path: 'threads',
      body: { board: 'ideas', kind: 'idea', title: unique('A wish'), body: 'Each morning.' },
    }),
  },
  {
    route: 'PATCH threads/{number}',
    seen: true,
    makerOr: [],
    as: 'member',
    status: 200,
    statements: 15,
    ask: async (premise) => ({
      path: `threads/${await idea(premise)}`,
      body: { title: unique('A better title') },
      headers: match(1),
    }),
  },
  {
    route: 'DELETE threads/{number}',
    makerOr: [],
    as: 'member',
    status: 204,
    statements: 25,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}` }),
  },
  {
    route: 'PUT threads/{number}/vote',
    seen: true,
    as: 'member',
    status: 200,
    statements: 1,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/vote` }),
  },
  {
    route: 'DELETE threads/{number}/vote',
    seen: true,
    as: 'member',
    status: 200,
    statements: 1,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/vote` }),
  },
  {
    route: 'PUT posts/{id}/reactions/{reaction}',
    seen: true,
    as: 'member',
    status: 200,
    statements: 9,
    ask: async (premise) => ({
      path: `posts/${await openingOf(premise.site, await idea(premise))}/reactions/love`,
    }),
  },
  {
    route: 'DELETE posts/{id}/reactions/{reaction}',
    seen: true,
    as: 'member',
    status: 200,
    statements: 8,
    ask: async (premise) => ({
      path: `posts/${await openingOf(premise.site, await idea(premise))}/reactions/love`,
    }),
  },
  {
    route: 'PUT threads/{number}/visit',
    as: 'member',
    status: 204,
    statements: 5,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/visit`, body: {} }),
  },
  {
    route: 'PUT threads/{number}/subscription',
    as: 'member',
    status: 204,
    statements: 5,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/subscription` }),
  },
  {
    route: 'DELETE threads/{number}/subscription',
    as: 'member',
    status: 204,
    statements: 5,
    ask: async (premise) => ({ path: `threads/${await idea(premise)}/subscription` }),
  },
  {
    route: 'PUT boards/{board}/subscription',
    as: 'member',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'boards/ideas/subscription' }),
  },
  {
    route: 'DELETE boards/{board}/subscription',
    as: 'member',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'boards/ideas/subscription' }),
  },
  {
    route: 'PATCH me/subscriptions',
    as: 'member',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'me/subscriptions', body: { own: true } }),
  },
  {
    route: 'PUT threads/{number}/accepted',
    seen: true,
    makerOr: team,
    as: 'member',
    status: 200,
    statements: 17,
    async ask(premise) {
      const number = await question(premise)
      const reply = await premise.site.reply(premise.ben, number)
      return { path: `threads/${number}/accepted`, body: { reply } }
    },
  },
  {
    route: 'DELETE threads/{number}/accepted',
    seen: true,
    makerOr: team,
    as: 'member',
    status: 200,
    statements: 11,
    async ask(premise) {
      const number = await question(premise)
      const reply = await premise.site.reply(premise.ben, number)
      await premise.site.put(`threads/${number}/accepted`, { reply }, premise.anna)
      return { path: `threads/${number}/accepted` }
    },
  },
  {
    route: 'POST threads/{number}/replies',
    seen: true,
    as: 'member',
    status: 201,
    statements: 15,
    ask: async (premise) => ({
      path: `threads/${await idea(premise)}/replies`,
      body: { body: 'We see the same.' },
    }),
  },
  {
    route: 'PATCH replies/{id}',
    seen: true,
    makerOr: [],
    as: 'member',
    status: 200,
    statements: 13,
    ask: async ({ site, anna, idea }) => ({
      path: `replies/${await site.reply(anna, idea)}`,
      body: { body: 'We see it more often.' },
      headers: match(1),
    }),
  },
  {
    route: 'DELETE replies/{id}',
    makerOr: [],
    as: 'member',
    status: 204,
    statements: 11,
    ask: async ({ site, anna, idea }) => ({ path: `replies/${await site.reply(anna, idea)}` }),
  },
  {
    route: 'POST boards/{board}/images',
    seen: true,
    as: 'member',
    ofNewcomer: true,
    status: 201,
    statements: 6,
    ask: async () => ({ path: 'boards/ideas/images', ...(await picture()) }),
  },
  {
    route: 'POST previews',
    as: 'member',
    status: 200,
    statements: 0,
    ask: () => ({ path: 'previews', body: { markdown: '**Bold**' } }),
  },
]

const toJudge = async ({ site, ben, idea }: Premise): Promise<string> => site.reply(ben, idea, 'Hm.')

/** A post of its own that is reported. */
async function toDismiss(premise: Premise): Promise<string> {
  const post = await toJudge(premise)
  await premise.site.post(`posts/${post}/reports`, { reason: 'spam' }, premise.anna)
  return post
}

async function judged(premise: Premise): Promise<Ask> {
  const post = await toJudge(premise)
  const ruling = await premise.site.post(
    `posts/${post}/rulings`,
    { rule: 1, reason: 'It is off the matter.', revision: 1 },
    premise.moderator,
  )
  return { path: `rulings/${ruling.body.ruling.id}` }
}

const judging: RouteCase[] = [
  {
    route: 'POST posts/{id}/reports',
    seen: true,
    as: 'member',
    status: 201,
    statements: 7,
    ask: async (premise) => ({ path: `posts/${await toJudge(premise)}/reports`, body: { reason: 'spam' } }),
  },
  { route: 'GET reports', as: 'moderator', status: 200, statements: 5, ask: () => ({ path: 'reports' }) },
  {
    route: 'GET posts/{id}',
    as: 'moderator',
    status: 200,
    statements: 4,
    ask: ({ reported }) => ({ path: `posts/${reported}` }),
  },
  {
    route: 'PUT posts/{id}/dismissal',
    as: 'moderator',
    status: 200,
    statements: 10,
    ask: async (premise) => ({ path: `posts/${await toDismiss(premise)}/dismissal` }),
  },
  {
    route: 'DELETE posts/{id}/dismissal',
    as: 'moderator',
    status: 204,
    statements: 11,
    async ask(premise) {
      const path = `posts/${await toDismiss(premise)}/dismissal`
      await premise.site.put(path, undefined, premise.moderator)
      return { path }
    },
  },
  {
    route: 'POST posts/{id}/rulings',
    as: 'moderator',
    status: 201,
    statements: 17,
    ask: async (premise) => ({
      path: `posts/${await toJudge(premise)}/rulings`,
      body: { rule: 1, reason: 'It is off the matter.', revision: 1 },
    }),
  },
  { route: 'DELETE rulings/{id}', as: 'moderator', status: 204, statements: 14, ask: judged },
]

/** What is written, read, voted for and judged. */
export const conversation: RouteCase[] = [...reading, ...writing, ...judging]
