import { AsyncLocalStorage } from 'node:async_hooks'
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { World } from '../../server/context.ts'
import { handlers, watch } from '../../server/jobs/handlers.ts'
import type { Clock } from '../../server/lib/clock.ts'
import { hashToken, newId } from '../../server/lib/ids.ts'
import { hearChanges, inTransaction, type Trx } from '../../server/lib/in_transaction.ts'
import { makeLog } from '../../server/log.ts'
import { createSite } from '../../server/sites/create.ts'
import type { Site, SiteSettings } from '../../server/sites/queries.ts'
import type { Locale, Role } from '../../server/words.ts'
import { makeWorld } from '../../server/world.ts'
import { embeddedImage, ownDatabase, postgresUnderTest } from './databases.ts'
import { arriveAsGuest, type GuestPerson } from './guest.ts'
import { MailCatcher } from './mail_catcher.ts'
import { roomy, setLimits } from './roomy.ts'

/** A clock that runs, and that a test can move. It is set right again after each test. */
export class TestClock implements Clock {
  private ahead = 0

  now(): Date {
    return new Date(Date.now() + this.ahead)
  }

  /** Moves the time forward by `seconds`. */
  move(seconds: number): void {
    this.ahead += seconds * 1000
  }

  reset(): void {
    this.ahead = 0
  }
}

export interface TestWorld {
  world: World
  app: ReturnType<typeof makeApp>
  clock: TestClock
  mails: MailCatcher
  /** Every statement sent to the database while `act` runs, in order. */
  statements(act: () => Promise<unknown>): Promise<string[]>
  site(wish?: SiteWish): Promise<TestSite>
}

/** What a test wants its site to be. `limits` are roomy unless it says how many. */
export interface SiteWish {
  slug?: string
  locale?: Locale
  origins?: string[]
  limits?: SiteSettings['limits']
}

const shared = globalThis as { parvisTestWorld?: Promise<TestWorld> }

/** The world of this worker: a real database, a real SMTP server, jobs at work. Opened once. */
export function testWorld(): Promise<TestWorld> {
  shared.parvisTestWorld ??= open()
  return shared.parvisTestWorld
}

export const publicUrl = 'http://localhost:3000/'

async function open(): Promise<TestWorld> {
  const { world, clock, mails } = await openWorld({ PUBLIC_URL: publicUrl })
  await world.jobs.work(handlers(world), watch(world), world.log)
  const app = makeApp(world)
  return {
    world,
    app,
    clock,
    mails,
    statements: (act) => listStatements(world, act),
    site: (wish = {}) => makeSite(world, app, wish),
  }
}

/** A world on a database of its own, that sends its mail to an SMTP server of the test's; not served yet. */
export async function openWorld(
  env: Record<string, string>,
): Promise<{ world: World; clock: TestClock; mails: MailCatcher }> {
  const mails = await MailCatcher.open()
  const config = readConfig({
    DEMO: '0',
    SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
    LOG_LEVEL: 'silent',
    ...env,
  })
  const database = await openOwn()
  const clock = new TestClock()
  const world = makeWorld(config, database, clock, makeLog(process.env.PARVIS_TEST_LOG ?? 'silent'))
  await hearChanges(world)
  await world.jobs.start()
  return { world, clock, mails }
}

let opened = 0

async function openOwn(): Promise<Database> {
  const server = postgresUnderTest()
  if (!server) return connectEmbedded({ image: await embeddedImage() })
  const own = await ownDatabase(
    server,
    `parvis_test_${process.env.PARVIS_TEST_RUN}_${process.pid}_${++opened}`,
  )
  return connectPostgres(own.url, 8)
}

/** Statements are told apart by who sends them: those of jobs at work meanwhile are not the request's. */
const asking = new AsyncLocalStorage<string[]>()

type Send = (...args: unknown[]) => unknown

