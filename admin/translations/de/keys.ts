import { counter } from '../counting.ts'
import type { keys as en } from '../en/keys.ts'

const n = counter('de')

export const keys: typeof en = {
  words:
    'Für Ihre eigenen Programme, etwa einen Export, einen Helpdesk oder ein Ticketsystem. Jeder Schlüssel öffnet nur, was Sie ankreuzen.',
  reference: 'API-Referenz',
  adminsOnly: 'Nur Administration und Inhaber sehen die API-Schlüssel.',
  add: 'Neuer Schlüssel',
  emptyHeading: 'Noch kein API-Schlüssel',
  emptyWords:
    'Mit einem Schlüssel kann ein Programm von Ihnen die Rückmeldungen lesen, für Ihren Helpdesk schreiben oder Ihr Ticketsystem und die Roadmap auf einem Stand halten.',

  adding: 'API-Schlüssel erzeugen',
  name: 'Name',
  nameHint:
    'Was ihn verwendet, etwa „Helpdesk“. Der Name steht bei allem, was der Schlüssel schreibt und entscheidet.',
  nameMissing: 'Geben Sie ihm einen Namen.',
  may: 'Was er darf',
  scopes: {
    read: [
      'Lesen',
      'Bereiche, Themen, Antworten und die veröffentlichte Roadmap, auch was nur das Team lesen kann',
    ],
    write: ['Schreiben', 'Themen und Antworten verfassen und bearbeiten, was er selbst verfasst hat'],
    feedback: [
      'Rückmeldungen bearbeiten',
      'Status, Schlagwörter, Zusammenführen, Zuweisen, Notizen, offizielle Antworten, Umsatz hinter Ideen',
    ],
    moderation: [
      'Moderieren',
      'Meldungen lesen, Beiträge ausblenden, Mitglieder sperren und beides zurücknehmen',
    ],
    roadmap: [
      'Roadmap',
      'Punkte anlegen, ändern und veröffentlichen; auch private und die Nachfrage dahinter lesen',
    ],
    structure: ['Einrichten', 'Bereiche, Segmente, Status, Stufen, Schlagwörter und Regeln'],
    people: [
      'Personen',
      'Namen und E-Mail-Adressen von Team und Mitgliedern und was Ihre Website über diese sagt',
    ],
    audit: ['Protokoll', 'Lesen, was das Team getan hat'],
  },
  noScope: 'Kreuzen Sie mindestens eines an.',
  holds: 'Wie lange er gilt',
  spans: { 30: '30 Tage', 90: '90 Tage', 365: '1 Jahr', 730: '2 Jahre' },
  spanUntil: (span, day) => `${span}, bis ${day}`,
  holdsHint:
    'Danach erzeugen Sie einen neuen. Je kürzer, desto weniger wiegt es, wenn er in fremde Hände gerät.',
  addAct: 'Schlüssel erzeugen',
  tooMany: 'Es gelten schon fünfzig Schlüssel. Widerrufen Sie zuerst einen.',
  again: 'Einen Schlüssel zu erzeugen verlangt eine Anmeldung aus den letzten zehn Minuten.',

  madeTitle: (name) => `„${name}“ ist bereit`,
  key: 'API-Schlüssel',
  once: 'Kopieren Sie ihn jetzt. Er wird nur dieses eine Mal gezeigt und nirgends aufbewahrt.',
  copied: 'Schlüssel kopiert',
  try: 'Zum Ausprobieren',
  keep: 'Bewahren Sie ihn auf einem Server auf: In einer Webseite könnten ihn alle lesen, und dort wird er abgewiesen.',
  done: 'Ich habe ihn kopiert',

  list: 'Gültige Schlüssel',
  past: 'Nicht mehr gültige Schlüssel',
  endsIn: (days) => (days < 1 ? 'Läuft binnen eines Tages ab' : `Läuft in ${n(days, 'Tag', 'Tagen')} ab`),
  until: (day) => `bis ${day}`,
  madeBy: (day, name) => (name ? `erzeugt am ${day} von ${name}` : `erzeugt am ${day}`),
  used: (when) => `zuletzt verwendet: ${when}`,
  unused: 'noch nie verwendet',
  lastFour: (four) => `endet auf ${four}`,
  expired: (day) => `abgelaufen am ${day}`,
  ended: (day, name) => (name ? `widerrufen am ${day} von ${name}` : `widerrufen am ${day}`),
  makerGone: 'wer ihn erzeugt hat, leitet die Community nicht mehr',

  end: 'Widerrufen',
  endOne: (name) => `Schlüssel „${name}“ widerrufen`,
  endWords: (used) =>
    `Jedes Programm, das ihn verwendet, wird ab sofort abgewiesen (${used}). Was er geschrieben und entschieden hat, bleibt unter seinem Namen. Ein widerrufener Schlüssel kommt nicht zurück.`,
  endAct: 'Schlüssel widerrufen',
  endedOne: (name) => `„${name}“ widerrufen`,
}
