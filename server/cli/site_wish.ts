import { parseArgs } from 'node:util'
import type { ZodError } from 'zod'
import { Command } from './commands.ts'
import { UsageError } from './program.ts'

const usage = `Usage:
  npm run site -- create SLUG --name NAME [--origin https://www.example.com]… [--locale en|fr|de] [--json]
  npm run site -- list [--json]
  npm run site -- rotate-secret SLUG [--json]
  npm run site -- owner-link SLUG [--json]`

/** What the operator asks for. */
export interface Wish {
  command: Command
  json: boolean
}

/** Reads the arguments of `npm run site`; throws a UsageError that says what is wrong with them. */
export function readWish(args: string[]): Wish {
  const { values, positionals } = parse(args)
  const [act, slug, ...rest] = positionals
  const { json = false, ...given } = values
  if (!act) throw new UsageError('Say what to do.', usage)
  if (!['create', 'list', 'rotate-secret', 'owner-link'].includes(act))
    throw new UsageError(`There is no "${act}".`, usage)
  if (act !== 'list' && !slug) throw new UsageError('SLUG is missing.', usage)
  const extra = act === 'list' ? slug : rest[0]
  if (extra !== undefined) throw new UsageError(`"${extra}" is one argument too many.`, usage)
  const stray = act === 'create' ? undefined : Object.keys(given)[0]
  if (stray) throw new UsageError(`--${stray} belongs to create.`, usage)
  if (act === 'create' && given.name === undefined) throw new UsageError('--name is missing.', usage)
  const fields = { name: given.name, locale: given.locale ?? 'en', origins: given.origin ?? [] }
  const command = Command.safeParse({
    command: `site.${act}`,
    ...(act === 'list' ? {} : { slug }),
    ...(act === 'create' ? fields : {}),
  })
  if (!command.success) throw new UsageError(wrong(command.error), usage)
  return { command: command.data, json }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        origin: { type: 'string', multiple: true },
        locale: { type: 'string' },
        json: { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new UsageError((error as Error).message, usage)
  }
}

function wrong(error: ZodError): string {
  const named: Record<string, string> = {
    slug: 'SLUG',
    name: '--name',
    locale: '--locale',
    origins: '--origin',
  }
  return error.issues
    .map(({ path, message }) => `${named[String(path[0])] ?? String(path[0])}: ${message}.`)
    .join('\n')
}
