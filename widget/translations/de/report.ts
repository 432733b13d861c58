import type { ReportWords } from '../en/report.ts'

const report: ReportWords = {
  title: 'Diesen Beitrag melden',
  intro: 'Das Team liest jede Meldung. Wer den Beitrag geschrieben hat, erfährt nicht, von wem sie kommt.',
  reason: 'Was stimmt damit nicht?',
  reasons: {
    spam: 'Es ist Werbung oder Spam',
    rude: 'Es ist beleidigend oder greift jemanden an',
    private: 'Es enthält private Daten',
    off_topic: 'Es steht an der falschen Stelle',
    illegal: 'Es verstößt gegen das Gesetz',
    other: 'Etwas anderes',
  },
  choose: 'Geben Sie an, was nicht stimmt, damit die richtige Person es liest.',
  note: 'Was sollte das Team noch wissen? (freiwillig)',
  send: 'Meldung senden',
  cancel: 'Abbrechen',
  close: 'Schließen',
  sent: 'Meldung gesendet',
  sentHint: 'Danke. Jemand aus dem Team wird den Beitrag lesen. Bis zur Entscheidung bleibt er stehen.',
}

export default report
