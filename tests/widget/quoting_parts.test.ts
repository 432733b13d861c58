import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whatever part of a post is selected, its quotation is drawn as that part was: code as code, and every link leads
// where it led.

let stage: Stage
let site: TestSite
let anna: Person
let ben: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  ben = await site.member('Ben', { sub: 'ben' })
})

/** Selects from one text to another within a post, as a person does with the mouse. */
const select = (page: Page, id: string, from: string, to: string) =>
  page.locator(`[id="post-${id}"] .prose`).evaluate(
    (body, [from, to]) => {
      const texts: Text[] = []
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      const start = texts.find((text) => text.data.includes(from!))!
      const end = texts.slice(texts.indexOf(start)).find((text) => text.data.includes(to!))!
      const at = start.data.indexOf(from!)
      const until = end.data.indexOf(to!, end === start ? at : 0) + to!.length
      document.getSelection()!.setBaseAndExtent(start, at, end, until)
    },
    [from, to],
  )

const code = 'def go():\n    first()\n\n    if a_b:\n        second()'
const fenced = `Before.\n\n\`\`\`python\n${code}\n\`\`\`\n\nAfter.`
const list = 'Wide:\n\n3. **One** and\n4. two\n   - `a_b`\n   - c\n5. three'
const table =
  '| Bike | *Width* |\n|:--|--:|\n| Bullitt | 46 cm |\n| Trike | `a\\|b` |\n| Van_1 | [far](https://e.example/v_1) |'
const tasks = '- [x] done *so*\n- [ ] open'
const deep = '> Said *so*.\n>\n> 1. one\n>    ```\n>      two\n>    ```\n\nNo: 1. is #1'

interface Case {
  what: string
  source: string
  from: string
  to: string
  drawn: string
}

const head = '<thead> <tr> <th align="left">Bike</th> <th align="right"><em>Width</em></th> </tr> </thead>'

