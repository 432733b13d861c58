import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { handlers, watch } from '../../server/jobs/handlers.ts'
import { Jobs } from '../../server/jobs/queue.ts'
import { makeWorld } from '../../server/world.ts'
import { eventually } from '../support/eventually.ts'
import { ownMigrated } from '../support/own_database.ts'
import { operatorOf } from '../support/routes/outside.ts'
import { type Person, publicUrl, testWorld } from '../support/world.ts'

// What the installation does by itself, as whoever runs it sees it: that it was done, why it was not, and once more.

const { site: make, world, app } = await testWorld()

async function ask(method: string, path: string, as?: Person, headers: Record<string, string> = {}) {
  const answer = await app.request(`${publicUrl}api/v1/upkeep${path}`, {
    method,
    headers: { ...as?.headers, ...headers },
  })
  return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() }
}

const sweepOf = async (as: Person) =>
  (await ask('GET', '', as)).body.items.find((one: { work: string }) => one.work === 'sweep')

/** The table that is swept first refuses it, by a code of its own. */
async function refuse(): Promise<void> {
  await sql`create or replace function refuse_sweep() returns trigger language plpgsql as
    $$ begin raise exception 'no' using errcode = 'P0042'; end $$`.execute(world.db)
  await sql`create trigger refuse_sweep before delete on spent_tokens
    for each statement execute function refuse_sweep()`.execute(world.db)
}

const relent = () => sql`drop trigger if exists refuse_sweep on spent_tokens`.execute(world.db)
afterEach(relent)

