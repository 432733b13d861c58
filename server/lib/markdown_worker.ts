import { parentPort } from 'node:worker_threads'
import createDOMPurify from 'dompurify'
import { JSDOM } from 'jsdom'
import { Marked, type Token } from 'marked'
import type { Asked, Rendered, Sizes } from './markdown.ts'
import { escapeHtml, Mentioning } from './markdown_mentions.ts'
import { seen } from './seen.ts'

// Markdown in, sanitized HTML out. Raw HTML in the source is shown as text, so that nobody's words vanish.

const mentioning = new Mentioning()

const marked = new Marked({
  extensions: [mentioning.extension],
  gfm: true,
  breaks: true,
  async: false,
  renderer: {
    html: (token) => ('block' in token && token.block ? words(token.text) : escapeHtml(token.text)),
    // A post's own headings stand below the title of its thread.
    heading({ tokens, depth }) {
      const level = Math.min(6, depth + 2)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
    // A task's box is a character, so that feeds, mails and search have it too; whoever styles the page knows by the
    // attribute that it stands for the bullet.
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    listitem({ task, checked, tokens }) {
      const state = task ? ` data-task="${checked ? 'done' : 'open'}"` : ''
      return `<li${state}>${this.parser.parse(tokens)}</li>\n`
    },
    blockquote({ tokens }) {
      return `<blockquote>\n${mentioning.quoting(() => this.parser.parse(tokens))}</blockquote>\n`
    },
  },
})

/** A block of raw HTML as the paragraph that it reads as. */
const words = (text: string) => `<p>${escapeHtml(text.trim()).replaceAll('\n', '<br>')}</p>\n`

const { window } = new JSDOM('')
const purify = createDOMPurify(window)

const allowed = {
  ALLOWED_TAGS: [
    'a',
    'bdi',
    'blockquote',
    'br',
    'code',
    'del',
    'em',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'img',
    'li',
    'ol',
    'p',
    'pre',
    'strong',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'title', 'start', 'align', 'class', 'data-member', 'data-task'],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|image:)/i,
  // These hold no address, and the expression above is not asked about them.
  ADD_URI_SAFE_ATTR: ['align', 'start', 'class', 'data-member', 'data-task'],
}

purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.hasAttribute('data-task') && !isTask(node)) node.removeAttribute('data-task')
  if (node.hasAttribute('class') && !namesLanguage(node)) node.removeAttribute('class')
  // Only on the outermost, since `auto` does not look into what has a direction of its own.
  if (node.matches(directed) && !node.parentElement?.closest(directed)) node.setAttribute('dir', 'auto')
  if (node.tagName === 'A') {
    const address = node.getAttribute('href')
    // An empty address is that of the page it stands in.
    if (!address || /^image:/i.test(address)) return node.removeAttribute('href')
    node.setAttribute('rel', 'nofollow ugc noopener')
    node.setAttribute('target', '_blank')
  }
  if (node.tagName === 'IMG') {
    // A stranger's server would learn who reads; pictures of other places are links until they are hosted here.
    const source = node.getAttribute('src')
    if (source && /^image:/i.test(source)) return placeOwn(node, source)
    const said = node.getAttribute('alt') || source || ''
    // Within a link it is what that link says.
    if (node.parentElement?.closest('a')) return node.replaceWith(said)
    const link = window.document.createElement('a')
    link.textContent = said
    if (source) {
      link.setAttribute('href', source)
      link.setAttribute('rel', 'nofollow ugc noopener')
      link.setAttribute('target', '_blank')
    }
    node.replaceWith(link)
  }
})

/** What stands on one side as a whole, that of its first words. */
const directed = 'ul, ol, blockquote, table'

const isTask = (node: Element) =>
  node.tagName === 'LI' && ['open', 'done'].includes(node.getAttribute('data-task')!)

