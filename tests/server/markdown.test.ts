import { JSDOM } from 'jsdom'
import { afterAll, describe, expect, it } from 'vitest'
import { makeServer } from '../../server/http/server.ts'
import { Renderer } from '../../server/lib/markdown.ts'
import { eventually } from '../support/eventually.ts'
import { listening } from '../support/http_server.ts'
import { payloads as others } from '../support/payloads.ts'
import { slowness } from '../support/slowness.ts'
import { testWorld } from '../support/world.ts'

const renderer = new Renderer()
afterAll(() => renderer.close())

const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '![x](data:image/svg+xml;base64,PHN2Zy8+)',
  '![x](javascript:alert(1))',
  '![x" onerror="alert(1)](https://a.example/x.png)',
  '[x](//evil.example)',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<style>@import "javascript:alert(1)"</style>',
  '<div style="background:url(javascript:alert(1))">x</div>',
  '<input autofocus onfocus=alert(1)>',
  '<a id="body" name="createElement">x</a>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '```html"onmouseover="alert(1)\nx\n```',
  '<https://evil.example/"onmouseover="alert(1)>',
  'https://evil.example/"onmouseover="alert(1)',
  '[x]: javascript:alert(1)\n[x]',
  '<!--<img src="--><img src=x onerror=alert(1)>',
  '<![CDATA[<script>alert(1)</script>]]>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
]

describe('the HTML of a post', () => {
  for (const payload of new Set([...payloads, ...others])) {
    it(`sec-I02, sec-I03: is harmless for ${JSON.stringify(payload).slice(0, 60)}`, async () => {
      const { html } = await renderer.render(`Before ${payload}\n\n${payload}`)
      const read = (markup: string) => new JSDOM(markup).window.document.body.innerHTML
      expect(read(read(html)), 'read and written twice').toBe(read(html))
      for (const markup of [html, read(html)]) {
        const { document } = new JSDOM(markup).window
        expect(
          document.querySelectorAll(
            'script, style, iframe, object, embed, svg, math, form, input, base, meta, img',
          ).length,
        ).toBe(0)
        for (const element of document.body.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            expect(name, markup).toMatch(/^(href|rel|target|title|start|align|dir)$/)
            if (name === 'href') expect(value).toMatch(/^(https?:|mailto:)/)
          }
        }
      }
    })
  }

  it('sec-I04: has no link without a name, and none that reads backwards', async () => {
    const to = 'https://a.example/x'
    for (const empty of [
      `[](${to})`,
      `[ ](${to})`,
      `[\u200b](${to})`,
      `[&#8203;](${to})`,
      `[![](image:none)](${to})`,
    ]) {
      const { html, text } = await renderer.render(empty)
      const link = new JSDOM(html).window.document.querySelector('a')!
      expect([link.href, link.textContent, text], empty).toEqual([to, to, to])
    }
    for (const turned of [
      '\u202e[gpj.elpmaxe](https://a.example)',
      '[&#8238;gpj.elpmaxe\u202d](https://a.example)',
    ]) {
      const { html, text } = await renderer.render(turned)
      expect(html + text).not.toMatch(/[\u202d\u202e]|&#/)
      expect(text).toBe('gpj.elpmaxe')
    }
    expect((await renderer.render('\u2067\u05d0\u05d1\u2069')).text).toBe('\u2067\u05d0\u05d1\u2069')
  })

  it('says by one attribute of ours which items are tasks, and by nobody else’s', async () => {
    const { html, text } = await renderer.render(
      '- [ ] To do\n- [x] Done\n- Neither\n  1. [X] Within\n\n<li data-task="open">Typed</li>\n\n- [ ] Loose\n\n- [x] And more',
    )
    const items = [...new JSDOM(html).window.document.querySelectorAll('li')].map(
      (item) => `${item.dataset.task}: ${item.textContent!.trim().split('\n')[0]}`,
    )
    expect(items).toEqual([
      'open: ☐ To do',
      'done: ☑ Done',
      'undefined: Neither',
      'done: ☑ Within',
      'open: ☐ Loose',
      'done: ☑ And more',
    ])
    expect(text).toContain('☐ To do ☑ Done Neither')
  })

  it('has lists, quotes and tables stand on the side of their first words, with what is within them', async () => {
    const { html } = await renderer.render(
      '- one\n  - two\n\n    > three\n\n> 1. four\n>\n> | five |\n> | - |\n\n| six |\n| - |\n\nseven\n\n`<ul dir="rtl">`',
    )
    const sided = [...new JSDOM(html).window.document.querySelectorAll('[dir]')]
    expect(
      sided.map((one) => `${one.localName} ${one.getAttribute('dir')} ${one.textContent.trim().slice(0, 4)}`),
    ).toEqual(['ul auto one\n', 'blockquote auto four', 'table auto six'])
  })

  it('is what GitHub’s Markdown says for what people write', async () => {
    const { html, text } = await renderer.render(
      'We **lose** 26 min, _each_ day:\n\n- 98 cm wide\n- [x] folded\n\n> quoted\n\n`code`\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\nSee https://map.example/x and [the map](https://map.example "Map").\n\n# Heading\n\nline one\nline two',
    )
    for (const part of [
      '<strong>lose</strong>',
      '<em>each</em>',
      '<li>98 cm wide</li>',
      '☑',
      '<blockquote dir="auto">',
      '<code>code</code>',
      '<td align="right">2</td>',
      'href="https://map.example/x"',
      'title="Map"',
      '<h3>Heading</h3>',
      'line one<br>line two',
    ]) {
      expect(html).toContain(part)
    }
    expect(html).toContain('rel="nofollow ugc noopener"')
    expect(text).toContain('We lose 26 min, each day: 98 cm wide')
  })
})

