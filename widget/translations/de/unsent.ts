import type { UnsentWords } from '../en/unsent.ts'

const unsent: UnsentWords = {
  label: 'Ihr Text, der nicht veröffentlicht wurde',
  locked:
    'Dieses Thema ist geschlossen und nimmt keine Antworten mehr an; Ihr Text lässt sich hier nicht veröffentlichen. Er bleibt erhalten:',
  takenAway:
    'Der Text dieses Themas ist nicht mehr da, und es nimmt keine Antworten mehr an. Ihrer bleibt erhalten:',
  missing: 'Was Sie hier geschrieben und nicht veröffentlicht haben, bleibt erhalten:',
  parentGone:
    'Die Antwort, auf die Sie antworten wollten, ist nicht mehr da. Ihr Text bleibt erhalten und lässt sich im Thema veröffentlichen:',
  postGone: 'Der Beitrag, den Sie bearbeitet haben, ist nicht mehr da. Ihr Text bleibt erhalten:',
  hidden:
    'Das Team hat diesen Beitrag entfernt, während Sie ihn bearbeitet haben; Ihre Änderungen lassen sich nicht speichern. Ihr Text bleibt erhalten:',
  why: 'Warum er entfernt wurde',
  reply: 'Damit auf das Thema antworten',
  begin: 'Damit ein neues Thema beginnen',
  copy: 'Text kopieren',
  copied: 'Text kopiert',
  discard: 'Text verwerfen',
  discarded: 'Ihr Text ist verworfen.',
}

export default unsent
