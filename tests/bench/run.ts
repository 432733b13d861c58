import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Case, casesOf } from './cases.ts'
import type { Rate } from './load.ts'
import { onEmbedded, onPostgres, type Plan } from './targets.ts'

// npm run bench: rates of the hot paths beside their limits on this machine, interleaved in one run, on the
// PostgreSQL of BENCH_POSTGRES or 127.0.0.1:5432, else on the embedded database with a twentieth of the data.
// BENCH_SECONDS (a measurement) and BENCH_ROUNDS bound it, BENCH_SITES sizes it, BENCH_JSON names the file.

const seconds = Number(process.env.BENCH_SECONDS ?? 3)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const server = await answering(
    process.env.BENCH_POSTGRES ?? `postgres://${process.env.USER ?? 'root'}@127.0.0.1:5432/postgres`,
  )
  const sites = Number(process.env.BENCH_SITES ?? (server ? 100 : 5))
  const size = { sites, ideasPerSite: 1000, membersPerSite: 200, votesPerIdea: 10, repliesPerIdea: 4 }
  const stops: (() => Promise<void> | void)[] = []
  const plan: Plan = { size, seconds, port: Number(process.env.PORT ?? 3970), say, stops }
  try {
    const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
    stops.push(() => rm(folder, { recursive: true, force: true }))
    const target = server ? await onPostgres(server, plan) : await onEmbedded(folder, plan)
    await report(await measure(await casesOf(target)), server ? 'PostgreSQL' : 'embedded', size)
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

async function answering(server: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return server
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}

interface Result {
  work: string
  limit: string
  target: number
  rate: number
  p99: number
  limitRate: number
}

async function measure(cases: Case[]): Promise<Result[]> {
  const seen = cases.map(() => ({ own: [] as Rate[], limits: [] as Rate[] }))
  for (let round = 1; round <= rounds; round++) {
    for (const [index, one] of cases.entries()) {
      say(`Round ${round} of ${rounds}: ${one.work}`)
      seen[index]!.own.push(await one.run())
      seen[index]!.limits.push(await one.limited())
    }
  }
  return cases.map(({ work, limit, target }, index) => ({
    work,
    limit,
    target,
    rate: median(seen[index]!.own.map((rate) => rate.perSecond)),
    p99: median(seen[index]!.own.map((rate) => rate.p99)),
    limitRate: median(seen[index]!.limits.map((rate) => rate.perSecond)),
  }))
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

async function report(results: Result[], database: string, size: object): Promise<void> {
  say(`\nOn ${database}, Node ${process.version}, ${cpus().length} cores`)
  say('\n| work | Parvis /s | p99 ms | limit here | limit /s | ratio | target |')
  say('| --- | ---: | ---: | --- | ---: | ---: | ---: |')
  for (const one of results) {
    const ratio = one.rate / one.limitRate
    const verdict = ratio < one.target ? ' ✗' : ''
    say(
      `| ${one.work} | ${Math.round(one.rate)} | ${one.p99} | ${one.limit} | ${Math.round(one.limitRate)} | ${ratio.toFixed(2)}${verdict} | ≥ ${one.target} |`,
    )
  }
  const file = process.env.BENCH_JSON ?? join(tmpdir(), 'parvis-bench.json')
  await writeFile(
    file,
    JSON.stringify({ at: new Date().toISOString(), database, size, seconds, rounds, results }, null, 2),
  )
  say(`\nAlso as JSON in ${file}`)
}

await main()
