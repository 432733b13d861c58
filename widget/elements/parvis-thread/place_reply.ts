import type { ReplyJson, ThreadJson } from '../../../server/threads/json.ts'

/** The thread with a reply that was just posted: at the end, or below the reply it answers. */
export const place = (thread: ThreadJson, reply: ReplyJson): ThreadJson => {
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
