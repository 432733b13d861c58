import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../db/connect.ts'
import { listCustomers } from '../../server/members/file_queries.ts'
import { planOf } from '../support/explaining.ts'
import { ownMigrated } from '../support/own_database.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// A community of many: what is typed is found by an index, however little it is.

const { site: make, world } = await testWorld()

/** So many that to read them one by one would show. */
async function addCrowd(db: Db, siteId: string): Promise<void> {
  await sql`insert into members (site_id, id, name, email)
    select ${siteId}, gen_random_uuid(), 'Zoé ' || made, made || '@crowd.example'
    from generate_series(1, 3000) n, translate(md5(n::text), '0123456789abcdef', 'ghijklmpqrstuvwx') made`.execute(
    db,
  )
  await sql`analyze members`.execute(db)
}

let site: TestSite
let cm: Person

beforeAll(async () => {
  site = await make()
  cm = await site.staff('moderator')
  const { id } = await site.row()
  await addCrowd(world.db, id)
  await site.member('Élodie Brandt', { email: 'be@customer.example' })
  await site.member('Max Oberlin', { email: 'max@customer.example' })
})

// The database is shared.
afterAll(async () => {
  const { id } = await site.row()
  await sql`delete from members where site_id = ${id} and email like '%@crowd.example'`.execute(world.db)
})

const found = async (q: string) => {
  const answer = await site.get(`members?filter=customers&q=${encodeURIComponent(q)}&limit=5`, cm)
  expect(answer.status, q).toBe(200)
  return answer.body.items.map((one: { name: string }) => one.name.split(' ')[0])
}

test('one or two letters are the beginning of a word of a name or of an address, three are any part of them', async () => {
  expect(await found('e')).toContain('Élodie')
  expect(await found('él')).toEqual(['Élodie'])
  expect(await found('El')).toEqual(['Élodie'])
  expect(await found('be@')).toEqual(['Élodie'])
  expect(await found('ob')).toEqual(['Max'])
  expect(await found('be')).toEqual(['Élodie'])
  expect(await found('er')).toEqual([])
  expect(await found('obe')).toEqual(['Max'])
  expect(await found('customer.example')).toEqual(['Max', 'Élodie'])
  for (const nothing of ['%', '_', '\\', '!?', ' - ']) expect(await found(nothing), nothing).toEqual([])
})

test('what is too little for a part of a word reads the members one by one no more', async () => {
  const own = await ownMigrated()
  const siteId = '00000000-0000-7000-8000-00000000000a'
  await sql`insert into sites (id, slug, name, locale) values (${siteId}, 'crowd', 'Crowd', 'en')`.execute(
    own.database.db,
  )
  await addCrowd(own.database.db, siteId)
  const beginnings = ['members_first_letters', 'members_first_of_address']
  for (const [q, indexes] of [
    ['e', [...beginnings, 'members_names']],
    ['be', [...beginnings, 'members_names']],
    ['!?', beginnings],
    ['%', beginnings],
  ] as const) {
    const filter = { q, suspended: false, limit: 20 }
    const ask = (db: Db) => listCustomers(db, siteId, world.clock.now(), filter)
    const plan = await planOf(own.database.db, ask, 'enable_seqscan = off')
    for (const index of indexes) expect(plan, q).toContain(`Bitmap Index Scan on ${index}`)
  }
  await own.drop()
})
