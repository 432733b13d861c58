import type { Refusals } from '../en/refusals.ts'

const refusals: Refusals = {
  refused:
    'Das wurde so nicht angenommen. Nichts ist verloren; laden Sie die Seite neu und versuchen Sie es noch einmal.',
  invalid_input:
    'Etwas davon passt nicht mehr zu dem, was es hier gibt. Nichts ist verloren; prüfen Sie es, oder laden Sie die Seite neu, und versuchen Sie es noch einmal.',
  conflict:
    'Hier hat sich inzwischen etwas geändert, und das passt nicht mehr. Nichts ist verloren; laden Sie die Seite neu und versuchen Sie es noch einmal.',
  stale_revision:
    'Das wurde inzwischen an anderer Stelle geändert. Nichts ist verloren; laden Sie die Seite neu und vergleichen Sie.',
  thread_merged:
    'Dieses Thema wurde mit einem anderen zusammengeführt. Laden Sie die Seite neu, um dorthin zu kommen; nichts ist verloren.',
  thread_locked: 'Dieses Thema ist geschlossen und nimmt keine Antworten mehr an. Nichts ist verloren.',
  not_votable: 'Nur für Ideen kann man stimmen.',
  not_a_question: 'Nur Fragen haben eine akzeptierte Antwort.',
  images_full:
    'Diese Community hat keinen Platz für weitere Bilder. Sagen Sie es dem Team; sonst ist nichts verloren.',
  too_large:
    'Das ist größer, als hier angenommen wird. Nichts ist verloren; verkleinern Sie es und versuchen Sie es erneut.',
  unsupported_media_type: 'Dateien dieser Art werden hier nicht angenommen. Wählen Sie eine andere.',
  nothing_seen: 'Von diesem Text wäre nichts zu sehen. Schreiben Sie zuerst etwas.',
  unrenderable:
    'Dieser Text ist zu tief verschachtelt, um angezeigt zu werden. Nehmen Sie einige Ebenen von Zitaten oder Listen heraus; nichts ist verloren.',
  idempotency_pending: 'Das ist schon unterwegs. Nichts ist verloren; sehen Sie gleich noch einmal nach.',
  foreign_origin:
    'Diese Seite gehört nicht zu denen, die die Community einbetten dürfen. Wer sie betreibt, kann die Adresse der Seite in den Einstellungen ergänzen.',
  unavailable: 'Hier ist gerade zu viel zu tun. Nichts ist verloren; versuchen Sie es in Kürze noch einmal.',
}

export default refusals
