import { between, type Ground, idAt, personOf, renderedOf, type Thread } from './ground.ts'

/** Who looks after which thread, and what staff wrote about it for each other. */
export function plantStaffWork(ground: Ground): void {
  for (const thread of ground.threads.values()) {
    plantAssignment(ground, thread)
    plantNote(ground, thread)
  }
}

function plantAssignment(ground: Ground, thread: Thread): void {
  if (!thread.story.assignee) return
  const at = between(thread.at, ground.now, 0.05)
  const by = personOf(ground, thread.story.assignee)
  const row = {
    site_id: ground.siteId,
    thread_id: thread.id,
    member_id: by.id,
    assigned_by: by.id,
    assigned_at: at,
  }
  ground.rows.add('assignments', row)
  const subject = { subjectKind: 'thread', subject: String(thread.number) }
  ground.acts.push({ at, by, action: 'threads.assign', ...subject, detail: { member: by.id } })
}

function plantNote(ground: Ground, thread: Thread): void {
  const { note } = thread.story
  if (!note) return
  const at = between(thread.at, ground.now, 0.3)
  const by = personOf(ground, note.by)
  const id = idAt(at)
  ground.rows.add('notes', {
    site_id: ground.siteId,
    id,
    thread_id: thread.id,
    author_id: by.id,
    body: note.body,
    html: renderedOf(ground, note.body).html,
    created_at: at,
  })
  const subject = { subjectKind: 'thread', subject: String(thread.number) }
  ground.acts.push({ at, by, action: 'threads.note', ...subject, detail: { note: id } })
}
