import { connect } from 'node:net'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../server/context.ts'
import { Listener } from '../support/live_listener.ts'
import type { OwnServer } from '../support/own_server.ts'
import { patiently } from '../support/patiently.ts'
import { type TwoProcesses, twoProcesses } from '../support/two_processes.ts'
import type { Person, TestSite } from '../support/world.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process.

let both: TwoProcesses
let world: World
let site: TestSite
let lea: Person
let number: number
let servers: OwnServer[]

beforeAll(async () => {
  both = await twoProcesses()
  ;({ world, servers } = both)
  site = await both.site()
  lea = await site.member('Lea')
  number = await site.idea(lea)
  for (const server of servers) await reply(server, 'The first text wakes what renders it.')
})

const below = ({ origin }: OwnServer, path: string) => `${origin}/api/v1/sites/${site.slug}/${path}`

async function listen(server: OwnServer, query = '', as?: Person): Promise<Listener> {
  const listener = new Listener(await fetch(below(server, `live${query}`), { headers: as?.headers }))
  return listener.until((one) => one.heard.length > 0)
}

async function send(server: OwnServer, method: string, path: string, as: Person, body?: object) {
  const headers = { ...as.headers, ...(body ? { 'content-type': 'application/json' } : {}) }
  const asked = { method, headers, body: body && JSON.stringify(body) }
  const answer = await patiently(() => fetch(below(server, path), asked))
  if (!answer.ok) throw new Error(await answer.text())
  return answer.status === 204 ? undefined : answer.json()
}

const reply = async (server: OwnServer, text: string): Promise<string> =>
  (await send(server, 'POST', `threads/${number}/replies`, lea, { body: text })).id

