import { createServer, request, type Server } from 'node:http'
import { listening } from './http_server.ts'

/** A way to a server on which answers are cut off in their midst, as by a network that goes. */
export class CuttingWire {
  /** The server's origin by this way. */
  readonly origin: string
  readonly close: () => Promise<void>
  /** What is cut: so many more answers to requests such as `PUT /api/…/vote`. */
  private what = /^$/
  private left = 0
  /** The requests whose answers were cut. */
  readonly cut: string[] = []

  private constructor({ origin, close }: { origin: string; close: () => Promise<void> }, server: Server) {
    this.origin = origin
    this.close = close
    server.on('request', (asked, answer) => {
      const what = `${asked.method} ${asked.url}`
      const under = request(
        { ...this.target, path: asked.url, method: asked.method, headers: asked.headers },
        (given) => {
          if (!this.what.test(what) || this.left < 1) {
            answer.writeHead(given.statusCode!, given.headers)
            given.pipe(answer)
            return
          }
          this.left--
          given.once('data', (bytes: Buffer) => {
            this.cut.push(what)
            answer.writeHead(given.statusCode!, { ...given.headers, 'content-length': bytes.length })
            answer.write(bytes.subarray(0, bytes.length / 2), () => asked.socket.destroy())
          })
        },
      )
      under.on('error', () => answer.destroy())
      answer.on('close', () => under.destroy())
      asked.pipe(under)
    })
  }

  private target!: { hostname: string; port: string }

  static async open(target: string): Promise<CuttingWire> {
    const server = createServer()
    const wire = new CuttingWire(await listening(server), server)
    const { hostname, port } = new URL(target)
    wire.target = { hostname, port }
    return wire
  }

  /** Cuts the next answers to such requests, once they are done on the server. */
  cutOff(what: RegExp, times = 1): void {
    this.what = what
    this.left = times
  }

  /** Lets all answers through. */
  mend(): void {
    this.left = 0
  }
}
