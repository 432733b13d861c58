import type { TokenizerAndRendererExtension, Tokens } from 'marked'

// A mention in Markdown: `@[Name](member:ID)`. The id says who it is; the name between is for whoever reads the source,
// and is what is shown of somebody who cannot be mentioned here.

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const written = new RegExp(`^@\\[([^\\]\\n]{1,200})\\]\\(member:(${id})\\)`, 'i')
const anywhere = new RegExp(`@\\[[^\\]\\n]{1,200}\\]\\(member:(${id})\\)`, 'gi')

/** Somebody whom a text may mention. `page`: whether they have one, which guests have not. */
export interface Named {
  name: string
  page: boolean
}

const drawn = new RegExp(`<bdi data-member="(${id})">@([^<]*)</bdi>`, 'g')

/** Who is mentioned with a page in HTML that was made before, by id, and by which name. */
export const drawnIn = (html: string): ReadonlyMap<string, Named> =>
  new Map(
    Array.from(html.matchAll(drawn), ([, member, name]) => [member!, { name: plain(name!), page: true }]),
  )

interface Mention extends Tokens.Generic {
  type: 'mention'
  label: string
  member: string
  inLink: boolean
}

const names = new RegExp(`@\\[([^\\]\\n]{1,200})\\]\\(member:${id}\\)`, 'gi')

/** A source with just the names of those it mentions, for whoever reads it as it was written. */
export const withNames = (markdown: string): string => markdown.replace(names, '@$1')

/** Whom a text may mention, by id, the first few of them: some may stand in code, which is found when it is rendered. */
export function namedIn(markdown: string, most: number): string[] {
  const found = new Set<string>()
  for (const [, member] of markdown.matchAll(anywhere)) {
    found.add(member!.toLowerCase())
    if (found.size === most) break
  }
  return [...found]
}

/** How mentions are read and drawn. One for all texts of a worker, which renders one at a time. */
export class Mentioning {
  /** Who was mentioned outside of quotations. */
  readonly told = new Set<string>()
  private people: ReadonlyMap<string, Named> = new Map()
  private quotations = 0

  readonly extension: TokenizerAndRendererExtension = {
    name: 'mention',
    level: 'inline',
    start: (source) => source.indexOf('@['),
    tokenizer(source): Mention | undefined {
      const match = written.exec(source)
      if (!match) return undefined
      const [raw, label, member] = match as unknown as [string, string, string]
      return { type: 'mention', raw, label, member: member.toLowerCase(), inLink: this.lexer.state.inLink }
    },
    renderer: (token) => this.draw(token as Mention),
  }

  begin(people: ReadonlyMap<string, Named>): void {
    this.people = people
    this.told.clear()
    this.quotations = 0
  }

  /** Who is mentioned in words that are quoted was told of them before. */
  quoting(draw: () => string): string {
    this.quotations += 1
    const html = draw()
    this.quotations -= 1
    return html
  }

  // A bdi keeps a name that turns the direction of writing from turning what stands around it.
  private draw({ label, member, inLink }: Mention): string {
    const person = this.people.get(member)
    if (!person) return `<bdi>@${escapeHtml(label)}</bdi>`
    if (!inLink && !this.quotations) this.told.add(member)
    const known = person.page && !inLink ? ` data-member="${member}"` : ''
    return `<bdi${known}>@${escapeHtml(person.name)}</bdi>`
  }
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The inverse, of HTML in which no other entities stand. */
const plain = (html: string): string =>
  html.replaceAll('&nbsp;', '\u00a0').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
