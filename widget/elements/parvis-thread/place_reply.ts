import type { ReplyJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { NestedReply } from './teller.ts'

/**
 * The thread with a reply that was just posted: at the end, or below the reply it answers. One whose answer was lost
 * on the way may be there already when it is sent again.
 */
export const place = (thread: ThreadJson, reply: ReplyJson): ThreadJson => {
  if (postOf(thread, reply.id)) return replace(thread, reply)
  const { items, next } = thread.story
  // What it answers may be further down than the story is read: it stands at the end until that is there.
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

/** The thread with another text of a reply in place: in the story, and at the head where it is an answer there. */
export const replace = (thread: ThreadJson, reply: ReplyJson): ThreadJson => {
  const { replies: _, ...text } = reply
  const atHead = (one: NestedReply | null) => (one?.id === reply.id ? { ...one, ...text } : one)
  const items = thread.story.items.map((item) => {
    if (item.type !== 'reply') return item
    if (item.id === reply.id) return { ...item, ...reply, replies: item.replies }
    return { ...item, replies: item.replies.map((one) => (one.id === reply.id ? { ...one, ...text } : one)) }
  })
  const officialReply = atHead(thread.officialReply)
  const acceptedReply = atHead(thread.acceptedReply)
  return { ...thread, officialReply, acceptedReply, story: { ...thread.story, items } }
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
  const atHead = (one: NestedReply | null) => (one?.id === id ? null : one)
  const officialReply = atHead(thread.officialReply)
  const acceptedReply = atHead(thread.acceptedReply)
  return {
    ...thread,
    replies: thread.replies - 1,
    official: !!officialReply,
    accepted: thread.accepted && !!acceptedReply,
    officialReply,
    acceptedReply,
    story: { ...thread.story, items },
  }
}

/** A post of a thread by its id: the opening, an answer at the head, or a reply of the story. */
export const postOf = (
  thread: ThreadJson,
  id: string,
): Pick<ThreadJson, 'author' | 'revision' | 'html' | 'tombstone'> | undefined => {
  if (id === thread.post) return thread
  const told = thread.story.items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))
  return [...told, thread.officialReply, thread.acceptedReply].find((reply) => reply?.id === id) ?? undefined
}

/** Whether its author deleted a reply of which the place stays. */
export const isGone = ({ html, tombstone }: Pick<ReplyJson, 'html' | 'tombstone'>): boolean =>
  html === null && !tombstone

/** The replies of a thread in the order in which they are read. */
export const repliesOf = ({ story }: ThreadJson): string[] =>
  story.items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies].map((one) => one.id) : []))
