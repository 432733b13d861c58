import type { outbox as en } from '../en/outbox.ts'

export const outbox: typeof en = {
  words:
    'E-Mails, die Mitgliedern sagen, was es Neues gibt: sofort, täglich oder wöchentlich, wie sie es gewählt haben. Ihr Inhalt entsteht erst beim Versand.',
  adminsOnly: 'Nur Administration und Inhaber sehen die E-Mails.',
  headings: { failed: 'Nicht gesendet', waiting: 'In der Warteschlange' },
  empty: {
    failed: [
      'Keine fehlgeschlagenen E-Mails',
      'Hier stehen E-Mails, die der Mailserver ablehnt, mit seiner Antwort.',
    ],
    waiting: [
      'Keine wartenden E-Mails',
      'Sobald es etwas mitzuteilen gibt, wartet die E-Mail hier auf ihren Zeitpunkt.',
    ],
  },
  cadences: { soon: 'Sofort', day: 'Täglich', week: 'Wöchentlich' },
  noAddress: 'keine Adresse',
  tried: (times) => (times === 1 ? '1 Versuch' : `${times} Versuche`),
  due: (when, times) =>
    times === 0 ? `Versand ${when}` : `${times === 1 ? '1 Versuch' : `${times} Versuche`}, nächster ${when}`,
  reason: (said) => `Der Mailserver: ${said}`,
  silent: (code) => `Der Mailserver antwortet nicht (${code}).`,
  closed: (said) => `Der Mailserver nimmt keine unserer E-Mails an, an wen sie auch gerichtet sind: ${said}`,
  tooLate: 'Zu spät, um noch von Nutzen zu sein.',
  fault: (kind) => `Fehler dieses Servers: ${kind}`,
  refresh: 'Aktualisieren',
  retry: 'Erneut versuchen',
  retryAll: 'Alles erneut versuchen',
  retriedAll: 'Alles wird erneut versucht; E-Mails gehen in den nächsten Minuten hinaus.',
  retryOne: (name) => `Die E-Mail an ${name} erneut senden`,
  retried: (name) => `Die E-Mail an ${name} geht innerhalb einer Minute hinaus.`,
  work: 'Andere fehlgeschlagene Aufgaben',
  workHint:
    'Codes, Einladungen, Mitteilungen zu Abonnements und das Löschen von Mitgliedern. Etwa eine halbe Stunde lang wird es von selbst erneut versucht.',
  noWork: ['Nichts ist fehlgeschlagen', 'Käme ein Code oder eine Einladung nicht an, stünde hier, warum.'],
  abouts: {
    code: 'Anmeldecode',
    invitation: 'Einladung ins Team',
    provider: 'Neuer Anmeldeweg',
    followers: 'Mitteilung zu Abonnements',
    erasure: 'Löschen eines Mitglieds',
  },
  again: (tried, when) => `${tried}, zuletzt ${when}; wird erneut versucht`,
  givenUp: (tried, when) => `${tried}, zuletzt ${when}; aufgegeben`,
  retryWork: (what, to) => `Erneut versuchen: ${what}${to ? ` an ${to}` : ''}`,
  retriedWork: 'Es wird erneut versucht.',
}
