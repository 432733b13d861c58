import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Holds a thread, so that of two who mark a reply of it one comes after the other. */
export async function holdThread(trx: Trx, siteId: string, threadId: string): Promise<{ kind: string }> {
  const thread = await trx
    .selectFrom('threads')
    .select(['merged_into', 'kind'])
    .where('site_id', '=', siteId)
    .where('id', '=', threadId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!thread) throw new Problem('not_found')
  if (thread.merged_into) throw new Problem('thread_merged')
  return thread
}

/**
 * A reply of the thread that can be read, or the word that there is none. It is held too, so that it is not hidden or
 * taken away meanwhile; rulings are read after that.
 */
export async function requireReply(
  trx: Trx,
  siteId: string,
  threadId: string,
  postId: string,
): Promise<{ author_id: string | null }> {
  const reply = await trx
    .selectFrom('posts')
    .select('author_id')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .where('id', '=', postId)
    .where('kind', '=', 'reply')
    .where('deleted_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  const ruling = await trx
    .selectFrom('rulings')
    .select('id')
    .where('site_id', '=', siteId)
    .where('post_id', '=', postId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  if (reply && !ruling) return reply
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'reply', message: 'There is no such reply to be read in this thread.' }],
  })
}