async function listStatements(world: World, act: () => Promise<unknown>): Promise<string[]> {
  const { pool, lines } = world.database
  const [connect, query, read] = [
    pool.connect.bind(pool),
    pool.query.bind(pool),
    lines.query.bind(lines),
  ] as [Send, Send, Send]
  const note = (statement: unknown) => {
    const text = typeof statement === 'string' ? statement : (statement as { text: string }).text
    if (!/pgboss/.test(text)) asking.getStore()?.push(text)
  }
  const noted =
    (send: Send) =>
    (...args: unknown[]) => {
      note(args[0])
      return send(...args)
    }
  // The pool's own query() would come through connect() too, so it is counted once, there.
  const watch = (client: { query: Send }) =>
    new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (name === 'query') return noted((...args) => target.query(...args))
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
  Object.assign(pool, {
    connect: (...args: unknown[]) =>
      typeof args[0] === 'function' ? connect(...args) : (connect() as Promise<never>).then(watch),
    query: noted(query),
  })
  // The embedded database's one connection reads hot and cold alike.
  if (lines !== pool) Object.assign(lines, { query: noted(read) })
  const seen: string[] = []
  try {
    await asking.run(seen, act)
  } finally {
    Object.assign(pool, { connect, query })
    if (lines !== pool) Object.assign(lines, { query: read })
  }
  return seen
}

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
  body: any
  headers: Headers
  text: string
}

export interface Person {
  id: string
  name: string
  /** Headers that make a request this person's. */
  headers: Record<string, string>
}

export type StaffRole = Exclude<Role, 'member' | 'guest'>

let made = 0

/** A site of a test's own, with ways to be anybody in it. */
export class TestSite {
  readonly world: World
  readonly app: ReturnType<typeof makeApp>
  readonly slug: string
  readonly secret: string
  readonly ownerLink: string

  constructor(
    world: World,
    app: ReturnType<typeof makeApp>,
    site: { slug: string; ssoSecret: string; ownerLink: string },
  ) {
    this.world = world
    this.app = app
    this.slug = site.slug
    this.secret = site.ssoSecret
    this.ownerLink = site.ownerLink
  }

  async row(): Promise<Site> {
    return (await this.world.sites.find(this.slug))!
  }

