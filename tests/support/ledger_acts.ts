import { randomUUID } from 'node:crypto'
import { type Hand, keep, type Ledger } from './ledger.ts'

// What the writers of a ledger do, each noted in it before it is sent and when it was answered.

const anyOf = <T>(list: T[]): T | undefined => list[Math.floor(Math.random() * list.length)]

/** Ideas that are there and not merged, as far as was answered. */
const ideas = (ledger: Ledger) =>
  [...ledger.threads.values()].filter(
    (number) => number !== null && !ledger.merges.get(String(number)),
  ) as number[]

/** Posts an idea of its own title. */
export async function postThread(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const title = `Idea ${randomUUID()}`
  const draft = { board: 'ideas', kind: 'idea', title, body: 'It **would** help.' }
  await keep(
    hand,
    ledger.threads,
    title,
    () => send('POST', 'threads', draft),
    (body) => {
      ledger.posts.push(body.post)
      return body.number
    },
  )
}

async function postReply(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const number = anyOf(ideas(ledger))
  if (number === undefined) return
  const text = `Reply ${randomUUID()}`
  await keep(
    hand,
    ledger.replies,
    text,
    () => send('POST', `threads/${number}/replies`, { body: text }),
    (body) => {
      ledger.posts.push(body.id)
      hand.replies.push(body.id)
      return body.id
    },
  )
}

async function vote(hand: Hand): Promise<void> {
  const { memberId, send, ledger } = hand
  const number = anyOf(ideas(ledger))
  if (number === undefined) return
  const want = Math.random() < 0.7
  const ask = () => send(want ? 'PUT' : 'DELETE', `threads/${number}/vote`)
  await keep(hand, ledger.votes, `${number} ${memberId}`, ask, () => want)
}

async function setStatus(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const number = anyOf(ideas(ledger))
  if (number === undefined) return
  const status = anyOf(['open', 'review', 'planned', 'building', 'shipped', 'closed'])!
  const note = `So it is, ${randomUUID()}.`
  const ask = () => send('PUT', `threads/${number}/status`, { status, note })
  await keep(hand, ledger.statuses, note, ask, () => `${number} ${status}`)
}

async function merge(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const [source, target] = [anyOf(ideas(ledger)), anyOf(ideas(ledger))]
  if (source === undefined || target === undefined || source === target) return
  await keep(
    hand,
    ledger.merges,
    String(source),
    () => send('PUT', `threads/${source}/merge`, { into: target }),
    () => target,
  )
}

async function deleteReply(hand: Hand): Promise<void> {
  const { send, ledger, replies } = hand
  const id = anyOf(replies)
  // One's own reply is there to be taken away once; what a second wish does is another test's.
  if (id === undefined || ledger.deletions.has(id)) return
  await keep(
    hand,
    ledger.deletions,
    id,
    () => send('DELETE', `replies/${id}`),
    () => true,
  )
}

async function hide(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const post = anyOf(ledger.posts)
  if (post === undefined || ledger.rulings.has(post)) return
  const ruling = { rule: 4, reason: 'It sells something.', revision: 1 }
  await keep(
    hand,
    ledger.rulings,
    post,
    () => send('POST', `posts/${post}/rulings`, ruling),
    (body) => body.ruling.id,
  )
}

/** Makes a roadmap item with an idea on it, which follows it once it is published. */
async function makeItem(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const number = anyOf(ideas(ledger))
  if (number === undefined) return
  const title = `Item ${randomUUID()}`
  await keep(
    hand,
    ledger.items,
    title,
    () => send('POST', 'roadmap/items', { title, stage: 'building', threads: [number] }),
    (body) => body.number,
  )
}

async function publish(hand: Hand): Promise<void> {
  const { send, ledger } = hand
  const number = anyOf([...ledger.items.values()].filter((one) => one !== null))
  if (number === undefined) return
  const want = !ledger.publications.get(String(number))
  const ask = () => send(want ? 'PUT' : 'DELETE', `roadmap/items/${number}/publication`)
  await keep(hand, ledger.publications, String(number), ask, () => want)
}

/** What a customer's hand and the owner's may do next. What else must survive a kill is added here, with a page of its own. */
export const customerActs = [postThread, postReply, postReply, vote, vote, vote, deleteReply]
export const ownerActs = [setStatus, setStatus, merge, hide, makeItem, publish, publish]

/** Works until `ended()`; the failure of a request that was under way then is expected, any other is not. */
export async function work(
  one: Hand,
  acts: ((hand: Hand) => Promise<void>)[],
  ended: () => boolean,
): Promise<void> {
  while (!ended()) {
    try {
      await anyOf(acts)!(one)
    } catch (error) {
      if (!ended()) throw error
    }
  }
}
