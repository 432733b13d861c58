import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What `npm start` runs, in a process of its own, with what it prints. */
export class NpmStart {
  readonly child: ChildProcess
  printed = ''
  errors = ''
  private readonly ended: Promise<number | null>
  private readonly waiting: (() => void)[] = []

  constructor(env: Record<string, string>) {
    this.child = spawn('sh', ['server/run.sh', 'server/start.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      this.printed += text
      for (const wake of this.waiting.splice(0)) wake()
    })
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text
    })
    this.ended = once(this.child, 'close').then(([code]) => {
      for (const wake of this.waiting.splice(0)) wake()
      return code
    })
  }

  /** Resolves once it has printed this; rejects where it ends before. */
  async says(text: string): Promise<void> {
    while (!this.printed.includes(text)) {
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        throw new Error(`It ended without saying "${text}".\n${this.printed}\n${this.errors}`)
      }
      await new Promise<void>((wake) => this.waiting.push(wake))
    }
  }

  /** Its exit code, once it has ended by itself; null where a signal ended it. */
  exit(): Promise<number | null> {
    return this.ended
  }

  /** Sends a signal; resolves with the exit code once it is gone. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | null> {
    this.child.kill(signal)
    return this.ended
  }
}

/** Ports that nobody listened on a moment ago. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => once(server.close(), 'close')))
  return ports
}
