import { waiting } from '../../../widget/translations/waiting.ts'
import type { errors as en } from '../en/errors.ts'

const inWords = waiting('de')

export const errors: typeof en = {
  heading: 'Das Laden ist nicht gelungen',
  act: 'Das hat nicht funktioniert',
  unreachable:
    'Der Server hat nicht geantwortet. Nichts ist verloren; prüfen Sie die Verbindung und versuchen Sie es erneut.',
  unauthenticated: 'Sie sind nicht mehr angemeldet. Ihr Text bleibt erhalten; melden Sie sich wieder an.',
  forbidden:
    'Ihre Rolle erlaubt das nicht. Es wurde nichts geändert. Jemand aus der Administration kann es tun.',
  not_found: 'Das gibt es nicht oder nicht mehr. Vielleicht wurde es gelöscht oder verschoben.',
  conflict:
    'Es wurde inzwischen geändert, und so passt das nicht mehr. Nichts ist verloren; laden Sie es neu.',
  in_use:
    'Es wird noch verwendet und kann deshalb nicht gelöscht werden. Es wurde nichts geändert; verschieben Sie zuerst, was es verwendet.',
  too_late:
    'Die zwölf Sekunden sind vorbei, es lässt sich nicht mehr rückgängig machen. Ändern Sie es stattdessen noch einmal.',
  thread_locked: 'Dieses Thema nimmt keine Antworten mehr an. Ihr Text bleibt erhalten.',
  link_refused: 'Dieser Link wurde schon benutzt oder ist älter als 30 Minuten.',
  sign_in_refused: 'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  sign_in_over: 'Diese Anmeldung ist abgelaufen oder hatte zu viele Versuche. Beginnen Sie noch einmal.',
  passkey_refused:
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  password_wrong: 'Ihr jetziges Passwort stimmt nicht. Es wurde nichts geändert.',
  proof_required: 'Dafür braucht es eine Anmeldung aus den letzten zehn Minuten. Es wurde nichts geändert.',
  site_session:
    'Sie sind nur für diese Community angemeldet. Es wurde nichts geändert. Melden Sie sich dafür ab und mit einem Code, einem Passwort oder einem Passkey wieder an.',
  provider_away:
    'Dieser Anbieter antwortet gerade nicht oder ist nicht richtig eingerichtet. Versuchen Sie es gleich noch einmal oder melden Sie sich anders an.',
  weak_password:
    'Dieses Passwort gehört zu denen, die zuerst geraten werden. Wählen Sie ein anderes: ein paar Wörter, die nichts miteinander zu tun haben, sind gut.',
  foreign_origin:
    'Diese Seite ist unter einer anderen Adresse geöffnet, als der Server erwartet. Öffnen Sie sie unter ihrer öffentlichen Adresse.',
  idempotency_mismatch:
    'Das wurde zweimal mit verschiedenen Worten gesendet. Nichts ist verloren; versuchen Sie es erneut.',
  idempotency_pending: 'Es wird bereits gesendet. Bitte warten Sie einen Moment.',
  revision_required: 'Es wurde inzwischen geändert. Nichts ist verloren; laden Sie es neu.',
  thread_merged: 'Dieses Thema wurde mit einem anderen zusammengeführt. Öffnen Sie stattdessen jenes.',
  not_votable: 'Für dieses Thema kann man nicht stimmen.',
  stale_revision:
    'Der Text wurde geändert, während Sie ihn ansahen. Es ist nichts geschehen; lesen Sie zuerst den neuen Text.',
  too_large: 'Das ist zu lang zum Senden. Nichts ist verloren; kürzen Sie es und versuchen Sie es erneut.',
  unsupported_media_type: 'Diese Art von Datei wird nicht angenommen.',
  invalid_input:
    'Eine Angabe im Formular passt nicht. Nichts ist verloren; sehen Sie sich die markierten Felder an.',
  nothing_seen: 'Von diesem Text ist nichts zu sehen. Nichts ging verloren. Fügen Sie ein paar Worte hinzu.',
  unrenderable:
    'Der Text ist zu tief verschachtelt. Nichts ist verloren; vereinfachen Sie Listen oder Zitate.',
  rate_limited: (wait) =>
    wait
      ? `Das war viel in kurzer Zeit. Nichts ist verloren; versuchen Sie es in ${inWords(wait)} erneut.`
      : 'Das war viel in kurzer Zeit. Nichts ist verloren; warten Sie einen Moment und versuchen Sie es erneut.',
  unavailable:
    'Der Server startet oder ist ausgelastet. Nichts ist verloren; versuchen Sie es gleich noch einmal.',
  internal:
    'Auf dem Server ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es erneut, und wenn es bleibt, sagen Sie es Ihrem Betreiber.',
}
