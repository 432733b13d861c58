import { createServer } from 'node:http'
import type { Config } from './config.ts'
import type { World } from './context.ts'
import { aboutDatabase } from './database_faults.ts'
import type { Site } from './sites/queries.ts'

/** What runs after a start, and how to end it. */
export interface Started {
  stop(): Promise<void>
}

/** Something about this machine that whoever starts Parvis can put right, in words for them. */
export class CannotStart extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CannotStart'
  }
}

const say = (line: string) => process.stdout.write(`${line}\n`)

/**
 * Builds, opens, migrates, plants the demo community where it belongs, and serves, telling what it does.
 * Once `stop` is aborted it goes no further, closes what it has opened, and rejects.
 */
export async function startUp(config: Config, stop: AbortSignal): Promise<Started> {
  const since = performance.now()
  const building = import('./build.ts').then(({ buildFrontEnds }) => buildFrontEnds({ say }))
  building.catch(() => {}) // It is awaited below; until then it must not end the process.
  const main = await import('./main.ts')
  await refuseBusyPorts(config, main.listen)
  const { closeWorld, openWorld } = await import('./open.ts')
  const world = await openSaying(config, openWorld)
  let close = () => closeWorld(world)
  try {
    stop.throwIfAborted()
    if (config.demo) await plantDemo(world, stop)
    stop.throwIfAborted()
    await Promise.race([building, aborted(stop)])
    const serving = await main.serve(world)
    close = serving.stop
    const demo = config.demo ? await serveDemo(world) : undefined
    if (demo) {
      close = async () => {
        await Promise.all([demo.stop(), serving.stop()])
      }
    }
    stop.throwIfAborted()
    await greet(world, demo?.site, since)
    return { stop: close }
  } catch (error) {
    await close()
    throw explained(error, config)
  }
}

/** Rejects once the signal is given: a build cannot be stopped, but need not be waited for. */
function aborted(stop: AbortSignal): Promise<never> {
  return new Promise((_, fail) => stop.addEventListener('abort', () => fail(stop.reason), { once: true }))
}

async function openSaying(config: Config, open: (config: Config) => Promise<World>): Promise<World> {
  say(
    config.databaseUrl
      ? 'Opening the database of DATABASE_URL…'
      : `Opening the embedded database in ${config.dataDir}…`,
  )
  try {
    return await open(config)
  } catch (error) {
    throw explained(error, config)
  }
}

// Looked at before the first start's work is done, and not only when it is over.
async function refuseBusyPorts(config: Config, listen: typeof import('./main.ts').listen): Promise<void> {
  try {
    for (const port of config.demo ? [config.port, config.demoPort] : [config.port]) {
      const probe = createServer()
      await listen(probe, port, config.host)
      await new Promise<void>((done) => probe.close(() => done()))
    }
  } catch (error) {
    throw explained(error, config)
  }
}

async function plantDemo(world: World, stop: AbortSignal): Promise<void> {
  const { allSites } = await import('./sites/queries.ts')
  if ((await allSites(world.db)).length) return
  say('Planting the demo community, this once…')
  const { seedDemo } = await import('../db/seeds/demo.ts')
  const planted = await seedDemo(world, stop)
  if (planted)
    say(
      `Planted ${planted.threads} threads, ${planted.posts} posts and ${planted.votes} votes of ${planted.members} people.`,
    )
}

async function serveDemo(world: World): Promise<{ site: Site; stop(): Promise<void> } | undefined> {
  const { demoSite } = await import('./demo/origins.ts')
  const site = await demoSite(world)
  if (!site) return undefined
  const { serveHost } = await import('./demo/host.ts')
  return { site, stop: await serveHost(world, site) }
}

async function greet(world: World, demo: Site | undefined, since: number): Promise<void> {
  const { config } = world
  const { allSites } = await import('./sites/queries.ts')
  const { makeOwnerLink } = await import('./sessions/owner_link.ts')
  const [first] = await allSites(world.db)
  const site = first && (await world.sites.find(first.slug))
  say(
    `\nParvis is ready at ${config.publicUrl.href} after ${((performance.now() - since) / 1000).toFixed(1)} s.\n`,
  )
  if (demo) {
    say(`  A company’s page    http://${config.publicUrl.hostname}:${config.demoPort}/community`)
    say('                      also /fr/communaute and /de/gemeinschaft; its menu changes who you are')
  }
  // A link that signs the owner in is for a terminal; what a public server prints is kept in somebody's log.
  if (site && (config.development || process.stdout.isTTY)) {
    say(`  Admin of ${site.slug}, as its owner, once within 30 minutes`)
    say(`                      ${await makeOwnerLink(world, site, 'command')}`)
    say(`                      for another link: npm run site -- owner-link ${site.slug}`)
  } else if (site) {
    say(`  Admin of ${site.slug}     ${new URL(`admin/${site.slug}/`, config.publicUrl).href}`)
    say(`                      a sign-in link for its owner: npm run site -- owner-link ${site.slug}`)
  } else {
    say('  No site yet         npm run site -- create SLUG --name NAME --origin https://www.example.com')
  }
  say(`  API                 ${new URL('api', config.publicUrl).href}`)
  say(`  Mail                ${mailWords(config, site)}\n`)
}

function mailWords(config: Config, site: Site | undefined): string {
  if (config.smtpUrl) return 'sent by the server of SMTP_URL'
  if (!config.development) return 'not sent: set SMTP_URL so that people can sign in by e-mail'
  if (!site) return 'not sent but shown in the mailbox of the admin, once there is a site'
  return `not sent but shown at ${new URL(`admin/${site.slug}/mailbox`, config.publicUrl).href}`
}

/** The faults that the environment explains, by the variable that mends them. What a variable holds is not repeated. */
function explained(error: unknown, config: Config): unknown {
  const fault = error as Fault
  const words = aboutListening(fault, config) ?? aboutDatabase(fault, config)
  return words ? new CannotStart(words) : error
}

type Fault = NodeJS.ErrnoException & { port?: number; hostname?: string }

function aboutListening({ code, syscall, port, hostname }: Fault, config: Config): string | undefined {
  if (syscall !== 'listen' && hostname !== config.host) return undefined
  const variable = port === config.demoPort ? 'DEMO_PORT' : 'PORT'
  if (code === 'EADDRINUSE') {
    return `${variable}: the port ${port} is in use. Stop what uses it, or set ${variable} to another port.`
  }
  if (code === 'EACCES' && port !== undefined) {
    return `${variable}: this user may not listen on the port ${port}. Set ${variable} to 1024 or above.`
  }
  return `HOST: expected an address of this machine, such as 127.0.0.1 or 0.0.0.0 (${code}).`
}
