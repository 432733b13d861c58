import images from './images.ts'

// The editor.
const compose = {
  tools: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  link: 'Link',
  list: 'List',
  tasks: 'Task list',
  quote: 'Quote',
  code: 'Code',
  table: 'Table',
  withControl: (letter: string) => `Ctrl+${letter}`,
  images,
  preview: 'Preview',
  write: 'Write',
  nothingToShow: 'Nothing to preview yet.',
  draftKept: (time: string) => `Draft saved on this device, ${time}`,
  draftFleeting: 'Draft not saved: your browser keeps nothing for this page.',
  postedElsewhere: 'What you had written here was just posted from another tab.',
  sessionEnds: (when: string) => `Your session ends on ${when}. Your text is kept.`,
  sessionEnded: 'Your session has ended. Your text is kept.',
  left: (count: string, left: number) => `${count} ${left === 1 ? 'character' : 'characters'} left`,
  tooLong: (count: string, over: number) =>
    `${count} ${over === 1 ? 'character' : 'characters'} too many. Shorten the text to send it.`,
  unrenderable:
    'This text is nested too deeply to be shown. Take some levels of quotes or lists out; nothing was lost.',
  suspended: 'You are suspended here for now: what you write stays on this device, and cannot be posted.',
  suspendedWhy: 'Why, and until when',
  cancel: 'Cancel',
  placeholders: {
    bold: 'bold text',
    italic: 'emphasised text',
    link: 'text of the link',
    code: 'code',
    table: 'Column',
  },
}

export default compose
export type ComposeWords = typeof compose
