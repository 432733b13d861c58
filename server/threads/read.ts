import type { Reader, World } from '../context.ts'
import { imagesOf } from '../images/address.ts'
import { pageSize } from '../paging.ts'
import { storyJson } from '../replies/json.ts'
import { acceptedReply, officialReply, storyRows } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { type ThreadJson, threadJson } from './json.ts'
import type { ThreadFull } from './queries.ts'

/** A found thread with its official and its accepted answer and the first page of its story. */
export async function readThread(
  world: World,
  site: Site,
  viewer: Reader,
  thread: ThreadFull,
): Promise<ThreadJson> {
  const [story, official, accepted] = await Promise.all([
    storyRows(world.db, viewer, thread.id, undefined, pageSize, true),
    thread.official ? officialReply(world.db, site.id, thread.id) : undefined,
    thread.accepted ? acceptedReply(world.db, site.id, thread.id) : undefined,
  ])
  const show = imagesOf(world, site, thread.board_id)
  return threadJson(
    world.config,
    site,
    thread,
    { official, accepted },
    storyJson(world.config, site, story, pageSize, 'story', show),
    show,
  )
}
