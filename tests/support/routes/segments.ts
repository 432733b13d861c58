import { match, type Premise, type RouteCase, unique } from './case.ts'

const rule = {
  match: 'any',
  conditions: [
    { field: 'plan', test: 'is', values: ['Pro', 'Fleet'] },
    { field: 'emailDomain', test: 'is', values: ['kurier.example'] },
  ],
}

const made = async ({ site, owner }: Premise): Promise<string> =>
  (await site.post('segments', { name: unique('Customers'), rule }, owner)).body.slug

/** Rules over members. */
export const segments: RouteCase[] = [
  { route: 'GET segments', as: 'staff', status: 200, statements: 2, ask: () => ({ path: 'segments' }) },
  {
    route: 'POST segments',
    as: 'admin',
    status: 201,
    statements: 10,
    ask: () => ({ path: 'segments', body: { name: unique('Customers'), rule } }),
  },
  {
    route: 'PUT segments/order',
    as: 'admin',
    status: 200,
    statements: 10,
    ask: async ({ site, owner }) => {
      const { items } = (await site.get('segments', owner)).body as { items: { slug: string }[] }
      return { path: 'segments/order', body: { items: items.map(({ slug }) => slug).reverse() } }
    },
  },
  {
    route: 'PATCH segments/{segment}',
    as: 'admin',
    status: 200,
    statements: 8,
    ask: async (premise) => ({
      path: `segments/${await made(premise)}`,
      body: { name: unique('Others') },
      headers: match(1),
    }),
  },
  {
    route: 'DELETE segments/{segment}',
    as: 'admin',
    status: 204,
    statements: 9,
    ask: async (premise) => ({ path: `segments/${await made(premise)}` }),
  },
  {
    route: 'GET segments/{segment}/members',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: async (premise) => ({ path: `segments/${await made(premise)}/members` }),
  },
  {
    route: 'POST segments/preview',
    as: 'admin',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'segments/preview', body: { rule } }),
  },
  {
    route: 'GET segments/facts',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'segments/facts' }),
  },
]
