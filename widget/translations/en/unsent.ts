// A text that cannot be posted any more where it was written.
const unsent = {
  label: 'Your text, which was not posted',
  locked: 'This thread is closed and takes no more replies, so your text cannot be posted here. It is kept:',
  takenAway: 'The text of this thread is gone, and it takes no more replies. Yours is kept:',
  missing: 'What you wrote here and did not post is kept:',
  parentGone:
    'The reply that you were answering is gone. Your answer is kept, and can be posted to the thread:',
  postGone: 'The post that you were rewriting is not here any more. Your text is kept:',
  hidden:
    'This was removed by the team while you were rewriting it, so your changes cannot be saved. Your text is kept:',
  why: 'Why it was removed',
  reply: 'Reply to the thread with it',
  begin: 'Start a new thread with it',
  copy: 'Copy the text',
  copied: 'Text copied',
  discard: 'Discard the text',
  discarded: 'Your text is discarded.',
}

export default unsent
export type UnsentWords = typeof unsent
