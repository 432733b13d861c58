import { html } from 'lit'
import { icon } from '../../ui/icons.ts'
import { isLiteral, literalParts } from '../../ui/literal_parts.ts'
import { iconQuote } from '../../ui/view_icons.ts'
import { passageOf } from './passage.ts'
import { nameOfAuthor, type Teller } from './teller.ts'
import { nthOf } from './which_post.ts'

interface Quoted {
  id: string
  author: { name: string } | null
  body: string | null
}

/** How much of a post is quoted at most, in characters: the start, where nothing is selected. */
const longest = 1500

/** What was selected when the button was pressed: a press may end the selection. */
let picked = ''

/** Quotes what is selected in a post, or else the post, into the editor of an answer to it. */
export const quoteButton = (teller: Teller, post: Quoted, parent?: string) => {
  const { words } = teller
  const name = nameOfAuthor(teller, post.author)
  const selected = ({ currentTarget }: Event) => {
    const body = (currentTarget as Element).closest('.post, .body, .official')?.querySelector('.prose')
    return body ? selectedIn(body) : ''
  }
  const press = (event: Event) => {
    picked = selected(event)
  }
  const click = (event: Event) => {
    const text = picked || selected(event)
    picked = ''
    teller.quote(post.id, parent, name, quotedOf(text, post.body ?? ''))
  }
  return html`<button class="txt" type="button" aria-label=${words.quoteOf(name, nthOf(teller.thread, post.id))} @pointerdown=${press} @click=${click}>${icon(iconQuote)}${words.quote}</button>`
}

/** A passage as a quotation in Markdown, with who wrote it and where. `wrote` says it of a name. */
export const quotation = (
  wrote: (name: string) => string,
  name: string,
  url: string,
  passage: string,
): string => {
  const said = wrote(escapedName(name))
  const address = url.replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'))
  const source = /^https?:/.test(url) ? `[${said}](${address})` : said
  return `${source}\n\n${passage.replace(/^/gm, '> ')}\n\n`
}

/** What is quoted of a post: the Markdown of what is selected in it, or else the whole of its own, as far as that goes. */
export const quotedOf = (selected: string, body: string): string =>
  cut((selected || withoutImages(body)).trim())

const image = /!\[((?:\\.|[^[\]\\])*)\]\(image:[0-9a-f-]{36}\)/g

/** A post shows images of its own alone: of one that is quoted its description stays, as the server would draw it. */
const withoutImages = (markdown: string): string => {
  const literal = literalParts(markdown)
  return markdown.replace(image, (whole, alt: string, at: number) => (isLiteral(literal, at) ? whole : alt))
}

const cut = (text: string): string => {
  const characters = [...text]
  return characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()} …` : text
}

type Selecting = { getSelection?(): Selection | null }

/** What is selected within an element, as Markdown; empty where the selection is elsewhere too. */
export const selectedIn = (body: Element): string => {
  // Chromium knows a selection inside a shadow tree from its root alone, Firefox from the document.
  const root = body.getRootNode() as Selecting
  const selection = root.getSelection?.() ?? document.getSelection()
  const range = rangeOf(selection, body.getRootNode())
  if (!range || !body.contains(range.startContainer) || !body.contains(range.endContainer)) return ''
  return passageOf(body, range)
}

type Composed = { getComposedRanges?(options: { shadowRoots: Node[] }): StaticRange[] }

const rangeOf = (selection: Selection | null, root: Node): Range | undefined => {
  if (!selection) return undefined
  // Safari says by this alone what is selected in a shadow tree.
  const [composed] = (selection as Composed).getComposedRanges?.({ shadowRoots: [root] }) ?? []
  if (!composed) return selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : undefined
  const range = document.createRange()
  range.setStart(composed.startContainer, composed.startOffset)
  range.setEnd(composed.endContainer, composed.endOffset)
  return range.collapsed ? undefined : range
}

/**
 * A name as Markdown that says just that name: one that looks like an address is no link. By character references,
 * since within a link's text marked takes brackets for its end even where they are escaped.
 */
const escapedName = (name: string): string =>
  name.replace(/[\\`*_{}[\]<>()#|~!&:@]|\.(?<=www\.)/g, (character) => `&#${character.charCodeAt(0)};`)
