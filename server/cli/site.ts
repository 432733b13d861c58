import type { Config } from '../config.ts'
import { ask } from './ask.ts'
import { type Answers, type Command, carryOut, type Named } from './commands.ts'
import { alone, program, say } from './program.ts'
import { readWish } from './site_wish.ts'

// npm run site -- …: makes sites, and what their owners need to get in.

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
  const { command, json } = readWish(args)
  const answer = await perform(config, command)
  say(json ? JSON.stringify(answer) : tell(command, answer))
})
