import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { readConfig } from '../../server/config.ts'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { makeWorld } from '../../server/world.ts'
import { halves } from '../support/halves.ts'
import { emptyLedger, type Ledger, ownerHand, promised, signIn, signInOwner } from '../support/ledger.ts'
import { customerActs, ownerActs, postThread, work } from '../support/ledger_acts.ts'
import { newPlace } from '../support/operator.ts'
import { underTest } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { unkept } from '../support/promises.ts'

const rounds = process.env.PARVIS_FULL === '1' ? 20 : 2
const slug = 'kept'

let server: OwnServer | undefined
let put: (() => Promise<void>)[] = []

afterEach(async () => {
  await server?.end('SIGKILL')
  for (const away of put.splice(0)) await away()
})

/** Where the server under test keeps its data, and a way to look into it while no server runs. */
async function place(): Promise<{ env: Record<string, string>; look(): Promise<Database> }> {
  const { env, dataDir, remove } = await newPlace()
  put = [remove]
  if (env.DATABASE_URL) return { env, look: async () => connectPostgres(env.DATABASE_URL!, 2) }
  return { env, look: () => connectEmbedded({ folder: join(dataDir, 'postgres') }) }
}

/** What the first start gives, and later ones need. */
interface Keys {
  secret: string
  owner: Record<string, string>
}

/** Lets six members and the owner write at once, and kills the server at some moment of it. */
async function workAndKill(
  env: Record<string, string>,
  given: Keys | undefined,
  ledger: Ledger,
): Promise<Keys> {
  server = await OwnServer.start({ ...env, SITE: slug })
  const base = `${server.origin}/api/v1/sites/${slug}/`
  const keys = given ?? { secret: server.secret!, owner: await signInOwner(base, server.ownerLink!) }
  const names = Array.from({ length: 6 }, (_, index) => `hand-${index}`)
  const hands = await Promise.all(names.map((name) => signIn(base, slug, keys.secret, name, ledger)))
  await postThread(hands[0]!) // The renderer is warm then, and the others have something to answer.
  let ended = false
  const working = Promise.all([
    work(ownerHand(base, keys.owner, ledger), ownerActs, () => ended),
    ...hands.map((hand) => work(hand, customerActs, () => ended)),
  ])
  const enough = ledger.answered + 5 + Math.random() * 50
  const everyKind = () => pagesOf(ledger).every((page) => promised(page).length)
  const reached = vi.waitUntil(() => ledger.answered >= enough && everyKind(), {
    timeout: 180_000,
    interval: 1,
  })
  await Promise.race([reached, working]) // The others end by failing alone.
  ended = true
  await server.end('SIGKILL')
  await working
  return keys
}

/** Every page of a ledger, of whatever it is. */
const pagesOf = (ledger: Ledger): Map<string, unknown>[] =>
  Object.values(ledger).filter((page) => page instanceof Map)

/** What a look into the database finds to differ from what was promised. */
async function broken(database: Database, ledger: Ledger): Promise<string[]> {
  const { rows: sites } = await sql<{ id: string }>`select id from sites where slug = ${slug}`.execute(
    database.db,
  )
  const siteId = sites[0]!.id
  const world = makeWorld(readConfig({ DEMO: '0' }), database, systemClock, makeLog('silent'))
  const wrong = await wrongCounters(world, siteId)
  return [
    ...wrong.map((row) => `thread ${row.number} counts wrongly`),
    ...(await halves(database, siteId)),
    ...(await unkept(database, siteId, ledger)),
  ]
}

describe(`a server that is killed again and again, on ${underTest()}`, () => {
  it(
    `sec-A09: keeps every write that it answered, once, and no half of any, in ${rounds} rounds`,
    async () => {
      const { env, look } = await place()
      const ledger = emptyLedger()
      let keys: Keys | undefined
      for (let round = 1; round <= rounds; round++) {
        keys = await workAndKill(env, keys, ledger)
        const database = await look()
        const wrong = await broken(database, ledger)
        // Each kill loses the permits that were leased, and twenty within a window would lose them all.
        await sql`delete from allowances`.execute(database.db)
        await database.close()
        expect(wrong, `after kill ${round}`).toEqual([])
      }
      // The kills struck in the middle of work, of which each kind was there.
      const values = pagesOf(ledger).flatMap((page) => [...page.values()])
      expect(values.filter((value) => value === null)).not.toEqual([])
    },
    rounds * 40_000,
  )
})
