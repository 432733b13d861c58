// What the server does not take, where nobody’s failure but a change meanwhile, or what was sent, is the reason.
const refusals = {
  refused: 'This was not accepted as it was asked. Nothing was lost; load the page again and try once more.',
  invalid_input:
    'Something in it does not fit what is here by now. Nothing was lost; look it over, or load the page again, and try once more.',
  conflict:
    'Something changed here meanwhile, and this no longer fits. Nothing was lost; load the page again and try once more.',
  stale_revision:
    'This was changed in another place meanwhile. Nothing was lost; load the page again and compare.',
  thread_merged:
    'This thread was merged into another one. Load the page again to go there; nothing was lost.',
  thread_locked: 'This thread is closed: it takes no more replies. Nothing was lost.',
  not_votable: 'Only ideas take votes.',
  not_a_question: 'Only questions have an accepted answer.',
  images_full: 'This community has no room for more images. Tell the team; nothing else was lost.',
  too_large: 'This is larger than what can be taken. Nothing was lost; make it smaller and try again.',
  unsupported_media_type: 'Files of this type are not taken here. Choose another one.',
  nothing_seen: 'Nobody would see anything of this text. Write something first.',
  unrenderable:
    'This text is nested too deeply to be shown. Take some levels of quotes or lists out; nothing was lost.',
  idempotency_pending: 'This is on its way already. Nothing was lost; look again in a moment.',
  foreign_origin:
    'This page is not among those that may embed the community. Whoever runs it can add the page’s address in the settings.',
  unavailable: 'Too much is being done here at this moment. Nothing was lost; try again shortly.',
}

export default refusals
export type Refusals = typeof refusals
