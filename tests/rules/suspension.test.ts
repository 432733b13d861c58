import { expect, test } from 'vitest'
import { openApiText } from '../../server/cli/openapi.ts'

/** Guards that let no suspended member in: of what others see, and of the team, which nobody suspends. */
const closed = new Set([
  'activeMember',
  'fullMember',
  'staff',
  'moderators',
  'productTeam',
  'admins',
  'operator',
])

/** What a suspended member may still do, and why. */
const allowed: Record<string, string> = {
  'DELETE sessions/current': 'one may always leave',
  'DELETE sessions': 'one may always leave',
  'PUT me/notifications/read': 'nobody else sees it',
  'PATCH me/mail': 'nobody else sees it',
  'PATCH me/subscriptions': 'nobody else sees it',
  'PUT threads/{number}/visit': 'nobody else sees it',
  'PUT threads/{number}/subscription': 'nobody else sees it',
  'DELETE threads/{number}/subscription': 'nobody else sees it',
  'PUT boards/{board}/subscription': 'nobody else sees it',
  'DELETE boards/{board}/subscription': 'nobody else sees it',
  'PATCH me': 'the language is one’s own affair; a new name is refused by the handler',
  'DELETE threads/{number}': 'one may take back what others see',
  'DELETE replies/{id}': 'one may take back what others see',
  'POST previews': 'nobody else sees it',
}

/** Ways to sign in are open to everybody, and let a suspended member in as what they are. */
const arrives = /^\w+ (staff-)?sessions\b/

test('every route that changes something for a member is closed to a suspended one, or says here why not', () => {
  const { paths } = JSON.parse(openApiText()) as {
    paths: Record<string, Record<string, { 'x-guard'?: string }>>
  }
  const changing = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      method === 'get'
        ? []
        : [
            {
              route: `${method.toUpperCase()} ${path.replace('/api/v1/sites/{slug}/', '')}`,
              by: operation['x-guard'] ?? '',
            },
          ],
    ),
  )
  // A guard that is new here is open until this test knows better, so that no route slips through by its name.
  const open = changing
    .filter(({ route, by }) => !closed.has(by) && !(by === 'anyone' && arrives.test(route)))
    .map(({ route }) => route)
  expect(changing.length).toBeGreaterThan(60)
  expect(open.toSorted()).toEqual(Object.keys(allowed).toSorted())
})
