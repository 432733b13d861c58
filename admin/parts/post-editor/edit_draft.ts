import { keepDraft, readDraft } from '../../../widget/controllers/draft.ts'
import { recall, remember } from '../../../widget/storage.ts'
import { draftName } from '../../drafts.ts'

// An edit of a post that is not saved yet, on this device. Its text is kept as any draft is; this is what goes with it.

interface Begun {
  /** The revision that the edit was begun on. */
  revision: number
  title?: string | undefined
}

export const editName = (post: string): string => draftName(`edit-${post}`)
export const formName = (post: string): string => draftName(`edit-${post}-form`)

export const begunEdit = (post: string): Begun | undefined => recall<Begun>(formName(post))

/** Whether something of an edit is there to go on with. */
export const isEdited = (post: string): boolean =>
  begunEdit(post)?.title !== undefined || readDraft(editName(post)) !== undefined

export const noteEdit = (post: string, begun: Begun): void => remember(formName(post), begun)

/** Forgets an edit that was saved or given up. */
export function forgetEdit(post: string): void {
  keepDraft(editName(post), '')
  remember(formName(post), undefined)
}
