import { buildFrontEnds } from '../server/build.ts'
import { findChromium, findPostgres } from './runner/found.ts'
import { type Part, type Results, runPart } from './runner/part.ts'
import { partsOf } from './runner/parts.ts'
import { bin, say, section } from './runner/processes.ts'

// npm test: everything that must hold, on every database that answers, counted in one last line.

const full = process.argv.includes('--full')

/**
 * As many failures may be tried once more, alone and in quiet, and are named as unsteady where they then pass: a
 * browser beside two others on a busy machine. More than these are no accident.
 */
const mostUnsteady = 3

async function main(): Promise<void> {
  const begun = performance.now()
  const checks = await Promise.all([
    check('Types', ['tsc']),
    check('Lint', ['biome', 'check', '--error-on-warnings', '.']),
    check('Unused code', ['knip']),
  ])
  await buildFrontEnds({})
  const chromium = await findChromium(full)
  const postgres = await findPostgres()
  const parts = partsOf(chromium, postgres, full)
  const waiting = [...parts]
  const all = new Map<Part, Results>()
  // Three lanes for two cores, since each part waits a good deal: for disks, for browsers, for moments to pass.
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) all.set(part, await runPart(part))
  }
  await Promise.all([lane(), lane(), lane()])
  if (!postgres)
    say(
      'No PostgreSQL answers (PARVIS_TEST_POSTGRES, 127.0.0.1:5432): the embedded database is the one tested.',
    )
  for (const unsteady of await tryAgain(all)) say(`Unsteady, passed only when tried again: ${unsteady}`)
  const failed = [...checks.flat(), ...failuresIn(all)]
  for (const failure of failed) say(`Failed: ${failure}`)
  const results = [...all.values()].flatMap((files) => [...files.values()])
  const passed = results.reduce((sum, file) => sum + file.passed, checks.filter((one) => !one.length).length)
  const skipped = results.reduce((sum, file) => sum + file.skipped, 0)
  say(`\nIn ${Math.round((performance.now() - begun) / 1000)} s`)
  say(`${passed} passed, ${failed.length} failed, ${skipped} skipped`)
  process.exit(failed.length ? 1 : 0)
}

/** What failed of it: nothing, or its name. */
async function check(name: string, [tool, ...args]: [string, ...string[]]): Promise<string[]> {
  return (await section(name, bin(tool), args, {})) === 0 ? [] : [name]
}

/**
 * Runs the files once more in which something failed, one part after the other, and all of a part where something
 * failed outside of its files; what they do then is what counts. Gives back what failed only the first time.
 */
async function tryAgain(all: Map<Part, Results>): Promise<string[]> {
  if (failuresIn(all).length > mostUnsteady) return []
  const unsteady: string[] = []
  for (const [part, results] of all) {
    const before = new Map([...results].filter(([, { failures }]) => failures.length))
    if (!before.size) continue
    const whole = before.has('')
    const again = await runPart(part, whole ? undefined : [...before.keys()])
    if (whole) results.clear()
    for (const [file, result] of again) results.set(file, result)
    const fine = [...before].filter(([file]) => !results.get(file)?.failures.length)
    unsteady.push(...failuresIn(new Map([[part, new Map(fine)]])))
  }
  return unsteady
}

/** What failed, by name, and why. */
function failuresIn(all: Map<Part, Results>): string[] {
  return [...all].flatMap(([{ name }, results]) =>
    [...results].flatMap(([file, { failures }]) =>
      failures.map(
        ({ test, why }) => `${[name, file].filter(Boolean).join(', ')}${test ? `: ${test}` : ''}\n  ${why}`,
      ),
    ),
  )
}

await main()
