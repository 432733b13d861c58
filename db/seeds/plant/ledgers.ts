import { type Ground, idAt } from './ground.ts'

/** What happened and what staff did, in the order of time, and on which days people were here. */
export function plantLedgers(ground: Ground): number {
  const { rows, siteId: site_id } = ground
  const byTime = (one: { at: Date }, other: { at: Date }) => one.at.getTime() - other.at.getTime()
  for (const [index, entry] of ground.happened.toSorted(byTime).entries()) {
    rows.add('activity', {
      site_id,
      seq: index + 1,
      kind: entry.kind,
      board_id: entry.boardId ?? null,
      thread_id: entry.threadId ?? null,
      post_id: entry.postId ?? null,
      actor_id: entry.actorId ?? null,
      decision_id: entry.decisionId ?? null,
      public: entry.public ?? true,
      detail: JSON.parse(JSON.stringify(entry.detail ?? {})),
      created_at: entry.at,
    })
  }
  for (const act of ground.acts.toSorted(byTime)) {
    rows.add('audit_entries', {
      site_id,
      id: idAt(act.at),
      actor_id: act.by.id,
      action: act.action,
      subject_kind: act.subjectKind,
      subject: act.subject,
      detail: JSON.parse(JSON.stringify(act.detail)),
      created_at: act.at,
    })
  }
  plantDays(ground)
  return ground.happened.length
}

function plantDays(ground: Ground): void {
  const days = new Set<string>()
  const here = (memberId: string | undefined, at: Date) =>
    memberId && days.add(`${memberId} ${at.toISOString().slice(0, 10)}`)
  for (const entry of ground.happened) here(entry.actorId, entry.at)
  for (const act of ground.acts) here(act.by.id, act.at)
  for (const thread of ground.threads.values())
    for (const { person, at } of thread.ballots) here(person.id, at)
  for (const one of days) {
    const [member_id, day] = one.split(' ')
    ground.rows.add('member_days', { site_id: ground.siteId, member_id: member_id!, day: day! })
  }
}
