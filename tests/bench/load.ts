import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

export interface Rate {
  perSecond: number
  p99: number
}

export interface Ask {
  method: 'GET' | 'PUT' | 'DELETE'
  path: string
  headers?: Record<string, string>
}

const width = 32

/**
 * Asks a server for `seconds` over 32 connections, going round a list of requests, and counts the answers.
 * By wrk where it is installed, which takes little of the machine for itself, else by autocannon.
 */
export async function ask(origin: string, seconds: number, requests: Ask[]): Promise<Rate> {
  return (await byWrk(origin, seconds, requests)) ?? byAutocannon(origin, seconds, requests)
}

async function byWrk(origin: string, seconds: number, requests: Ask[]): Promise<Rate | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const script = join(folder, 'requests.lua')
  const lines = requests.map(({ method, path, headers = {} }) => {
    const table = Object.entries(headers).map(([name, value]) => `[${lua(name)}]=${lua(value)}`)
    return `  wrk.format(${lua(method)}, ${lua(path)}, {${table.join(',')}}),`
  })
  await writeFile(
    script,
    `function init() all = {\n${lines.join('\n')}\n} at = 0 end\nfunction request() at = at % #all + 1 return all[at] end\n`,
  )
  try {
    const said = await output('wrk', [
      '-t1',
      `-c${width}`,
      `-d${seconds}s`,
      '--latency',
      '-s',
      script,
      origin,
    ])
    const refused = Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0)
    if (refused) throw new Error(`${origin}: ${refused} requests were refused.`)
    return {
      perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(said)![1]),
      p99: milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(said)!),
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function lua(text: string): string {
  return JSON.stringify(text)
}

function milliseconds([, value, unit]: RegExpExecArray): number {
  return Number(value) * { us: 0.001, ms: 1, s: 1000 }[unit as 'us' | 'ms' | 's']
}

function output(command: string, args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
    })
    child.on('error', fail)
    child.on('close', () => done(said))
  })
}

async function byAutocannon(origin: string, seconds: number, requests: Ask[]): Promise<Rate> {
  const result = await autocannon({ url: origin, connections: width, duration: seconds, requests })
  if (result.non2xx && !requests.some((one) => one.headers?.['if-none-match'])) {
    throw new Error(`${origin}: ${result.non2xx} requests were refused.`)
  }
  return { perSecond: result.requests.average, p99: result.latency.p99 }
}

/** Runs `act` over and over in `lanes` for `seconds`: the limit without HTTP. */
export async function repeat(
  lanes: number,
  seconds: number,
  act: (turn: number) => Promise<unknown>,
): Promise<Rate> {
  const end = performance.now() + seconds * 1000
  const begun = performance.now()
  const times: number[] = []
  let turn = 0
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        await act(turn++)
        times.push(performance.now() - from)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / ((performance.now() - begun) / 1000),
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}
