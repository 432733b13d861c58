import type { Size } from './data.ts'
import { ask, type Rate } from './load.ts'
import type { Statement } from './statements.ts'

export interface Case {
  work: string
  limit: string
  /** The ratio to the limit that Parvis must reach. */
  target: number
  run(): Promise<Rate>
  limited(): Promise<Rate>
}

/** What is measured: servers with and without kept answers, and the limits beside them. */
export interface Target {
  cached: string
  uncached: string
  trivial: string
  size: Size
  seconds: number
  /** Bearer tokens of the members of the first sites. */
  tokens: string[][]
  raw(name: keyof Statements, named?: boolean): Promise<Rate>
  pgbench(variables: string): Promise<Rate>
}

export type Statements = Record<'list' | 'thread' | 'story' | 'search' | 'found', Statement>

const different = 2000

export async function casesOf(target: Target): Promise<Case[]> {
  const { cached, uncached, seconds, size, tokens } = target
  const trivial = () => ask(target.trivial, seconds, [get('/')])
  const raw = target.raw
  const any = (count: number) => 1 + Math.floor(Math.random() * count)
  const api = (path: string, site = any(size.sites)) => `/api/v1/sites/bench-${site}/${path}`
  const get = (path: string, headers = {}) => ({ method: 'GET' as const, path, headers })
  const list = 'threads?board=ideas&sort=top'
  const etag = (await fetch(`${cached}${api(list, 1)}`)).headers.get('etag') ?? ''
  const words = ['battery winter', 'bridge trailer', 'photo minute', 'school gate', 'ferry tram'].map(
    encodeURIComponent,
  )
  // Each is cast by one turn and taken back by the next, so that every request changes something.
  const votes = (ideas: () => [number, number]) => {
    const cast = many(() => {
      const [site, number] = ideas()
      const token = tokens[site - 1]![any(size.membersPerSite) - 1]!
      return {
        method: 'PUT' as const,
        path: api(`threads/${number}/vote`, site),
        headers: { authorization: `Bearer ${token}` },
      }
    })
    return [...cast, ...cast.map((one) => ({ ...one, method: 'DELETE' as const }))]
  }
  const many = <T>(make: () => T): T[] => Array.from({ length: different }, make)
  const members = `\\set m random(1, ${size.membersPerSite})\n`
  return [
    {
      work: 'list of 20, cached bytes',
      limit: 'trivial JSON reply',
      target: 0.8,
      run: () => ask(cached, seconds, [get(api(list, 1))]),
      limited: trivial,
    },
    {
      work: 'list of 20, 304',
      limit: 'trivial JSON reply',
      target: 0.8,
      run: () => ask(cached, seconds, [get(api(list, 1), { 'if-none-match': etag })]),
      limited: trivial,
    },
    {
      work: 'list of 20, from the database',
      limit: 'raw pg, same query',
      target: 0.7,
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(list))),
        ),
      limited: () => raw('list'),
    },
    {
      work: 'thread with 20 replies',
      limit: 'raw pg, same queries',
      target: 0.7,
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(`threads/${1 + 25 * any(39)}`))),
        ),
      limited: async () => both(await raw('thread'), await raw('story')),
    },
    {
      work: 'search of words',
      limit: 'raw pg, same queries',
      target: 0.7,
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(`threads?q=${words[any(5) - 1]}`))),
        ),
      limited: async () => both(await raw('search', false), await raw('found')),
    },
    {
      work: 'votes over 10,000 ideas',
      limit: 'pgbench, a statement each',
      target: 1,
      run: () =>
        ask(
          cached,
          seconds,
          votes(() => [any(Math.min(10, size.sites)), any(size.ideasPerSite)]),
        ),
      limited: () => target.pgbench(`\\set s random(1, 10)\n\\set n random(1, 1000)\n${members}`),
    },
    {
      work: 'votes on one idea, 32 at once',
      limit: 'pgbench, a statement each',
      target: 5,
      run: () =>
        ask(
          cached,
          seconds,
          votes(() => [1, 7]),
        ),
      limited: () => target.pgbench(`\\set s 1\n\\set n 7\n${members}`),
    },
  ]
}

/** The rate of doing one thing and then the other. */
function both(one: Rate, other: Rate): Rate {
  return { perSecond: 1 / (1 / one.perSecond + 1 / other.perSecond), p99: one.p99 + other.p99 }
}
