import { sql } from 'kysely'
import { newId } from '../../../server/lib/ids.ts'
import { inTransaction } from '../../../server/lib/in_transaction.ts'
import { easyProof } from '../guest.ts'
import { mailsQueued } from '../mail_jobs.ts'
import type { Ask, Premise, RouteCase } from './case.ts'
import type { Asker } from './permissions.ts'
import { picture } from './picture.ts'

const mine = (route: string, statements: number, query = ''): RouteCase => ({
  route: `GET ${route}`,
  as: 'member',
  status: 200,
  statements,
  ask: () => ({ path: `${route}${query}` }),
})

async function asked({ site }: Premise, path: 'sessions' | 'staff-sessions', email: string): Promise<Ask> {
  const headers = { origin: site.world.config.publicUrl.origin }
  const { body } = await site.post(`${path}/email`, { email }, undefined, headers)
  const code = await codeTo(site, email)
  return { path: `${path}/email/${body.challenge}`, body: { code, device: body.device }, headers }
}

/** The code of a mail, read where the mail waits to be sent, so that nobody has to wait too. */
async function codeTo({ world }: Premise['site'], email: string): Promise<string> {
  const [mail] = await mailsQueued(world, email)
  return /\b\d{6}\b/.exec(mail!.text)![0]
}

/** Who has a role is not erased before it is taken away. */
const team: Asker[] = ['product', 'moderator', 'admin', 'owner']

/** Whoever asks has an address that was proved. */
async function proveAddress(site: Premise['site'], { id }: Premise['ben']): Promise<void> {
  const { world } = site
  const { id: siteId } = await site.row()
  const connection = await world.db
    .selectFrom('connections')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'email')
    .executeTakeFirstOrThrow()
  if (!id) return
  const email = `${newId()}@elsewhere.example`
  const identity = { site_id: siteId, connection_id: connection.id, subject: email, member_id: id, email }
  await world.db.insertInto('identities').values(identity).execute()
}

let addresses = 0
const address = () => `person-${++addresses}@elsewhere.example`
const own = ({ site }: Premise) => ({ origin: site.world.config.publicUrl.origin })

/** A mail that the mail server refused. */
async function failedMail(site: Premise['site'], to: Premise['ben']): Promise<string> {
  const { db } = site.world
  const key = { site_id: (await site.row()).id, member_id: to.id }
  await db.deleteFrom('mails').where('site_id', '=', key.site_id).where('member_id', '=', to.id).execute()
  const id = newId()
  const now = site.world.clock.now()
  const mail = { id, cadence: 'week', state: 'failed', due_at: now, attempts: 12, created_at: now }
  await db
    .insertInto('mails')
    .values({ ...key, ...mail })
    .execute()
  return id
}

/** An invitation that was given up: a job of the queue, and what its site's admins know of it. */
async function failedJob(site: Premise['site']): Promise<string> {
  const { db, jobs } = site.world
  const { id: site_id } = await site.row()
  await db.deleteFrom('failing_jobs').where('site_id', '=', site_id).execute()
  const id = await inTransaction(
    site.world,
    site_id,
    (trx) => jobs.send(trx, 'mail', { siteId: site_id, to: null, subject: '', text: '', html: '' }),
    'quiet',
  )
  await sql`update pgboss.job set state = 'failed' where name = 'mail' and id = ${id}`.execute(db)
  const about = { queue: 'mail', about: 'invitation', attempts: 9, reason: 'EENVELOPE', given_up: true }
  await db
    .insertInto('failing_jobs')
    .values({ site_id, id: id!, ...about, failed_at: site.world.clock.now() })
    .execute()
  return id!
}

const arriving: RouteCase[] = [
  {
    route: 'POST sessions/sso',
    as: 'visitor',
    status: 201,
    statements: 12,
    ask: ({ site }) => ({ path: 'sessions/sso', body: { token: site.token({ name: 'Nora' }) } }),
  },
  {
    route: 'POST sessions/sso/sign-outs',
    as: 'visitor',
    status: 204,
    statements: 6,
    ask: ({ site }) => ({ path: 'sessions/sso/sign-outs', body: { token: site.token() } }),
  },
  {
    route: 'POST sessions/email',
    as: 'visitor',
    status: 202,
    statements: 3,
    ask: () => ({ path: 'sessions/email', body: { email: address() } }),
  },
  {
    route: 'POST sessions/email/{challenge}',
    as: 'visitor',
    status: 201,
    statements: 14,
    ask: (premise) => asked(premise, 'sessions', address()),
  },
  {
    route: 'POST sessions/guest-challenges',
    as: 'visitor',
    status: 201,
    statements: 1,
    ask: () => ({ path: 'sessions/guest-challenges' }),
  },
  {
    route: 'POST sessions/guest',
    as: 'visitor',
    status: 201,
    statements: 9,
    ask: async ({ site }) => ({ path: 'sessions/guest', body: await easyProof(site) }),
  },
  {
    route: 'POST sessions/guest/device',
    as: 'visitor',
    status: 201,
    statements: 6,
    ask: async ({ site }) => ({
      path: 'sessions/guest/device',
      body: { device: (await site.guest()).device },
    }),
  },
  {
    route: 'DELETE sessions/current',
    ofNewcomer: true,
    as: 'member',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'sessions/current' }),
  },
  {
    route: 'DELETE sessions',
    ofNewcomer: true,
    as: 'member',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'sessions' }),
  },
  {
    route: 'POST staff-sessions/link',
    ofNewcomer: true,
    as: 'visitor',
    status: 201,
    // A link is spent together with the log's entry where it is of the site's own account.
    statements: 7,
    async ask(premise) {
      const { token } = await premise.site.staffLink('product', 'Pia')
      return { path: 'staff-sessions/link', body: { token }, headers: own(premise) }
    },
  },
  {
    route: 'POST staff-sessions/email',
    as: 'visitor',
    status: 202,
    statements: 4,
    ask: (premise) => ({
      path: 'staff-sessions/email',
      body: { email: address() },
      headers: own(premise),
    }),
  },
  {
    route: 'POST staff-sessions/email/{challenge}',
    ofNewcomer: true,
    as: 'visitor',
    status: 201,
    statements: 7,
    async ask(premise) {
      const { email } = await premise.site.staffLink('product', 'Pia')
      return asked(premise, 'staff-sessions', email)
    },
  },
  {
    route: 'GET staff-sessions/current',
    as: 'staff',
    status: 200,
    statements: 4,
    ask: () => ({ path: 'staff-sessions/current' }),
  },
  {
    route: 'DELETE staff-sessions/current',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 3,
    ask: () => ({ path: 'staff-sessions/current' }),
  },
]