// GitHub Flavored Markdown, 0.29: each extension, where it begins and where it ends.
const link = (href: string, text = href) =>
  `<a href="${href}" rel="nofollow ugc noopener" target="_blank">${text}</a>`

const extensions: [string, string, string][] = [
  ['tables (4.10) need no pipes at the sides', 'a | b\n--|--\n1 | 2', 'a b 1 2'],
  ['tables align their columns', '| a | b | c |\n|:-|:-:|-:|\n| 1 | 2 | 3 |', '<td align="center">2</td>'],
  ['a cell may hold a pipe that is escaped', '| a |\n| - |\n| x \\| y |', '<td>x | y</td>'],
  [
    'a cell may hold what marks words',
    '| a |\n| - |\n| **x** `y` |',
    '<td><strong>x</strong> <code>y</code></td>',
  ],
  ['a row that is too short has empty cells', '| a | b |\n| - | - |\n| 1 |', '<td>1</td>\n<td></td>'],
  ['a row that is too long loses what is over', '| a |\n| - |\n| 1 | 2 |', '<td>1</td>\n</tr>'],
  [
    'a head of other columns than its line makes no table',
    '| a | b |\n| - |\n| 1 |',
    '<p>| a | b |<br>| - |<br>| 1 |</p>',
  ],
  ['a table may have no rows', '| a |\n| - |', '<th>a</th>\n</tr>\n</thead>\n</table>'],
  ['a table ends before a quote', '| a |\n| - |\n| 1 |\n> b', '</table>\n<blockquote dir="auto">\n<p>b</p>'],
  ['a table ends at an empty line', '| a |\n| - |\n| 1 |\n\nb', '</table>\n<p>b</p>'],
  ['words are struck through (6.5) by two tildes', '~~gone~~ stays', '<p><del>gone</del> stays</p>'],
  ['and by one', '~gone~ stays', '<p><del>gone</del> stays</p>'],
  ['not across paragraphs', 'a ~~b\n\nc~~ d', '<p>a ~~b</p>\n<p>c~~ d</p>'],
  [
    'tasks (5.3) may be within each other',
    '- [x] a\n  - [ ] b',
    '<li data-task="done">☑ a<ul>\n<li data-task="open">☐ b</li>',
  ],
  ['a box without a space is none', '- [x]a', '<li>[x]a</li>'],
  ['a box within a line is none', '- a [x]', '<li>a [x]</li>'],
  ['tasks may be numbered', '1. [ ] a', '<li data-task="open">☐ a</li>'],
  [
    'addresses (6.9) may begin with www',
    'www.velox.example/a',
    link('http://www.velox.example/a', 'www.velox.example/a'),
  ],
  [
    'they leave out the sign that ends a sentence',
    'See https://a.example/x.',
    `See ${link('https://a.example/x')}.`,
  ],
  ['and a bracket that is not theirs', '(https://a.example/x)', `(${link('https://a.example/x')})`],
  ['but not one that is', 'https://a.example/x_(y)', link('https://a.example/x_(y)')],
  ['and what reads as an entity', 'https://a.example/x&amp;', `${link('https://a.example/x')}&amp;`],
  ['they end at <', 'https://a.example/x<y', `${link('https://a.example/x')}&lt;y`],
  ['mail addresses are links too', 'a.b+c@d.example', link('mailto:a.b+c@d.example', 'a.b+c@d.example')],
  ['but not such as end in a hyphen or an underscore', 'a@b.example-', '<p>a@b.example-</p>'],
  ['no address within code', '`https://a.example`', '<p><code>https://a.example</code></p>'],
  [
    'no address within another link',
    '[https://a.example](https://b.example)',
    link('https://b.example/', 'https://a.example').replace('b.example/', 'b.example'),
  ],
  ['HTML (6.11) is the words it is', '<b>x</b> <title>', '<p>&lt;b&gt;x&lt;/b&gt; &lt;title&gt;</p>'],
]