describe('the upkeep of the installation', () => {
  it('tells of each work when it was done, has it done when asked, and why it could not be', async () => {
    const operator = await operatorOf(await make())
    const { status, body } = await ask('GET', '', operator)
    expect(status).toBe(200)
    expect(body.items.map(({ work }: { work: string }) => work)).toEqual([
      'news',
      'texts',
      'statistics',
      'sweep',
      'counters',
      'guests',
    ])

    expect(await ask('POST', '/sweep/attempts', operator)).toEqual({ status: 204, body: undefined })
    await eventually(() => sweepOf(operator)).toEqual({
      work: 'sweep',
      doneAt: expect.stringMatching(/^\d{4}-.*Z$/),
      underWay: false,
      failing: null,
    })
    const { doneAt } = await sweepOf(operator)

    await refuse()
    expect((await ask('POST', '/sweep/attempts', operator)).status).toBe(204)
    await eventually(() => sweepOf(operator)).toEqual({
      work: 'sweep',
      doneAt,
      underWay: false,
      failing: { attempts: 1, reason: 'P0042', givenUp: false, failedAt: expect.any(String) },
    })

    // Its last try fails too.
    await sql`update pgboss.job set retry_count = retry_limit - 1 where name = 'sweep' and state = 'retry'`.execute(
      world.db,
    )
    expect((await ask('POST', '/sweep/attempts', operator)).status).toBe(204)
    await eventually(() => sweepOf(operator)).toMatchObject({ failing: { attempts: 9, givenUp: true } })

    await relent()
    expect((await ask('POST', '/sweep/attempts', operator)).status).toBe(204)
    await eventually(() => sweepOf(operator)).toMatchObject({ failing: null })
    expect((await sweepOf(operator)).doneAt > doneAt).toBe(true)
  })

  it('is in the metrics by when it was last done, and left out where that cannot be read', async () => {
    const operator = await operatorOf(await make())
    const scrape = async (from = app) =>
      (
        await from.request(`${publicUrl}metrics`, {}, { incoming: { socket: { remoteAddress: '::1' } } })
      ).text()
    expect((await ask('POST', '/sweep/attempts', operator)).status).toBe(204)
    await eventually(async () => {
      const { doneAt } = await sweepOf(operator)
      return doneAt && (await scrape()).includes(`{work="sweep"} ${Date.parse(doneAt) / 1000}\n`)
    }).toBe(true)

    const own = await ownMigrated()
    const lost = makeWorld(world.config, own.database, world.clock, world.log)
    await sql`drop schema pgboss cascade`.execute(lost.db)
    const text = await scrape(makeApp(lost))
    expect(text).not.toContain('{work=')
    expect(text).toContain('parvis_database_connections{state="waiting"}')
    await lost.render.close()
    lost.mailer.close()
    await own.drop()
  })

  it('has an embedded database learn how much is in its tables, and leaves a server of PostgreSQL to itself', async () => {
    const acme = await make()
    const operator = await operatorOf(acme)
    const { id } = await acme.row()
    await sql`insert into mailbox (site_id, id, recipient, subject, text, html)
      select ${id}, gen_random_uuid(), 'a@b.example', '', '', '' from generate_series(1, 60)`.execute(
      world.db,
    )
    const known = async () => {
      const { rows } = await sql<{ rows: number }>`
        select reltuples::int as rows from pg_class where oid = 'mailbox'::regclass`.execute(world.db)
      return rows[0]!.rows
    }
    const statistics = async () => (await ask('GET', '', operator)).body.items[2]
    const { doneAt } = await statistics()
    expect((await ask('POST', '/statistics/attempts', operator)).status).toBe(204)
    await eventually(async () => (await statistics()).doneAt).not.toBe(doneAt)
    expect((await statistics()).failing).toBe(null)
    if (world.database.kind === 'embedded') await eventually(known).toBeGreaterThanOrEqual(60)
    await sql`delete from mailbox where site_id = ${id}`.execute(world.db)
  })

  it('takes two who ask at once for two that may both be right, and one under way for enough', async () => {
    const operator = await operatorOf(await make())
    const both = await Promise.all([1, 2].map(() => ask('POST', '/counters/attempts', operator)))
    for (const { status } of both) expect([204, 409]).toContain(status)
    const guests = async () => (await ask('GET', '', operator)).body.items[5]
    await sql`insert into pgboss.job (name, state, started_on, expire_seconds)
      values ('guests', 'active', now(), 60)`.execute(world.db)
    try {
      expect(await guests()).toMatchObject({ work: 'guests', underWay: true })
      expect(await ask('POST', '/guests/attempts', operator)).toMatchObject({
        status: 409,
        body: { code: 'conflict' },
      })
      // A server that was killed has left it behind.
      await sql`update pgboss.job set started_on = now() - interval '61 seconds'
        where name = 'guests' and state = 'active'`.execute(world.db)
      const { doneAt } = await guests()
      expect((await ask('POST', '/guests/attempts', operator)).status).toBe(204)
      await eventually(async () => (await guests()).doneAt).not.toBe(doneAt)
    } finally {
      await sql`delete from pgboss.job where name = 'guests' and state = 'active'`.execute(world.db)
    }
  })

  it.each([
    ['a job', { reason: '57P01' }, '57P01'],
    ['the queue, of one that ran out of its time', { value: { message: 'job timed out' } }, 'job timed out'],
    [
      'a handler that took too long',
      { name: 'Error', message: 'handler execution exceeded 120000ms', stack: 'at /secret' },
      'handler execution exceeded 120000ms',
    ],
    [
      'a server that was stopped',
      { value: 'pg-boss shut down while active' },
      'pg-boss shut down while active',
    ],
    ['nobody', null, 'unknown'],
  ])('says why as it was said by %s, and no more', async (_, output, reason) => {
    const operator = await operatorOf(await make())
    await sql`insert into pgboss.job (name, state, retry_count, started_on, start_after, output)
      values ('texts', 'retry', 1, now() + interval '1 hour', now() + interval '1 hour',
        ${output && JSON.stringify(output)}::jsonb)`.execute(world.db)
    try {
      expect((await ask('GET', '', operator)).body.items[1]).toMatchObject({
        work: 'texts',
        failing: { attempts: 2, reason, givenUp: false },
      })
    } finally {
      await sql`delete from pgboss.job where name = 'texts' and state = 'retry'`.execute(world.db)
    }
  })

  it('does once, when a server begins again, what the nights before would have done, and else goes on from now', async () => {
    const own = await ownMigrated()
    const away = makeWorld(world.config, own.database, world.clock, world.log)
    const jobs = async () => {
      const { rows } = await sql<{ name: string; count: number }>`
        select name, count(*)::int as count from pgboss.job group by 1`.execute(away.db)
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
    }
    const back = new Jobs(own.database, world.log)
    try {
      await away.jobs.start()
      await away.jobs.work(handlers(away), watch(away), away.log)
      await away.jobs.stop()
      await sql`delete from pgboss.job`.execute(away.db)
      await sql`update pgboss.schedule set created_on = now() - interval '9 days'`.execute(away.db)
      await sql`update pgboss.version set cron_on = now() - interval '3 days'`.execute(away.db)
      await back.start()
      await back.work(handlers(away), watch(away), away.log)
      await eventually(jobs).toMatchObject({ counters: 1, guests: 1 })
      // Of those of three days there are at most two, that of this minute and that of the next.
      expect((await jobs()).news ?? 0).toBeLessThan(3)
    } finally {
      await back.stop()
      await away.render.close()
      away.mailer.close()
      await own.drop()
    }
  })

  it('is for operators alone, and for what there is', async () => {
    const acme = await make()
    const operator = await operatorOf(acme)
    const others = {
      nobody: undefined,
      owner: await acme.staff('owner', 'Olga'),
      member: await acme.member(),
    }
    for (const [name, person] of Object.entries(others))
      for (const [method, path] of [
        ['GET', ''],
        ['POST', '/sweep/attempts'],
      ] as const) {
        const { status } = await ask(method, path, person)
        expect([name, method, status]).toEqual([name, method, name === 'owner' ? 403 : 401])
      }
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    expect((await ask('POST', '/sweep/attempts', operator, foreign)).status).toBe(403)
    for (const work of ['mail', 'erasures', '__proto__', 'sweep%00', 'SWEEP'])
      expect((await ask('POST', `/${work}/attempts`, operator)).status).toBe(422)
    expect((await ask('PUT', '/sweep/attempts', operator)).status).toBe(405)
  })
})
