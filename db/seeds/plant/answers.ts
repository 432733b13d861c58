import type { Ground, Person, Reply, Thread } from './ground.ts'
import { mentionedIn } from './mentions.ts'
import { notify } from './notifications.ts'
import { acceptedAt } from './threads.ts'
import { readersOf } from './voters.ts'

/** Who hears of each reply: whom it mentions, as that alone, whoever it answers, every voter where it is the official one, its author where it is accepted. */
export function tellOfReplies(ground: Ground): void {
  for (const thread of ground.threads.values())
    for (const reply of thread.replies) tellOf(ground, thread, reply)
}

function tellOf(ground: Ground, thread: Thread, reply: Reply): void {
  const { id, at, author: by } = reply
  const news = { threadId: thread.id, postId: id, by, at }
  const mentioned = mentionedIn(ground, reply.story.body)
  notify(ground, mentioned, { kind: 'mention', key: `mention:${id}`, ...news })
  const others = (people: Person[]) => people.filter((one) => !mentioned.includes(one))
  notify(ground, others([thread.author, reply.parent?.author ?? thread.author]), {
    kind: 'reply',
    key: `reply:${id}`,
    ...news,
  })
  if (reply.story.accepted) {
    const accepted = { threadId: thread.id, postId: id, by: thread.author, at: acceptedAt(ground, reply) }
    notify(ground, [by], { kind: 'accepted', key: `accepted:${id}`, ...accepted })
  }
  if (!reply.story.official) return
  const voters = readersOf(ground, thread.story.key, at)
  notify(ground, others(voters), { kind: 'official', key: `official:${id}`, ...news })
}
