import { makeHostKey } from '../host_keys.ts'
import { type Premise, type RouteCase, unique } from './case.ts'

const spare = new WeakMap<object, Map<string, Promise<string>>>()

/** A connection of the site that may be changed: the one that signs its people on is left alone. */
function connection({ site, owner }: Premise, algorithm: 'HS256' | 'EdDSA'): Promise<string> {
  const known = spare.get(site) ?? new Map<string, Promise<string>>()
  spare.set(site, known)
  if (!known.has(algorithm)) {
    const key = algorithm === 'HS256' ? undefined : makeHostKey(algorithm).pem
    const made = site.post('connections', { name: 'Spare', algorithm, key }, owner)
    known.set(
      algorithm,
      made.then((answer) => answer.body.connection.id),
    )
  }
  return known.get(algorithm)!
}

async function oldSecret(premise: Premise): Promise<string> {
  const { site, owner } = premise
  const path = `connections/${await connection(premise, 'HS256')}/secrets`
  await site.post(path, undefined, owner)
  const { items } = (await site.get('connections', owner)).body
  const { secrets } = items.find((one: { id: string }) => path.includes(one.id))
  return `${path}/${secrets[1].id}`
}

/** A key of a connection, the only one beside its first. */
async function secondKey(premise: Premise): Promise<string> {
  const { site, owner } = premise
  const path = `connections/${await connection(premise, 'EdDSA')}/keys`
  const { items } = (await site.get('connections', owner)).body
  const { keys } = items.find((one: { id: string }) => path.includes(one.id))
  for (const { id } of keys.slice(1)) await site.delete(`${path}/${id}`, owner)
  const added = await site.post(path, { key: makeHostKey('EdDSA').pem }, owner)
  return `${path}/${added.body.keys.at(-1).id}`
}

const expendable = async ({ site, owner }: Premise): Promise<string> =>
  (await site.post('connections', { name: unique('Portal'), algorithm: 'HS256' }, owner)).body.connection.id

/** How a host signs its customers on. */
export const connections: RouteCase[] = [
  { route: 'GET connections', as: 'admin', status: 200, statements: 3, ask: () => ({ path: 'connections' }) },
  {
    route: 'POST connections',
    as: 'admin',
    status: 201,
    statements: 10,
    ask: () => ({ path: 'connections', body: { name: unique('Portal'), algorithm: 'HS256' } }),
  },
  {
    route: 'PATCH connections/{id}',
    as: 'admin',
    status: 200,
    statements: 8,
    ask: async (premise) => ({
      path: `connections/${await connection(premise, 'HS256')}`,
      body: { name: unique('Spare') },
    }),
  },
  {
    route: 'DELETE connections/{id}',
    as: 'admin',
    status: 204,
    statements: 8,
    ask: async (premise) => ({ path: `connections/${await expendable(premise)}` }),
  },
  {
    route: 'POST connections/{id}/secrets',
    as: 'admin',
    status: 201,
    statements: 9,
    ask: async (premise) => ({ path: `connections/${await connection(premise, 'HS256')}/secrets` }),
  },
  {
    route: 'DELETE connections/{id}/secrets/{part}',
    as: 'admin',
    status: 204,
    statements: 8,
    ask: async (premise) => ({ path: await oldSecret(premise) }),
  },
  {
    route: 'POST connections/{id}/keys',
    as: 'admin',
    status: 201,
    statements: 9,
    ask: async (premise) => ({
      path: (await secondKey(premise)).replace(/\/[^/]*$/, ''),
      body: { key: makeHostKey('EdDSA').pem },
    }),
  },
  {
    route: 'DELETE connections/{id}/keys/{part}',
    as: 'admin',
    status: 204,
    statements: 7,
    ask: async (premise) => ({ path: await secondKey(premise) }),
  },
  {
    route: 'POST token-checks',
    as: 'admin',
    status: 200,
    statements: 3,
    ask: ({ site }) => ({ path: 'token-checks', body: { token: site.token() } }),
  },
]
