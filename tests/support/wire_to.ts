import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that a test can cut and mend, as a network does. */
export class WireTo {
  /** The server's address by this way. */
  readonly url: string
  private readonly server
  private readonly sockets = new Set<Socket>()
  private readonly port: number
  private refusing = false
  /** How many connections were refused by `refuse()`. */
  refused = 0

  private constructor(target: URL, server: ReturnType<typeof createServer>) {
    this.server = server
    this.port = (server.address() as AddressInfo).port
    const here = new URL(target)
    here.hostname = '127.0.0.1'
    here.port = String(this.port)
    this.url = here.href
    server.on('connection', (near) => {
      if (this.refusing) {
        this.refused++
        near.destroy()
        return
      }
      const far = connect(Number(target.port || 5432), target.hostname)
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.sockets.add(one)
        one.pipe(other)
        one.on('error', () => {})
        one.on('close', () => {
          this.sockets.delete(one)
          other.destroy()
        })
      }
    })
  }

  static async open(target: string): Promise<WireTo> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new WireTo(new URL(target), server)
  }

  /** Ends every connection and refuses new ones. */
  async cut(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  /** Ends every connection, and each new one as soon as it is there. */
  refuse(): void {
    this.refusing = true
    for (const socket of this.sockets) socket.destroy()
  }

  async mend(): Promise<void> {
    if (this.refusing) {
      this.refusing = false
      return
    }
    this.server.listen(this.port, '127.0.0.1')
    await once(this.server, 'listening')
  }
}
