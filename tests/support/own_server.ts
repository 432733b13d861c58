import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { nodeArguments } from './node_arguments.ts'

const program = fileURLToPath(new URL('./server_child.ts', import.meta.url))

interface Said {
  port: number
  secret?: string
  ownerLink?: string
}

/** A server in a process of its own, which a test may kill. */
export class OwnServer {
  readonly child: ChildProcess
  readonly origin: string
  /** The sign-on secret of its site, where this start has made the site. */
  readonly secret: string | undefined
  /** The sign-in link of its owner, likewise. */
  readonly ownerLink: string | undefined

  private constructor(child: ChildProcess, said: Said) {
    this.child = child
    this.origin = `http://127.0.0.1:${said.port}`
    this.secret = said.secret
    this.ownerLink = said.ownerLink
  }

  /** Resolves once it serves. `env` configures it as it would any other. */
  static async start(env: Record<string, string>): Promise<OwnServer> {
    const child = fork(program, [], {
      execArgv: nodeArguments,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        DEMO: '0',
        LOG_LEVEL: 'error',
        ...env,
      },
    })
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with code ${code} before it served.`)
    })
    ended.catch(() => {})
    const [said] = (await Promise.race([once(child, 'message'), ended])) as [
      { port: number; secret?: string },
    ]
    return new OwnServer(child, said)
  }

  /** Ends it; SIGKILL gives it no moment to do anything. Resolves once it is gone, to its code where it ended by itself. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return this.child.exitCode
    const gone = once(this.child, 'exit')
    this.child.kill(signal)
    const [code] = (await gone) as [number | null]
    return code
  }
}
