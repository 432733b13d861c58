import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { invitationMail } from '../lib/mails.ts'
import type { Locale } from '../words.ts'
import type { TeamRole } from './input.ts'

const perAddress = 3
const perSite = 50

/**
 * Tells somebody by mail who put them on the team, in which role, and where to sign in: in their own language where another site
 * knows it, else in this one's. The mail holds no secret, since a code proves the address. An address gets three a
 * day from a site, and a site sends fifty, so that a team of one's own is no way to fill other people's mailboxes.
 */
export async function invite(
  world: World,
  trx: Trx,
  siteId: string,
  person: { accountId: string; email: string; role: TeamRole },
  by: string,
): Promise<void> {
  await limitInvitations(world, trx, siteId, person.email)
  await trx
    .insertInto('invitations')
    .values({ site_id: siteId, id: newId(), email: person.email, invited_by: by, sent_at: world.clock.now() })
    .execute()
  if (!world.mailer.ready) return
  const { slug, site, inviter, locale } = await aboutInvitation(trx, siteId, person.accountId, by)
  const address = new URL(`admin/${slug}/sign-in`, world.config.publicUrl).href
  const mail = invitationMail(
    { site, inviter, role: person.role, email: person.email, address },
    locale as Locale,
  )
  await world.jobs.send(trx, 'mail', { siteId, to: person.email, about: 'invitation', by, ...mail })
}

// The site's structure is locked by now, so that those who invite at once are counted one after the other.
async function limitInvitations(world: World, trx: Trx, siteId: string, email: string): Promise<void> {
  const sent = await trx
    .selectFrom('invitations')
    .select('email')
    .where('site_id', '=', siteId)
    .where('sent_at', '>', later(world.clock.now(), -86_400))
    .limit(perSite)
    .execute()
  if (sent.length < perSite && sent.filter((one) => one.email === email).length < perAddress) return
  throw new Problem('rate_limited', 'Too many invitations were sent today.', {
    headers: { 'retry-after': '86400' },
  })
}

function aboutInvitation(trx: Trx, siteId: string, accountId: string, by: string) {
  return trx
    .selectFrom('sites')
    .innerJoin('members as inviter', 'inviter.site_id', 'sites.id')
    .select(['sites.slug', 'sites.name as site', 'inviter.name as inviter'])
    .select((row) =>
      row.fn
        .coalesce(
          row
            .selectFrom('members as known')
            .select('known.locale')
            .where('known.account_id', '=', accountId)
            .where('known.locale', 'is not', null)
            .orderBy('known.created_at', 'desc')
            .limit(1),
          'sites.locale',
        )
        .as('locale'),
    )
    .where('sites.id', '=', siteId)
    .where('inviter.id', '=', by)
    .executeTakeFirstOrThrow()
}
