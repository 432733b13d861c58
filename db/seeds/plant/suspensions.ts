import { later } from '../../../server/lib/clock.ts'
import { undoSeconds } from '../../../server/notifications/tell.ts'
import { ago, type Ground, idAt, personOf } from './ground.ts'
import { notify } from './notifications.ts'

/** Who may not write for a while, told to them; what ran out before is closed, as the next one closes it. */
export function plantSuspensions(ground: Ground): void {
  for (const { who, rule, reason, by: moderator, daysAgo, forDays } of ground.story.suspensions) {
    const at = ago(ground, daysAgo)
    const until = later(at, forDays * 86_400)
    const [member, by, id] = [personOf(ground, who), personOf(ground, moderator), idAt(at)]
    ground.rows.add('sanctions', {
      site_id: ground.siteId,
      id,
      member_id: member.id,
      kind: 'suspension',
      rule_number: rule,
      rule_version: 1,
      reason,
      until,
      imposed_by: by.id,
      created_at: at,
      tell_at: later(at, undoSeconds),
      lifted_at: until <= ground.now ? until : null,
    })
    const subject = { subjectKind: 'member', subject: member.id }
    ground.acts.push({ at, by, action: 'members.suspend', ...subject, detail: { rule, reason, until } })
    notify(ground, [member], { kind: 'suspension', key: `suspension:${id}`, sanctionId: id, by, at })
  }
}
