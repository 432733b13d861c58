import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, matchesGlob, relative } from 'node:path'
import { bin, root, section } from './processes.ts'

/** Files that meet one world: a database, and a browser where they need one. */
export interface Part {
  name: string
  folders: string[]
  env: Record<string, string>
  /** Files that are left out, as patterns. */
  except: string[]
}

interface Failure {
  /** Its full name; none where the file failed outside of its tests, or all of the part did. */
  test?: string
  /** The first line of what it said, and where. */
  why: string
}

export interface FileResult {
  /** Whether all of its tests were run to their end. */
  finished: boolean
  passed: number
  skipped: number
  failures: Failure[]
}

/** By the path of the file from the root, or '' for what failed outside of all files. */
export type Results = Map<string, FileResult>

interface Report {
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
  }[]
}

const failing = (why: string): FileResult => ({
  finished: true,
  passed: 0,
  skipped: 0,
  failures: [{ why }],
})

/** Runs a part, or only these files of it, and reads what became of each. */
export async function runPart(part: Part, only?: string[]): Promise<Results> {
  const files = only ?? (await filesOf(part))
  if (!files.length) return new Map()
  const folder = await mkdtemp(join(tmpdir(), 'parvis-test-'))
  const [report, unhandled] = [join(folder, 'report.json'), join(folder, 'unhandled.json')]
  // One worker for each part: a world, a browser and what was read of the source serve all of its files.
  const args = ['run', ...files, '--maxWorkers=1', '--reporter=dot', '--reporter=json']
  args.push(`--outputFile.json=${report}`, '--reporter=./tests/runner/unhandled.ts')
  const name = only ? `${part.name}, once more` : part.name
  const code = await section(name, bin('vitest'), args, { ...part.env, PARVIS_UNHANDLED: unhandled })
  const results = await readResults(report)
  const outside = await outsideOf(unhandled)
  const unfinished = files.filter((file) => results.get(file)?.finished !== true)
  if (unfinished.length)
    outside.push(`${unfinished.length} files were not run to their end, the first of them ${unfinished[0]}`)
  const failed = [...results.values()].some(({ failures }) => failures.length)
  if (code !== 0 && !failed && !outside.length) outside.push(`ended with code ${code}`)
  if (outside.length) results.set('', failing(outside.join('; ')))
  await rm(folder, { recursive: true, force: true })
  return results
}

/** The files of a part by their paths from the root, in the order of their names. */
async function filesOf({ folders, except }: Part): Promise<string[]> {
  const found: string[] = []
  for (const folder of folders)
    for (const name of await readdir(join(root, folder), { recursive: true }))
      if (name.endsWith('.test.ts')) found.push(join(folder, name))
  return found.filter((file) => !except.some((pattern) => matchesGlob(file, pattern))).sort()
}

/** What failed outside of all tests. Where nothing was written, the run itself did not come to its end. */
async function outsideOf(path: string): Promise<string[]> {
  return readFile(path, 'utf8').then(
    (text) => JSON.parse(text) as string[],
    () => ['the run did not come to its end'],
  )
}

async function readResults(path: string): Promise<Results> {
  const results: Results = new Map()
  const text = await readFile(path, 'utf8').catch(() => '{"testResults":[]}')
  for (const file of (JSON.parse(text) as Report).testResults)
    results.set(relative(root, file.name), resultOf(file))
  return results
}

function resultOf({ status, message, assertionResults }: Report['testResults'][number]): FileResult {
  const result: FileResult = { finished: true, passed: 0, skipped: 0, failures: [] }
  for (const { fullName: test, status, failureMessages } of assertionResults)
    if (status === 'passed') result.passed++
    else if (status === 'failed') result.failures.push({ test, why: reasonIn(failureMessages?.[0]) })
    // Begun or queued when the process ended.
    else if (status === 'pending') result.finished = false
    else result.skipped++
  // A file that could not be read, and what a hook of a file does, fail without a failed test.
  if (status === 'failed' && !result.failures.length) result.failures.push({ why: reasonIn(message) })
  return result
}

/** What was wrong, and the line of a test at which it was seen. */
function reasonIn(message = ''): string {
  const [first = '', ...rest] = message.split('\n')
  const place = rest.map((line) => /tests\/[\w/.]+\.test\.ts:\d+/.exec(line)?.[0]).find(Boolean)
  return place ? `${first} (${place})` : first
}
