import type { ThreadJson } from '../../../server/threads/json.ts'

const known = new WeakMap<ThreadJson, Map<string, number>>()

/**
 * Which of its author's posts in the thread a post is, from 1 on, in the order in which they are read. It tells
 * controls of the same name apart where somebody lists them: "Reply to Ben", "Reply to the 2nd post of Ben".
 */
export const nthOf = (thread: ThreadJson, post: string): number => {
  const all = known.get(thread) ?? counted(thread)
  known.set(thread, all)
  return all.get(post) ?? 1
}

const counted = ({ post, author, html, story }: ThreadJson): Map<string, number> => {
  const replies = story.items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))
  const times = new Map<string | undefined, number>()
  const all = new Map<string, number>()
  for (const one of [{ id: post, author, html }, ...replies]) {
    // What was taken away, or hidden, has no controls.
    if (one.html === null) continue
    const nth = (times.get(one.author?.id) ?? 0) + 1
    times.set(one.author?.id, nth)
    all.set(one.id, nth)
  }
  return all
}
