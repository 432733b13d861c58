import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Case, casesOf } from './cases.ts'
import { type Found, measureFinding, tableOfFound } from './finding.ts'
import type { Rate } from './load.ts'
import { onEmbedded, onPostgres, type Plan } from './targets.ts'
import { measureWidget, tableOfVitals, theChromium, type Vital } from './widget.ts'

// npm run bench: rates of the hot paths beside their limits on this machine, interleaved in one run, on the
// PostgreSQL of BENCH_POSTGRES or 127.0.0.1:5432, else on the embedded database with a twentieth of the data.
// Then how long it takes to find something in one large community, and what the widget costs its page, in a Chromium
// (PARVIS_CHROMIUM); "-- server", "-- finding" or "-- widget" asks for one of them.
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
    const database = server ? 'PostgreSQL' : 'embedded'
    say(`\nOn ${database}, Node ${process.version}, ${cpus().length} cores`)
    const asked = process.argv[2]
    const on = (part: string) => !asked || asked === part
    const results = on('server') ? await measureServer(server, folder, plan) : []
    const found = on('finding') ? await foundOf(server, folder, plan) : []
    const vitals = on('widget') ? await vitalsOf(server, folder, plan) : []
    const file = process.env.BENCH_JSON ?? join(tmpdir(), 'parvis-bench.json')
    const said = { at: new Date().toISOString(), database, size, seconds, rounds, results, found, vitals }
    await writeFile(file, JSON.stringify(said, null, 2))
    say(`\nAlso as JSON in ${file}`)
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

async function measureServer(server: string | undefined, folder: string, plan: Plan): Promise<Result[]> {
  const target = server ? await onPostgres(server, plan) : await onEmbedded(folder, plan)
  const results = await measure(await casesOf(target))
  report(results)
  return results
}

async function foundOf(server: string | undefined, folder: string, plan: Plan): Promise<Found[]> {
  const found = await measureFinding(server, folder, plan)
  say(`\n${tableOfFound(found).join('\n')}`)
  return found
}

async function vitalsOf(server: string | undefined, folder: string, plan: Plan): Promise<Vital[]> {
  const chromium = theChromium()
  if (!chromium) say('\nNo Chromium was found (PARVIS_CHROMIUM): what the widget costs is not measured.')
  const vitals = chromium ? await measureWidget(chromium, server, folder, plan) : []
  if (vitals.length) say(`\n${tableOfVitals(vitals).join('\n')}`)
  return vitals
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
  rate: number
  p99: number
  limits: { name: string; target: number; rate: number; ratio: number }[]
}

async function measure(cases: Case[]): Promise<Result[]> {
  const seen = cases.map((one) => ({ own: [] as Rate[], limits: one.limits.map(() => [] as Rate[]) }))
  say('Warming up…')
  for (const one of cases) await one.run()
  for (let round = 1; round <= rounds; round++) {
    for (const [index, one] of cases.entries()) {
      say(`Round ${round} of ${rounds}: ${one.work}`)
      seen[index]!.own.push(await one.run())
      for (const [at, limit] of one.limits.entries()) seen[index]!.limits[at]!.push(await limit.run())
    }
  }
  return cases.map(({ work, limits }, index) => {
    const rate = perSecond(seen[index]!.own)
    return {
      work,
      rate,
      p99: median(seen[index]!.own.map((one) => one.p99)),
      limits: limits.map(({ name, target }, at) => {
        const limit = perSecond(seen[index]!.limits[at]!)
        return { name, target, rate: limit, ratio: rate / limit }
      }),
    }
  })
}

const perSecond = (rates: Rate[]): number => median(rates.map((rate) => rate.perSecond))

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function report(results: Result[]): void {
  say('\n| work | Parvis /s | p99 ms | limit here | limit /s | ratio | target |')
  say('| --- | ---: | ---: | --- | ---: | ---: | ---: |')
  for (const one of results) {
    for (const { name, target, rate, ratio } of one.limits) {
      const verdict = ratio < target ? ' ✗' : ''
      say(
        `| ${one.work} | ${Math.round(one.rate)} | ${one.p99} | ${name} | ${Math.round(rate)} | ${ratio.toFixed(2)}${verdict} | ≥ ${target} |`,
      )
    }
  }
}

await main()