/** The language of a fence, for who highlights code on pages of their own. */
const namesLanguage = (node: Element) =>
  node.tagName === 'CODE' && /^language-[^\s\p{C}]{1,40}$/u.test(node.getAttribute('class')!)

const tallest = 640
let known: Sizes = {}

// An image of ours that this text may show: as large as it is at most, and not taller than a screen, its size told
// beforehand so that nothing jumps. One with a description leads to the whole of it. Of any other, the words stay.
function placeOwn(image: Element, source: string): void {
  const id = source.slice('image:'.length)
  const size = Object.hasOwn(known, id) ? known[id] : undefined
  if (!size) {
    image.replaceWith(image.getAttribute('alt') ?? '')
    return
  }
  const scale = Math.min(1, tallest / size.height)
  image.setAttribute('width', String(Math.max(1, Math.round(size.width * scale))))
  image.setAttribute('height', String(Math.max(1, Math.round(size.height * scale))))
  image.setAttribute('loading', 'lazy')
  image.setAttribute('decoding', 'async')
}

const deepest = 24
/** What has letters run against their script, so that a link reads as another one. Entities are characters by then. */
const backwards = /[\u202d\u202e]/g

function render({ markdown, people, images }: Asked): Rendered {
  known = images
  if (isDeep(markdown)) throw new Error('nested too deeply')
  const tokens = marked.lexer(markdown)
  if (depthOf(tokens) > deepest) throw new Error('nested too deeply')
  mentioning.begin(people)
  const html = purify.sanitize(marked.parser(tokens), allowed).replace(backwards, '')
  const shell = window.document.createElement('div')
  shell.innerHTML = html
  const shown = shell.querySelectorAll('img')
  for (const image of shown) leadToWhole(image)
  const nameless = [...shell.querySelectorAll('a')].filter(isNameless)
  for (const link of nameless) link.textContent = link.getAttribute('href')
  const made = shown.length + nameless.length ? shell.innerHTML : html
  for (const image of shown) image.replaceWith(image.alt && `(${image.alt})`)
  // Words on two lines are two words, in excerpts and to the search.
  for (const line of shell.querySelectorAll('br')) line.replaceWith(' ')
  const text = (shell.textContent ?? '').replace(/\s+/g, ' ').trim()
  return { html: made.trim(), text, mentioned: [...mentioning.told] }
}

/** A link that says nothing cannot be chosen by its name, and says where it leads. */
const isNameless = (link: Element) => !seen.test(link.textContent ?? '') && !link.querySelector('img')

function leadToWhole(image: HTMLImageElement): void {
  if (!image.alt || image.closest('a')) return
  const link = window.document.createElement('a')
  link.setAttribute('href', image.getAttribute('src')!)
  link.setAttribute('target', '_blank')
  link.setAttribute('rel', 'nofollow ugc noopener')
  image.replaceWith(link)
  link.append(image)
}

// Quotes and lists within each other overflow the lexer's stack before its tokens could be counted.
function isDeep(markdown: string): boolean {
  return markdown.split('\n').some((line) => {
    const lead = /^[\s>*+-]*/.exec(line)![0]
    return (lead.match(/>/g)?.length ?? 0) > deepest || lead.length > 400
  })
}

function depthOf(tokens: Token[], depth = 1): number {
  if (depth > deepest * 2) return depth
  let deepestHere = depth
  for (const token of tokens) {
    const below =
      'tokens' in token && token.tokens
        ? token.tokens
        : 'items' in token
          ? (token.items as Token[])
          : undefined
    if (below) deepestHere = Math.max(deepestHere, depthOf(below, depth + 1))
  }
  return deepestHere
}

parentPort!.on('message', (asked: Asked) => {
  let answer: Rendered | null = null
  try {
    answer = render(asked)
  } catch {
    // Whatever a text did to the renderer, it is that text which is refused.
  }
  parentPort!.postMessage(answer)
})
render({ markdown: 'warm', people: new Map(), images: {} })
parentPort!.postMessage('ready')
