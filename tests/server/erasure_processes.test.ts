import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { eventually } from '../support/eventually.ts'
import { testWorld } from '../support/world.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database does one thing after the other.

const { site: make, world } = await testWorld()

test('a sign-on under way is waited for, and nothing that its host says outlives the erasure', async () => {
  const acme = await make()
  const { id: siteId } = await acme.row()
  const claims = { sub: `sub-${newId()}`, company: { id: 'quist', name: 'Q' } }
  const ada = await acme.member('Ada', claims)
  const blocked = async () => {
    const { rows } = await sql`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(world.db)
    return rows.length
  }
  let erased = false
  const both = await world.db.transaction().execute(async (trx) => {
    await sql`select from companies where site_id = ${siteId} for update`.execute(trx)
    const signOn = acme.post('sessions/sso', {
      token: acme.token({
        ...claims,
        name: 'Adalind Quist',
        locale: 'fr',
        company: { id: 'quist', name: 'Renamed' },
      }),
    })
    await eventually(blocked).toBe(1)
    const erasing = acme.put('me/erasure', { posts: 'keep' }, ada).then(({ status }) => {
      expect(status).toBe(204)
      erased = true
    })
    await eventually(async () => erased || (await blocked()) === 2).toBe(true)
    return { signOn, erasing }
  })
  expect((await both.signOn).status).toBe(201)
  await both.erasing
  const { rows } = await sql`select m.name, m.email, m.locale, m.company_id,
        (select count(*)::int from identities i where i.site_id = m.site_id and i.member_id = m.id) as identities
      from members m where m.site_id = ${siteId} and m.id = ${ada.id}`.execute(world.db)
  expect(rows).toEqual([{ name: '', email: null, locale: null, company_id: null, identities: 0 }])
  expect((await acme.get('me', ada)).status).toBe(401)
})
