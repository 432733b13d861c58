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
  /** Which idea the team gave which status, as "number status", by the note that said why. */
  statuses: Page<string>
  /** The number of the idea that another was merged into, by that other's number. */
  merges: Page<number>
  /** The ruling that hides a post, by the post's id. */
  rulings: Page<string>
  /** That its author took a reply away, by the reply's id. */
  deletions: Page<true>
  /** The number of a roadmap item, by its title. */
  items: Page<number>
  /** Whether an item is published, by its number. */
  publications: Page<boolean>
  /** The posts that were made, opening texts too, and may be hidden. */
  posts: string[]
  /** How many wishes got a yes, ever. */
  answered: number
}

export const emptyLedger = (): Ledger => ({
  threads: new Map(),
  replies: new Map(),
  votes: new Map(),
  statuses: new Map(),
  merges: new Map(),
  rulings: new Map(),
  deletions: new Map(),
  items: new Map(),
  publications: new Map(),
  posts: [],
  answered: 0,
})

interface Answer {
  status: number
  body: { number: number; id: string; post: string; ruling: { id: string } }
}

/** One person at the API of a running server, who works alone and in order. */
export interface Hand {
  memberId: string
  /** The replies that are theirs, to be taken away. */
  replies: string[]
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
    replies: [],
    ledger,
    async send(method, path, body) {
      const response = await request(base, credentials, method, path, body)
      const said = response.status === 204 ? {} : await response.json()
      return { status: response.status, body: said as Answer['body'] }
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
export async function keep<T>(
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
  } else if (![403, 404, 409].includes(status)) {
    throw new Error(`${key} was answered with ${status}: ${JSON.stringify(body)}`)
  } else if (before === undefined) page.delete(key)
  else page.set(key, before)
}

/** What a page holds that was answered. */
export const promised = (page: Page<unknown>) => [...page.values()].filter((value) => value !== null)
