import type { Community } from '../community.ts'
import { documentAt, pathOf } from '../pages.ts'
import type { Person, TestSite } from '../world.ts'
import { picture } from './picture.ts'

// Routes of no site: whoever runs the installation, whoever watches it, and what pages of any origin show.

export interface OutsideCase {
  /** Method and path as they are mounted. */
  route: string
  as: 'visitor' | 'operator'
  status: 200 | 201 | 204 | 404
  statements: number
  /** The path, where it has parameters. */
  path?(community: Community): Promise<string>
  body?(community: Community): unknown
}

let made = 0

const pages = [
  { path: '', statements: 2 },
  { path: '/new', statements: 2 },
  { path: '/me', statements: 2 },
  { path: '/me/:part', statements: 2 },
  { path: '/b/:board', statements: 1 },
  { path: '/t/:thread', statements: 3 },
  { path: '/m/:member', statements: 2 },
  { path: '/edits/:post', statements: 3 },
  { path: '/roadmap', statements: 1 },
  { path: '/feed.atom', statements: 2 },
  { path: '/b/:board/feed.atom', statements: 2 },
  { path: '/t/:number/feed.atom', statements: 2 },
  { path: '/sitemap.xml', statements: 1 },
  { path: '/sitemap/:page', statements: 1 },
]

export const outside: OutsideCase[] = [
  { route: 'GET /api/v1/sites', as: 'operator', status: 200, statements: 3 },
  {
    route: 'POST /api/v1/sites',
    as: 'operator',
    status: 201,
    statements: 21,
    body: () => ({ slug: `o${process.pid}-${++made}`, name: 'Acme', locale: 'fr', origins: [] }),
  },
  {
    route: 'POST /api/v1/owner-links',
    as: 'operator',
    status: 201,
    // One after another for each site, and written down.
    statements: 9,
    body: ({ site }) => ({ site: site.slug }),
  },
  {
    route: 'POST /api/v1/site-secrets',
    as: 'operator',
    status: 201,
    statements: 10,
    body: ({ site }) => ({ site: site.slug }),
  },
  // What is asked of the queue's own tables is not counted.
  { route: 'GET /api/v1/upkeep', as: 'operator', status: 200, statements: 2 },
  {
    route: 'POST /api/v1/upkeep/:work/attempts',
    as: 'operator',
    status: 204,
    statements: 2,
    path: async () => '/api/v1/upkeep/counters/attempts',
  },
  // The tests' server has several communities.
  { route: 'GET /', as: 'visitor', status: 404, statements: 1 },
  { route: 'GET /pictures/:site/:id', as: 'visitor', status: 200, statements: 1, path: pictureOf },
  { route: 'GET /images/:site/:id/:pass?', as: 'visitor', status: 200, statements: 1, path: imageOf },
  { route: 'GET /api', as: 'visitor', status: 200, statements: 0 },
  { route: 'GET /healthz', as: 'visitor', status: 200, statements: 0 },
  { route: 'GET /readyz', as: 'visitor', status: 200, statements: 1 },
  { route: 'GET /metrics', as: 'visitor', status: 200, statements: 0 },
  { route: 'GET /pages/:version/:file', as: 'visitor', status: 200, statements: 0, path: pageFile },
  {
    route: 'GET /s/:slug/unsubscribe/:key/:kinds',
    as: 'visitor',
    status: 200,
    statements: 1,
    path: unsubscribe,
  },
  {
    route: 'POST /s/:slug/unsubscribe/:key/:kinds',
    as: 'visitor',
    status: 200,
    statements: 7,
    path: unsubscribe,
  },
  ...pages.map(({ path, statements }) => publicPage(path, statements)),
]

/** A public page of a site that is known, read for the first time. */
function publicPage(path: string, statements: number): OutsideCase {
  return {
    route: `GET /s/:slug${path}`,
    as: 'visitor',
    status: 200,
    statements,
    async path({ site, idea, anna }) {
      const thread = await pathOf(site, idea)
      const { post } = (await site.get(`threads/${idea}`)).body
      const named: Record<string, string> = {
        '/t/:thread': thread,
        '/m/:member': `/m/${anna.id}`,
        '/edits/:post': `/edits/${post}`,
        '/t/:number/feed.atom': `/t/${idea}/feed.atom`,
      }
      const filled = named[path] ?? path.replace(':board', 'ideas').replace(':part', 'posts')
      return `/s/${site.slug}${filled.replace(':page', '1.xml')}`
    },
  }
}

async function pageFile({ site }: Community): Promise<string> {
  const page = await documentAt(site, '')
  return page.querySelector('link[rel=stylesheet]')!.getAttribute('href')!
}

async function pictureOf({ site }: Community): Promise<string> {
  const answer = await site.request('PUT', 'me/picture', { as: await site.member(), ...(await picture()) })
  return new URL(answer.body.avatar).pathname
}

async function imageOf({ site }: Community): Promise<string> {
  const as = await site.member()
  const { body } = await site.request('POST', 'boards/ideas/images', { as, ...(await picture()) })
  return new URL(body.url).pathname
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

/** The link of a mail that ends mails like it. */
async function unsubscribe({ site }: Community): Promise<string> {
  const { id } = await site.member()
  const { unsubscribe_key: key } = await site.world.db
    .insertInto('telling_choices')
    .values({ site_id: (await site.row()).id, member_id: id })
    .returning('unsubscribe_key')
    .executeTakeFirstOrThrow()
  return `/s/${site.slug}/unsubscribe/${key}/follows`
}
