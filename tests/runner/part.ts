import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
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

/** Runs a part, or only these files of it, and reads what became of them. */
export async function runPart(part: Part, only?: string[]): Promise<Results> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-test-'))
  const report = join(folder, 'report.json')
  // One worker for each part: a world, a browser and what was read of the source serve all of its files.
  const args = ['run', ...(only ?? part.folders), '--maxWorkers=1', '--reporter=dot', '--reporter=json']
  args.push(`--outputFile.json=${report}`)
  for (const file of part.except) args.push('--exclude', file)
  const name = only ? `${part.name}, once more` : part.name
  const code = await section(name, bin('vitest'), args, part.env)
  const results = await readResults(report)
  const failed = [...results.values()].some(({ failures }) => failures.length)
  // A process that died, or what no test is to blame for.
  if (code !== 0 && !failed) results.set('', { passed: 0, skipped: 0, failures: [{ why: `code ${code}` }] })
  await rm(folder, { recursive: true, force: true })
  return results
}

async function readResults(path: string): Promise<Results> {
  const results: Results = new Map()
  try {
    const { testResults } = JSON.parse(await readFile(path, 'utf8')) as Report
    for (const file of testResults) results.set(relative(root, file.name), resultOf(file))
  } catch {
    results.set('', { passed: 0, skipped: 0, failures: [{ why: 'no report' }] })
  }
  return results
}

function resultOf({ status, message, assertionResults }: Report['testResults'][number]): FileResult {
  const result: FileResult = { passed: 0, skipped: 0, failures: [] }
  for (const one of assertionResults)
    if (one.status === 'passed') result.passed++
    else if (one.status === 'failed')
      result.failures.push({ test: one.fullName, why: reasonIn(one.failureMessages?.[0]) })
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
