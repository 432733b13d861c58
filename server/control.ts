import { closeSync, openSync, rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { ArchiveRefused } from '../db/archive/format.ts'
import { folderOf } from '../db/embedded.ts'
import { Command, carryOut } from './cli/commands.ts'
import type { World } from './context.ts'
import { Problem } from './errors.ts'

// An embedded database belongs to one process. While a server holds it, the operator's commands reach it
// through a local socket beside the database, which only the server's own user (and root) may open.
// A request is one line of JSON, a Command; the answer is one line: { "answer": … } or { "refused": "why" }.

const longestRequest = 64 * 1024

export interface Control {
  close(): Promise<void>
}

/** Takes commands for a world whose database is embedded in a folder; for any other it does nothing. */
export async function openControl(world: World): Promise<Control | undefined> {
  const folder = folderOf(world.database)
  if (!folder) return undefined
  const stopping = new AbortController()
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    void answer(world, socket, stopping.signal)
  })
  server.maxConnections = 8
  const path = controlPath(dirname(folder))
  try {
    rmSync(path.name, { force: true }) // One left by a process that was killed: the folder's lock says it is gone.
    await listenPrivately(server, path.name)
  } catch (error) {
    world.log.warn({ err: error }, 'no control socket: the site and backup commands need this server stopped')
    return undefined
  } finally {
    path.done()
  }
  return {
    async close() {
      stopping.abort()
      const closed = new Promise<void>((done) => server.close(() => done()))
      for (const socket of sockets) socket.setTimeout(1000, () => socket.destroy())
      await closed
    },
  }
}

/**
 * The socket's name. A socket's path may have about a hundred bytes; a longer one is reached on Linux through
 * an open descriptor of its folder. `done` is called once it has been used.
 */
export function controlPath(dataDir: string): { name: string; done(): void } {
  const name = join(dataDir, 'control.sock')
  if (Buffer.byteLength(name) <= 100 || process.platform !== 'linux') return { name, done() {} }
  const descriptor = openSync(dataDir, 'r')
  return { name: `/proc/self/fd/${descriptor}/control.sock`, done: () => closeSync(descriptor) }
}

// The umask makes the socket private from its first moment, and not only after a chmod.
function listenPrivately(server: ReturnType<typeof createServer>, name: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    const usual = process.umask(0o177)
    try {
      server.listen(name, () => {
        server.off('error', fail)
        done()
      })
    } finally {
      process.umask(usual)
    }
  })
}

async function answer(world: World, socket: Socket, signal: AbortSignal): Promise<void> {
  const said = await carryOutText(world, await readLine(socket), signal)
  socket.end(`${JSON.stringify(said)}\n`)
}

async function carryOutText(world: World, text: string, signal: AbortSignal): Promise<object> {
  const command = readCommand(text)
  if (!command) return { refused: 'The running server does not know this command. Is it of another version?' }
  try {
    return { answer: await carryOut(world, command, signal) }
  } catch (error) {
    if (error instanceof Problem) return { refused: error.detail }
    if (error instanceof ArchiveRefused) return { refused: error.message }
    if (signal.aborted) return { refused: 'The server was stopped meanwhile. Nothing was written.' }
    world.log.error({ err: error, command: command.command }, 'a command failed')
    return { refused: 'The running server could not do it. Its log says why.' }
  }
}

function readCommand(text: string): Command | undefined {
  try {
    return Command.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The first line that comes, or what came until the limit of size or time. */
function readLine(socket: Socket): Promise<string> {
  return new Promise((done) => {
    let text = ''
    const enough = () => {
      socket.setTimeout(0)
      done(text)
    }
    socket.setEncoding('utf8')
    socket.setTimeout(5000, enough)
    socket.on('data', (part) => {
      text += part
      if (text.includes('\n') || text.length > longestRequest) enough()
    })
    socket.on('end', enough)
    socket.on('close', enough)
  })
}
