import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { type Written, writeArchive } from '../../db/archive/write.ts'
import { rotateFirstSecret } from '../connections/secret.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { Slug } from '../input.ts'
import { makeOwnerLink } from '../sessions/owner_link.ts'
import { type CreatedSite, createSite } from '../sites/create.ts'
import { allSites, type Site } from '../sites/queries.ts'
import { NewSlug, Origins, siteName } from '../sites/settings_input.ts'
import { LocaleJson } from '../words.ts'

/** What the operator may ask for, at the shell or from a server that holds the embedded database. */
export const Command = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('site.create'),
    slug: NewSlug,
    name: siteName,
    locale: LocaleJson,
    origins: Origins,
  }),
  z.strictObject({ command: z.literal('site.list') }),
  z.strictObject({ command: z.literal('site.rotate-secret'), slug: Slug }),
  z.strictObject({ command: z.literal('site.owner-link'), slug: Slug }),
  z.strictObject({
    command: z.literal('backup'),
    file: z.string().min(1).max(4096).refine(isAbsolute, 'must be an absolute path'),
  }),
])
export type Command = z.infer<typeof Command>

/** What each command answers, as JSON. */
export interface Answers {
  'site.create': CreatedSite
  'site.list': { items: { slug: string; name: string; locale: string; createdAt: string }[] }
  'site.rotate-secret': { slug: string; ssoSecret: string; oldOnesHoldUntil: string }
  'site.owner-link': { slug: string; ownerLink: string }
  backup: Written
}

export type Named<Name extends Command['command']> = Extract<Command, { command: Name }>

/** Carries a command out. Throws a Problem or an ArchiveRefused whose text is for the operator. */
export function carryOut(
  world: World,
  command: Command,
  signal?: AbortSignal,
): Promise<Answers[Command['command']]> {
  switch (command.command) {
    case 'site.create':
      return createSite(world, command)
    case 'site.list':
      return listSites(world)
    case 'site.rotate-secret':
      return newSecretFor(world, command.slug)
    case 'site.owner-link':
      return ownerLinkFor(world, command.slug)
    case 'backup':
      return writeArchive(world.db, command.file, signal)
  }
}

async function listSites(world: World): Promise<Answers['site.list']> {
  const rows = await allSites(world.db)
  return {
    items: rows.map(({ slug, name, locale, created_at }) => ({
      slug,
      name,
      locale,
      createdAt: created_at.toISOString(),
    })),
  }
}

async function newSecretFor(world: World, slug: string): Promise<Answers['site.rotate-secret']> {
  const site = await siteNamed(world, slug)
  const { secret, oldOnesHoldUntil } = await rotateFirstSecret(world, site.id)
  return { slug, ssoSecret: secret, oldOnesHoldUntil: oldOnesHoldUntil.toISOString() }
}

async function ownerLinkFor(world: World, slug: string): Promise<Answers['site.owner-link']> {
  return { slug, ownerLink: await makeOwnerLink(world, await siteNamed(world, slug), 'command') }
}

async function siteNamed(world: World, slug: string): Promise<Site> {
  const site = await world.sites.find(slug)
  if (!site) throw new Problem('not_found', `There is no site named ${slug}.`)
  return site
}
