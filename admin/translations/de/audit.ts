import type { audit as en } from '../en/audit.ts'

const actions: typeof en.actions = {
  'threads.status': (p) =>
    p.from
      ? `hat den Status von ${p.subject} geändert: ${p.from} → ${p.to}`
      : `hat den Status von ${p.subject} gesetzt: ${p.to}`,
  'threads.tag': (p) =>
    [
      p.added && `hat ${p.added} zu ${p.subject} hinzugefügt`,
      p.removed && `hat ${p.removed} von ${p.subject} entfernt`,
    ]
      .filter(Boolean)
      .join(' und ') || `hat die Schlagwörter von ${p.subject} geändert`,
  'threads.merge': (p) =>
    p.other ? `hat ${p.subject} mit ${p.other} zusammengeführt` : `hat ${p.subject} zusammengeführt`,
  'threads.assign': (p) => `hat ${p.subject}${p.name ? ` an ${p.name}` : ''} zugewiesen`,
  'threads.unassign': (p) => `hat die Zuweisung von ${p.subject} aufgehoben`,
  'threads.note': (p) => `hat eine Notiz zu ${p.subject} geschrieben`,
  'threads.official': (p) => `hat die offizielle Antwort von ${p.subject} bestimmt`,
  'threads.unofficial': (p) => `hat die offizielle Antwort von ${p.subject} zurückgenommen`,
  'decisions.undo': (p) => `hat eine Entscheidung zu ${p.subject} zurückgenommen`,
  'posts.hide': (p) =>
    `hat einen Beitrag${p.subject ? ` in ${p.subject}` : ''}${p.other ? ` nach Regel ${p.other}` : ''} ausgeblendet`,
  'posts.restore': (p) => `hat einen Beitrag${p.subject ? ` in ${p.subject}` : ''} wieder gezeigt`,
  'reports.dismiss': (p) =>
    `hat an einem gemeldeten Beitrag${p.subject ? ` in ${p.subject}` : ''} nichts beanstandet`,
  'items.create': (p) => `hat ${p.subject} angelegt${p.name ? `, „${p.name}“` : ''}`,
  'items.edit': (p) => `hat ${p.subject} bearbeitet`,
  'items.place': (p) =>
    p.from && p.from !== p.to
      ? `hat ${p.subject} verschoben: ${p.from} → ${p.to}`
      : `hat die Reihenfolge von ${p.subject} geändert`,
  'items.publish': (p) => `hat ${p.subject} veröffentlicht${p.name ? `, „${p.name}“` : ''}`,
  'items.unpublish': (p) => `hat ${p.subject} privat gemacht`,
  'items.archive': (p) => `hat ${p.subject} archiviert${p.name ? `, „${p.name}“` : ''}`,
  'items.add_idea': (p) => `hat Idee ${p.other} zu ${p.subject} hinzugefügt`,
  'items.remove_idea': (p) => `hat Idee ${p.other} aus ${p.subject} entfernt`,
  'board.make': (p) => `hat den Bereich ${p.name || p.subject} angelegt`,
  'board.edit': (p) => `hat den Bereich ${p.subject} bearbeitet`,
  'board.archive': (p) => `hat den Bereich ${p.name || p.subject} archiviert`,
  'boards.order': () => 'hat die Bereiche neu geordnet',
  'tag.make': (p) => `hat das Schlagwort ${p.name || p.subject} angelegt`,
  'tag.edit': (p) => `hat das Schlagwort ${p.subject} bearbeitet`,
  'tag.delete': (p) => `hat das Schlagwort ${p.name || p.subject} gelöscht`,
  'tags.order': () => 'hat die Schlagwörter neu geordnet',
  'status.make': (p) => `hat den Status ${p.name || p.subject} angelegt`,
  'status.edit': (p) => `hat den Status ${p.subject} bearbeitet`,
  'status.delete': (p) => `hat den Status ${p.name || p.subject} gelöscht`,
  'statuses.order': () => 'hat die Status neu geordnet',
  'stage.make': (p) => `hat die Stufe ${p.name || p.subject} angelegt`,
  'stage.edit': (p) => `hat die Stufe ${p.subject} bearbeitet`,
  'stage.delete': (p) => `hat die Stufe ${p.name || p.subject} gelöscht`,
  'stages.order': () => 'hat die Stufen neu geordnet',
  'rule.make': (p) => `hat Regel ${p.subject} geschrieben`,
  'rule.rewrite': (p) => `hat Regel ${p.subject} neu gefasst`,
  'rule.retire': (p) => `hat Regel ${p.subject} zurückgezogen`,
  'settings.edit': () => 'hat die Einstellungen geändert',
  'secret.rotate': () => 'hat ein neues Geheimnis für die Anmeldung erzeugt',
  'team.add': (p) => `hat ${p.name} ins Team aufgenommen${p.other ? ` (${p.other})` : ''}`,
  'team.role': (p) => `hat die Rolle von ${p.name} geändert: ${p.from} → ${p.to}`,
  'team.remove': (p) => `hat ${p.name} aus dem Team genommen`,
}

export const audit: typeof en = {
  title: 'Protokoll',
  list: 'Was das Team getan hat',
  actions,
  unknown: (action, subject) => `${action} ${subject}`.trim(),
  thread: (number) => `#${number}`,
  threads: (numbers) => `#${numbers}`,
  item: (number) => `Roadmap-Punkt ${number}`,
  operator: 'Der Betreiber',
  who: 'Wer',
  what: 'Was',
  anyone: 'alle',
  anything: 'alles',
  search: 'Im Protokoll suchen',
  searchHint: 'Wörter eines Eintrags',
  searching: 'Ältere Einträge werden durchsucht…',
  clear: 'Filter zurücksetzen',
  emptyHeading: 'Noch wurde nichts getan',
  emptyWords:
    'Jede Handlung des Teams steht hier: wer, was, wann und warum. Geändert werden kann nichts davon.',
  noneHeading: 'Nichts gefunden',
  noneWords: 'Kein Eintrag passt zu diesen Filtern und Wörtern.',
  names: {
    'threads.status': 'Status geändert',
    'threads.tag': 'Schlagwörter geändert',
    'threads.merge': 'Themen zusammengeführt',
    'threads.assign': 'Thema zugewiesen',
    'threads.note': 'Notiz geschrieben',
    'threads.official': 'Offizielle Antwort bestimmt',
    'decisions.undo': 'Entscheidung zurückgenommen',
    'posts.hide': 'Beitrag ausgeblendet',
    'posts.restore': 'Beitrag wieder gezeigt',
    'reports.dismiss': 'Meldung nicht beanstandet',
    'items.create': 'Punkt angelegt',
    'items.place': 'Punkt verschoben',
    'items.publish': 'Punkt veröffentlicht',
    'items.unpublish': 'Punkt privat gemacht',
    'items.edit': 'Punkt bearbeitet',
    'settings.edit': 'Einstellungen geändert',
    'secret.rotate': 'Geheimnis erneuert',
    'team.add': 'Person aufgenommen',
    'team.role': 'Rolle geändert',
    'team.remove': 'Person entfernt',
  },
}
