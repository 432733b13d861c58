import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** A tool of the project's own packages. */
export const bin = (name: string): string => join(root, 'node_modules/.bin', name)

export const say = (line: string): boolean => process.stdout.write(`${line}\n`)

/** Runs a part and shows what it said once it is over, since another one is running beside it. */
export async function section(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<number> {
  const begun = performance.now()
  say(`… ${name}`)
  const said: Buffer[] = []
  const code = await run(command, args, env, (part) => said.push(part))
  say(`\n== ${name}, ${Math.round((performance.now() - begun) / 1000)} s`)
  process.stdout.write(Buffer.concat(said))
  return code
}

export function run(
  command: string,
  args: string[],
  env: Record<string, string>,
  hear: (part: Buffer) => void = (part) => process.stdout.write(part),
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}