describe('two processes of one PostgreSQL', () => {
  it('tell what happens in the other one, within a second', async () => {
    const [here, there] = [await listen(servers[0]!), await listen(servers[1]!)]
    const tom = await site.member('Tom')
    for (const [at, listener] of [
      [servers[0]!, there],
      [servers[1]!, here],
    ] as const) {
      const replied = await leastOf(async () => {
        const post = await reply(at, 'Across')
        await listener.until(({ heard }) => heard.some(({ data }) => data.post === post))
      })
      expect(replied).toBeLessThan(1000)
      const voted = await leastOf(async (turn) => {
        const wish = (at === servers[0]) === (turn % 2 === 0) ? 'PUT' : 'DELETE'
        const before = listener.heard.length
        const { votes } = await send(at, wish, `threads/${number}/vote`, tom)
        await listener.until(({ heard }) =>
          heard.slice(before).some(({ data }) => data.threads?.[0]?.votes === votes),
        )
      })
      expect(voted).toBeLessThan(1000)
    }
    const mo = await site.staff('moderator')
    const desk = await listen(servers[1]!, '', mo)
    const post = await reply(servers[0]!, 'Buy my boots')
    await send(servers[0]!, 'POST', `posts/${post}/reports`, tom, { reason: 'spam' })
    await desk.first('reports')
    await send(servers[0]!, 'PUT', `threads/${number}/assignment`, await site.staff('owner'), {
      member: mo.id,
    })
    await desk.first('news')
    expect(here.names).not.toContain('reports')
    await Promise.all([here.leave(), there.leave(), desk.leave()])
  })

  it('go on from each other’s places', async () => {
    const here = await listen(servers[0]!)
    const first = await reply(servers[1]!, 'First')
    await here.until(({ heard }) => heard.some(({ data }) => data.post === first))
    await here.leave()
    const missed = await reply(servers[0]!, 'Missed')
    const there = await listen(servers[1]!, `?after=${here.lastId}`)
    await there.first('reply')
    expect(there.heard.filter(({ event }) => event === 'reply').map(({ data }) => data.post)).toEqual([
      missed,
    ])
    await there.leave()
  })

  it('end a session’s streams in both', async () => {
    const tom = await site.member('Tom')
    const streams = await Promise.all(servers.map((server) => listen(server, '', tom)))
    await send(servers[0]!, 'DELETE', 'sessions/current', tom)
    await Promise.all(streams.map((one) => one.end()))
    const mo = await site.staff('moderator')
    const again = await site.signInAgain(mo)
    const [goesOn, ...desks] = await Promise.all([
      listen(servers[1]!, '', again),
      ...servers.map((server) => listen(server, '', mo)),
    ])
    await send(servers[0]!, 'DELETE', 'account/sessions', again)
    await Promise.all(desks.map((one) => one.end()))
    expect(goesOn.over).toBe(false)
    await goesOn.leave()
  })

  it('miss nothing and tell nothing twice, in the order of the sequence, of slow transactions that commit at once', async () => {
    // Each transaction is held open for a while after it has taken its place in the sequence.
    await sql`create function dawdle() returns trigger language plpgsql as
      'begin perform pg_sleep(random() * 0.03); return new; end'`.execute(world.db)
    await sql`create trigger dawdle after insert on activity for each row execute function dawdle()`.execute(
      world.db,
    )
    const steady = await listen(servers[0]!)
    const seen: string[] = []
    let after = steady.lastId
    let done = false
    // This one leaves and comes back all the time, now here and now there.
    const restless = (async () => {
      for (let turn = 0; !done || turn < 3; turn++) {
        const listener = await listen(servers[turn % 2]!, `?after=${after}`)
        await Promise.race([
          listener.until(({ names }) => names.length > turn % 4).catch(() => {}),
          new Promise((wait) => setTimeout(wait, 150)),
        ])
        await listener.leave()
        after = listener.lastId || after
        seen.push(...listener.heard.flatMap(({ event, data }) => (event === 'reply' ? data.post : [])))
        if (done && listener.names.length === 0) break
      }
    })()
    const other = await site.idea(lea)
    const posts = (await Promise.all(
      Array.from({ length: 60 }, async (_, turn) =>
        turn % 3 === 2
          ? (
              await patiently(() => site.post(`threads/${other}/replies`, { body: `${turn}` }, lea))
            ).body.id
          : reply(servers[turn % 2]!, `${turn}`),
      ),
    )) as string[]
    await steady.until(({ heard }) => heard.filter(({ event }) => event === 'reply').length === 60)
    done = true
    await restless
    const { id } = await site.row()
    const { rows } = await sql<{ post_id: string }>`select post_id from activity
      where site_id = ${id} and post_id = any(${posts}::uuid[]) order by seq`.execute(world.db)
    const order = rows.map((row) => row.post_id)
    expect(order).toHaveLength(60)
    expect(steady.heard.flatMap(({ event, data }) => (event === 'reply' ? data.post : []))).toEqual(order)
    expect(seen).toEqual(order)
    await sql`drop trigger dawdle on activity`.execute(world.db)
    await steady.leave()
  })

  it('tell what came while the database could not say so', async () => {
    const here = await listen(servers[0]!)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %' and pid <> pg_backend_pid()`.execute(
      world.db,
    )
    const post = await reply(servers[1]!, 'While nobody listened')
    await here.until(({ heard }) => heard.some(({ data }) => data.post === post))
    // Counts have no place, and so they are to be read again.
    await here.first('reset')
    await here.leave()
  })

  it('cut off who does not read, and stop at once with streams open', async () => {
    const socket = connect(Number(new URL(servers[1]!.origin).port), '127.0.0.1')
    socket.write(`GET /api/v1/sites/${site.slug}/live HTTP/1.1\r\nHost: x\r\n\r\n`)
    const cut = new Promise<void>((done) => {
      socket.on('close', done)
      socket.on('error', () => {})
    })
    await new Promise((first) => socket.once('data', first))
    socket.pause()
    const reader = await listen(servers[1]!)
    const { id } = await site.row()
    await sql`with n as (update feeds set last_seq = last_seq + 45000 where site_id = ${id} returning last_seq)
      insert into activity (site_id, seq, kind, thread_id)
      select ${id}::uuid, n.last_seq - 45000 + s, 'merged', t.id from n, generate_series(1, 45000) s, threads t
      where t.site_id = ${id} and t.number = ${number}`.execute(world.db)
    await reply(servers[0]!, 'Go')
    await reader.until(({ names }) => names.at(-1) === 'reply' && names.length > 45_000)
    await expect.poll(() => openAt(servers[1]!), { timeout: 10_000 }).toBe(1)
    socket.resume()
    await cut
    // With a stream that is read it would else go on for ever. The next tests need it again in any case.
    const [code] = await Promise.all([servers[1]!.end('SIGTERM'), reader.end()]).finally(() =>
      both.replace('SIGTERM'),
    )
    expect(code).toBe(0)
  })
})

/** The least that something took, in milliseconds, of three tries at most: a busy machine may be late once. */
async function leastOf(act: (turn: number) => Promise<void>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < 3 && least >= 1000; turn++) {
    const begun = performance.now()
    await act(turn)
    least = Math.min(least, performance.now() - begun)
  }
  return least
}

async function openAt({ origin }: OwnServer): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^parvis_live_streams (\d+)$/m.exec(text)![1])
}
