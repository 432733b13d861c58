import type { ReplyJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'

/**
 * The thread with a reply that was just posted: at the end, or below the reply it answers. One whose answer was lost
 * on the way may be there already when it is sent again.
 */
export const place = (thread: ThreadJson, reply: ReplyJson): ThreadJson => {
  if (postOf(thread, reply.id)) return replace(thread, reply)
  const { items, next } = thread.story
  const nested = items.some((item) => item.type === 'reply' && item.id === reply.parent)
  const told = nested
    ? items.map((item) =>
        item.type === 'reply' && item.id === reply.parent
          ? { ...item, replies: [...item.replies, reply] }
          : item,
      )
    : [...items, { ...reply, replies: reply.replies ?? [] }]
  return { ...thread, replies: thread.replies + 1, story: { items: told, next } }
}

/** The thread with another text of a reply in place. */
export const replace = (thread: ThreadJson, reply: ReplyJson): ThreadJson => {
  const items = thread.story.items.map((item) => {
    if (item.type !== 'reply') return item
    if (item.id === reply.id) return { ...item, ...reply, replies: item.replies }
    return { ...item, replies: item.replies.map((one) => (one.id === reply.id ? { ...one, ...reply } : one)) }
  })
  return { ...thread, story: { ...thread.story, items } }
}

/**
 * The thread without a reply that its author deleted, as the server tells it from now on: where others answered it,
 * its place stays, until the last of them is gone too.
 */
export const remove = (thread: ThreadJson, id: string): ThreadJson => {
  const items = thread.story.items.flatMap<(typeof thread.story.items)[number]>((item) => {
    if (item.type !== 'reply') return [item]
    const replies = item.replies.filter((one) => one.id !== id)
    const gone = item.id === id || (isGone(item) && replies.length < item.replies.length)
    if (!gone) return [{ ...item, replies }]
    return replies.length ? [{ ...item, replies, author: null, body: null, html: null }] : []
  })
  return { ...thread, replies: thread.replies - 1, story: { ...thread.story, items } }
}

/** A post of a thread by its id: the opening, or a reply of the story. */
export const postOf = (
  thread: ThreadJson,
  id: string,
): Pick<ThreadJson, 'author' | 'revision' | 'html' | 'tombstone'> | undefined => {
  if (id === thread.post) return thread
  return thread.story.items
    .flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))
    .find((reply) => reply.id === id)
}

/** Whether its author deleted a reply of which the place stays. */
export const isGone = ({ html, tombstone }: Pick<ReplyJson, 'html' | 'tombstone'>): boolean =>
  html === null && !tombstone

/** The replies of a thread in the order in which they are read. */
export const repliesOf = ({ story }: ThreadJson): string[] =>
  story.items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies].map((one) => one.id) : []))
