import { endKeysMadeBy } from '../api_keys/api_key.ts'
import { dropAssignments } from '../assignments/drop.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { dropLinksOf } from '../openid/link.ts'
import { lockStructure } from '../sites/lock.ts'
import type { NewTeamMember, TeamRole } from './input.ts'
import { invite } from './invite.ts'
import type { StaffRow } from './queries.ts'

export const mostStaff = 200

/**
 * Puts a person on the team, by the account of their e-mail address, which is made where there is none. They
 * are told by mail, and sign in by a code sent there. Nothing tells whether the address was known. Returns the
 * member's id.
 */
export async function addToTeam(
  world: World,
  siteId: string,
  draft: NewTeamMember,
  by: string,
): Promise<string> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      if ((await staffCount(trx, siteId)) >= mostStaff) {
        throw new Problem('conflict', `A team has at most ${mostStaff} people.`)
      }
      const accountId = await accountOf(trx, draft)
      const made = await trx
        .insertInto('members')
        .values({
          site_id: siteId,
          id: newId(),
          role: draft.role,
          name: draft.name,
          email: draft.email,
          account_id: accountId,
        })
        .onConflict((conflict) => conflict.columns(['site_id', 'account_id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) throw new Problem('conflict', 'This address is on the team already.')
      await invite(world, trx, siteId, { accountId, email: draft.email, role: draft.role }, by)
      await audit(trx, siteId, by, 'team.add', 'member', made.id, { name: draft.name, role: draft.role })
      return made.id
    },
    'structure',
  )
}

async function accountOf(trx: Trx, { email, name }: NewTeamMember): Promise<string> {
  // In one statement, which holds the account: it might go with somebody who is erased at this moment.
  const { id } = await trx
    .insertInto('accounts')
    .values({ id: newId(), email, name })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ email }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives someone of the team another role. A site always keeps an owner. */
export async function setRole(
  world: World,
  siteId: string,
  person: StaffRow,
  role: TeamRole,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const before = await roleUnderLock(trx, siteId, person)
      if (before === role) return
      if (before === 'owner') await keepAnOwner(trx, siteId, person.id)
      await trx
        .updateTable('members')
        .set({ role })
        .where('site_id', '=', siteId)
        .where('id', '=', person.id)
        .execute()
      if (mayMakeKeys(before) && !mayMakeKeys(role))
        await endKeysMadeBy(trx, siteId, person.id, by, world.clock.now())
      await audit(trx, siteId, by, 'team.role', 'member', person.id, {
        name: person.name,
        from: before,
        to: role,
      })
    },
    'structure',
  )
}

/**
 * Takes someone off the team. Their row stays, since what they wrote and decided names it; without their
 * account its session has no power here from the next request on.
 */
export async function removeFromTeam(
  world: World,
  siteId: string,
  person: StaffRow,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const role = await roleUnderLock(trx, siteId, person)
      if (role === 'owner') await keepAnOwner(trx, siteId, person.id)
      if (mayMakeKeys(role)) await endKeysMadeBy(trx, siteId, person.id, by, world.clock.now())
      await dropLinks(trx, siteId, person.id)
      await dropLinksOf(trx, siteId, person.id)
      await trx
        .updateTable('members')
        .set({ role: 'member', account_id: null })
        .where('site_id', '=', siteId)
        .where('id', '=', person.id)
        .execute()
      await dropAssignments(world, trx, siteId, person.id)
      await audit(trx, siteId, by, 'team.remove', 'member', person.id, { name: person.name, role })
    },
    'structure',
  )
}

/** A key ends with its maker's place among those who may make one. */
const mayMakeKeys = (role: string): boolean => role === 'owner' || role === 'admin'

// Sign-in links that were not used yet must not outlive the place on the team.
async function dropLinks(trx: Trx, siteId: string, memberId: string): Promise<void> {
  await trx
    .deleteFrom('sign_in_links')
    .where('site_id', '=', siteId)
    .where('account_id', 'in', (pick) =>
      pick
        .selectFrom('members')
        .select((row) => row.ref('account_id').$notNull().as('account_id'))
        .where('site_id', '=', siteId)
        .where('id', '=', memberId)
        .where('account_id', 'is not', null),
    )
    .execute()
}

async function roleUnderLock(trx: Trx, siteId: string, person: StaffRow): Promise<string> {
  const row = await trx
    .selectFrom('members')
    .select('role')
    .where('site_id', '=', siteId)
    .where('id', '=', person.id)
    .where('role', 'not in', ['member', 'guest', 'key'])
    .executeTakeFirst()
  if (!row) throw new Problem('not_found')
  // What was permitted was permitted for the role that was read; somebody changed it since.
  if (row.role !== person.role)
    throw new Problem('conflict', 'Their role was changed by somebody else just now.')
  return row.role
}

async function keepAnOwner(trx: Trx, siteId: string, leaving: string): Promise<void> {
  const other = await trx
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', siteId)
    .where('role', '=', 'owner')
    .where('account_id', 'is not', null)
    .where('erased_at', 'is', null)
    .where('id', '<>', leaving)
    .limit(1)
    .executeTakeFirst()
  if (!other)
    throw new Problem('conflict', 'A community keeps at least one owner. Make somebody else an owner first.')
}

async function staffCount(trx: Trx, siteId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('members')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('role', 'not in', ['member', 'guest', 'key'])
    .executeTakeFirstOrThrow()
  return count
}
