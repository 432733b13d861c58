import sharp from 'sharp'
import type { Premise, RouteCase } from './case.ts'

const mine = (route: string, statements: number, query = ''): RouteCase => ({
  route: `GET ${route}`,
  as: 'member',
  status: 200,
  statements,
  ask: () => ({ path: `${route}${query}` }),
})

async function asked({ site }: Premise, path: 'sessions' | 'staff-sessions', email: string) {
  const { origin } = site.world.config.publicUrl
  const { body } = await site.post(`${path}/email`, { email }, undefined, { origin })
  // The code itself is in a mail; a wrong one costs as much to find wrong.
  return { path: `${path}/email/${body.challenge}`, body: { code: '000000', device: body.device } }
}

let addresses = 0
const address = () => `person-${++addresses}@elsewhere.example`
const own = ({ site }: Premise) => ({ origin: site.world.config.publicUrl.origin })

const arriving: RouteCase[] = [
  {
    route: 'POST sessions/sso',
    as: 'visitor',
    status: 201,
    statements: 13,
    ask: ({ site }) => ({ path: 'sessions/sso', body: { token: site.token({ name: 'Nora' }) } }),
  },
  {
    route: 'POST sessions/email',
    as: 'visitor',
    status: 202,
    statements: 3,
    ask: () => ({ path: 'sessions/email', body: { email: address() } }),
  },
  {
    route: 'POST sessions/email/{challenge}',
    as: 'visitor',
    status: 401,
    statements: 1,
    ask: (premise) => asked(premise, 'sessions', address()),
  },
  {
    route: 'DELETE sessions/current',
    endsSession: true,
    as: 'member',
    status: 204,
    statements: 4,
    ask: async (premise) => ({ path: 'sessions/current', headers: await fresh(premise) }),
  },
  {
    route: 'POST staff-sessions/link',
    endsSession: true,
    as: 'visitor',
    status: 201,
    statements: 6,
    async ask(premise) {
      const { token } = await premise.site.staffLink('product', 'Pia')
      return { path: 'staff-sessions/link', body: { token }, headers: own(premise) }
    },
  },
  {
    route: 'POST staff-sessions/email',
    as: 'visitor',
    status: 202,
    statements: 4,
    ask: (premise) => ({
      path: 'staff-sessions/email',
      body: { email: address() },
      headers: own(premise),
    }),
  },
  {
    route: 'POST staff-sessions/email/{challenge}',
    as: 'visitor',
    status: 401,
    statements: 1,
    ask: async (premise) => ({
      ...(await asked(premise, 'staff-sessions', address())),
      headers: own(premise),
    }),
  },
  {
    route: 'GET staff-sessions/current',
    as: 'staff',
    status: 200,
    statements: 5,
    ask: () => ({ path: 'staff-sessions/current' }),
  },
  {
    route: 'DELETE staff-sessions/current',
    endsSession: true,
    as: 'staff',
    status: 204,
    statements: 3,
    async ask({ site }) {
      const { headers } = await site.staff('product', 'Pia')
      return { path: 'staff-sessions/current', headers }
    },
  },
]

const oneself: RouteCase[] = [
  mine('me', 1),
  mine('me/overlay', 1, '?threads=1,2,3'),
  mine('me/posts', 1),
  mine('me/votes', 2),
  mine('me/rulings', 1),
  mine('me/notifications', 2),
  {
    route: 'PUT me/notifications/read',
    as: 'member',
    status: 204,
    statements: 3,
    ask: () => ({ path: 'me/notifications/read', body: {} }),
  },
  {
    route: 'PATCH me',
    as: 'member',
    status: 200,
    statements: 4,
    ask: async (premise) => ({ path: 'me', body: { locale: 'fr' }, headers: await fresh(premise) }),
  },
  {
    route: 'PUT me/picture',
    as: 'member',
    status: 200,
    statements: 8,
    ask: async (premise) => ({ path: 'me/picture', ...(await pictured(await fresh(premise))) }),
  },
  {
    route: 'DELETE me/picture',
    as: 'member',
    status: 200,
    statements: 7,
    async ask(premise) {
      const headers = await fresh(premise)
      await premise.site.request('PUT', 'me/picture', await pictured(headers))
      return { path: 'me/picture', headers }
    },
  },
  { route: 'GET members', as: 'staff', status: 200, statements: 3, ask: () => ({ path: 'members' }) },
]

/** Headers of somebody who was never here before. */
const fresh = async ({ site }: Premise) => (await site.member()).headers

async function pictured(headers: Record<string, string>) {
  const made = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a6' } })
  const raw = new Uint8Array(await made.png().toBuffer())
  return { raw, headers: { ...headers, 'content-type': 'image/png' } }
}

/** Who comes, who goes, and what is their own. */
export const people: RouteCase[] = [...arriving, ...oneself]
