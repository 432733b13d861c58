import { tests as examples } from 'commonmark-spec'
import { JSDOM } from 'jsdom'
import { afterAll, expect, it } from 'vitest'
import { Renderer } from '../../server/lib/markdown.ts'

// The examples of CommonMark's own specification. Where a post is read otherwise, it is for one of the reasons below.

const renderer = new Renderer()
afterAll(() => renderer.close())

const { document } = new JSDOM('').window

/** Raw HTML is shown as the text that it is: it could be anything, and nobody's words vanish. */
const rawHtml = new Set([
  21,
  31,
  201,
  308,
  309,
  344,
  475,
  476,
  477,
  491,
  494,
  524,
  536,
  642,
  643,
  ...examples.filter(({ section }) => section === 'HTML blocks').map(({ number }) => number),
  ...[613, 614, 615, 616, 617, 623, 625, 626, 627, 628, 629, 630, 631],
])
/** GFM makes addresses links without brackets. */
const bareAddresses = new Set([602, 608, 611, 612])
/** An image without a description, of an address within the page that it stands in, which is ours and not its author's. */
const nothingSeen = new Set([581])

/** Line feeds that are written as character references are characters, and break no line. */
const writtenOut = new Set([39])

const from = (html: string): HTMLElement => {
  const root = document.createElement('div')
  root.innerHTML = html
  return root
}

const safe = /^(?:https?:|mailto:)/i

const isBlock = (node: Node | null) =>
  !node || /^(?:P|[UO]L|LI|BLOCKQUOTE|H[1-6]|HR|PRE|TABLE|DIV)$/.test(node.nodeName)

/** A line that the specification leaves to whoever draws it (a soft break) stays broken, as hard ones are. */
function breakLines(root: HTMLElement): void {
  // After a hard break the line only goes on in the source.
  for (const line of root.querySelectorAll('br'))
    if (line.nextSibling?.nodeType === 3)
      line.nextSibling.nodeValue = line.nextSibling.nodeValue!.replace(/^\n/, '')
  const texts = document.createTreeWalker(root, 4)
  const all: Text[] = []
  while (texts.nextNode()) all.push(texts.currentNode as Text)
  for (const text of all) {
    if (text.parentElement!.closest('pre')) continue
    let words = text.data
    if (isBlock(text.previousSibling) && isBlock(text.parentNode)) words = words.replace(/^\n/, '')
    if (isBlock(text.nextSibling) && isBlock(text.parentNode)) words = words.replace(/\n$/, '')
    const lines = words.split('\n').flatMap((line) => [document.createElement('br'), line])
    text.replaceWith(...lines.slice(1))
  }
}

/** What the specification expects, as a post says it: headings below the thread's, links and images of safe places. */
function asPost(html: string, broken: boolean): HTMLElement {
  const root = from(html)
  if (broken) breakLines(root)
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const lower = document.createElement(`h${Math.min(6, Number(heading.tagName[1]) + 2)}`)
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
  for (const image of root.querySelectorAll('img')) {
    const [source, alt] = [image.getAttribute('src')!, image.getAttribute('alt')!]
    const link = document.createElement(image.closest('a') ? 'span' : 'a')
    link.textContent = alt
    if (safe.test(source)) link.setAttribute('href', source)
    image.replaceWith(...(link.tagName === 'SPAN' ? [alt] : [link]))
  }
  for (const link of root.querySelectorAll('a')) {
    const [address, title] = [link.getAttribute('href'), link.getAttribute('title')]
    if (address !== null && !safe.test(address)) link.removeAttribute('href')
    if (title) link.setAttribute('title', title.trim())
  }
  return root
}

const block = '</?(?:p|[uo]l|li|blockquote|h[1-6]|hr|pre|table|t[rhd]|thead|tbody|br)\\b[^>]*>'
const besideBlocks = new RegExp(`(?<=${block}) | (?=${block})`, 'g')