describe('GitHub’s additions to Markdown', () => {
  it.each(extensions)('%s', async (_, markdown, wanted) => {
    const { html, text } = await renderer.render(markdown)
    const drawn = html.replaceAll(' dir="auto"', wanted.includes('dir=') ? ' dir="auto"' : '')
    expect(wanted.includes('<') ? drawn : text).toContain(wanted)
  })
})

/** How long the event loop was at work while a text was rendered: no less than it was ever held. */
async function heldBy(text: string): Promise<number> {
  const before = process.threadCpuUsage()
  await renderer.render(text).catch(() => {})
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/**
 * What an act answers, and the least that it took of the processor, of three tries at most, in milliseconds of a machine
 * at its usual speed; and how slow this one was.
 */
async function workOf<T>(
  act: () => Promise<T>,
  ready: () => Promise<unknown>,
): Promise<{ outcomes: T[]; least: number; slow: number }> {
  const outcomes: T[] = []
  let least = Number.POSITIVE_INFINITY
  let slow = 1
  while (outcomes.length < 3 && least >= 1000) {
    // What was refused before has the renderer begin anew.
    await ready()
    slow = slowness()
    const before = process.cpuUsage()
    outcomes.push(await act())
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000 / slow)
  }
  return { outcomes, least, slow }
}

/** What goes on without a space, in which the database's parser of words looks ahead from each character. */
const withoutPause: [string, string][] = [
  ['addresses without a space', 'a1@'.repeat(6600)],
  ['underscores', 'a_'.repeat(10_000)],
  ['places', '~/'.repeat(10_000)],
  ['dots', './'.repeat(10_000)],
  ['comments that do not end', '<!--'.repeat(5000)],
]

