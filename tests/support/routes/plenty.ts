import { later } from '../../../server/lib/clock.ts'
import { hashToken, newId, newToken } from '../../../server/lib/ids.ts'
import { withPasskey } from '../passkey.ts'
import type { Answer, Person, TestSite } from '../world.ts'
import { type Premise, unique } from './case.ts'

/**
 * One more of everything that a route of the table lists, each asked as the table asks it. A new list is added here,
 * so that it is known to cost no more for being longer.
 */
export async function addOneOfEach(premise: Premise): Promise<void> {
  await addThreads(premise)
  await addToThread(premise)
  await addToRoadmap(premise)
  await addToSite(premise)
}

async function addThreads({ site, anna, ben, product }: Premise): Promise<void> {
  const own = await site.idea(anna, { title: unique('A round that ends elsewhere'), tags: ['rounds'] })
  const other = await site.idea(ben)
  await done(site.put(`threads/${other}/vote`, undefined, anna))
  await done(site.put(`threads/${other}/subscription`, undefined, anna))
  await done(site.put(`threads/${own}/status`, { status: 'planned', note: '' }, product))
}

async function addToThread({ site, anna, ben, moderator, product, idea, reported }: Premise): Promise<void> {
  const asked = await site.reply(ben, idea)
  await site.reply(product, idea, 'So do we.', { parent: asked })
  const hidden = await site.reply(anna, idea)
  const ruling = { rule: 1, reason: 'It is off the matter.', revision: 1 }
  await done(site.post(`posts/${hidden}/rulings`, ruling, moderator))
  for (const post of [asked, reported])
    await done(site.post(`posts/${post}/reports`, { reason: 'spam' }, await site.member()))
  await done(site.post(`threads/${idea}/notes`, { body: 'Sales asks again.' }, moderator))
}

async function addToRoadmap({ site, ben, product, item }: Premise): Promise<void> {
  const made = await done(site.post('roadmap/items', { title: unique('A plan') }, product))
  await done(site.put(`roadmap/items/${made.body.number}/publication`, undefined, product))
  await done(site.put(`roadmap/items/${item}/ideas/${await site.idea(ben)}`, undefined, product))
}

async function addToSite({ site, anna, owner, product }: Premise): Promise<void> {
  const add = (noun: string, more: object = {}) =>
    done(site.post(noun, { name: unique('New'), ...more }, owner))
  await add('boards', { kinds: ['idea'] })
  const { body: followed } = await add('boards', { kinds: ['idea'] })
  await done(site.put(`boards/${followed.slug}/subscription`, undefined, anna))
  const { body: board } = await add('boards', { kinds: ['idea'] })
  await done(site.delete(`boards/${board.slug}`, owner))
  await add('statuses', { category: 'open' })
  await add('stages', { category: 'open' })
  await add('tags')
  await add('rules')
  await add('connections', { algorithm: 'HS256' })
  await add('api-keys', { scopes: ['read'], days: 30 })
  await site.staff('moderator')
  await addMail(site, owner)
  await addSession(site, product)
  await withPasskey(site, product)
  await addProvider(site, owner, product)
}

/** One more provider that somebody signs in by; a site has five at most. */
async function addProvider(site: TestSite, owner: Person, person: Person): Promise<void> {
  const draft = { issuer: 'https://id.example', clientId: 'a', clientSecret: 'b' }
  const made = await site.post('openid-providers', { name: unique('ID'), ...draft }, owner)
  if (made.status === 409) return
  const { id: siteId } = await site.row()
  const now = site.world.clock.now()
  await site.world.db
    .insertInto('openid_links')
    .values({
      site_id: siteId,
      id: newId(),
      provider_id: made.body.id,
      issuer: draft.issuer,
      subject: person.id,
      member_id: person.id,
      created_at: now,
      used_at: now,
    })
    .execute()
}

/** Has somebody of the team sign in once more, by a link. */
async function addSession(site: TestSite, person: Person): Promise<void> {
  const { db, clock } = site.world
  const token = newToken('pvl')
  await db
    .insertInto('sign_in_links')
    .columns(['site_id', 'token_hash', 'account_id', 'expires_at'])
    .expression((from) =>
      from
        .selectFrom('members')
        .where('id', '=', person.id)
        .select((row) => [
          'site_id',
          row.val(hashToken(token)).as('token_hash'),
          row.ref('account_id').$notNull().as('account_id'),
          row.val(later(clock.now(), 60)).as('expires_at'),
        ]),
    )
    .execute()
  await site.signInByLink(token, person)
}

// As the mailer does where no SMTP_URL is set; this world has one.
async function addMail(site: TestSite, { name }: Person): Promise<void> {
  const mail = { id: newId(), recipient: `${name}@team.example`, subject: 'Hello', text: 'Hello', html: '' }
  const { id } = await site.row()
  await site.world.db
    .insertInto('mailbox')
    .values({ site_id: id, ...mail })
    .execute()
}

async function done(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked
  if (answer.status >= 400) throw new Error(`It was not added: ${answer.text}`)
  return answer
}
