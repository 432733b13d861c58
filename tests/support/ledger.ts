import { randomUUID } from 'node:crypto'
import { signJwt } from './world.ts'

// Writers who keep a book of what the server said yes to, so that it can be held to it after it was killed.

/** What was promised, by what it is about; null where the last wish got no answer and may stand either way. */
type Page<T> = Map<string, T | null>

export interface Ledger {
  /** The number of an idea, by its title. */
  threads: Page<number>
  /** The id of a reply, by its text. */
  replies: Page<string>
  /** Whether a vote stands, by "number member". */
  votes: Page<boolean>
  /** The status that the team set, by the idea's number. */
  statuses: Page<string>
  /** The number of the idea that another was merged into, by that other's number. */
  merges: Page<number>
  /** How many wishes got a yes, ever. */
  answered: number
}

export const emptyLedger = (): Ledger => ({
  threads: new Map(),
  replies: new Map(),
  votes: new Map(),
  statuses: new Map(),
  merges: new Map(),
  answered: 0,
})

interface Answer {
  status: number
  body: { number: number; id: string }
}

/** One person at the API of a running server, who works alone and in order. */
export interface Hand {
  memberId: string
  send(method: string, path: string, body?: unknown): Promise<Answer>
  ledger: Ledger
}

type Credentials = Record<string, string>

async function request(base: string, credentials: Credentials, method: string, path: string, body?: unknown) {
  const headers = body ? { ...credentials, 'content-type': 'application/json' } : credentials
  return fetch(base + path, { method, headers, body: body ? JSON.stringify(body) : undefined })
}

function handOf(base: string, credentials: Credentials, memberId: string, ledger: Ledger): Hand {
  return {
    memberId,
    ledger,
    async send(method, path, body) {
      const response = await request(base, credentials, method, path, body)
      return { status: response.status, body: (await response.json()) as Answer['body'] }
    },
  }
}

/** A customer, signed in with a token that the host signs. `base` is the site's address in the API. */
export async function signIn(
  base: string,
  slug: string,
  secret: string,
  subject: string,
  ledger: Ledger,
): Promise<Hand> {
  const now = Math.floor(Date.now() / 1000)
  const token = signJwt({ sub: subject, aud: slug, iat: now, exp: now + 300, name: subject }, secret)
  const response = await request(base, {}, 'POST', 'sessions/sso', { token })
  const session = (await response.json()) as { token: string; member: { id: string } }
  if (response.status !== 201) throw new Error(`Sign-on failed: ${JSON.stringify(session)}`)
  return handOf(base, { authorization: `Bearer ${session.token}` }, session.member.id, ledger)
}

/** The headers that make a request the owner's, for as long as the database lives. */
export async function signInOwner(base: string, ownerLink: string): Promise<Credentials> {
  const { origin, hash } = new URL(ownerLink)
  const response = await request(base, { origin }, 'POST', 'staff-sessions/link', {
    token: hash.slice('#link='.length),
  })
  if (response.status !== 201) throw new Error(`Sign-in failed: ${await response.text()}`)
  return { origin, cookie: response.headers.getSetCookie()[0]!.split(';')[0]! }
}

export const ownerHand = (base: string, credentials: Credentials, ledger: Ledger) =>
  handOf(base, credentials, '', ledger)

/** Notes a wish as unanswered, sends it, and notes what was answered. A refusal leaves what stood before. */
async function keep<T>(
  { ledger }: Hand,
  page: Page<T>,
  key: string,
  ask: () => Promise<Answer>,
  value: (body: Answer['body']) => T,
): Promise<void> {
  const before = page.get(key)
  page.set(key, null)
  const { status, body } = await ask()
  if (status < 300) {
    page.set(key, value(body))
    ledger.answered++
  } else if (status !== 404 && status !== 409) {
    throw new Error(`${key} was answered with ${status}: ${JSON.stringify(body)}`)
  } else if (before === undefined) page.delete(key)
  else page.set(key, before)
}

/** What a page holds that was answered. */
export const promised = (page: Page<unknown>) => [...page.values()].filter((value) => value !== null)

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
    (body) => body.number,
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
    (body) => body.id,
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
  const ask = () => send('PUT', `threads/${number}/status`, { status, note: `So it is, ${randomUUID()}.` })
  await keep(hand, ledger.statuses, String(number), ask, () => status)
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

/** What a customer's hand and the owner's may do next. What else must survive a kill is added here, with a page of its own. */
export const customerActs = [postThread, postReply, postReply, vote, vote, vote]
export const ownerActs = [setStatus, setStatus, merge]

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
