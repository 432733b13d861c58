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
  retry: 'Erneut versuchen',
  retryOne: (name) => `Die Mail an ${name} erneut versuchen`,
  retried: (name) => `Die Mail an ${name} geht innerhalb einer Minute hinaus.`,
}
