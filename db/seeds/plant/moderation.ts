import { later } from '../../../server/lib/clock.ts'
import { undoSeconds } from '../../../server/notifications/tell.ts'
import { ago, type Ground, idAt, known, personOf, threadOf } from './ground.ts'
import { notify } from './notifications.ts'

/** Rulings that stand, told to their authors, and reports that wait for a moderator. */
export function plantModeration(ground: Ground): void {
  const { rows, siteId: site_id } = ground
  const inOrder = ground.story.rulings.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, ruling] of inOrder.entries()) {
    const { thread, post } = postOf(ground, ruling)
    const at = ago(ground, ruling.daysAgo)
    const by = personOf(ground, ruling.by)
    const id = idAt(at)
    const number = index + 1
    rows.add('rulings', {
      site_id,
      id,
      number,
      post_id: post.id,
      revision: 1,
      rule_number: ruling.rule,
      rule_version: 1,
      reason: ruling.reason,
      ruled_by: by.id,
      created_at: at,
      tell_at: later(at, undoSeconds),
    })
    // Where it was hidden shows as a tombstone; the deed itself is for staff.
    ground.happened.push({
      kind: 'hidden',
      threadId: thread.id,
      postId: post.id,
      actorId: by.id,
      public: false,
      at,
    })
    ground.acts.push({
      at,
      by,
      action: 'posts.hide',
      subjectKind: 'post',
      subject: post.id,
      detail: {
        ruling: number,
        rule: ruling.rule,
        reason: ruling.reason,
        thread: thread.number,
        revision: 1,
      },
    })
    notify(ground, [post.author], {
      kind: 'ruling',
      key: `ruling:${id}`,
      threadId: thread.id,
      postId: post.id,
      rulingId: id,
      by,
      at,
    })
  }
  for (const report of ground.story.reports) {
    const at = ago(ground, report.daysAgo)
    rows.add('reports', {
      site_id,
      id: idAt(at),
      post_id: postOf(ground, report).post.id,
      revision: 1,
      member_id: personOf(ground, report.by).id,
      reason: report.reason,
      note: report.note,
      created_at: at,
    })
  }
}

/** The opening post of a thread, or the reply that is named. */
function postOf(ground: Ground, named: { thread: string; reply?: string }) {
  const thread = threadOf(ground, named.thread)
  if (!named.reply) return { thread, post: { id: thread.openingId, author: thread.author } }
  const replies = new Map(thread.replies.map((reply) => [reply.story.key ?? '', reply]))
  const reply = known(replies, named.reply, 'reply')
  return { thread, post: { id: reply.id, author: reply.author } }
}
