import { wordsOf } from '../lib/excerpt.ts'
import type { AuthorJson } from '../members/json.ts'
import type { ReactionsJson } from '../reactions/json.ts'
import type { ReplyJson, StoryJson } from '../replies/json.ts'
import type { ThreadJson } from '../threads/json.ts'
import { absolute, canonicalOf, pageLink, threadPath } from './addresses.ts'
import { type Drawing, nameIn, titleOf } from './drawing.ts'
import { nameOfAuthor } from './parts.ts'

// What a page says to programs, by schema.org, with what Google's documentation of DiscussionForumPosting,
// QAPage and BreadcrumbList requires. It says nothing that the page does not.

export type Data = Record<string, unknown>

const mostComments = 100
const longestComment = 2000

/** Data as text within a script element: nothing in it ends the element, begins a comment or breaks a line. */
export function jsonLd(data: Data[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': data }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

type Nested = ReplyJson['replies'][number]
type Said = Nested & { html: string }

/** A thread with the replies that its page shows. A question without an answer is no QAPage yet. */
export function threadData(drawing: Drawing, thread: ThreadJson, items: StoryJson['items']): Data[] {
  const said = repliesIn(items).filter((reply): reply is Said => reply.html !== null)
  const first = firstOf(thread)
  const answers = said.filter((reply) => reply.id !== first?.id).slice(0, mostComments)
  if (first?.html) answers.unshift(first as Said)
  const main =
    thread.kind === 'question' && answers.length
      ? { '@type': 'QAPage', mainEntity: question(drawing, thread, answers) }
      : posting(drawing, thread, answers)
  return [main, breadcrumbs(drawing, thread)]
}

/** Who gave a thumbs up. What else was given says something else than that it is liked. */
function likes({ like }: ReactionsJson): Data {
  return like ? { interactionStatistic: [counter('LikeAction', like)] } : {}
}

/** The replies of a part of a story, of either level. */
export function repliesIn(items: StoryJson['items']): Nested[] {
  return items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))
}

/** The reply that stands at the head: the accepted one, else the official one. */
const firstOf = ({ acceptedReply, officialReply }: ThreadJson) => acceptedReply ?? officialReply

function posting(drawing: Drawing, thread: ThreadJson, replies: Said[]): Data {
  const url = urlOf(drawing, thread)
  // An idea is liked by its votes.
  const liked = thread.kind === 'idea' ? thread.votes : thread.reactions.like
  return {
    '@type': 'DiscussionForumPosting',
    '@id': url,
    url,
    headline: thread.title,
    ...wordsBy(drawing, thread, wordsOf(thread.html ?? '')),
    inLanguage: thread.language,
    commentCount: thread.replies,
    interactionStatistic: [
      ...(liked ? [counter('LikeAction', liked)] : []),
      counter('CommentAction', thread.replies),
    ],
    comment: replies.map((reply) => ({ '@type': 'Comment', ...answerOf(drawing, thread, reply) })),
  }
}

function question(drawing: Drawing, thread: ThreadJson, answers: Said[]): Data {
  const drawn = answers.map((reply) => ({ '@type': 'Answer', ...answerOf(drawing, thread, reply) }))
  const accepted = answers[0]?.id === firstOf(thread)?.id
  return {
    '@type': 'Question',
    url: urlOf(drawing, thread),
    name: thread.title,
    ...wordsBy(drawing, thread, wordsOf(thread.html ?? '')),
    inLanguage: thread.language,
    answerCount: thread.replies,
    ...likes(thread.reactions),
    ...(accepted ? { acceptedAnswer: drawn[0] } : {}),
    ...(drawn.length > Number(accepted) ? { suggestedAnswer: drawn.slice(Number(accepted)) } : {}),
  }
}

function answerOf(drawing: Drawing, thread: ThreadJson, reply: Said): Data {
  const url = `${absolute(drawing.config, pageLink(drawing.config, drawing.site, threadPath(thread)))}#post-${reply.id}`
  const text = [...wordsOf(reply.html)].slice(0, longestComment).join('')
  return { url, ...wordsBy(drawing, reply, text), ...likes(reply.reactions) }
}

interface Written {
  author: AuthorJson | null
  createdAt: string
  editedAt: string | null
}

function wordsBy(drawing: Drawing, { author, createdAt, editedAt }: Written, text: string): Data {
  return {
    text,
    author: {
      '@type': 'Person',
      name: nameOfAuthor(drawing, author),
      ...(author?.company ? { worksFor: { '@type': 'Organization', name: author.company } } : {}),
    },
    datePublished: createdAt,
    ...(editedAt ? { dateModified: editedAt } : {}),
  }
}

function counter(action: 'LikeAction' | 'CommentAction', count: number): Data {
  return {
    '@type': 'InteractionCounter',
    interactionType: { '@type': action },
    userInteractionCount: count,
  }
}

function breadcrumbs(drawing: Drawing, thread: ThreadJson): Data {
  const { config, site } = drawing
  const board = site.boards.find((one) => one.slug === thread.board)
  const steps = [
    { name: titleOf(drawing), path: '/' },
    ...(board ? [{ name: nameIn(drawing, board), path: `/b/${board.slug}` }] : []),
    { name: thread.title, path: threadPath(thread) },
  ]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: canonicalOf(config, site, path),
    })),
  }
}

const urlOf = ({ config, site }: Drawing, thread: ThreadJson) => canonicalOf(config, site, threadPath(thread))
