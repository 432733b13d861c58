import { match, type Premise, type RouteCase, unique } from './case.ts'

const kinds = { boards: 'Board', statuses: 'Step', stages: 'Step', tags: 'Tag' } as const
type Kind = keyof typeof kinds

const words = (kind: Kind) => ({
  name: unique(kinds[kind]),
  ...(kind === 'boards' ? { kinds: ['idea'] } : {}),
  ...(kind === 'statuses' || kind === 'stages' ? { category: 'open' } : {}),
})

const made = async ({ site, owner }: Premise, kind: Kind): Promise<string> =>
  (await site.post(kind, words(kind), owner)).body.slug

async function order({ site, owner }: Premise, kind: Kind): Promise<string[]> {
  const { items } = (await site.get(kind, owner)).body as { items: { slug: string }[] }
  return items.map(({ slug }) => slug).reverse()
}

const counts: Record<Kind, [list: number, add: number, order: number, edit: number, remove: number]> = {
  boards: [1, 11, 11, 10, 7],
  statuses: [0, 10, 10, 10, 11],
  stages: [0, 10, 10, 10, 10],
  tags: [0, 10, 10, 10, 10],
}

const lists = (Object.keys(kinds) as Kind[]).flatMap((kind): RouteCase[] => {
  const [list, add, put, edit, remove] = counts[kind]
  const one = kind === 'boards' ? 'boards/{board}' : `${kind}/{word}`
  const path = async (premise: Premise) => `${kind}/${await made(premise, kind)}`
  return [
    { route: `GET ${kind}`, as: 'visitor', status: 200, statements: list, ask: () => ({ path: kind }) },
    {
      route: `POST ${kind}`,
      as: 'admin',
      status: 201,
      statements: add,
      ask: () => ({ path: kind, body: words(kind) }),
    },
    {
      route: `PUT ${kind}/order`,
      as: 'admin',
      status: 200,
      statements: put,
      ask: async (premise) => ({ path: `${kind}/order`, body: { items: await order(premise, kind) } }),
    },
    {
      route: `PATCH ${one}`,
      as: 'admin',
      status: 200,
      statements: edit,
      ask: async (premise) => ({
        path: await path(premise),
        body: { name: unique('Another') },
        headers: match(1),
      }),
    },
    {
      route: `DELETE ${one}`,
      as: 'admin',
      status: 204,
      statements: remove,
      ask: async (premise) => ({ path: await path(premise) }),
    },
  ]
})

const archived = async (premise: Premise): Promise<string> => {
  const slug = await made(premise, 'boards')
  await premise.site.delete(`boards/${slug}`, premise.owner)
  return slug
}

const archive: RouteCase[] = [
  {
    route: 'GET boards/archive',
    as: 'admin',
    status: 200,
    statements: 4,
    ask: () => ({ path: 'boards/archive' }),
  },
  {
    route: 'DELETE boards/{board}/archive',
    as: 'admin',
    status: 200,
    statements: 12,
    ask: async (premise) => ({ path: `boards/${await archived(premise)}/archive` }),
  },
]

const newRule = async ({ site, owner }: Premise): Promise<number> =>
  (await site.post('rules', { name: unique('Be kind') }, owner)).body.number

const rules: RouteCase[] = [
  { route: 'GET rules', as: 'visitor', status: 200, statements: 0, ask: () => ({ path: 'rules' }) },
  {
    route: 'POST rules',
    as: 'admin',
    status: 201,
    statements: 9,
    ask: () => ({ path: 'rules', body: { name: unique('Be kind') } }),
  },
  {
    route: 'PUT rules/{number}',
    as: 'admin',
    status: 200,
    statements: 10,
    ask: async (premise) => ({
      path: `rules/${await newRule(premise)}`,
      body: { name: unique('Be kinder') },
    }),
  },
  {
    route: 'DELETE rules/{number}',
    as: 'admin',
    status: 204,
    statements: 9,
    ask: async (premise) => ({ path: `rules/${await newRule(premise)}` }),
  },
]

const teammate = async ({ site, owner }: Premise): Promise<string> =>
  (
    await site.post(
      'team',
      { email: `${unique('new').replace(' ', '-')}@team.example`, name: 'Nia', role: 'product' },
      owner,
    )
  ).body.id

const installation: RouteCase[] = [
  { route: 'GET settings', as: 'staff', status: 200, statements: 2, ask: () => ({ path: 'settings' }) },
  {
    route: 'PATCH settings',
    as: 'admin',
    status: 200,
    statements: 9,
    ask: () => ({ path: 'settings', body: { name: unique('Acme') } }),
  },
  { route: 'GET team', as: 'admin', status: 200, statements: 3, ask: () => ({ path: 'team' }) },
  {
    route: 'POST team',
    as: 'admin',
    status: 201,
    statements: 14,
    ask: () => ({
      path: 'team',
      body: { email: `${unique('ann').replace(' ', '-')}@team.example`, name: 'Ann', role: 'moderator' },
    }),
  },
  {
    route: 'PATCH team/{id}',
    as: 'admin',
    status: 200,
    statements: 10,
    ask: async (premise) => ({ path: `team/${await teammate(premise)}`, body: { role: 'moderator' } }),
  },
  {
    route: 'DELETE team/{id}',
    as: 'admin',
    status: 204,
    statements: 14,
    ask: async (premise) => ({ path: `team/${await teammate(premise)}` }),
  },
  { route: 'GET audit', as: 'staff', status: 200, statements: 3, ask: () => ({ path: 'audit?limit=100' }) },
  { route: 'GET mailbox', as: 'staff', status: 200, statements: 3, ask: () => ({ path: 'mailbox' }) },
  {
    route: 'GET openapi.json',
    as: 'visitor',
    status: 200,
    statements: 0,
    ask: () => ({ path: 'openapi.json' }),
  },
]

/** What a community is made of, and who runs it. */
export const structure: RouteCase[] = [...lists, ...archive, ...rules, ...installation]
