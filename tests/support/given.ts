import type { Premise } from './routes/case.ts'
import { routeTable } from './routes/table.ts'
import { unzip } from './unzip.ts'
import type { Person, TestSite } from './world.ts'

// Everything that is given out to those who are not of the team, to be held against itself later.

// How somebody signs in has nothing of any board, and asking for it makes what is asked for.
const others = /^GET (openapi\.json|live|me\/export|staff-sessions|openid)/
const reads = routeTable.filter(
  ({ route, as }) => route.startsWith('GET ') && as !== 'staff' && !others.test(route),
)
/** Of routes that lead to no page: a file, or a way out of mails. */
const noPage = /unsubscribe|\*/

/** What stands for the parts of an address, by their names. */
export type Parts = Record<string, string>

/** Every page, feed and list of addresses below `/s/`, of a thread, a post, an author and a board. */
function addresses({ app, slug }: Premise['site'], at: Parts): string[] {
  const paths = app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/s/:slug'))
  const known = [...new Set(paths.map(({ path }) => path))].filter((path) => !noPage.test(path))
  return known.map((path) =>
    path.replace(':slug', slug).replace(/:(\w+)/g, (_, name: string) => at[name] ?? `no-${name}`),
  )
}

/** What somebody is given, by its address; what changes by itself with the time is left out. */
export async function given(premise: Premise, as: Person, at: Parts): Promise<Map<string, string>> {
  const { site } = premise
  const all = new Map<string, string>()
  // A post that is not there yet has another id than the one that is.
  const steady = (text: string) =>
    text.replaceAll(at.post!, '{post}').replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T')
  const keep = (where: string, status: number, text: string) =>
    all.set(steady(where), `${status} ${steady(text)}`)
  const ask = async (path: string, where = path) => {
    const { status, text } = await site.get(path, as)
    keep(where, status, text)
  }
  for (const { route, ask: asks } of reads) await ask((await asks(premise, as)).path, route)
  for (const path of [
    `threads/${at.number}`,
    `threads/${at.number}/replies`,
    `threads/${at.number}/story`,
    `threads/${at.number}/mentionable?q=a`,
    'boards/zephyr/mentionable?q=a',
    `posts/${at.post}/revisions`,
    `me/overlay?threads=${at.number}`,
    'threads?q=zephyrine',
    'threads?board=zephyr',
    'threads/similar?title=Zephyrine%20plans',
    `profiles/${at.member}`,
    `profiles/${at.member}/posts`,
    `profiles/${at.member}/votes`,
  ])
    await ask(path)
  const { origin } = site.world.config.publicUrl
  for (const path of addresses(site, at)) {
    const answer = await site.app.request(`${origin}${path}`, { headers: as.headers })
    keep(path, answer.status, `${answer.headers.get('location') ?? ''} ${await answer.text()}`)
  }
  return all
}

/** Where two people, or one at two times, are given something else: the address, and both. */
export function differences(before: Map<string, string>, after: Map<string, string>) {
  return [...before]
    .filter(([where, text]) => after.get(where) !== text)
    .map(([where, text]) => [where, text, after.get(where)])
}

/** The file of all that is somebody's. */
export async function fileOf({ app, slug, world }: TestSite, as: Person): Promise<string> {
  const address = `${world.config.publicUrl.origin}/api/v1/sites/${slug}/me/export`
  const answer = await app.request(address, { headers: as.headers })
  return unzip(new Uint8Array(await answer.arrayBuffer()))
    .get('data.json')!
    .toString()
}
