import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterEach, describe, expect, it } from 'vitest'
import { connectPostgres } from '../../db/connect.ts'
import { databaseVersion, migrate, migrations, SchemaTooNew, schemaVersion } from '../../db/migrate.ts'
import { up as letGuestsCome } from '../../db/migrations/0005_guests.ts'
import { up as mailAssignmentsApart } from '../../db/migrations/0028_assignments_by_mail.ts'
import { notesOfTeam } from '../../server/search/queries.ts'
import { foundThreads } from '../../server/threads/search_queries.ts'
import { termsOf } from '../../server/threads/search_terms.ts'
import { type Filling, fill } from '../bench/data.ts'
import { type Own, ownEmpty } from '../support/own_database.ts'

let own: Own | undefined

afterEach(async () => {
  await own?.drop()
  own = undefined
})

async function tables(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname::text as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`.execute(own!.database.db)
  return rows.map((row) => row.name)
}

describe('migrating', () => {
  it('brings a database of nothing to the schema of this source, and does nothing the second time', async () => {
    own = await ownEmpty()
    expect(await tables()).toEqual([])
    expect(await databaseVersion(own.database.db)).toBeUndefined()
    const done = await migrate(own.database.db)
    expect(done.at(-1)).toBe(schemaVersion)
    expect(await databaseVersion(own.database.db)).toBe(schemaVersion)
    const after = await tables()
    expect(after).toEqual(expect.arrayContaining(['sites', 'threads', 'votes', 'decisions']))
    expect(await migrate(own.database.db)).toEqual([])
    expect(await tables()).toEqual(after)
  })

  it('may be begun by several at once: one does it, the others wait and find it done', async () => {
    own = await ownEmpty()
    const others = own.url ? [connectPostgres(own.url, 2), connectPostgres(own.url, 2)] : []
    const all = [own.database, own.database, ...others]
    const done = await Promise.all(all.map((database) => migrate(database.db)))
    await Promise.all(others.map((database) => database.close()))
    expect(done.flat().filter((name) => name === schemaVersion)).toHaveLength(1)
    expect(await databaseVersion(own.database.db)).toBe(schemaVersion)
  })

  it('gives each site of before a connection for guests, with a secret of its own', async () => {
    own = await ownEmpty()
    const { db } = own.database
    await migrate(db)
    await sql`insert into sites (id, slug, name, locale) select gen_random_uuid(), 'site-' || n, 'Site', 'en'
      from generate_series(1, 3) n`.execute(db)
    for (let time = 0; time < 2; time++) await letGuestsCome(db as unknown as Kysely<unknown>)
    const { rows } = await sql<{
      site_id: string
      secret: string
    }>`select site_id, secret from connection_secrets s
      join connections c using (site_id) where c.id = s.connection_id and c.kind = 'guest'`.execute(db)
    expect(rows).toHaveLength(3)
    for (const part of ['site_id', 'secret'] as const)
      expect(new Set(rows.map((row) => row[part])).size).toBe(3)
    for (const { secret } of rows) expect(secret).toMatch(/^[0-9a-f]{64}$/)
  })

  it('lets whoever chose how often mentions are mailed keep that for what they are assigned', async () => {
    own = await ownEmpty()
    const { db } = own.database
    await migrate(db)
    await sql`alter table telling_choices drop column assignments`.execute(db)
    await sql`insert into sites (id, slug, name, locale) values (gen_random_uuid(), 'acme', 'Acme', 'en')`.execute(
      db,
    )
    await sql`insert into members (site_id, id, name, role, created_at)
      select id, gen_random_uuid(), 'Mia', 'moderator', now() from sites`.execute(db)
    await sql`insert into telling_choices (site_id, member_id, mentions) select site_id, id, 'none' from members`.execute(
      db,
    )
    await sql`insert into notifications (site_id, id, member_id, key, kind, tell_at, mail_kind)
      select site_id, gen_random_uuid(), id, kind, kind, now(), 'mentions' from members, unnest(array['assigned', 'mention']) kind`.execute(
      db,
    )
    await mailAssignmentsApart(db as unknown as Kysely<unknown>)
    const { rows } = await sql`select c.assignments, n.kind, n.mail_kind from telling_choices c
      join notifications n using (site_id, member_id) order by n.kind`.execute(db)
    expect(rows).toEqual([
      { assignments: 'none', kind: 'assigned', mail_kind: 'assignments' },
      { assignments: 'none', kind: 'mention', mail_kind: 'mentions' },
    ])
  })

  it('lets what was written before be found by each of its words that a sign joins', async () => {
    own = await ownEmpty()
    const { db, pool } = own.database
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableName: 'migrations',
      migrationLockTableName: 'migrations_lock',
    })
    await migrator.migrateTo('0035_renderer_of_posts')
    const size = { sites: 1, ideasPerSite: 3, membersPerSite: 2, votesPerIdea: 1, repliesPerIdea: 3 }
    await fill(pool as unknown as Filling, size, () => {})
    await sql`update thread_documents set title = 'For wumpalot/grumpalot', body = 'hyphe\u00adnation' where thread_id
      = (select thread_id from thread_counters where number = 1)`.execute(db)
    await sql`update posts set html = '<p>A spindle.flywheel</p>' where id = (select p.id from posts p
      join threads t on t.id = p.thread_id where t.number = 2 and p.kind = 'reply' limit 1)`.execute(db)
    await sql`insert into notes (site_id, id, thread_id, body, html)
      select site_id, gen_random_uuid(), id, 'x', '<p>jo@snorkel.example</p>' from threads where number = 3`.execute(
      db,
    )
    expect(await migrate(db)).toContain('0036_words_apart')
    const { rows } = await sql<{
      siteId: string
      board: string
    }>`select site_id as "siteId", id as board from boards`.execute(db)
    const { siteId, board } = rows[0]!
    const filter = { boardIds: [board], sort: 'new' as const, limit: 5 }
    const found = async (q: string) => {
      const search = { siteId, filter, terms: termsOf(q), now: new Date(), from: 0 }
      return (await foundThreads(db, search)).map(({ title, piece }) => `${title}: ${piece}`)
    }
    for (const q of ['grumpalot', 'hyphenation', 'wumpalot/grumpalot', 'hyphe\u00adnation'])
      expect(await found(q), q).toHaveLength(1)
    expect(await found('flywheel')).toEqual([expect.stringContaining('spindle.\u0001flywheel\u0002')])
    const ofTeam = { siteId, boardIds: [board], terms: termsOf('snorkel'), limit: 5 }
    expect(await notesOfTeam(db, ofTeam)).toMatchObject([{ number: 3 }])
  }, 60_000)

  it('refuses a database of a later Parvis, and touches nothing', async () => {
    own = await ownEmpty()
    await migrate(own.database.db)
    await sql`insert into migrations (name, timestamp) values ('9999_later', '2030')`.execute(own.database.db)
    const before = await tables()
    await expect(migrate(own.database.db)).rejects.toThrow(SchemaTooNew)
    await expect(migrate(own.database.db)).rejects.toThrow(/9999_later.*its own is/)
    expect(await databaseVersion(own.database.db)).toBe('9999_later')
    expect(await tables()).toEqual(before)
  })
})
