import { forgetSent, keepDraft as keepShared, readDraft } from '../../../widget/controllers/draft.ts'
import { draftName, draftOf, keepDraft } from '../../drafts.ts'
import { type Mode, modeNamed } from './modes.ts'

// What was begun in a thread. A note has a draft of its own, so that what only the team is to read never stands in the
// field of a reply that everybody would read, in this tab or in another.

/** Under which name it is kept what is written as that. */
export const begunName = (thread: number, mode: Mode): string =>
  draftName(mode === 'note' ? `thread-${thread}-note` : `thread-${thread}`)

export const isBegun = (thread: number, mode: Mode): boolean =>
  readDraft(begunName(thread, mode)) !== undefined

const modeKey = (thread: number) => `thread-${thread}-mode`

export const keepMode = (thread: number, mode: Mode | ''): void => keepDraft(modeKey(thread), mode)

/** As what it was written that was begun last; a reply where nothing was. */
export function modeBegun(thread: number): Mode {
  const last = modeNamed(draftOf(modeKey(thread)))
  if (isBegun(thread, 'note') && (last === 'note' || !isBegun(thread, 'reply'))) return 'note'
  return last === 'note' ? 'reply' : last
}

/** Forgets what was posted of a draft that stands in the field no more; what else was typed stays. */
export function forgetPosted(name: string, posted: string): void {
  const text = readDraft(name)?.text ?? ''
  forgetSent(name)
  keepShared(name, text.replace(posted, '').trim(), undefined, posted)
}
