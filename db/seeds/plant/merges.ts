import { ago, type Ground, idAt, known, personOf, type Thread, threadOf } from './ground.ts'
import { notify } from './notifications.ts'
import { place } from './threads.ts'

/** Duplicates joined to what they repeat: the deed itself, its story line, and the people told. */
export function plantMerges(ground: Ground): void {
  for (const source of ground.threads.values()) {
    const merged = source.story.mergedInto
    if (!merged) continue
    const target = threadOf(ground, merged.key)
    const by = personOf(ground, merged.by)
    const at = ago(ground, merged.daysAgo)
    const id = idAt(at)
    const votesAdded = target.ballots.filter((ballot) => ballot.from === source).length
    const votesShared = source.ballots.length - votesAdded
    ground.rows.add('merges', {
      site_id: ground.siteId,
      id,
      source_id: source.id,
      target_id: target.id,
      merged_by: by.id,
      votes_added: votesAdded,
      votes_shared: votesShared,
      carried: { tags: carryTags(ground, source, target), official: null, item: null },
      created_at: at,
    })
    const thread = { number: source.number, title: source.story.title }
    const detail = { thread, votesAdded, votesShared }
    ground.happened.push({ kind: 'merged', ...place(ground, target), actorId: by.id, detail, at })
    ground.acts.push({
      at,
      by,
      action: 'threads.merge',
      subjectKind: 'thread',
      subject: String(source.number),
      detail: { into: target.number, votesAdded, votesShared, replies: source.replies.length },
    })
    const readers = [source.author, ...source.ballots.map((ballot) => ballot.person)]
    notify(ground, readers, { kind: 'merged', key: `merge:${id}`, threadId: target.id, by, at })
  }
}

/** The duplicate's tags that its target did not have go with it. */
function carryTags(ground: Ground, source: Thread, target: Thread): string[] {
  const ids = source.story.tags
    .filter((slug) => !target.story.tags.includes(slug))
    .map((slug) => known(ground.tags, slug, 'tag'))
  for (const tag_id of ids)
    ground.rows.add('thread_tags', { site_id: ground.siteId, thread_id: target.id, tag_id })
  return ids
}
