import { connect } from 'node:net'
import { controlPath } from '../control.ts'
import type { Answers, Command, Named } from './commands.ts'
import { Refused } from './program.ts'

/**
 * Asks the server that holds the embedded database in `dataDir` to carry a command out. Undefined where no
 * server is there to be asked; throws Refused where it refuses, or goes away before it answers.
 */
export async function ask<Name extends Command['command']>(
  dataDir: string,
  command: Named<Name>,
): Promise<Answers[Name] | undefined> {
  const text = await exchange(dataDir, `${JSON.stringify(command)}\n`)
  if (text === undefined) return undefined
  const said = parse(text)
  if (said.refused !== undefined) throw new Refused(said.refused)
  return said.answer as Answers[Name]
}

function parse(text: string): { answer?: unknown; refused?: string } {
  try {
    return JSON.parse(text) as { answer?: unknown; refused?: string }
  } catch {
    throw new Refused('The running server stopped before it answered.')
  }
}

function exchange(dataDir: string, request: string): Promise<string | undefined> {
  return new Promise((done, fail) => {
    let path: ReturnType<typeof controlPath>
    try {
      path = controlPath(dataDir)
    } catch {
      done(undefined) // There is no such folder yet.
      return
    }
    const socket = connect(path.name, () => path.done())
    let connected = false
    let text = ''
    socket.setEncoding('utf8')
    socket.on('connect', () => {
      connected = true
      socket.write(request)
    })
    socket.on('data', (part) => {
      text += part
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (!connected) path.done()
      if (error.code === 'EACCES')
        fail(new Refused('The running server belongs to another user: run this as that one.'))
      else if (connected) done(text)
      else done(undefined)
    })
    socket.on('end', () => done(text))
  })
}
