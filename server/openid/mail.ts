import { html } from 'hono/html'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { MailText } from '../lib/mails.ts'
import type { Locale } from '../words.ts'
import type { findStaffByEmail, Provider } from './queries.ts'

interface Words {
  subject: (site: string, provider: string) => string
  lead: (site: string, provider: string) => string
  rest: string
  act: string
}

const words: Record<Locale, Words> = {
  en: {
    subject: (site, provider) => `You now sign in to ${site} with ${provider}`,
    lead: (site, provider) =>
      `Somebody signed in to the team of ${site} as you, with ${provider}, for the first time. From now on ${provider} lets you in there; in no other community, and it cannot change how you sign in.`,
    rest: 'If it was not you, sign in by a code sent to this address, remove the link under My account, and tell an owner of the community.',
    act: 'My account',
  },
  fr: {
    subject: (site, provider) => `Vous vous connectez désormais à ${site} avec ${provider}`,
    lead: (site, provider) =>
      `Quelqu’un s’est connecté pour la première fois à l’équipe de ${site} en votre nom, avec ${provider}. Désormais, ${provider} vous y donne accès\u202f; à aucune autre communauté, et sans pouvoir modifier vos moyens de connexion.`,
    rest: 'Si ce n’était pas vous, connectez-vous par un code envoyé à cette adresse, retirez le lien sous Mon compte et prévenez un propriétaire de la communauté.',
    act: 'Mon compte',
  },
  de: {
    subject: (site, provider) => `Sie melden sich jetzt bei ${site} mit ${provider} an`,
    lead: (site, provider) =>
      `Jemand hat sich zum ersten Mal mit ${provider} in Ihrem Namen beim Team von ${site} angemeldet. Ab jetzt kommen Sie dort mit ${provider} hinein; in keine andere Community, und Ihre Anmeldewege lassen sich damit nicht ändern.`,
    rest: 'Wenn Sie das nicht waren, melden Sie sich mit einem Code an diese Adresse an, entfernen Sie die Verknüpfung unter „Mein Konto“ und sagen Sie es jemandem, dem die Community gehört.',
    act: 'Mein Konto',
  },
}

function linkedMail(about: { site: string; provider: string; address: string }, locale: Locale): MailText {
  const own = words[locale]
  const site = about.site.replace(/[\r\n]+/g, ' ')
  // Whoever set the provider up named it; a name that looks like an address would be made a link of by a mail reader.
  const provider = about.provider.replace(/[.:/\\@]+(?=\S)/g, ' ')
  const lead = own.lead(site, provider)
  return {
    locale,
    from: site,
    subject: own.subject(site, provider),
    text: `${lead}\n\n${own.rest}\n\n    ${about.address}\n`,
    html: String(html`<p>${lead}</p><p>${own.rest}</p><p><a href="${about.address}">${own.act}</a></p>`),
  }
}

type Person = NonNullable<Awaited<ReturnType<typeof findStaffByEmail>>>

const mostADay = 5

/**
 * Tells somebody that a provider lets them in: of one provider once a day and of five at most, so that nobody fills
 * their mailbox by setting providers up, and no provider goes unsaid because they linked another.
 */
export async function tellLinked(
  world: World,
  trx: Trx,
  siteId: string,
  provider: Provider,
  person: Person,
): Promise<void> {
  if (!world.mailer.ready) return
  const { rows: today } = await sql<{ provider: string | null }>`
    select detail ->> 'provider' as provider from audit_entries where site_id = ${siteId} and action = 'openid.link'
    and subject = ${person.id} and created_at > ${later(world.clock.now(), -86_400)} limit 50`.execute(trx)
  if (today.length >= mostADay || today.some((one) => one.provider === provider.id)) return
  const { email, site, slug } = person
  const address = new URL(`admin/${slug}/account`, world.config.publicUrl).href
  const locale = (person.locale ?? person.site_locale) as Locale
  await world.jobs.send(trx, 'mail', {
    siteId,
    to: email,
    about: 'provider',
    ...linkedMail({ site, provider: provider.name, address }, locale),
  })
}