const oneself: RouteCase[] = [
  mine('me', 1),
  mine('me/overlay', 1, '?threads=1,2,3'),
  mine('me/posts', 1),
  mine('me/votes', 2),
  mine('me/rulings', 1),
  mine('me/subscriptions', 3),
  mine('me/mail', 1),
  { route: 'GET mails', as: 'admin', status: 200, statements: 3, ask: () => ({ path: 'mails' }) },
  {
    route: 'POST mails/{mail}/attempts',
    as: 'admin',
    status: 204,
    statements: 7,
    ask: async ({ site, ben }) => ({ path: `mails/${await failedMail(site, ben)}/attempts` }),
  },
  {
    route: 'POST mails/attempts',
    as: 'admin',
    status: 200,
    statements: 10,
    ask: async ({ site, ben }) => {
      await failedMail(site, ben)
      return { path: 'mails/attempts' }
    },
  },
  {
    route: 'GET failing-jobs',
    as: 'admin',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'failing-jobs' }),
  },
  {
    route: 'POST failing-jobs/{job}/attempts',
    as: 'admin',
    status: 204,
    statements: 6,
    ask: async ({ site }) => ({ path: `failing-jobs/${await failedJob(site)}/attempts` }),
  },
  {
    route: 'POST failing-jobs/attempts',
    as: 'admin',
    status: 200,
    statements: 8,
    ask: async ({ site }) => {
      await failedJob(site)
      return { path: 'failing-jobs/attempts' }
    },
  },
  {
    route: 'PATCH me/mail',
    as: 'member',
    status: 200,
    statements: 8,
    ask: () => ({ path: 'me/mail', body: { follows: 'soon', officials: 'none' } }),
  },
  mine('me/notifications', 2),
  {
    route: 'PUT me/notifications/read',
    as: 'member',
    status: 204,
    statements: 3,
    ask: () => ({ path: 'me/notifications/read', body: {} }),
  },
  {
    route: 'PATCH me',
    as: 'member',
    status: 200,
    statements: 4,
    ask: () => ({ path: 'me', body: { locale: 'fr' } }),
  },
  {
    route: 'PUT me/picture',
    seen: true,
    as: 'fullMember',
    status: 200,
    statements: 8,
    ask: async () => ({ path: 'me/picture', ...(await picture()) }),
  },
  {
    route: 'DELETE me/picture',
    seen: true,
    as: 'fullMember',
    status: 200,
    statements: 7,
    async ask({ site }, asker) {
      await site.request('PUT', 'me/picture', { as: asker, ...(await picture()) })
      return { path: 'me/picture' }
    },
  },
  mine('me/export', 17),
  mine('me/export/proof', 1),
  {
    route: 'GET me/erasure',
    seen: true,
    as: 'member',
    status: 200,
    statements: 1,
    ask: () => ({ path: 'me/erasure' }),
  },
  {
    route: 'POST me/erasure/codes',
    seen: true,
    ofNewcomer: true,
    as: 'member',
    status: 202,
    statements: 4,
    unfit: ['guest', ...team],
    async ask({ site }, asker) {
      await proveAddress(site, asker)
      return { path: 'me/erasure/codes' }
    },
  },
  {
    route: 'PUT me/erasure',
    seen: true,
    ofNewcomer: true,
    as: 'member',
    status: 204,
    statements: 30,
    unfit: team,
    ask: () => ({ path: 'me/erasure', body: { posts: 'keep' } }),
  },
  {
    route: 'PUT members/{id}/erasure',
    as: 'admin',
    status: 204,
    statements: 31,
    ask: async ({ site }) => ({
      path: `members/${(await site.member()).id}/erasure`,
      body: { posts: 'remove', reason: 'Asked by letter.' },
    }),
  },
  ...['', '/posts', '/votes'].map(
    (part): RouteCase => ({
      route: `GET profiles/{id}${part}`,
      as: 'visitor',
      status: 200,
      statements: part === '' ? 1 : part === '/posts' ? 2 : 3,
      async ask({ site, ben }) {
        await site.patch('me', { votesShown: true }, ben)
        return { path: `profiles/${ben.id}${part}` }
      },
    }),
  ),
  { route: 'GET members', as: 'staff', status: 200, statements: 3, ask: () => ({ path: 'members' }) },
  {
    route: 'GET search',
    as: 'staff',
    status: 200,
    statements: 7,
    async ask({ site, moderator }) {
      await site.idea(moderator, { title: 'To be found elsewhere' })
      return { path: 'search?q=elsewhere' }
    },
  },
]

/** Who comes, who goes, and what is their own. */
export const people: RouteCase[] = [...arriving, ...oneself]
