import { later } from '../../../server/lib/clock.ts'
import { type News, undoSeconds } from '../../../server/notifications/tell.ts'
import { between, type Ground, idAt, type Person } from './ground.ts'

interface Told extends Omit<News, 'actorId'> {
  by: Person
  at: Date
}

interface Waiting extends Told {
  reader: Person
}

const waiting = new WeakMap<Ground, Waiting[]>()

/** Tells some people, each once, and not the one who did it. */
export function notify(ground: Ground, readers: Person[], news: Told): void {
  const list = waiting.get(ground) ?? []
  waiting.set(ground, list)
  for (const reader of new Set(readers)) if (reader !== news.by) list.push({ ...news, reader })
}

const unread = 2

/** The rows of everything told, of which each person has read all but the latest. */
export function plantNotifications(ground: Ground): void {
  const byReader = Map.groupBy(waiting.get(ground) ?? [], (news) => news.reader)
  for (const list of byReader.values()) {
    const inOrder = list.sort((one, other) => other.at.getTime() - one.at.getTime())
    for (const [index, news] of inOrder.entries()) {
      const atOnce = news.kind === 'reply' || news.kind === 'mention' || news.kind === 'official'
      const tellAt = atOnce ? news.at : later(news.at, undoSeconds)
      ground.rows.add('notifications', {
        site_id: ground.siteId,
        id: idAt(news.at),
        member_id: news.reader.id,
        key: news.key,
        kind: news.kind,
        thread_id: news.threadId ?? null,
        item_id: news.itemId ?? null,
        post_id: news.postId ?? null,
        decision_id: news.decisionId ?? null,
        ruling_id: news.rulingId ?? null,
        sanction_id: news.sanctionId ?? null,
        actor_id: news.kind === 'suspension' ? null : news.by.id,
        created_at: news.at,
        tell_at: tellAt,
        read_at: index < unread ? null : between(tellAt, inOrder[index - 1]!.at, 0.5),
      })
    }
  }
}
