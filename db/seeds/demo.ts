import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { World } from '../../server/context.ts'
import type { Image } from '../../server/images/image.ts'
import { newId } from '../../server/lib/ids.ts'
import { inTransaction, type Trx } from '../../server/lib/in_transaction.ts'
import type { Rendered } from '../../server/lib/markdown.ts'
import { newSecret } from '../../server/lib/secrets.ts'
import { learnTables } from '../statistics.ts'
import { bakfleet } from './bakfleet/index.ts'
import type { SeedStory } from './bakfleet/story.ts'
import { tellOfReplies } from './plant/answers.ts'
import { plantDecisions } from './plant/decisions.ts'
import { paint, plantDrawings, sizesOf } from './plant/drawings.ts'
import { plantFollows } from './plant/follows.ts'
import { ago, type Ground } from './plant/ground.ts'
import { plantKeys } from './plant/keys.ts'
import { plantLedgers } from './plant/ledgers.ts'
import { namesIn, spelled } from './plant/mentions.ts'
import { plantMerges } from './plant/merges.ts'
import { plantModeration } from './plant/moderation.ts'
import { plantNotifications } from './plant/notifications.ts'
import { plantPeople } from './plant/people.ts'
import { plantReactions } from './plant/reactions.ts'
import { layItems, plantItems } from './plant/roadmap.ts'
import { Rows } from './plant/rows.ts'
import { plantSite } from './plant/site.ts'
import { plantStaffWork } from './plant/staff_work.ts'
import { plantSuspensions } from './plant/suspensions.ts'
import { layThreads, plantThreads } from './plant/threads.ts'
import { castVotes } from './plant/voters.ts'

export interface Planting {
  threads: number
  posts: number
  votes: number
  members: number
}

/**
 * Plants the demo community into a database that holds no site yet; undefined where it holds one. All in
 * one transaction, so that a process killed in the middle leaves an empty database, and the next start
 * begins anew. Only in development: it makes people, and staff who may sign in.
 */
export async function seedDemo(world: World, stop?: AbortSignal): Promise<Planting | undefined> {
  if (!world.config.development)
    throw new Error('The demo community is for development only, where PUBLIC_URL is unset or loopback.')
  if (await holdsSite(world.db)) return undefined
  const rendered = await renderAll(world, bakfleet, stop)
  const painted = await paint(bakfleet.drawings)
  const siteId = newId()
  const planted = await inTransaction(
    world,
    siteId,
    (trx) => plant(world, trx, siteId, rendered, painted, stop),
    'structure',
  )
  await learnTables(world.database)
  return planted
}

async function holdsSite(db: Trx | World['db']): Promise<boolean> {
  return (await db.selectFrom('sites').select('id').limit(1).execute()).length > 0
}

async function plant(
  world: World,
  trx: Trx,
  siteId: string,
  rendered: Map<string, Rendered>,
  painted: Map<string, Image>,
  stop?: AbortSignal,
): Promise<Planting | undefined> {
  // Of two processes that start on one empty database, the second finds the first one's site here.
  await sql`select pg_advisory_xact_lock(hashtextextended('parvis demo', 0))`.execute(trx)
  if (await holdsSite(trx)) return undefined
  const now = world.clock.now()
  const founded = ago({ now }, Math.max(...bakfleet.people.map((person) => person.joinedDaysAgo)))
  const words = await plantSite(trx, bakfleet, {
    siteId,
    secret: newSecret(),
    at: founded,
    demoPort: world.config.demoPort,
  })
  const ground: Ground = {
    story: bakfleet,
    siteId,
    now,
    ...words,
    people: new Map(),
    threads: new Map(),
    rendered,
    rows: new Rows(),
    happened: [],
    acts: [],
  }
  const activities = grow(ground)
  await ground.rows.write(trx, stop)
  await plantDrawings(trx, ground, bakfleet.drawings, painted)
  await plantFollows(trx, siteId)
  await plantReactions(trx, siteId, world.clock.now())
  await trx
    .updateTable('feeds')
    .set({
      last_seq: activities,
      last_thread: ground.threads.size,
      last_item: bakfleet.items.length,
      last_ruling: bakfleet.rulings.length,
    })
    .where('site_id', '=', siteId)
    .execute()
  return countOf(ground)
}

/** All rows, in memory. Returns how many things happened. */
function grow(ground: Ground): number {
  plantPeople(ground)
  plantKeys(ground)
  layThreads(ground)
  castVotes(ground)
  plantThreads(ground)
  plantStaffWork(ground)
  plantMerges(ground)
  tellOfReplies(ground)
  const items = layItems(ground)
  plantItems(ground, items)
  plantDecisions(ground, items)
  plantModeration(ground)
  plantSuspensions(ground)
  plantNotifications(ground)
  return plantLedgers(ground)
}

function countOf(ground: Ground): Planting {
  const threads = [...ground.threads.values()]
  return {
    threads: threads.length,
    posts: threads.reduce((sum, thread) => sum + 1 + thread.replies.length, 0),
    votes: threads.reduce((sum, thread) => sum + thread.ballots.length, 0),
    members: ground.people.size,
  }
}

const atOnce = 50

/** Every text made ready to be read, before the transaction begins. */
async function renderAll(world: World, story: SeedStory, stop?: AbortSignal): Promise<Map<string, Rendered>> {
  const texts = story.threads.flatMap((thread) => [
    thread.body,
    ...thread.replies.flatMap(({ body, before }) => (before === undefined ? [body] : [body, before])),
    ...(thread.note ? [thread.note.body] : []),
  ])
  const sizes = sizesOf(story.drawings)
  const rendered = new Map<string, Rendered>()
  const names = namesIn(story)
  for (let from = 0; from < texts.length; from += atOnce) {
    await setImmediate()
    stop?.throwIfAborted()
    const some = texts.slice(from, from + atOnce)
    const known = { people: names, images: sizes }
    const made = await Promise.all(some.map((text) => world.render.render(spelled(story, text), known)))
    for (const [index, text] of some.entries()) rendered.set(text, made[index]!)
  }
  return rendered
}
