import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { positionBetween } from '../lib/positions.ts'
import { lockStructure } from '../sites/lock.ts'
import type { Site, Step, Word } from '../sites/queries.ts'
import type { NewWord, WordEdit } from './input.ts'
import { refuseSameName, sameName } from './same_name.ts'
import { slugsToTry } from './slug.ts'

// Statuses, stages and tags are three tables of one shape: words that a site chooses and orders.

export interface WordKind {
  table: 'statuses' | 'stages' | 'tags'
  noun: string
  most: number
  /** Statuses and stages stand in one of the six categories. */
  steps: boolean
  /** How many things carry a word, up to a thousand. */
  uses(trx: Trx, siteId: string, id: string): Promise<number>
  /** What to say while it is carried. */
  inUse(uses: string): string
}

const usesIn = (table: string, column: string) => async (trx: Trx, siteId: string, id: string) => {
  const { rows } = await sql<{ uses: number }>`select count(*) as uses from (
    select from ${sql.table(table)} where site_id = ${siteId} and ${sql.ref(column)} = ${id}::uuid limit 1000) u`.execute(
    trx,
  )
  return rows[0]?.uses ?? 0
}

export const statuses: WordKind = {
  table: 'statuses',
  noun: 'status',
  most: 100,
  steps: true,
  uses: usesIn('threads', 'status_id'),
  inUse: (uses) => `Ideas with this status: ${uses}. Give them another first.`,
}

export const stages: WordKind = {
  table: 'stages',
  noun: 'stage',
  most: 100,
  steps: true,
  uses: usesIn('roadmap_items', 'stage_id'),
  inUse: (uses) => `Roadmap items in this stage, archived ones counted: ${uses}. Move them first.`,
}

export const tags: WordKind = {
  table: 'tags',
  noun: 'tag',
  most: 500,
  steps: false,
  uses: usesIn('thread_tags', 'tag_id'),
  inUse: (uses) => `Threads with this tag: ${uses}. Take it off them first.`,
}

export function findWord(site: Site, kind: WordKind, slug: string): Word | Step | undefined {
  return site[kind.table].find((word) => word.slug === slug)
}

/** Makes a word after the others, of a name that none of them has. Returns its slug, made from that where none is given. */
export async function makeWord(
  world: World,
  siteId: string,
  kind: WordKind,
  draft: NewWord,
  by: string,
): Promise<string> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const { rows } = await sql<{ count: number; last: string | null; names: string[] }>`
        select count(*) as count, max(position) as last, coalesce(array_agg(name), '{}') as names from ${sql.table(kind.table)} where site_id = ${siteId}`.execute(
        trx,
      )
      const { count, last, names } = rows[0]!
      if (count >= kind.most)
        throw new Problem('conflict', `There are ${kind.most} already, which is the most there may be.`)
      refuseSameName(draft.name, names, kind.noun)
      const slug = await insertWord(trx, siteId, kind, draft, positionBetween(last, null))
      await audit(trx, siteId, by, `${kind.noun}.make`, kind.noun, slug, {
        name: draft.name,
        category: draft.category,
      })
      return slug
    },
    'structure',
  )
}

async function insertWord(
  trx: Trx,
  siteId: string,
  kind: WordKind,
  draft: NewWord,
  position: string,
): Promise<string> {
  const names = JSON.stringify(draft.names ?? {})
  for (const slug of slugsToTry(draft.slug, draft.name, kind.noun)) {
    const { rows } = await sql`
      insert into ${sql.table(kind.table)} (site_id, id, slug, name, names, position${kind.steps ? sql`, category` : sql``})
      values (${siteId}, ${newId()}, ${slug}, ${draft.name}, ${names}::jsonb, ${position}${kind.steps ? sql`, ${draft.category}` : sql``})
      on conflict (site_id, slug) do nothing returning slug`.execute(trx)
    if (rows.length) return slug
  }
  throw new Problem('conflict', `There is a ${kind.noun} with this slug already.`)
}

/** Changes a word from the revision that was read. */
export async function editWord(
  world: World,
  siteId: string,
  kind: WordKind,
  word: Word,
  edit: WordEdit,
  revision: number,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      if (edit.category && edit.category !== 'open') await keepAnOpen(trx, siteId, kind, word)
      if (edit.name !== undefined && !sameName(edit.name, word.name))
        refuseSameName(edit.name, await otherNames(trx, siteId, kind, word), kind.noun)
      const names = edit.names === undefined ? null : JSON.stringify(edit.names)
      const { rows } = await sql`
        update ${sql.table(kind.table)} set name = coalesce(${edit.name ?? null}, name), names = coalesce(${names}::jsonb, names),
          ${kind.steps ? sql`category = coalesce(${edit.category ?? null}, category),` : sql``} revision = revision + 1
        where site_id = ${siteId} and id = ${word.id}::uuid and revision = ${revision} returning id`.execute(
        trx,
      )
      if (!rows.length) throw new Problem('stale_revision')
      await audit(trx, siteId, by, `${kind.noun}.edit`, kind.noun, word.slug, { ...edit })
    },
    'structure',
  )
}

async function otherNames(trx: Trx, siteId: string, kind: WordKind, word: Word): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(kind.table)}
    where site_id = ${siteId} and id <> ${word.id}::uuid limit ${kind.most}`.execute(trx)
  return rows.map(({ name }) => name)
}

/** Deletes a word that nothing carries any more. */
export async function deleteWord(
  world: World,
  siteId: string,
  kind: WordKind,
  word: Word,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      await keepAnOpen(trx, siteId, kind, word)
      // Locked first, so that a use that is being written now is waited for and then counted.
      await sql`select from ${sql.table(kind.table)} where site_id = ${siteId} and id = ${word.id}::uuid for update`.execute(
        trx,
      )
      const uses = await kind.uses(trx, siteId, word.id)
      if (uses) throw new Problem('in_use', kind.inUse(uses < 1000 ? String(uses) : 'more than a thousand'))
      const { rows } = await sql`
        delete from ${sql.table(kind.table)} where site_id = ${siteId} and id = ${word.id}::uuid returning id`.execute(
        trx,
      )
      if (!rows.length) throw new Problem('not_found')
      await audit(trx, siteId, by, `${kind.noun}.delete`, kind.noun, word.slug, { name: word.name })
    },
    'structure',
  )
}

// A new idea begins with a status of the category open, so one must remain.
async function keepAnOpen(trx: Trx, siteId: string, kind: WordKind, word: Word): Promise<void> {
  if (kind.table !== 'statuses') return
  const { rows } = await sql<{ id: string }>`
    select id from statuses where site_id = ${siteId} and category = 'open' limit 2`.execute(trx)
  if (rows.length === 1 && rows[0]!.id === word.id) {
    throw new Problem(
      'in_use',
      'New ideas begin with this status: it is the last one of the category “open”.',
    )
  }
}
