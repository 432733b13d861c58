import { html } from 'lit'
import type { AuthorJson } from '../../../server/members/json.ts'
import type { ReactionName, ReactionsJson } from '../../../server/reactions/json.ts'
import type { ReplyJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import type { Ways } from '../../ui/sanitize.ts'
import { knownPlace } from './known_place.ts'

export type NestedReply = ReplyJson['replies'][number]

/** What the parts of a thread are drawn from, and what they may do. */
export interface Teller {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  /** The post that a link led to. */
  here: string | undefined
  /** Until when the reader had read it before; undefined where they come for the first time. */
  since: string | undefined
  /** Whether somebody had replied since then. */
  unread: boolean
  /** Reads more of the story until this is there. */
  readOn(found: () => unknown): Promise<boolean>
  /** The element of a post, of the heading, or of an editor. */
  find(id: string): HTMLElement | null
  /** The post being edited, and the reply being answered. */
  editing: string | undefined
  answering: { parent: string; to: string; name: string } | undefined
  /** Opens an editor below `parent` for a reply to `to`, which is that or one below it. */
  answer(parent: string, to: string, name: string): void
  /** Puts a passage of a post into the editor of an answer to it: below `parent`, or at the end of the thread. */
  quote(post: string, parent: string | undefined, name: string, passage: string): void
  /** Gives a post a reaction, or takes it back; `counts` are those that are shown. */
  react(post: string, counts: ReactionsJson, name: ReactionName): void
  edit(post: string | undefined): void
  copy(post: string): void
  report(post: string): void
  /** Shows how a post was edited. */
  history(post: string): void
  askRemoval(post: string): void
  /** Makes a reply the accepted answer; undefined takes the mark off. The focus goes to the reply that was chosen. */
  accept(reply: string | undefined, focus: string): void
  composer(parent: string | undefined, label: string): unknown
  editor(item: NestedReply): unknown
}

export const nameOfAuthor = ({ words }: Pick<Teller, 'words'>, author: { name: string } | null): string =>
  author?.name ?? words.somebody

/** Where those are whom a post mentions, and the posts to which it links. */
export const waysOf = ({ ctx }: Pick<Teller, 'ctx'>): Ways => {
  const way = (to: string) => ({ href: ctx.href(to), to })
  return {
    member: (id) => way(`/m/${id}`),
    post: (address) => {
      const to = knownPlace(ctx, address)
      return to === undefined ? undefined : way(to)
    },
  }
}

/** The name of whoever has a page of their own leads there: of everybody but guests and who was erased. */
export const linkToAuthor = (teller: Pick<Teller, 'ctx' | 'words'>, author: AuthorJson | null) => {
  const name = nameOfAuthor(teller, author)
  if (!author || author.guest) return name
  const path = `/m/${author.id}`
  return html`<a href=${teller.ctx.href(path)} data-to=${path}>${name}</a>`
}
