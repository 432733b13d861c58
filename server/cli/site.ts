import { parseArgs } from 'node:util'
import type { ZodError } from 'zod'
import type { Config } from '../config.ts'
import { ask } from './ask.ts'
import { type Answers, Command, carryOut, type Named } from './commands.ts'
import { alone, program, say, UsageError } from './program.ts'

// npm run site -- …: makes sites, and what their owners need to get in.

const usage = `Usage:
  npm run site -- create SLUG --name NAME [--origin https://www.example.com]… [--locale en|fr|de] [--json]
  npm run site -- list [--json]
  npm run site -- rotate-secret SLUG [--json]
  npm run site -- owner-link SLUG [--json]`

interface Wish {
  command: Command
  json: boolean
}

function read(args: string[]): Wish {
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

async function perform<Name extends Command['command']>(
  config: Config,
  command: Named<Name>,
): Promise<Answers[Name]> {
  if (!config.databaseUrl) {
    const answer = await ask<Name>(config.dataDir, command)
    if (answer) return answer
  }
  // Read only where it is needed: what a server does for one, or refuses, is said in half the time.
  const { closeWorld, openWorld } = await import('../open.ts')
  const world = await alone(() => openWorld(config))
  try {
    return (await carryOut(world, command)) as Answers[Name]
  } finally {
    await closeWorld(world)
  }
}

function tell(command: Command, answer: Answers[Command['command']]): string {
  switch (command.command) {
    case 'site.create': {
      const { slug, ssoSecret, ownerLink } = answer as Answers['site.create']
      return `Made the site ${slug}.\n\nSecret of its sign-on, shown this once:\n  ${ssoSecret}\n\nFor the owner, once within 30 minutes:\n  ${ownerLink}`
    }
    case 'site.list': {
      const { items } = answer as Answers['site.list']
      if (!items.length) return 'There is no site yet.'
      return items
        .map((site) => `${site.slug}\t${site.locale}\t${site.createdAt.slice(0, 10)}\t${site.name}`)
        .join('\n')
    }
    case 'site.rotate-secret': {
      const { ssoSecret, oldOnesHoldUntil } = answer as Answers['site.rotate-secret']
      return `New secret of the sign-on, shown this once:\n  ${ssoSecret}\n\nThe ones before it hold until ${oldOnesHoldUntil}.`
    }
    default:
      return `For the owner, once within 30 minutes:\n  ${(answer as Answers['site.owner-link']).ownerLink}`
  }
}

await program(async (config, args) => {
  const { command, json } = read(args)
  const answer = await perform(config, command)
  say(json ? JSON.stringify(answer) : tell(command, answer))
})
