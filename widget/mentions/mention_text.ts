import type { Stretch } from '../ui/code_blocks.ts'
import { isLiteral, literalParts } from '../ui/literal_parts.ts'

// A mention is stored as `@[Name](member:ID)`. Who writes reads `@Name`, as it will be shown; a name that is changed
// afterwards mentions nobody. In code and in addresses nobody is mentioned, and both stay as they are.

const id = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const stored = new RegExp(`@\\[([^\\]\\n]{1,200})\\]\\(member:(${id})\\)`, 'g')
const longestName = 120

/** The text of one field, as it is stored and as it is read where it is written. */
export class MentionText {
  /** Who is meant by a name in this text. */
  readonly #people = new Map<string, string>()

  /** A stored text as it is read. */
  shown(markdown: string): string {
    const inProse = proseOf(markdown)
    return markdown.replace(stored, (whole, name: string, member: string, at: number) =>
      inProse(at) && this.#keeps(name, member) ? `@${name}` : whole,
    )
  }

  /** What was written, as it is stored. */
  stored(text: string): string {
    if (!this.#people.size) return text
    const names = [...this.#people.keys()].sort((one, other) => other.length - one.length)
    const among = names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|')
    const written = new RegExp(`(?<![\\p{L}\\p{N}])@(${among})(?![\\p{L}\\p{N}])`, 'gu')
    const inProse = proseOf(text)
    return text.replace(written, (whole, name: string, at: number) =>
      inProse(at) ? full(name, this.#people.get(name)!) : whole,
    )
  }

  /** What to write for somebody: their name, or all of it where another has that name. */
  write(person: { id: string; name: string }): string {
    const name = plain(person.name)
    return this.#keeps(name, person.id) ? `@${name}` : full(name, person.id)
  }

  has(name: string): boolean {
    return this.#people.has(name)
  }

  #keeps(name: string, member: string): boolean {
    const known = this.#people.get(name) ?? member
    this.#people.set(name, known)
    return known === member
  }
}

/** Whether a place of a text is prose. It is looked through only where something may be replaced. */
const proseOf = (text: string): ((at: number) => boolean) => {
  let parts: Stretch[] | undefined
  return (at) => {
    parts ??= literalParts(text)
    return !isLiteral(parts, at)
  }
}

const full = (name: string, member: string) => `@[${name}](member:${member})`

/** A name without what would end it or begin something else in Markdown. */
const plain = (name: string): string =>
  [
    ...name
      .replace(/[[\]\\|`]|\p{Cc}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, longestName)
    .join('') || '?'
