import { type Premise, type RouteCase, unique } from './case.ts'

const wish = (name: string) => ({ name, scopes: ['read'], days: 30 })

const made = async ({ site, owner }: Premise): Promise<string> =>
  (await site.post('api-keys', wish(unique('Export')), owner)).body.apiKey.id

/** What a company's own programs come by. */
export const keys: RouteCase[] = [
  { route: 'GET api-keys', as: 'admin', status: 200, statements: 3, ask: () => ({ path: 'api-keys' }) },
  {
    route: 'POST api-keys',
    as: 'admin',
    status: 201,
    statements: 10,
    ask: () => ({ path: 'api-keys', body: wish(unique('Export')) }),
  },
  {
    route: 'DELETE api-keys/{id}',
    as: 'admin',
    status: 204,
    statements: 8,
    ask: async (premise) => ({ path: `api-keys/${await made(premise)}` }),
  },
]