describe('a text made to break the renderer', () => {
  const premise = (async () => {
    const site = await (await testWorld()).site()
    return { site, lea: await site.member('Lea') }
  })()
  const cases: [string, string][] = [
    ['quotes in quotes', '> '.repeat(10_000)],
    ['lists in lists', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n')],
    ['brackets', '['.repeat(20_000)],
    ['links in links', '[a]('.repeat(5000)],
    ['emphasis', `${'*a '.repeat(6000)}`],
    ['emphasis of all kinds', '*_'.repeat(10_000)],
    ['backticks', Array.from({ length: 180 }, (_, count) => `e${'`'.repeat(count)}`).join('')],
    ['tables', `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|b'.repeat(3000)}|`],
    ['entities', '&'.repeat(20_000)],
    ['openings', '<'.repeat(20_000)],
    ['definitions', '[a]: u\n'.repeat(2800)],
    ['addresses', 'https://a.example/'.repeat(1000)],
    ['strikes', '~'.repeat(20_000)],
    ['spaces', ' '.repeat(20_000)],
    // The rest of CommonMark's own, test/pathological_tests.py, as long as a post may be.
    ['strong in emphasis', `${'*a **a '.repeat(1400)}b${' a** a*'.repeat(1400)}`],
    ['ends of emphasis without a beginning', 'a_ '.repeat(6600)],
    ['ends of links without a beginning', 'a]'.repeat(10_000)],
    ['beginnings of links without an end', '[a'.repeat(10_000)],
    ['emphasis that fits no other', '*a_ '.repeat(5000)],
    ['emphasis by threes', `a${'**b'.repeat(1600)}${'c* '.repeat(1600)}`],
    ['links and emphasis', '[ a_'.repeat(5000)],
    ['brackets and parentheses', '[ ('.repeat(6600)],
    ['images in brackets', '![[]()'.repeat(3300)],
    ['emphasis in brackets', `**x [a*b**c*](d)${'x'.repeat(10_000)}`],
    ['brackets in brackets', `${'['.repeat(10_000)}a${']'.repeat(10_000)}`],
    ['the character zero', 'abc\u0000de\u0000'.repeat(2800)],
    ['links that do not close', '[a](<b'.repeat(3300)],
    ['images that do not close', '[a](b'.repeat(4000)],
    ['comments that do not close', '</'.repeat(5) + '<!--'.repeat(4900)],
    ['instructions that do not close', '<?'.repeat(10_000)],
    ['declarations that do not close', '<!A '.repeat(5000)],
    ['empty lines in deep lists', `${'- '.repeat(6600)}x${'\n'.repeat(6600)}`],
    ['emphasis of many stars', '*'.repeat(20_000)],
    [
      'many references',
      `${Array.from({ length: 1100 }, (_, n) => `[${n}]: u\n`).join('')}${'[0]'.repeat(2600)}`,
    ],
  ]
  it.each([...cases, ...withoutPause])(
    'sec-I09: (%s) is answered after less than a second of work, with 2xx or 4xx, and the next text is rendered as ever',
    async (_what, text) => {
      const { site, lea } = await premise
      const fine = async () => (await site.post('previews', { markdown: '*fine*' }, lea)).body.html
      const draft = { board: 'ideas', kind: 'idea', title: 'Made to break', body: text.slice(0, 20_000) }
      const { outcomes, least } = await workOf(async () => {
        const { status, body } = await site.post('threads', draft, lea)
        return status < 300 ? 'posted' : body.code
      }, fine)
      for (const outcome of outcomes)
        expect(outcome).toBeOneOf(['posted', 'unrenderable', 'invalid_input', 'nothing_seen'])
      expect(least).toBeLessThan(1000)
      expect(await fine()).toBe('<p><em>fine</em></p>')
    },
  )

  it('is a reply and a note as soon, though those are found in three languages', async () => {
    const { site, lea } = await premise
    const staff = await site.staff('moderator')
    const number = await site.idea(lea)
    const fine = () => site.post('previews', { markdown: 'Fine' }, lea)
    for (const [what, text] of withoutPause)
      for (const path of ['replies', 'notes']) {
        const body = text.slice(0, path === 'notes' ? 5000 : 20_000)
        const answer = () => site.post(`threads/${number}/${path}`, { body }, staff)
        const { outcomes, least, slow } = await workOf(async () => (await answer()).status, fine)
        // A renderer that takes half as long again may be stopped before it is done, and says so.
        for (const outcome of outcomes) expect(outcome, what).toBeOneOf(slow > 1.5 ? [201, 422] : [201])
        expect(least, what).toBeLessThan(1000)
      }
  })

  it('is found by what stands before and after it', async () => {
    // On a site of its own: without statistics a planner reads each reply anew, and the premise's have a hard one each.
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const body = `marmalade ${withoutPause[0]![1].slice(0, 900)} chutney`
    await site.reply(lea, number, body)
    const thread = await site.idea(lea, { body })
    for (const word of ['marmalade', 'chutney']) {
      const { items } = (await site.get(`threads?q=${word}`)).body
      expect(items.map((one: { number: number }) => one.number).toSorted()).toEqual(
        [number, thread].toSorted(),
      )
    }
  })

  it('sec-I09: never holds the event loop', async () => {
    for (const [what, text] of cases) {
      // What else the process has to do falls into one try or another, but not into each.
      const held: number[] = []
      const slow = slowness()
      while (held.length < 25 && !held.some((one) => one < 50))
        held.push((await heldBy(text.slice(0, 20_000))) / slow)
      expect(Math.min(...held), what).toBeLessThan(50)
    }
    // Many tries of each, where other processes hold this one.
  }, 600_000)
})

describe('texts of many', () => {
  /** Takes a while, and far less than a text may, also on a machine with much else to do. */
  const lines = 4000
  const dear = 'a\n'.repeat(lines)

  it('take turns, by sites and by who asks, and what is posted goes before what is only looked at', async () => {
    await renderer.render('warm')
    const done: string[] = []
    const ask = (name: string, site: string, asker: string, preview = false) =>
      renderer.render(name, {}, { site, asker, preview }).then(() => done.push(name))
    await Promise.all([
      renderer.render(dear, {}, { site: 'a', asker: 'lea', preview: true }),
      ...[1, 2, 3].map((n) => ask(`lea looks ${n}`, 'a', 'lea', true)),
      ...[1, 2, 3].map((n) => ask(`lea posts ${n}`, 'a', 'lea')),
      ask('marit looks', 'a', 'marit', true),
      ask('marit posts', 'a', 'marit'),
      ask('ole posts', 'b', 'ole'),
    ])
    expect(done.slice(0, 2)).toEqual(['ole posts', 'marit posts'])
    expect(done.slice(2, 5)).toEqual(['lea posts 1', 'lea posts 2', 'lea posts 3'])
    expect(done.slice(5, 7)).toEqual(['marit looks', 'lea looks 1'])
  })

  it('of one member stop nobody else: what is too much at once is refused to them alone', async () => {
    const site = await (await testWorld()).site()
    const [lea, marit] = [await site.member('Lea'), await site.member('Marit')]
    await site.post('previews', { markdown: 'warm' }, lea)
    const done: string[] = []
    const many = Array.from({ length: 40 }, async () => {
      const answer = await site.post('previews', { markdown: dear }, lea)
      if (answer.status === 200) done.push('lea')
      return answer
    })
    // Until the first of them was refused, there is nothing to wait behind.
    expect((await Promise.race(many)).body.code).toBe('rate_limited')
    await site.post('previews', { markdown: 'hi' }, marit).then(({ status }) => done.push(`marit: ${status}`))
    const answers = await Promise.all(many)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused.length).toBeGreaterThan(20)
    for (const { status, body, headers } of refused)
      expect([status, body.code, headers.get('retry-after')]).toEqual([429, 'rate_limited', '2'])
    expect(done.filter((one) => one.startsWith('marit'))).toEqual(['marit: 200'])
    expect(done.indexOf('marit: 200')).toBeLessThan(done.lastIndexOf('lea'))
  })

  it('are not rendered for whoever has gone', async () => {
    const gone = new AbortController()
    const turn = { site: 'a', asker: 'lea', preview: true }
    const first = renderer.render(dear, {}, turn)
    const second = renderer.render(dear, {}, { ...turn, signal: gone.signal })
    const third = renderer.render('Third', {}, turn)
    gone.abort()
    await expect(second).rejects.toMatchObject({ code: 'unavailable' })
    expect((await first).text).toBe('a '.repeat(lines).trim())
    expect((await third).text).toBe('Third')
    await expect(renderer.render(dear, {}, { ...turn, signal: gone.signal })).rejects.toThrow()
  })

  it('of a client that hangs up leave the queue, and those before them do not', async () => {
    const { world, app, site } = await testWorld()
    const own = await site()
    const [lea, marit] = [await own.member('Lea'), await own.member('Marit')]
    const server = await listening(makeServer(world, app))
    const asked: [string, Promise<unknown>][] = []
    const render = world.render.render.bind(world.render)
    world.render.render = (...all) => {
      const made = render(...all)
      asked.push([all[0], made])
      return made
    }
    try {
      const before = [1, 2, 3].map(() => own.post('previews', { markdown: dear }, lea))
      const leaving = new AbortController()
      const lost = fetch(`${server.origin}/api/v1/sites/${own.slug}/previews`, {
        method: 'POST',
        headers: { ...marit.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ markdown: 'Nobody waits for it.' }),
        signal: leaving.signal,
      })
      const waits = () => asked.find(([text]) => text === 'Nobody waits for it.')
      // Whoever posts goes before, so that it waits for as long as it takes to hang up.
      const posts = Array.from({ length: 6 }, () => render(dear, {}, { site: 'other', asker: 'ole' }))
      await eventually(() => waits() !== undefined).toBe(true)
      leaving.abort()
      await expect(lost).rejects.toThrow()
      await expect(waits()![1]).rejects.toMatchObject({ code: 'unavailable' })
      expect((await Promise.all(before)).map(({ status }) => status)).toEqual([200, 200, 200])
      await Promise.all(posts)
    } finally {
      world.render.render = render
      await server.close()
    }
  })
})
