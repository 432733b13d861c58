import { later } from '../../../server/lib/clock.ts'
import { excerptOf } from '../../../server/lib/excerpt.ts'
import { rendererVersion } from '../../../server/lib/markdown.ts'
import {
  ago,
  between,
  type Ground,
  idAt,
  known,
  latest,
  personOf,
  type Reply,
  renderedOf,
  type Thread,
  threadOf,
} from './ground.ts'
import { settled, spelled } from './mentions.ts'

/** Gives every thread and reply of the story its id, number, author and moment. */
export function layThreads(ground: Ground): void {
  const inOrder = ground.story.threads.toSorted((one, other) => other.daysAgo - one.daysAgo)
  for (const [index, story] of inOrder.entries()) {
    const at = ago(ground, story.daysAgo)
    const thread: Thread = {
      story,
      id: idAt(at),
      number: index + 1,
      openingId: idAt(at),
      at,
      author: personOf(ground, story.by),
      replies: [],
      ballots: [],
    }
    ground.threads.set(story.key, thread)
    layReplies(ground, thread)
  }
}

function layReplies(ground: Ground, thread: Thread): void {
  const byKey = new Map<string, Reply>()
  for (const story of thread.story.replies.toSorted((one, other) => other.daysAgo - one.daysAgo)) {
    const at = ago(ground, story.daysAgo)
    const parent = story.to ? known(byKey, story.to, 'reply') : undefined
    const reply: Reply = { story, id: idAt(at), at, author: personOf(ground, story.by), parent }
    if (story.key) byKey.set(story.key, reply)
    thread.replies.push(reply)
  }
}

/** The rows of every thread: its texts, counters, search document, tags, votes and official reply. */
export function plantThreads(ground: Ground): void {
  for (const thread of ground.threads.values()) {
    plantThread(ground, thread)
    plantCounters(ground, thread)
    for (const reply of thread.replies) plantReply(ground, thread, reply)
    plantBallots(ground, thread)
  }
}

function plantThread(ground: Ground, thread: Thread): void {
  const { rows, siteId: site_id } = ground
  const { story, id, at, author } = thread
  const text = renderedOf(ground, story.body)
  const others = thread.replies.filter((reply) => reply.author !== author)
  const fromTeam = thread.replies.filter(
    (reply) => reply.story.official || (reply.author.staff && reply.author !== author),
  )
  const target = story.mergedInto ? threadOf(ground, story.mergedInto.key) : undefined
  rows.add('threads', {
    site_id,
    id,
    number: thread.number,
    board_id: known(ground.boards, story.board, 'board'),
    kind: story.kind,
    title: story.title,
    excerpt: excerptOf(text.text),
    language: story.language,
    author_id: author.id,
    status_id:
      story.kind === 'idea' ? known(ground.statuses, story.steps?.at(-1)?.status ?? 'open', 'status') : null,
    opening_id: thread.openingId,
    merged_into: target?.id ?? null,
    created_at: at,
    first_response_at: others[0]?.at ?? null,
    first_official_response_at: fromTeam[0]?.at ?? null,
  })
  rows.add(
    'posts',
    post(ground, { id: thread.openingId, thread: id, author: author.id, body: story.body, at }),
  )
  rows.add('thread_documents', {
    site_id,
    thread_id: id,
    language: story.language,
    title: story.title,
    body: text.text,
  })
  for (const slug of story.tags)
    rows.add('thread_tags', { site_id, thread_id: id, tag_id: known(ground.tags, slug, 'tag') })
  ground.happened.push({
    kind: 'thread',
    ...place(ground, thread),
    postId: thread.openingId,
    actorId: author.id,
    at,
  })
}

// What a merge brings lies in its target and no longer in the duplicate; the duplicate keeps its own votes.
function plantCounters(ground: Ground, thread: Thread): void {
  const { story } = thread
  const duplicates = [...ground.threads.values()].filter((one) => one.story.mergedInto?.key === story.key)
  const here = [...(story.mergedInto ? [] : thread.replies), ...duplicates.flatMap((one) => one.replies)]
  const ruled = ground.story.rulings.some((ruling) => ruling.thread === story.key && !ruling.reply)
  ground.rows.add('thread_counters', {
    site_id: ground.siteId,
    thread_id: thread.id,
    board_id: known(ground.boards, story.board, 'board'),
    number: thread.number,
    kind: story.kind,
    listed: !story.mergedInto && !ruled,
    vote_count: thread.ballots.length,
    reply_count: here.length,
    created_second: Math.floor(thread.at.getTime() / 1000),
    active_at: latest(
      thread.at,
      ...thread.replies.map((reply) => reply.at),
      ...here.map((reply) => reply.at),
    ),
  })
}

function plantReply(ground: Ground, thread: Thread, reply: Reply): void {
  const { rows, siteId: site_id } = ground
  const { id, at, author, story } = reply
  const target = thread.story.mergedInto ? threadOf(ground, thread.story.mergedInto.key) : undefined
  const parent = reply.parent?.id ?? null
  rows.add('posts', {
    ...post(ground, { id, thread: target?.id ?? thread.id, author: author.id, body: story.body, at }),
    kind: 'reply',
    parent_id: parent,
    origin_thread_id: target ? thread.id : null,
    ...(story.before === undefined ? {} : { revision: 2, edited_at: editedAt(reply) }),
  })
  if (story.before !== undefined) plantEdit(ground, reply, story.before)
  ground.happened.push({ kind: 'reply', ...place(ground, thread), postId: id, actorId: author.id, at })
  const mark = { site_id, thread_id: thread.id, post_id: id }
  if (story.official) rows.add('official_replies', { ...mark, marked_by: author.id, marked_at: at })
  if (story.accepted)
    rows.add('accepted_replies', {
      ...mark,
      marked_by: thread.author.id,
      marked_at: acceptedAt(ground, reply),
    })
}

/** Whoever asked accepts an answer some hours after it was given. */
export function acceptedAt(ground: Ground, reply: Reply): Date {
  return between(reply.at, latest(reply.at, ago(ground, 0)), 0.1)
}

function post(ground: Ground, made: { id: string; thread: string; author: string; body: string; at: Date }) {
  return {
    site_id: ground.siteId,
    id: made.id,
    thread_id: made.thread,
    kind: 'opening',
    parent_id: null as string | null,
    origin_thread_id: null as string | null,
    author_id: made.author,
    body: settled(ground, spelled(ground.story, made.body)),
    html: settled(ground, renderedOf(ground, made.body).html),
    renderer: rendererVersion,
    created_at: made.at,
    revision: 1,
    edited_at: null as Date | null,
  }
}

const editedAt = (reply: Reply) => later(reply.at, 2 * 3600)

/** What a reply said before its author edited it. */
function plantEdit(ground: Ground, reply: Reply, before: string): void {
  ground.rows.add('revisions', {
    site_id: ground.siteId,
    post_id: reply.id,
    revision: 1,
    body: settled(ground, spelled(ground.story, before)),
    html: settled(ground, renderedOf(ground, before).html),
    editor_id: reply.author.id,
    created_at: editedAt(reply),
  })
}

function plantBallots(ground: Ground, thread: Thread): void {
  for (const { person, at, from } of thread.ballots) {
    ground.rows.add('votes', {
      site_id: ground.siteId,
      thread_id: thread.id,
      member_id: person.id,
      created_at: at,
      from_thread_id: from?.id ?? null,
    })
  }
}

/** Where something happened. */
export function place(ground: Ground, thread: Thread) {
  return { boardId: known(ground.boards, thread.story.board, 'board'), threadId: thread.id }
}
