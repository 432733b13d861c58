import type { Person, TestSite } from '../world.ts'
import { picture } from './picture.ts'

// Routes of no site: whoever runs the installation, whoever watches it, and what pages of any origin show.

export interface OutsideCase {
  /** Method and path as they are mounted. */
  route: string
  as: 'visitor' | 'operator'
  status: 200 | 201
  statements: number
  /** The path, where it has parameters. */
  path?(site: TestSite): Promise<string>
  body?(): unknown
}

let made = 0

export const outside: OutsideCase[] = [
  { route: 'GET /api/v1/sites', as: 'operator', status: 200, statements: 3 },
  {
    route: 'POST /api/v1/sites',
    as: 'operator',
    status: 201,
    statements: 21,
    body: () => ({ slug: `o${process.pid}-${++made}`, name: 'Acme', locale: 'fr', origins: [] }),
  },
  { route: 'GET /pictures/:site/:id', as: 'visitor', status: 200, statements: 1, path: pictureOf },
  { route: 'GET /api', as: 'visitor', status: 200, statements: 0 },
  { route: 'GET /healthz', as: 'visitor', status: 200, statements: 0 },
  { route: 'GET /readyz', as: 'visitor', status: 200, statements: 1 },
  { route: 'GET /metrics', as: 'visitor', status: 200, statements: 0 },
]

async function pictureOf(site: TestSite): Promise<string> {
  const answer = await site.request('PUT', 'me/picture', { as: await site.member(), ...(await picture()) })
  return new URL(answer.body.avatar).pathname
}

/** Whoever runs the installation: an owner whose account has the flag, as that of the first community made. */
export async function operatorOf(site: TestSite): Promise<Person> {
  const token = new URL(site.ownerLink).hash.slice('#link='.length)
  const owner = await site.signInByLink(token, { id: '', name: 'Owner' })
  await site.world.db
    .updateTable('accounts')
    .set({ operator: true })
    .where('email', '=', `owner@${site.slug}.invalid`)
    .execute()
  return owner
}
