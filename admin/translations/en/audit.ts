/** What an entry is about: its subject in words, and what its detail holds, empty where it holds nothing. */
export interface AuditPieces {
  subject: string
  from: string
  to: string
  name: string
  added: string
  removed: string
  other: string
}

type Phrase = (p: AuditPieces) => string

const actions: Record<string, Phrase> = {
  'threads.status': (p) =>
    p.from
      ? `changed the status of ${p.subject} from ${p.from} to ${p.to}`
      : `set the status of ${p.subject} to ${p.to}`,
  'threads.tag': (p) =>
    [p.added && `added ${p.added} to ${p.subject}`, p.removed && `removed ${p.removed} from ${p.subject}`]
      .filter(Boolean)
      .join(' and ') || `changed the tags of ${p.subject}`,
  'threads.merge': (p) => (p.other ? `merged ${p.subject} into ${p.other}` : `merged ${p.subject}`),
  'threads.assign': (p) => `assigned ${p.subject}${p.name ? ` to ${p.name}` : ''}`,
  'threads.unassign': (p) => `assigned ${p.subject} to nobody`,
  'threads.note': (p) => `kept a note on ${p.subject}`,
  'threads.official': (p) => `marked the official answer of ${p.subject}`,
  'threads.unofficial': (p) => `took back the official answer of ${p.subject}`,
  'decisions.undo': (p) => `took back a decision about ${p.subject}`,
  'posts.hide': (p) =>
    `hid a post${p.subject ? ` in ${p.subject}` : ''}${p.other ? ` under rule ${p.other}` : ''}`,
  'posts.restore': (p) => `showed a hidden post again${p.subject ? ` in ${p.subject}` : ''}`,
  'reports.dismiss': (p) => `found nothing wrong in a reported post${p.subject ? ` in ${p.subject}` : ''}`,
  'items.create': (p) => `made ${p.subject}${p.name ? `, “${p.name}”` : ''}`,
  'items.edit': (p) => `edited ${p.subject}`,
  'items.place': (p) =>
    p.from && p.from !== p.to ? `moved ${p.subject} from ${p.from} to ${p.to}` : `reordered ${p.subject}`,
  'items.publish': (p) => `published ${p.subject}${p.name ? `, “${p.name}”` : ''}`,
  'items.unpublish': (p) => `made ${p.subject} private`,
  'items.archive': (p) => `archived ${p.subject}${p.name ? `, “${p.name}”` : ''}`,
  'items.add_idea': (p) => `added idea ${p.other} to ${p.subject}`,
  'items.remove_idea': (p) => `removed idea ${p.other} from ${p.subject}`,
  'board.make': (p) => `made the board ${p.name || p.subject}`,
  'board.edit': (p) => `edited the board ${p.subject}`,
  'board.archive': (p) => `archived the board ${p.name || p.subject}`,
  'board.restore': (p) => `restored the board ${p.name || p.subject}`,
  'boards.order': () => 'put the boards in another order',
  'tag.make': (p) => `made the tag ${p.name || p.subject}`,
  'tag.edit': (p) => `edited the tag ${p.subject}`,
  'tag.delete': (p) => `deleted the tag ${p.name || p.subject}`,
  'tags.order': () => 'put the tags in another order',
  'status.make': (p) => `made the status ${p.name || p.subject}`,
  'status.edit': (p) => `edited the status ${p.subject}`,
  'status.delete': (p) => `deleted the status ${p.name || p.subject}`,
  'statuses.order': () => 'put the statuses in another order',
  'stage.make': (p) => `made the stage ${p.name || p.subject}`,
  'stage.edit': (p) => `edited the stage ${p.subject}`,
  'stage.delete': (p) => `deleted the stage ${p.name || p.subject}`,
  'stages.order': () => 'put the stages in another order',
  'rule.make': (p) => `wrote rule ${p.subject}`,
  'rule.rewrite': (p) => `rewrote rule ${p.subject}`,
  'rule.retire': (p) => `retired rule ${p.subject}`,
  'settings.edit': () => 'changed the settings',
  'secret.rotate': (p) => `made a new secret for the sign-on${p.name ? ` “${p.name}”` : ''}`,
  'secret.end': (p) => `ended an old secret of the sign-on “${p.name}”`,
  'connection.make': (p) => `made the sign-on “${p.name}”`,
  'connection.edit': (p) => `edited the sign-on “${p.name}”`,
  'connection.delete': (p) => `removed the sign-on “${p.name}”, which ended its sessions`,
  'connection.add_key': (p) => `added a public key to the sign-on “${p.name}”`,
  'connection.remove_key': (p) => `removed a public key of the sign-on “${p.name}”`,
  'key.make': (p) => `made the API key “${p.name}”`,
  'key.end': (p) => `ended the API key “${p.name}”`,
  'team.add': (p) => `added ${p.name} to the team${p.other ? ` as ${p.other}` : ''}`,
  'team.role': (p) => `changed the role of ${p.name} from ${p.from} to ${p.to}`,
  'team.remove': (p) => `removed ${p.name} from the team`,
  'password.set': () => 'set a password',
  'password.remove': () => 'did away with their password',
  'authenticator.add': () => 'turned on an authenticator app',
  'authenticator.remove': () => 'turned off their authenticator app',
  'recovery.renew': () => 'made new recovery codes',
  'passkey.add': (p) => `added the passkey “${p.name}”`,
  'passkey.remove': (p) => `removed the passkey “${p.name}”`,
}