const cases: Case[] = [
  {
    what: 'code with an empty line before an indented one',
    source: fenced,
    from: 'def go',
    to: 'second()',
    drawn: `<pre><code>${code}\n</code></pre>`,
  },
  {
    what: 'a part of code, from within a line',
    source: fenced,
    from: 'first()',
    to: 'a_b',
    drawn: '<pre><code>first()\n\n    if a_b\n</code></pre>',
  },
  {
    what: 'words and code',
    source: fenced,
    from: 'fore.',
    to: 'Aft',
    drawn: `<p>fore.</p> <pre><code>${code}\n</code></pre> <p>Aft</p>`,
  },
  {
    what: 'code that has fences in it',
    source: '````\n```\nx\n```\n````',
    from: '```',
    to: 'x\n```',
    drawn: '<pre><code>```\nx\n```\n</code></pre>',
  },
  {
    what: 'addresses by themselves',
    source:
      'See www.example.com/a_b_c or https://e.example/x_y_(z)?a=1&b=2, and mail foo_bar@ex.example now.',
    from: 'See',
    to: 'now',
    drawn:
      '<p>See <a href="http://www.example.com/a_b_c">www.example.com/a_b_c</a> or <a href="https://e.example/x_y_(z)?a=1&amp;b=2">https://e.example/x_y_(z)?a=1&amp;b=2</a>, and mail <a href="mailto:foo_bar@ex.example">foo_bar@ex.example</a> now</p>',
  },
  {
    what: 'a part of an address',
    source: 'Mail foo_bar@ex.example now.',
    from: 'bar@ex.ex',
    to: 'now',
    drawn: '<p><a href="mailto:foo_bar@ex.example">bar@ex.example</a> now</p>',
  },
  {
    what: 'what looks like an address and is none',
    source: 'Not www&#46;example.com, nor https&#58;//e.example/a_b, nor a&#64;b.example.',
    from: 'Not',
    to: 'b.example',
    drawn: '<p>Not www.example.com, nor https://e.example/a_b, nor a@b.example</p>',
  },
  {
    what: 'a part of a link',
    source: 'Read [the *whole* guide [2]](https://e.example/g_1_(b) "Of *routes*") first.',
    from: 'whole',
    to: 'guide',
    drawn: '<p><a href="https://e.example/g_1_%28b%29" title="Of *routes*"><em>whole</em> guide</a></p>',
  },
  {
    what: 'a link with brackets in its words',
    source: 'Read [the guide &#91;2&#93;](https://e.example/g) first!',
    from: 'Read',
    to: 'first!',
    drawn: '<p>Read <a href="https://e.example/g">the guide [2]</a> first!</p>',
  },
  {
    what: 'two items of a list, from within the first',
    source: list,
    from: 'nd',
    to: 'a_b',
    drawn: '<ol start="3"> <li>nd</li> <li>two<ul> <li><code>a_b</code></li> </ul> </li> </ol>',
  },
  {
    what: 'words of one item',
    source: list,
    from: 'One',
    to: 'an',
    drawn: '<p><strong>One</strong> an</p>',
  },
  {
    what: 'items of a list within another',
    source: list,
    from: 'a_b',
    to: 'c',
    drawn: '<ul> <li><code>a_b</code></li> <li>c</li> </ul>',
  },
  {
    what: 'tasks',
    source: tasks,
    from: 'done',
    to: 'open',
    drawn: '<ul> <li data-task="done">☑ done <em>so</em></li> <li data-task="open">☐ open</li> </ul>',
  },
  {
    what: 'two paragraphs, in parts, with emphasis cut in two and lines that are broken',
    source: 'One **strong \\*word** and\n\\- no item\n\nlast ~~words~~ *of it* here.',
    from: 'ong',
    to: 'of',
    drawn: '<p><strong>ong *word</strong> and<br>- no item</p> <p>last <del>words</del> <em>of</em></p>',
  },
  {
    what: 'lines that begin like something else',
    source:
      'First\n\\- no item\n1\\. no number\n\\# no heading\n\\> no quotation\n\\=== no line\n\\!\\[no](image)',
    from: 'First',
    to: 'image)',
    drawn:
      '<p>First<br>- no item<br>1. no number<br># no heading<br>&gt; no quotation<br>=== no line<br>![no](image)</p>',
  },
  {
    what: 'a table',
    source: table,
    from: 'Bike',
    to: 'far',
    drawn: `<table> ${head} <tbody><tr> <td align="left">Bullitt</td> <td align="right">46 cm</td> </tr> <tr> <td align="left">Trike</td> <td align="right"><code>a|b</code></td> </tr> <tr> <td align="left">Van_1</td> <td align="right"><a href="https://e.example/v_1">far</a></td> </tr> </tbody></table>`,
  },
  {
    what: 'a part of a table, below the heads of its columns',
    source: table,
    from: 'cm',
    to: 'Tri',
    drawn: `<table> ${head} <tbody><tr> <td align="left"></td> <td align="right">cm</td> </tr> <tr> <td align="left">Tri</td> <td align="right"></td> </tr> </tbody></table>`,
  },
  {
    what: 'words of one cell',
    source: table,
    from: 'Van',
    to: '_1',
    drawn: '<p>Van_1</p>',
  },
  {
    what: 'a quotation with a list and code, and what follows',
    source: deep,
    from: 'so',
    to: '#1',
    drawn:
      '<blockquote> <p><em>so</em>.</p> <ol> <li>one<pre><code>  two\n</code></pre> </li> </ol> </blockquote> <p>No: 1. is #1</p>',
  },
  {
    what: 'a heading, a line, and code in words',
    source: '## So `` a`b ``\n\n---\n\nEnd &amp;amp; <b>all</b> C:\\dir',
    from: 'So',
    to: 'dir',
    drawn: '<h4>So <code>a`b</code></h4> <hr> <p>End &amp;amp; &lt;b&gt;all&lt;/b&gt; C:\\dir</p>',
  },
]

/** HTML without what does not show, and with one space between blocks; in code each counts. */
const plain = (html: string) =>
  html
    .split(/(<pre>[\s\S]*?<\/pre>)/)
    .map((part, index) => (index % 2 ? part : part.replace(/\n+/g, ' ')))
    .join('')
    .replace(/ (?:rel|target|dir|class)="[^"]*"/g, '')
    .replace(/> +</g, '><')
    .trim()

test.each(cases)('$what', async ({ source, from, to, drawn }) => {
  const number = await site.idea(anna)
  const reply = await site.reply(anna, number, source)
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const place = page.locator(`[id="post-${reply}"]`)
  await place.locator('.prose > *').first().waitFor()
  await select(page, reply, from, to)
  await place.getByRole('button', { name: words.quoteOf(anna.name, 2) }).click()
  const field = place.getByRole('textbox')
  await eventually(() => field.inputValue()).toContain('\n> ')
  const preview = await site.post('previews', { markdown: await field.inputValue(), thread: number }, ben)
  const quoted = /<blockquote[^>]*>([\s\S]*)<\/blockquote>/.exec(preview.body.html)![1]!
  expect(plain(quoted)).toBe(plain(drawn))
})
