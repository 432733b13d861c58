import type { upkeep as en } from '../en/upkeep.ts'

export const upkeep: typeof en = {
  words:
    'Was Parvis von selbst für alle Communitys dieser Installation erledigt. Nur Betreiber sehen diese Seite.',
  done: (when) => `Zuletzt erledigt: ${when}`,
  never: 'In den letzten sieben Tagen nicht erledigt',
  now: 'Jetzt erledigen',
  nowOne: (what) => `Jetzt erledigen: ${what}`,
  begun: 'Es beginnt innerhalb einer halben Minute.',
  underWay: 'Wird gerade erledigt',
  busy: 'Das wird gerade schon erledigt.',
  ended: (what) => `Erledigt: ${what}`,
  failed: (what) => `Fehlgeschlagen: ${what}`,
  refreshed: 'Die Liste ist aktuell.',
  works: {
    news: [
      'E-Mails mit Neuigkeiten',
      'Verschickt die fälligen E-Mails, wie Mitglieder sie gewählt haben. Jede Minute.',
    ],
    texts: [
      'Beiträge aus einer älteren Version',
      'Bereitet ältere Beiträge neu auf, wenn ein Update von Parvis sie anders darstellt. Alle fünf Minuten, bis keiner mehr übrig ist.',
    ],
    statistics: [
      'Statistik der Datenbank',
      'Hält die Statistik einer eingebetteten Datenbank aktuell, damit sie schnell antwortet. Alle fünf Minuten, wenn sich viel geändert hat; ein PostgreSQL-Server tut das selbst.',
    ],
    sweep: [
      'Aufräumen',
      'Löscht, was ausgedient hat: abgelaufene Codes, Links und Sitzungen sowie Bilder, die kein Beitrag zeigt. Jede Stunde.',
    ],
    counters: [
      'Zähler',
      'Vergleicht die Zahl der Stimmen, Antworten und Reaktionen mit dem, was sie zählen, und schreibt Abweichungen ins Protokoll des Servers. Jede Nacht.',
    ],
    guests: [
      'Gäste, die nicht wiederkamen',
      'Löscht Gäste, die nichts getan haben und seit sechzig Tagen nicht wiedergekommen sind. Jede Nacht.',
    ],
  },
}
