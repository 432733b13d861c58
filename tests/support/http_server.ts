import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

/** A server that listens on any free port until the test is over. */
export async function listening(
  server: Server,
): Promise<{ port: number; origin: string; close(): Promise<void> }> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** A bare connection, to say what no client says. */
export class Wire {
  readonly socket: Socket
  private heard = ''
  private readonly ended: Promise<unknown>

  constructor(port: number) {
    this.socket = connect(port, '127.0.0.1')
    this.socket.setEncoding('utf8')
    this.socket.on('data', (text) => {
      this.heard += text
    })
    this.socket.on('error', () => {})
    this.ended = new Promise((done) => this.socket.on('close', done))
  }

  say(text: string): void {
    this.socket.write(text)
  }

  /** The status of the answer, as soon as it is there; 0 where the connection was closed without one. */
  async status(): Promise<number> {
    while (!this.heard.includes('\r\n')) {
      const more = once(this.socket, 'data').catch(() => {})
      await Promise.race([more, this.ended])
      if (this.socket.destroyed && !this.heard.includes('\r\n')) return 0
    }
    return Number(/^HTTP\/1\.1 (\d{3})/.exec(this.heard)?.[1])
  }

  /** Everything that was said until the server closed the connection. */
  async closed(): Promise<string> {
    await this.ended
    return this.heard
  }
}
