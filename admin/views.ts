import {
  iconAudit,
  iconBell,
  iconFeedback,
  iconFlag,
  iconMail,
  iconPeople,
  iconRoadmap,
  iconSettings,
} from './parts/icons.ts'
import { may, who } from './session.ts'
import { catalog } from './translations/index.ts'

export interface View {
  path: string
  label: string
  /** In the bar at the bottom of a phone. */
  short?: string
  glyph: string
  /** The second key after `g`. */
  key?: string
}

/** The places of the rail that the person at the desk may use. */
export function views(): View[] {
  const { shell } = catalog.value.words
  const moderates: View[] = may('moderate')
    ? [{ path: 'reports', label: shell.reports, glyph: iconFlag, key: 'e' }]
    : []
  const mailbox: View[] = who().mailbox ? [{ path: 'mailbox', label: shell.mailbox, glyph: iconMail }] : []
  return [
    { path: 'feedback', label: shell.feedback, glyph: iconFeedback, key: 'f' },
    ...moderates,
    {
      path: 'notifications',
      label: shell.notifications,
      short: shell.notificationsShort,
      glyph: iconBell,
      key: 'n',
    },
    { path: 'roadmap', label: shell.roadmap, short: shell.roadmapShort, glyph: iconRoadmap, key: 'r' },
    { path: 'members', label: shell.members, glyph: iconPeople, key: 'm' },
    { path: 'audit', label: shell.audit, glyph: iconAudit, key: 'l' },
    { path: 'settings', label: shell.settings, glyph: iconSettings, key: 's' },
    ...mailbox,
  ]
}
