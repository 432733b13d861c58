import { counter } from '../counting.ts'
import type { reports as en } from '../en/reports.ts'

const n = counter('de')

export const reports: typeof en = {
  title: 'Meldungen',
  waiting: (count) => n(count, 'Beitrag wartet', 'Beiträge warten'),
  list: 'Gemeldete Beiträge',
  reasons: {
    spam: 'Spam oder Werbung',
    rude: 'Gegen die Person',
    private: 'Private Daten anderer',
    off_topic: 'Am falschen Ort',
    illegal: 'Gegen das Gesetz',
    other: 'Etwas anderes',
  },
  times: (count) => `${count} × gemeldet`,
  count: (count) => n(count, 'Meldung', 'Meldungen'),
  replyIn: 'Antwort in',
  openingOf: 'Erster Beitrag von',
  edited: (revision) => `zu Fassung ${revision}, seither bearbeitet`,
  hide: 'Mit Begründung ausblenden…',
  fine: 'Nichts zu beanstanden',
  fineDone: (count) => `Nichts zu beanstanden: ${n(count, 'Meldung', 'Meldungen')} geschlossen`,
  openThread: 'Thema öffnen',
  alreadyHidden: 'Dieser Beitrag ist bereits ausgeblendet.',
  someone: 'Ehemaliges Mitglied',
  emptyHeading: 'Keine Meldungen',
  emptyWords:
    'Meldet ein Mitglied einen Beitrag, so wartet er hier neben den Gründen. Sie blenden ihn dann nach einer Regel aus oder finden nichts zu beanstanden.',
  emptyStep: 'Regeln lesen',
  moderatorsOnly: 'Meldungen prüft die Moderation',
  moderatorsOnlyWords:
    'Ihre Rolle urteilt nicht über Beiträge. Das tun Moderation, Administration oder Inhaber.',
  keys: {
    move: 'bewegen',
    hide: 'ausblenden',
    fine: 'nichts zu beanstanden',
    open: 'Thema öffnen',
    close: 'Thema schließen',
  },
}
