import { html } from 'lit'
import type { ReactedJson, ReactionName, ReactionsJson } from '../../../server/reactions/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { learnReacted, reactedTo } from '../../controllers/followed.ts'
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

/** Reacts to a post, or takes that back; a visitor signs in first. Shown at once, and undone where it is refused. */
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
  const mine = session.token ? reactedTo(session, post) : []
  const want = !mine.includes(name)
  underWay.add(act)
  const reacting = session.member?.id
  // Somebody else who is there by now has reactions of their own.
  const back = () =>
    show(host, post, counts, session.member?.id === reacting ? mine : reactedTo(session, post))
  if (session.token) {
    const others = (counts[name] ?? 0) + (want ? 1 : -1)
    show(
      host,
      post,
      { ...counts, [name]: others },
      want ? [...mine, name] : mine.filter((one) => one !== name),
    )
  }
  try {
    const path = `posts/${post}/reactions/${name}`
    const ask = () => ctx.api.ask<ReactedJson>(path, { method: want ? 'PUT' : 'DELETE' })
    const done = await ctx.act('asMember', ask)
    if (!done) return back()
    show(host, post, (done as ReactedJson).reactions, (done as ReactedJson).mine)
    const { reactions } = words
    ctx.act('announce', (want ? reactions.gave : reactions.tookBack)(reactions.names[name]))
  } catch (error) {
    back()
    ctx.act('refuse', error)
  } finally {
    underWay.delete(act)
  }
}

const show = (host: Host, post: string, reactions: ReactionsJson, mine: ReactionName[]): void => {
  learnReacted(host.ctx.session, { [post]: mine })
  host.thread = withReactions(host.thread, post, reactions)
}

const withReactions = (thread: ThreadJson, post: string, reactions: ReactionsJson): ThreadJson => {
  if (thread.post === post) return { ...thread, reactions }
  const of = <One extends { id: string } | null>(one: One): One =>
    one?.id === post ? { ...one, reactions } : one
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