  /** A request below `/api/v1/sites/{slug}/`, as somebody or as a visitor. */
  async request(
    method: string,
    path: string,
    options: {
      as?: Person
      body?: unknown
      raw?: string | Uint8Array<ArrayBuffer>
      headers?: Record<string, string>
    } = {},
  ): Promise<Answer> {
    const payload = options.raw ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
    // The app itself knows of no sub-path: the front door takes it off.
    const address = new URL(`/api/v1/sites/${this.slug}/${path}`, this.world.config.publicUrl)
    const response = await this.app.request(address.href, {
      method,
      body: payload,
      headers: {
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...options.as?.headers,
        ...options.headers,
      },
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    }
  }

  get = (path: string, as?: Person) => this.request('GET', path, { as })
  post = (path: string, body: unknown, as?: Person, headers?: Record<string, string>) =>
    this.request('POST', path, { as, body, headers })
  put = (path: string, body?: unknown, as?: Person) => this.request('PUT', path, { as, body })
  patch = (path: string, body: unknown, as?: Person, revision?: number) =>
    this.request('PATCH', path, {
      as,
      body,
      headers: revision === undefined ? {} : { 'if-match': `"${revision}"` },
    })
  delete = (path: string, as?: Person) => this.request('DELETE', path, { as })

  /** A token as this site's host would sign it; claims may overwrite any part. */
  token(claims: Record<string, unknown> = {}): string {
    const now = Math.floor(this.world.clock.now().getTime() / 1000)
    return signJwt(
      { sub: `person-${++made}`, aud: this.slug, iat: now, exp: now + 300, ...claims },
      this.secret,
    )
  }

  /** A customer, signed in to the widget by the host. */
  async member(name = `Member ${made + 1}`, claims: Record<string, unknown> = {}): Promise<Person> {
    const session = await this.post('sessions/sso', { token: this.token({ name, ...claims }) })
    if (session.status !== 201) throw new Error(`Sign-on failed: ${session.text}`)
    return { id: session.body.member.id, name, headers: { authorization: `Bearer ${session.body.token}` } }
  }

  /** Lets visitors take part as guests. */
  async takeGuests(): Promise<void> {
    const { id, settings } = await this.row()
    if (settings.guests) return
    await inTransaction(
      this.world,
      id,
      async (trx) => {
        await sql`update sites set settings = settings || '{"guests":true}' where id = ${id}`.execute(trx)
      },
      'structure',
    )
  }

  /** A visitor who takes part without signing in. */
  async guest(name?: string): Promise<GuestPerson> {
    await this.takeGuests()
    return arriveAsGuest(this, name)
  }

  /** Someone of the team, signed in to the admin by a link. */
  async staff(role: StaffRole, name = `${role} ${made + 1}`): Promise<Person> {
    const { token, id } = await this.staffLink(role, name)
    return this.signInByLink(token, { id, name })
  }

  /** Someone of the team, with the secret of a sign-in link that is not spent yet. */
  async staffLink(role: StaffRole, name: string): Promise<{ id: string; email: string; token: string }> {
    const { id: siteId } = await this.row()
    const accountId = newId()
    const id = newId()
    const email = `staff-${++made}-${accountId}@team.example`
    const token = await inTransaction(
      this.world,
      siteId,
      async (trx) => {
        await trx.insertInto('accounts').values({ id: accountId, email, name }).execute()
        await trx
          .insertInto('members')
          .values({ site_id: siteId, id, role, name, email, account_id: accountId })
          .execute()
        return linkFor(this.world, trx, siteId, accountId)
      },
      'structure',
    )
    return { id, email, token }
  }

  /** Signs somebody of the team in once more, for what is asked of those who have just done so. */
  async signInAgain(person: Person): Promise<Person> {
    const { id: siteId } = await this.row()
    const token = await inTransaction(
      this.world,
      siteId,
      async (trx) => {
        const member = trx.selectFrom('members').select('account_id').where('site_id', '=', siteId)
        const { account_id } = await member.where('id', '=', person.id).executeTakeFirstOrThrow()
        return linkFor(this.world, trx, siteId, account_id!)
      },
      'structure',
    )
    return this.signInByLink(token, person)
  }

  /** Spends a sign-in link as the admin's page does. */
  async signInByLink(token: string, person: { id: string; name: string }): Promise<Person> {
    const { origin } = this.world.config.publicUrl
    const answer = await this.post('staff-sessions/link', { token }, undefined, { origin })
    if (answer.status !== 201) throw new Error(`Sign-in failed: ${answer.text}`)
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
    return { ...person, headers: { cookie, origin } }
  }

  /** Posts an idea and gives its number. */
  async idea(
    as: Person,
    wish: { title?: string; body?: string; board?: string; kind?: string; tags?: string[] } = {},
  ): Promise<number> {
    const answer = await this.post(
      'threads',
      {
        board: wish.board ?? 'ideas',
        kind: wish.kind ?? 'idea',
        title: wish.title ?? `Something that would help, ${++made}`,
        body: wish.body ?? 'Every morning we lose a quarter of an hour on this.',
        ...(wish.tags ? { tags: wish.tags } : {}),
      },
      as,
    )
    if (answer.status !== 201) throw new Error(`Posting failed: ${answer.text}`)
    return answer.body.number
  }

  /** Posts a reply and gives its id. */
  async reply(
    as: Person,
    number: number,
    text = 'We see the same.',
    more: Record<string, unknown> = {},
  ): Promise<string> {
    const answer = await this.post(`threads/${number}/replies`, { body: text, ...more }, as)
    if (answer.status !== 201) throw new Error(`Replying failed: ${answer.text}`)
    return answer.body.id
  }

  /** Makes a board readable by some only. */
  async restrict(board: string, visibility: 'members' | 'staff'): Promise<void> {
    const { id } = await this.row()
    await inTransaction(
      this.world,
      id,
      async (trx) => {
        await trx
          .updateTable('boards')
          .set({ visibility })
          .where('site_id', '=', id)
          .where('slug', '=', board)
          .execute()
      },
      'structure',
    )
  }
}

/** The secret of a new sign-in link of an account. */
async function linkFor({ clock }: World, trx: Trx, siteId: string, accountId: string): Promise<string> {
  const token = `pvl_${newId().replaceAll('-', '')}`
  const link = { site_id: siteId, token_hash: hashToken(token), account_id: accountId }
  const expires_at = new Date(clock.now().getTime() + 60_000)
  await trx
    .insertInto('sign_in_links')
    .values({ ...link, expires_at })
    .execute()
  return token
}

/** A site of a test's own in some world. */
export async function makeSite(
  world: World,
  app: ReturnType<typeof makeApp>,
  wish: SiteWish,
): Promise<TestSite> {
  const slug = wish.slug ?? `t${process.pid}-${++made}`
  const site = await createSite(world, {
    slug,
    name: `Site ${slug}`,
    locale: wish.locale ?? 'en',
    origins: wish.origins ?? ['https://host.example'],
  })
  await setLimits(world, slug, wish.limits ?? roomy)
  return new TestSite(world, app, site)
}

/** A JWT as a host makes it with nothing but an HMAC: what a recipe in any language comes to. */
export function signJwt(
  claims: Record<string, unknown>,
  secret: string,
  header: Record<string, unknown> = {},
): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}
