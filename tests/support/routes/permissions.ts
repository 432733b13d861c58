import { scopeOf } from '../../../server/api_keys/scopes.ts'
import type { Caller, RouteCase } from './case.ts'

/** Everybody that a route is asked by. */
export const askers = [
  'visitor',
  'guest',
  'member',
  'suspended member',
  'product',
  'moderator',
  'admin',
  'owner',
  'member elsewhere',
  'owner elsewhere',
] as const
export type Asker = (typeof askers)[number]

const admitted: Record<Caller, Asker[]> = {
  visitor: [
    'visitor',
    'guest',
    'member',
    'suspended member',
    'product',
    'moderator',
    'admin',
    'owner',
    'owner elsewhere',
  ],
  member: ['guest', 'member', 'suspended member', 'product', 'moderator', 'admin', 'owner'],
  fullMember: ['member', 'suspended member', 'product', 'moderator', 'admin', 'owner'],
  staff: ['product', 'moderator', 'admin', 'owner'],
  product: ['product', 'admin', 'owner'],
  moderator: ['moderator', 'admin', 'owner'],
  admin: ['admin', 'owner'],
}

/** Whether a route is open to somebody who made nothing of what it is about. */
function mayAsk(row: RouteCase, asker: Asker): boolean {
  if (asker === 'suspended member' && row.seen) return false
  return admitted[row.as].includes(asker) && (!row.makerOr || row.makerOr.includes(asker))
}

/**
 * The status that somebody's request must have. A token of another site is no token here, and is refused
 * everywhere; the cookie of a team elsewhere says nothing here, and its holder is a visitor.
 */
export function expectedOf(row: RouteCase, asker: Asker): number {
  if (mayAsk(row, asker)) return row.unfit?.includes(asker) ? 409 : row.status
  return asker === 'visitor' || asker.endsWith('elsewhere') ? 401 : 403
}

const roles = [
  'visitor',
  'guest',
  'suspended member',
  'member',
  'product',
  'moderator',
  'admin',
  'owner',
] as const

/** The matrix of role by capability for people to read, in Markdown. `about` names a route's group and summary. */
export function permissionsPage(
  rows: RouteCase[],
  about: (row: RouteCase) => { group: string; summary: string },
): string {
  const line = (row: RouteCase) => {
    const cells = roles.map((role) => {
      if (mayAsk(row, role)) return 'yes'
      return row.makerOr && admitted[row.as].includes(role) && !(role === 'suspended member' && row.seen)
        ? 'own'
        : '–'
    })
    const scope = scopeOf(row.route)
    return `| ${about(row).summary} | \`${row.route}\` | ${cells.join(' | ')} | ${scope ? `\`${scope}\`` : '–'} |`
  }
  const groups = Map.groupBy(rows, (row) => about(row).group)
  const tables = [...groups.keys()]
    .toSorted()
    .map((group) =>
      [
        `## ${group[0]!.toUpperCase()}${group.slice(1)}`,
        '',
        `| capability | route | ${roles.map((role) => role.replace(' member', '')).join(' | ')} | API key |`,
        `| --- | --- |${' :-: |'.repeat(roles.length + 1)}`,
        ...groups.get(group)!.map(line),
      ].join('\n'),
    )
  return `${preface}\n\n${tables.join('\n\n')}\n`
}

const preface = `# Who may do what

Generated, and compared by a test that asks every route as everybody. *own*: only what one made oneself. A route that is open to visitors still shows each reader only the boards they may read: public ones to everybody, guests too, members' boards to who is signed in, a segment's boards to its members, and all of them to the team. A widget session never carries the power of a role: staff act in the admin. Who is signed in to another site is nobody here. *suspended*: a member whom the team suspended reads on, and writes nothing that others see. *API key*: the scope that opens the route to one, and no other does; what none opens is closed to every key.`
