import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { lockStructure } from '../sites/lock.ts'
import type { Rule } from '../sites/queries.ts'
import type { RuleText } from './input.ts'

const most = 50

/** Adds a rule to the netiquette. Its number is never given to another rule. */
export async function makeRule(world: World, siteId: string, text: RuleText, by: string): Promise<Rule> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const { last, standing } = await trx
        .selectFrom('rules')
        .select((row) => [
          row.fn.max('number').as('last'),
          row.fn.countAll<number>().filterWhere('retired_at', 'is', null).as('standing'),
        ])
        .where('site_id', '=', siteId)
        .executeTakeFirstOrThrow()
      if (standing >= most) throw new Problem('conflict', `A netiquette has at most ${most} rules.`)
      const rule = await insertRule(world, trx, siteId, (last ?? 0) + 1, 1, text)
      await audit(trx, siteId, by, 'rule.make', 'rule', String(rule.number), { ...text })
      return rule
    },
    'structure',
  )
}

/**
 * Gives a rule a new text as a new version: what was ruled under the old one goes on quoting it. The same
 * text makes no version, as people are asked to agree to each.
 */
export async function rewriteRule(
  world: World,
  siteId: string,
  number: number,
  text: RuleText,
  revision: number | undefined,
  by: string,
): Promise<Rule> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const current = await standingRule(trx, siteId, number)
      if (revision !== undefined && revision !== current.version) throw new Problem('stale_revision')
      if (current.name === text.name && sameNames(current.names, text.names ?? {})) return current
      await retire(world, trx, siteId, number)
      const rule = await insertRule(world, trx, siteId, number, current.version + 1, text)
      await audit(trx, siteId, by, 'rule.rewrite', 'rule', String(number), { version: rule.version, ...text })
      return rule
    },
    'structure',
  )
}

/** Takes a rule out of force. Rulings under it stand, and still quote it. */
export async function retireRule(world: World, siteId: string, number: number, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const { name } = await standingRule(trx, siteId, number)
      await retire(world, trx, siteId, number)
      await audit(trx, siteId, by, 'rule.retire', 'rule', String(number), { name })
    },
    'structure',
  )
}

async function standingRule(trx: Trx, siteId: string, number: number): Promise<Rule> {
  const rule = await trx
    .selectFrom('rules')
    .select(['number', 'version', 'name', 'names'])
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .where('retired_at', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!rule) throw new Problem('not_found')
  return rule
}

async function retire(world: World, trx: Trx, siteId: string, number: number): Promise<void> {
  await trx
    .updateTable('rules')
    .set({ retired_at: world.clock.now() })
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .where('retired_at', 'is', null)
    .execute()
}

async function insertRule(
  world: World,
  trx: Trx,
  siteId: string,
  number: number,
  version: number,
  text: RuleText,
): Promise<Rule> {
  const { name, names = {} } = text
  await trx
    .insertInto('rules')
    .values({
      site_id: siteId,
      number,
      version,
      name,
      names: JSON.stringify(names),
      created_at: world.clock.now(),
    })
    .execute()
  return { number, version, name, names }
}

function sameNames(one: Rule['names'], other: Rule['names']): boolean {
  return (['en', 'fr', 'de'] as const).every((locale) => one[locale] === other[locale])
}
