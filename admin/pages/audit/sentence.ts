import type { AuditEntryJson } from '../../../server/audit/json.ts'
import type { Names } from '../../../server/words.ts'
import { boardOf, community, segmentOf, stageOf, statusOf, tagOf } from '../../community.ts'
import { hrefOf } from '../../router.ts'
import type { AuditPieces } from '../../translations/en/audit.ts'
import { listed } from '../../translations/format.ts'
import { catalog, named } from '../../translations/index.ts'

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** A slug as its name: of a status, a stage or a role; as it stands where it is none of them. */
function word(value: unknown): string {
  const slug = text(value)
  const step = statusOf(slug) ?? stageOf(slug)
  const roles: Record<string, string> = catalog.value.words.common.roles
  return step ? named(step) : (roles[slug] ?? slug)
}

function tagsOf(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) return ''
  return listed(value.map((slug) => `#${tagOf(text(slug)) ? named(tagOf(text(slug))!) : text(slug)}`))
}

/** The thread that an entry about a post happened in, where its detail says so. */
function threadOf(entry: AuditEntryJson): string {
  const { detail, subject, subjectKind } = entry
  if (subjectKind === 'thread') return subject
  return subjectKind === 'post' ? text(detail.thread) : ''
}

/** What stands in a list of the settings, by its slug: it is called by its name as long as it is there. */
const things: Record<string, (slug: string) => { name: string; names: Names } | undefined> = {
  board: boardOf,
  segment: segmentOf,
  tag: tagOf,
  status: statusOf,
  stage: stageOf,
}

function subjectWords(entry: AuditEntryJson): string {
  const { audit } = catalog.value.words
  const thread = threadOf(entry)
  if (thread) return thread.split(',').map(audit.thread).join(', ')
  if (entry.subjectKind === 'item') return audit.item(entry.subject)
  const thing = things[entry.subjectKind]?.(entry.subject)
  if (thing) return named(thing)
  return ['post', 'member', 'site', 'connection', 'key', 'openid'].includes(entry.subjectKind)
    ? ''
    : entry.subject
}

function otherOf(entry: AuditEntryJson): string {
  const { detail } = entry
  if (entry.action === 'threads.merge') return text(detail.into) && `#${text(detail.into)}`
  if (entry.action.endsWith('_idea')) return text(detail.thread) && `#${text(detail.thread)}`
  if (entry.action === 'team.add') return word(detail.role)
  return text(detail.rule)
}

function piecesOf(entry: AuditEntryJson): AuditPieces {
  const { detail } = entry
  const member = community.value.staff.find((one) => one.id === detail.member)?.name
  return {
    subject: subjectWords(entry),
    from: word(detail.from),
    to: word(detail.to),
    name: text(detail.name) || text(detail.title) || (member ?? ''),
    added: tagsOf(detail.add),
    removed: tagsOf(detail.remove),
    other: otherOf(entry),
  }
}

/** What was done, in words; an act that is not known yet as it was written down. */
export function sentence(entry: AuditEntryJson): string {
  const { audit } = catalog.value.words
  const phrase = Object.hasOwn(audit.actions, entry.action) ? audit.actions[entry.action] : undefined
  return phrase ? phrase(piecesOf(entry)) : audit.unknown(entry.action, subjectWords(entry))
}

/** Why, where a reason or a note was given. */
export function reasonOf(entry: AuditEntryJson): string {
  return entry.action === 'threads.note' ? '' : text(entry.detail.reason) || text(entry.detail.note)
}

/** Where the subject can be seen. */
export function addressOf(entry: AuditEntryJson): string | null {
  const thread = threadOf(entry).split(',')[0]
  if (thread && /^\d+$/.test(thread)) return hrefOf(`feedback/${thread}`)
  if (entry.subjectKind === 'item') return hrefOf(`roadmap/${entry.subject}`)
  // A member of the team stands in the settings, any other among the members.
  if (entry.action.startsWith('members.')) return hrefOf(`members/${entry.subject}`)
  const pages: Record<string, string> = {
    board: 'boards',
    segment: 'segments',
    tag: 'tags',
    status: 'statuses',
    stage: 'stages',
    rule: 'rules',
    member: 'team',
    site: 'general',
    connection: 'sso',
    key: 'keys',
    openid: 'team-sign-in',
  }
  const page = pages[entry.subjectKind]
  return page ? hrefOf(`settings/${page}`) : null
}