export const audit = {
  title: 'Audit log',
  list: 'What the team did',
  actions,
  /** An act that these words do not know yet, as it is. */
  unknown: (action: string, subject: string) => `${action} ${subject}`.trim(),
  thread: (number: string) => `#${number}`,
  threads: (numbers: string) => `#${numbers}`,
  item: (number: string) => `roadmap item ${number}`,
  operator: 'The operator',
  who: 'Who',
  what: 'What',
  anyone: 'Anyone',
  anything: 'Anything',
  search: 'Search the log',
  searchHint: 'Words of an entry',
  searching: 'Searching older entries…',
  clear: 'Clear the filters',
  emptyHeading: 'Nothing was done yet',
  emptyWords: 'Every act of the team is kept here: who did what, when and why. It cannot be changed.',
  noneHeading: 'Nothing matches',
  noneWords: 'No entry fits these filters and words.',
  /** Names of the acts for the filter. */
  names: {
    'threads.status': 'Status changed',
    'threads.tag': 'Tags changed',
    'threads.merge': 'Threads merged',
    'threads.assign': 'Thread assigned',
    'threads.note': 'Note kept',
    'threads.official': 'Official answer marked',
    'decisions.undo': 'Decision taken back',
    'posts.hide': 'Post hidden',
    'posts.restore': 'Post shown again',
    'reports.dismiss': 'Report dismissed',
    'items.create': 'Item made',
    'items.place': 'Item moved',
    'items.publish': 'Item published',
    'items.unpublish': 'Item made private',
    'items.edit': 'Item edited',
    'board.archive': 'Board archived',
    'board.restore': 'Board restored',
    'settings.edit': 'Settings changed',
    'secret.rotate': 'Secret renewed',
    'secret.end': 'Secret ended',
    'connection.make': 'Sign-on made',
    'connection.edit': 'Sign-on edited',
    'connection.delete': 'Sign-on removed',
    'connection.add_key': 'Key added',
    'connection.remove_key': 'Key removed',
    'key.make': 'API key made',
    'key.end': 'API key ended',
    'team.add': 'Person added',
    'team.role': 'Role changed',
    'team.remove': 'Person removed',
    'password.set': 'Password set',
    'password.remove': 'Password removed',
    'authenticator.add': 'Authenticator on',
    'authenticator.remove': 'Authenticator off',
    'recovery.renew': 'Recovery codes renewed',
    'passkey.add': 'Passkey added',
    'passkey.remove': 'Passkey removed',
  } as Record<string, string>,
}
