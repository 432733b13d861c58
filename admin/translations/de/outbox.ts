import type { outbox as en } from '../en/outbox.ts'

export const outbox: typeof en = {
  words:
    'Mails, die Mitgliedern sagen, was es Neues gibt: sofort, täglich oder wöchentlich, wie sie es gewählt haben. Was darin steht, wird erst beim Versand nachgesehen.',
  adminsOnly: 'Nur Administration und Inhaber sehen die Mails.',
  headings: { failed: 'Nicht gesendet', waiting: 'Wartend' },
  empty: {
    failed: [
      'Keine Mail ist gescheitert',
      'Hier stehen Mails, die der Mailserver ablehnt, mit seiner Antwort.',
    ],
    waiting: [
      'Keine Mail wartet',
      'Sobald es etwas mitzuteilen gibt, wartet die Mail hier auf ihren Zeitpunkt.',
    ],
  },
  cadences: { soon: 'Sofort', day: 'Täglich', week: 'Wöchentlich' },
  noAddress: 'keine Adresse',
  tried: (times) => (times === 1 ? '1 Versuch' : `${times} Versuche`),
  due: (when, times) =>
    times === 0 ? `Versand ${when}` : `${times === 1 ? '1 Versuch' : `${times} Versuche`}, nächster ${when}`,
  reason: (said) => `Der Mailserver: ${said}`,
  refresh: 'Aktualisieren',
  retry: 'Erneut versuchen',
  retryOne: (name) => `Die Mail an ${name} erneut versuchen`,
  retried: (name) => `Die Mail an ${name} geht innerhalb einer Minute hinaus.`,
  work: 'Andere gescheiterte Aufgaben',
  workHint:
    'Codes, Einladungen und Nachrichten an Folgende. Etwa eine halbe Stunde lang wird es von selbst erneut versucht.',
  noWork: ['Nichts ist gescheitert', 'Käme ein Code oder eine Einladung nicht an, stünde hier, warum.'],
  abouts: {
    code: 'Anmeldecode',
    invitation: 'Einladung ins Team',
    provider: 'Neuer Anmeldeweg',
    followers: 'Nachricht an Folgende',
  },
  again: (tried, when) => `${tried}, zuletzt ${when}; wird erneut versucht`,
  givenUp: (tried, when) => `${tried}, zuletzt ${when}; aufgegeben`,
  retryWork: (what, to) => `Erneut versuchen: ${what}${to ? ` an ${to}` : ''}`,
  retriedWork: 'Es wird erneut versucht.',
}
