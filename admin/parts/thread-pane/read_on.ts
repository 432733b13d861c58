import type { ThreadJson } from '../../../server/threads/json.ts'
import { put } from '../../api.ts'
import { countNews, unreadCount } from '../../news.ts'
import { session } from '../../session.ts'

type Reply = Pick<NonNullable<ThreadJson['officialReply']>, 'id' | 'author' | 'createdAt'>

/** What was said last, so that nothing is said twice in a row. */
let told = ''

/** Says how far the person at the desk has read in a thread: what they were told of it waits at the bell no more. */
export async function readOn(thread: ThreadJson, replies: Reply[]): Promise<void> {
  const now = session.value
  const me = now.state === 'in' ? now.who.member.id : ''
  // One's own reply says nothing of those of others that came before it and still wait to be shown.
  const last = replies.reduce<Reply | undefined>(
    (latest, one) => (one.author?.id === me || (latest && latest.createdAt >= one.createdAt) ? latest : one),
    undefined,
  )
  const answers = [thread.acceptedReply, thread.officialReply].flatMap((one) => one?.id ?? [])
  const key = [me, thread.number, last?.id, ...answers].join(' ')
  if (key === told) return
  told = key
  try {
    await put(`threads/${thread.number}/visit`, { ...(last && { post: last.id }), answers })
    if (unreadCount.value) await countNews()
  } catch {
    // It only counts too much as unread.
  }
}
