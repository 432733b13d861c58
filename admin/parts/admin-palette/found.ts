import { html } from 'lit'
import type { StaffSearchJson } from '../../../server/search/json.ts'
import { go } from '../../router.ts'
import { catalog } from '../../translations/index.ts'
import { iconFeedback, iconLock, iconPeople, iconReply } from '../icons.ts'

/** Something that one can go to. */
export interface Choice {
  id: string
  label: string
  /** In the place of the label: by turns as it stands and matched. */
  text?: string[]
  /** Where it stands, and who wrote it. */
  about?: string
  /** That it is hidden or merged, or what somebody of the team is there. */
  mark?: string | undefined
  glyph: string
  hint?: string
  run: () => void
}

export interface Group {
  heading: string
  choices: Choice[]
}

/** Pieces of text, of which every other one matched. */
export const marked = (pieces: string[]) =>
  pieces.map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece))

/** What was found, by kind, each with the way to its very place. */
export function groupsOf(found: StaffSearchJson): Group[] {
  const { palette } = catalog.value.words
  return [
    { heading: palette.threads, choices: found.threads.map(threadChoice) },
    { heading: palette.replies, choices: found.replies.map(replyChoice) },
    { heading: palette.notes, choices: found.notes.map(noteChoice) },
    { heading: palette.people, choices: [...found.team.map(teamChoice), ...found.people.map(personChoice)] },
  ]
}

function threadChoice(thread: StaffSearchJson['threads'][number]): Choice {
  const { palette } = catalog.value.words
  return {
    id: `thread-${thread.number}`,
    label: thread.title.join(''),
    text: thread.title,
    mark: thread.hidden
      ? palette.hidden
      : thread.mergedInto === null
        ? undefined
        : palette.merged(thread.mergedInto),
    glyph: iconFeedback,
    hint: `#${thread.number}`,
    run: () => go(`feedback/${thread.number}`),
  }
}

function replyChoice(reply: StaffSearchJson['replies'][number]): Choice {
  const { number } = reply.thread
  return {
    ...postChoice(reply),
    mark: reply.hidden ? catalog.value.words.palette.hidden : undefined,
    glyph: iconReply,
    run: () => go(`feedback/${number}`, { post: reply.id }),
  }
}

function noteChoice(note: StaffSearchJson['notes'][number]): Choice {
  const { number } = note.thread
  return { ...postChoice(note), glyph: iconLock, run: () => go(`feedback/${number}`, { note: note.id }) }
}

function postChoice({ id, text, author, thread }: StaffSearchJson['notes'][number]) {
  const { palette, common } = catalog.value.words
  const about = palette.where(author ?? common.erased, thread.title)
  return { id: `post-${id}`, label: text.join(''), text, about, hint: `#${thread.number}` }
}

function teamChoice({ id, name, email, role }: StaffSearchJson['team'][number]): Choice {
  return {
    id: `person-${id}`,
    label: name,
    ...(email ? { about: email } : {}),
    mark: catalog.value.words.common.roles[role],
    glyph: iconPeople,
    run: () => go('settings/team', { member: id }),
  }
}

function personChoice(person: StaffSearchJson['people'][number]): Choice {
  const about = [person.email, person.company].filter((part) => part !== null).join(' · ')
  return {
    id: `person-${person.id}`,
    label: person.name,
    ...(about ? { about } : {}),
    glyph: iconPeople,
    run: () => go(`members/${person.id}`),
  }
}
