import type { Size } from './data.ts'
import { ask, type Rate } from './load.ts'
import type { Statement } from './statements.ts'

export interface Limit {
  name: string
  /** The ratio to the limit that Parvis must reach. */
  target: number
  run(): Promise<Rate>
}

export interface Case {
  work: string
  run(): Promise<Rate>
  limits: Limit[]
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
  /** The same statements by bare `pg`, without HTTP. */
  raw(names: (keyof Statements)[]): Promise<Rate>
  /** Likewise, asked for over HTTP of a bare Hono. */
  rawServed(names: (keyof Statements)[]): Promise<Rate>
  pgbench(variables: string): Promise<Rate>
  /** Takes the votes back that were cast since the data was made. */
  clearVotes(): Promise<void>
}

export type Statements = Record<'list' | 'thread' | 'story' | 'search' | 'found', Statement>

const different = 2000

const list = 'threads?board=ideas&sort=top'
/** The address of the list that is kept as bytes. */
export const keptList = `/api/v1/sites/bench-1/${list}`

export async function casesOf(target: Target): Promise<Case[]> {
  const { cached, uncached, seconds, size, tokens } = target
  const trivial = (): Limit[] => [
    { name: 'trivial JSON reply', target: 0.8, run: () => ask(target.trivial, seconds, [get('/')]) },
  ]
  const raw = (...names: (keyof Statements)[]): Limit[] => [
    { name: 'bare pg, same queries', target: 0.7, run: () => target.raw(names) },
    { name: 'bare Hono and pg, same queries', target: 0.7, run: () => target.rawServed(names) },
  ]
  // Each begins without the votes of the one before it, or some of its own would change nothing.
  const voting = (reach: number, variables: string): Limit[] => [
    {
      name: 'pgbench, a statement each',
      target: reach,
      run: () => target.clearVotes().then(() => target.pgbench(variables)),
    },
  ]
  const any = (count: number) => 1 + Math.floor(Math.random() * count)
  const api = (path: string, site = any(size.sites)) => `/api/v1/sites/bench-${site}/${path}`
  const get = (path: string, headers = {}) => ({ method: 'GET' as const, path, headers })
  const asBrowsers = { 'accept-encoding': 'gzip, deflate, br' }
  const words = ['battery winter', 'bridge trailer', 'photo minute', 'school gate', 'ferry tram'].map(
    encodeURIComponent,
  )
  // Each is cast by one turn and taken back by the next, so that every request changes something.
  const cast = async (all: [site: number, number: number, member: number][]) => {
    await target.clearVotes()
    const puts = all.map(([site, number, member]) => ({
      method: 'PUT' as const,
      path: api(`threads/${number}/vote`, site),
      headers: { authorization: `Bearer ${tokens[site - 1]![member - 1]!}` },
    }))
    return ask(cached, seconds, [...puts, ...puts.map((one) => ({ ...one, method: 'DELETE' as const }))])
  }
  const many = <T>(make: () => T): T[] => Array.from({ length: different }, make)
  const { ideasPerSite: ideas, membersPerSite: members } = size
  const sites = Math.min(10, size.sites)
  // One vote on each idea, far from the one before: the k-th of the requests is the k-th of pgbench's script too.
  const voted = sites * ideas
  const spread = (k: number): [number, number, number] => [
    (k % sites) + 1,
    (Math.floor(k / sites) % ideas) + 1,
    ((k * 104729) % members) + 1,
  ]
  const spreadBySql = `\\set k random(0, ${voted - 1})
\\set s (:k % ${sites}) + 1
\\set n ((:k / ${sites}) % ${ideas}) + 1
\\set m ((:k * 104729) % ${members}) + 1
`
  return [
    {
      work: 'list of 20, cached bytes',
      run: () => ask(cached, seconds, [get(api(list, 1), asBrowsers)]),
      limits: [
        ...trivial(),
        {
          name: 'bare Hono, same headers and bytes',
          target: 0.8,
          run: () => ask(target.trivial, seconds, [get('/same')]),
        },
      ],
    },
    {
      work: 'list of 20, 304',
      async run() {
        // Votes of the round before have changed the list, and so what a browser holds of it.
        const etag = (await fetch(`${cached}${api(list, 1)}`)).headers.get('etag') ?? ''
        const asked = get(api(list, 1), { 'if-none-match': etag })
        const rate = await ask(cached, seconds, [asked])
        const { status } = await fetch(`${cached}${asked.path}`, asked)
        if (status !== 304) throw new Error(`The list was answered with ${status}, not with 304.`)
        return rate
      },
      limits: trivial(),
    },
    {
      work: 'list of 20, from the database',
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(list))),
        ),
      limits: raw('list'),
    },
    {
      work: 'thread with 20 replies',
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(`threads/${1 + 25 * any(39)}`))),
        ),
      limits: raw('thread', 'story'),
    },
    {
      work: 'search of words',
      run: () =>
        ask(
          uncached,
          seconds,
          many(() => get(api(`threads?q=${words[any(5) - 1]}`))),
        ),
      limits: raw('search', 'found'),
    },
    {
      work: 'votes over 10,000 ideas',
      run: () => cast(Array.from({ length: voted }, (_, k) => spread((k * 7919) % voted))),
      limits: voting(1, spreadBySql),
    },
    {
      work: 'votes on one idea, 32 at once',
      run: () => cast(Array.from({ length: members }, (_, m) => [1, 7, m + 1])),
      limits: voting(5, `\\set s 1\n\\set n 7\n\\set m random(1, ${members})\n`),
    },
  ]
}
