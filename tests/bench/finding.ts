import { join } from 'node:path'
import pg from 'pg'
import { connectEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { type Filling, fill } from './data.ts'
import { migratedDatabase, type Plan, serverAt } from './targets.ts'

// What is found in one large community: similar titles while one is typed, and searches, one request at a time.

const name = 'parvis_bench_finding'
const times = 9

/** A question, and what the median of its answers took, in milliseconds. */
export interface Found {
  asked: string
  ms: number
  items: number
  target?: number
}

const similar = 50
const sentence = 'Why does the planner send riders over the bridge when the ferry is ahead of time'

const questions: [asked: string, path: string, target?: number][] = [
  ['similar to a title of one word', similarTo('battery'), similar],
  ['of two', similarTo('battery winter'), similar],
  ['of four', similarTo('battery winter range signal'), similar],
  ['of six', similarTo('battery winter range signal photo minute'), similar],
  ['of a whole sentence', similarTo(sentence), similar],
  ['of misspelt words', similarTo('baterry witner ragne'), similar],
  ['of one misspelt word', similarTo('baterry'), similar],
  ['that nothing is like', similarTo('Xylophones quietly vanish'), similar],
  ['search of one common word', searchFor('battery ')],
  ['of two words', searchFor('battery winter ')],
  ['of a beginning', searchFor('batt')],
  ['of a phrase', searchFor('"battery winter"')],
  ['of a word without another', searchFor('battery -winter')],
  ['of a word a letter away', searchFor('batteyr')],
  ['of two words a letter away', searchFor('batteyr witner ')],
  ['of a word with a near title alone', searchFor('battterry')],
  ['that finds nothing', searchFor('xylophones quietly')],
]

function similarTo(title: string): string {
  return `threads/similar?title=${encodeURIComponent(title)}`
}

function searchFor(words: string): string {
  return `threads?q=${encodeURIComponent(words)}`
}

/** Asks each question a few times of a community of 100,000 ideas, a twentieth of that on the embedded database. */
export async function measureFinding(
  server: string | undefined,
  folder: string,
  plan: Plan,
): Promise<Found[]> {
  const ideas = server ? 100_000 : 5000
  const size = { sites: 1, ideasPerSite: ideas, membersPerSite: 200, votesPerIdea: 3, repliesPerIdea: 4 }
  plan.say(`Making a community of ${ideas} ideas…`)
  const env = await community(server, folder, plan, (client) => fill(client, size, plan.say))
  const port = plan.port + 5
  await serverAt(plan, port, { ...env, CACHE_MB: '0' })
  const found: Found[] = []
  for (const [asked, path, target] of questions) {
    const took: number[] = []
    let items = 0
    for (let time = 0; time <= times; time++) {
      const begun = performance.now()
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/sites/bench-1/${path}`)
      items = ((await answer.json()) as { items: unknown[] }).items.length
      // The first one reads what the others find in memory.
      if (time) took.push(performance.now() - begun)
    }
    const ms = took.toSorted((a, b) => a - b)[Math.floor(times / 2)]!
    found.push({ asked, ms, items, ...(target && server ? { target } : {}) })
  }
  return found
}

async function community(
  server: string | undefined,
  folder: string,
  plan: Plan,
  make: (client: Filling) => Promise<void>,
): Promise<Record<string, string>> {
  if (!server) {
    const database = await connectEmbedded({ folder: join(folder, 'finding', 'postgres') })
    await migrate(database.db)
    const client = await database.pool.connect()
    await make(client)
    client.release()
    await database.close()
    return { DATA_DIR: join(folder, 'finding') }
  }
  const url = await migratedDatabase(server, name, plan)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await make(client)
  await client.end()
  return { DATABASE_URL: url }
}

export function tableOfFound(found: Found[]): string[] {
  return [
    '| asked of one large community | found | ms | target |',
    '| --- | ---: | ---: | ---: |',
    ...found.map(({ asked, ms, items, target }) => {
      const verdict = target !== undefined && ms > target ? ' ✗' : ''
      return `| ${asked} | ${items} | ${ms.toFixed(0)}${verdict} | ${target === undefined ? '' : `≤ ${target}`} |`
    }),
  ]
}
