import { afterBlock } from './after_block.ts'
import { replaceAside, typesElsewhere } from './replace_text.ts'

/** An image that a text shows, as its Markdown says. */
export interface Shown {
  id: string
  alt: string
}

const shown = /!\[([^\]\n]*)\]\(image:([0-9a-f-]{36})\)/g

/** The images of a text, each once. */
export const imagesIn = (text: string): Shown[] => {
  const found = new Map<string, Shown>()
  for (const [, alt = '', id = ''] of text.matchAll(shown))
    if (!found.has(id)) found.set(id, { id, alt: alt.trim() })
  return [...found.values()]
}

const drawn = /<img src="([^"]+\/([0-9a-f-]{36})(?:\/[\w-]+)?)"/g

/** Where the images of a post are, by id, as it is drawn. */
export const addressesIn = (html: string): Map<string, string> =>
  new Map(Array.from(html.matchAll(drawn), ([, address = '', id = '']) => [id, address]))

/** The text with another description of an image; brackets would end it early. */
export const describe = (text: string, id: string, alt: string): string =>
  text.replace(shown, (whole, _, named) =>
    named === id ? `![${alt.replace(/[[\]\\\s]+/g, ' ')}](image:${id})` : whole,
  )

/** The text without an image, and without the empty lines it leaves. */
export const without = (text: string, id: string): string =>
  text
    .replace(shown, (whole, _, named) => (named === id ? '\0' : whole))
    .replace(/\n*[ \t]*\0[ \t]*\n*/g, (gap) => (/^\n|\n$/.test(gap) ? '\n\n' : ''))
    .replace(/^\n+|\n+$/g, '')

/** Puts an image after what the caret stands in, in a paragraph of its own; the focus stays where it is. */
export const insertImage = (area: HTMLTextAreaElement, markdown: string): void =>
  insert(area, markdown, area.selectionEnd, 'end')

/** Puts at the end what images `theirs` has that are neither there nor in `known`; the caret stays where it is. */
export const addImages = (area: HTMLTextAreaElement, theirs: string, known: string): void => {
  const there = new Set(imagesIn(`${known}\n${area.value}`).map(({ id }) => id))
  for (const { id, alt } of imagesIn(theirs))
    if (!there.has(id)) insert(area, `![${alt}](image:${id})`, area.value.length, 'preserve')
}

const insert = (area: HTMLTextAreaElement, markdown: string, from: number, caret: 'end' | 'preserve') => {
  const { at, close } = afterBlock(area.value, from)
  const before = area.value.slice(0, at) + close
  const gap = before.trim() ? '\n'.repeat(Math.max(0, 2 - /\n*$/.exec(before)![0].length)) : ''
  // The empty line that is there already is the one below it.
  const room = /^\n{0,2}/.exec(area.value.slice(at))![0].length
  const text = `${close}${gap}${markdown}\n\n`
  const { selectionStart, selectionEnd } = area
  // Who is typing somewhere else, as what another image shows, keeps caret and letters; undo ends here then.
  if (typesElsewhere(area)) {
    area.setRangeText(text, at, at + room, caret)
    area.dispatchEvent(new Event('input', { bubbles: true }))
    return
  }
  replaceAside(area, at, at + room, text)
  if (caret === 'preserve') area.setSelectionRange(selectionStart, selectionEnd)
}

/** The files of a paste or a drop. A paste that is words as well, as of a spreadsheet, is words. */
export const filesOf = (data: DataTransfer | null): File[] =>
  data?.types.includes('text/plain') ? [] : [...(data?.files ?? [])]
