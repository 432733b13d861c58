import { beforeAll, describe, expect, it } from 'vitest'
import { type Scope, scopeOf, scopes } from '../../server/api_keys/scopes.ts'
import { makeKey, type TestKey } from '../support/api_key.ts'
import { type Ask, askerOf, type Premise, premiseOf, type RouteCase } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Answer, type Person, testWorld } from '../support/world.ts'

// Every route, asked with a key of each scope, and with keys that are good for nothing here.

let premise: Premise
let keys: Record<Scope, TestKey>
let useless: Record<'of another site' | 'expired' | 'ended' | 'of a maker who left', TestKey>

beforeAll(async () => {
  const { site: make, clock } = await testWorld()
  premise = await premiseOf(await make())
  const { site, admin, owner } = premise
  keys = Object.fromEntries(
    await Promise.all(
      scopes.map(async (scope) => [scope, await makeKey(site, admin, { scopes: [scope] })] as const),
    ),
  ) as typeof keys
  const other = await make()
  const leaver = await site.staff('admin')
  useless = {
    'of another site': await makeKey(other, await other.staff('owner')),
    expired: await makeKey(site, admin, { days: 1 }),
    ended: await makeKey(site, admin),
    'of a maker who left': await makeKey(site, leaver),
  }
  await site.delete(`api-keys/${useless.ended.id}`, owner)
  await site.delete(`team/${leaver.id}`, owner)
  // As if it had been made the day before; every other key here holds thirty.
  await site.world.db
    .updateTable('api_keys')
    .set({ created_at: new Date(clock.now().getTime() - 86_400_000), expires_at: clock.now() })
    .where('site_id', '=', (await site.row()).id)
    .where('id', '=', useless.expired.id)
    .execute()
})

function send({ route }: RouteCase, { path, ...ask }: Ask, as: Person): Promise<Answer> {
  const { headers, ...body } = ask
  // What a browser would say of itself, a program does not.
  const own = Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => name !== 'origin'))
  return premise.site.request(route.split(' ')[0]!, path, { as, ...body, headers: own })
}

describe('sec-A01, sec-A02, sec-A03: what an API key may do', () => {
  it.each(routeTable.map((row) => [row.route, row] as const))('%s', async (_, row) => {
    // Asked by who may first, so that what is kept as bytes is kept by now.
    const person = await askerOf(premise, row)
    await send(row, await row.ask(premise, person), person)
    const refused = await row.ask(premise, await askerOf(premise, row))
    const opener = scopeOf(row.route)
    for (const scope of scopes) {
      const opens = scope === opener
      // What only its maker may change, which in these rows is Anna, the key has made itself.
      const own = row.makerOr?.length === 0 ? { ...premise, anna: keys[scope] } : premise
      const answer = await send(row, opens ? await row.ask(own, person) : refused, keys[scope])
      expect(answer.status, `${scope}: ${answer.text.slice(0, 200)}`).toBe(opens ? row.status : 403)
      if (!opens) expect(answer.body).toMatchObject({ status: 403, code: 'forbidden' })
    }
    for (const [why, key] of Object.entries(useless)) {
      const answer = await send(row, refused, key)
      expect({ why, status: answer.status, code: answer.body?.code }).toEqual({
        why,
        status: 401,
        code: 'unauthenticated',
      })
    }
  })
})