/** The same for the same reading: blocks may stand on lines of their own, and links and sides are what ours are. */
function plain(root: HTMLElement): string {
  for (const sided of root.querySelectorAll('[dir=auto]')) sided.removeAttribute('dir')
  for (const link of root.querySelectorAll('a'))
    for (const name of ['rel', 'target']) link.removeAttribute(name)
  root.normalize()
  const texts = document.createTreeWalker(root, 4)
  for (let text = texts.nextNode(); text; text = texts.nextNode())
    if (!text.parentElement!.closest('pre')) text.nodeValue = text.nodeValue!.replace(/\s+/g, ' ')
  return root.innerHTML.replace(besideBlocks, '').trim()
}

const tabs = (text: string) => text.replaceAll('→', '\t')
const words = (text: string) => text.replace(/[\s>]+/g, ' ')

const sections = Map.groupBy(examples, ({ section }) => section)

it.each([...sections.keys()])('%s', async (section) => {
  for (const { markdown, html, number } of sections.get(section)!) {
    const given = tabs(markdown)
    const post = from((await renderer.render(given)).html)
    const loose = [...post.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue!.trim())
    expect(loose, `${number}: words that no paragraph holds`).toEqual([])
    const [found, wanted] = [plain(post), plain(asPost(tabs(html), !writtenOut.has(number)))]
    if (rawHtml.has(number)) {
      expect(found, `${number} is read otherwise`).not.toBe(wanted)
      for (const line of post.querySelectorAll('br')) line.replaceWith('\n')
      for (const tag of given.match(/<[^>]+>/g) ?? [])
        expect(words(post.textContent), `${number}`).toContain(words(tag).trim())
    } else if (bareAddresses.has(number)) {
      const links = [...post.querySelectorAll('a')]
      expect(links, `${number}`).toHaveLength(1)
      expect(links[0]!.getAttribute('href')).toMatch(safe)
      for (const link of links) link.replaceWith(...link.childNodes)
      expect(plain(post), `${number}`).toBe(wanted)
    } else if (nothingSeen.has(number)) expect(post.textContent, `${number}`).toBe('')
    else expect(found, `${number}`).toBe(wanted)
  }
})

it('what GFM adds: tables, what is struck through, tasks, and addresses without brackets', async () => {
  for (const [markdown, html] of [
    [
      '| part | price |\n| :--- | ---: |\n| `lamp` \\| bulb | *4* |\n| rack |\n',
      '<table><thead><tr><th align="left">part</th><th align="right">price</th></tr></thead><tbody><tr><td align="left"><code>lamp</code> | bulb</td><td align="right"><em>4</em></td></tr><tr><td align="left">rack</td><td align="right"></td></tr></tbody></table>',
    ],
    [
      '| a |\n| - |\n> quoted',
      '<table><thead><tr><th>a</th></tr></thead></table><blockquote><p>quoted</p></blockquote>',
    ],
    ['| a | b |\n| - |', '<p>| a | b |<br>| - |</p>'],
    ['~~two~~ and ~one~', '<p><del>two</del> and <del>one</del></p>'],
    ['~~over\n\nparagraphs~~', '<p>~~over</p><p>paragraphs~~</p>'],
    ['~~~~four~~~~', '<pre><code class="language-four~~~~"></code></pre>'],
    ['- [ ] open\n- [x] done\n', '<ul><li data-task="open">☐ open</li><li data-task="done">☑ done</li></ul>'],
    [
      'www.bakfleet.example/a?b=(c)).',
      '<p><a href="http://www.bakfleet.example/a?b=(c)">www.bakfleet.example/a?b=(c)</a>).</p>',
    ],
    ['https://a.example/&hellip;.', '<p><a href="https://a.example/">https://a.example/</a>….</p>'],
    ['a.b-c_d@a.example.', '<p><a href="mailto:a.b-c_d@a.example">a.b-c_d@a.example</a>.</p>'],
    ['a@a.example_', '<p>a@a.example_</p>'],
  ] as const)
    expect(plain(from((await renderer.render(markdown)).html)), markdown).toBe(html)
})
