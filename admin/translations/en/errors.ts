import { waiting } from '../../../widget/translations/waiting.ts'

const inWords = waiting('en')

/** What happened, that nothing was lost, what to do; one sentence or two each. */
export const errors = {
  heading: 'This could not be loaded',
  act: 'That did not work',
  unreachable: 'The server did not answer. Nothing was lost. Check the connection and try again.',
  unauthenticated: 'You are signed out. What you typed is kept. Sign in again to go on.',
  forbidden: 'Your role does not allow this. Nothing was changed. An admin or the owner can do it.',
  not_found: 'This is not there, or no longer. It may have been deleted or moved.',
  conflict: 'It was changed meanwhile, so this does not fit any more. Nothing was lost. Load it again.',
  in_use: 'It is still in use, so it cannot be deleted. Nothing was changed. Move what uses it first.',
  too_late: 'The twelve seconds are over, so this can no longer be taken back. Change it again instead.',
  thread_locked: 'This thread takes no more replies. Your text is kept.',
  link_refused: 'This link has been used already, or is older than 30 minutes.',
  sign_in_refused: 'The e-mail address or the password is not right.',
  sign_in_over: 'This sign-in has ended, or had too many tries. Begin again.',
  passkey_refused: 'This passkey was not accepted. Try again, or sign in another way.',
  password_wrong: 'Your present password is not right. Nothing was changed.',
  proof_required: 'This takes a sign-in of the last ten minutes. Nothing was changed.',
  site_session:
    'You are signed in for this community alone. Nothing was changed. For this, sign out and sign in by a code, a password or a passkey.',
  provider_away:
    'This provider does not answer just now, or is not set up right. Try again in a moment, or sign in another way.',
  weak_password:
    'This password is among those that are guessed first. Choose another: a few words that do not belong together are good.',
  foreign_origin:
    'This page was opened under another address than the server expects. Open it under its public address.',
  idempotency_mismatch: 'This was sent twice with different words. Nothing was lost. Try again.',
  idempotency_pending: 'It is being sent already. Wait a moment.',
  revision_required: 'It was changed meanwhile. Nothing was lost. Load it again.',
  thread_merged: 'This thread has been merged into another one. Open that one instead.',
  not_votable: 'This thread takes no votes.',
  stale_revision: 'It was edited while you were looking at it. Nothing was changed. Read the new text first.',
  too_large: 'This is too long to be sent. Nothing was lost. Shorten it and try again.',
  unsupported_media_type: 'This kind of file is not taken.',
  invalid_input: 'Something in the form is not right. Nothing was lost. See the marked fields.',
  nothing_seen: 'Nothing of this text can be seen. Nothing was lost. Add some words.',
  unrenderable: 'The text is nested too deeply to be shown. Nothing was lost. Simplify its lists or quotes.',
  rate_limited: (wait: number | null) =>
    wait
      ? `Too many requests in a short time. Nothing was lost. Try again in ${inWords(wait)}.`
      : 'Too many requests in a short time. Nothing was lost. Wait a moment and try again.',
  unavailable: 'The server is starting or busy. Nothing was lost. Try again in a moment.',
  internal:
    'Something went wrong on the server. Nothing was lost. Try again; if it stays, tell your operator.',
}
