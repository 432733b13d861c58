import { html } from 'lit'
import type { ReactedJson, ReactionName, ReactionsJson } from '../../../server/reactions/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { chooseReacted, reactedTo } from '../../controllers/followed.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import '../parvis-reactions/parvis-reactions.ts'
import { type NestedReply, nameOfAuthor, type Teller } from './teller.ts'
import { nthOf } from './which_post.ts'

/** The reactions to a post, below it. */
export const reactionsTo = (
  teller: Teller,
  post: Pick<NestedReply, 'id' | 'author' | 'reactions'>,
): unknown => {
  const { ctx, words } = teller
  return html`<parvis-reactions .words=${words.reactions} .of=${nameOfAuthor(teller, post.author)} .nth=${nthOf(teller.thread, post.id)} .counts=${post.reactions}
    .mine=${reactedTo(ctx.session, post.id)} @react=${({ detail }: CustomEvent<ReactionName>) => teller.react(post.id, post.reactions, detail)}></parvis-reactions>`
}

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
}

/** What is under way: a second click waits for none, and does nothing. */
const underWay = new Set<string>()

/**
 * Reacts to a post, or takes that back; a visitor signs in first. Shown at once, and undone where it is refused. Several
 * may be under way for one post and be answered in any order: each answer tells of its own name alone.
 */
export const react = async (
  host: Host,
  post: string,
  counts: ReactionsJson,
  name: ReactionName,
): Promise<void> => {
  const { ctx, words } = host
  const act = `${post} ${name}`
  if (underWay.has(act)) return
  const { session } = ctx
  const before = counts[name] ?? 0
  const want = !(session.token && reactedTo(session, post).includes(name))
  underWay.add(act)
  const reacting = session.member?.id
  // Somebody else who is there by now has reactions of their own.
  const same = () => !reacting || session.member?.id === reacting
  const back = () => show(host, post, name, before, reacting && same() ? !want : undefined)
  if (session.token) show(host, post, name, before + (want ? 1 : -1), want)
  try {
    const path = `posts/${post}/reactions/${name}`
    const ask = () => ctx.api.ask<ReactedJson>(path, { method: want ? 'PUT' : 'DELETE' })
    const done = await ctx.act('asMember', ask)
    if (!done) return back()
    const { reactions: now, mine } = done as ReactedJson
    show(host, post, name, now[name] ?? 0, same() ? mine.includes(name) : undefined)
    const { reactions } = words
    ctx.act('announce', (want ? reactions.gave : reactions.tookBack)(reactions.names[name]))
  } catch (error) {
    back()
    ctx.act('refuse', error)
  } finally {
    underWay.delete(act)
  }
}

/** Shows how often a reaction was given, and whether by whoever is there, where that is to be said. */
const show = (
  host: Host,
  post: string,
  name: ReactionName,
  count: number,
  mine: boolean | undefined,
): void => {
  if (mine !== undefined) chooseReacted(host.ctx.session, post, name, mine)
  // Another thread may be on its way by then.
  if (host.thread) host.thread = withReaction(host.thread, post, { [name]: count })
}

const withReaction = (thread: ThreadJson, post: string, count: ReactionsJson): ThreadJson => {
  if (thread.post === post) return { ...thread, reactions: { ...thread.reactions, ...count } }
  const of = <One extends Pick<NestedReply, 'id' | 'reactions'> | null>(one: One): One =>
    one?.id === post ? { ...one, reactions: { ...one.reactions, ...count } } : one
  const items = thread.story.items.map((item) =>
    item.type === 'event' ? item : { ...of(item), replies: item.replies.map(of) },
  )
  return {
    ...thread,
    officialReply: of(thread.officialReply),
    acceptedReply: of(thread.acceptedReply),
    story: { ...thread.story, items },
  }
}
