import { html } from 'hono/html'
import type { TeamRole } from '../members/input.ts'
import type { Locale } from '../words.ts'

export interface MailText {
  locale: Locale
  /** Whose mail it is: the site's name, by which its reader knows it. */
  from: string
  subject: string
  text: string
  html: string
}

const codeWords: Record<Locale, { subject: (site: string) => string; lead: string; rest: string }> = {
  en: {
    subject: (site) => `Your code for ${site}`,
    lead: 'Type this code where you asked for it:',
    rest: 'It works for ten minutes. If you did not ask for it, you need not do anything.',
  },
  fr: {
    subject: (site) => `Votre code pour ${site}`,
    lead: 'Saisissez ce code là où vous l’avez demandé\u202f:',
    rest: 'Il est valable dix minutes. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
  },
  de: {
    subject: (site) => `Ihr Code für ${site}`,
    lead: 'Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:',
    rest: 'Er gilt zehn Minuten. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.',
  },
}

// It opens nothing: somebody who reads it without having asked for it is to know what it would do.
const erasureWords: typeof codeWords = {
  en: {
    subject: (site) => `Confirm that you want to be erased from ${site}`,
    lead: 'Type this code where you asked to be erased:',
    rest: 'It works for ten minutes and cannot be taken back once used. If you did not ask for it, tell nobody the code: nothing happens then.',
  },
  fr: {
    subject: (site) => `Confirmez l’effacement de votre compte sur ${site}`,
    lead: 'Saisissez ce code là où vous avez demandé l’effacement\u202f:',
    rest: 'Il est valable dix minutes\u202f; une fois utilisé, on ne peut plus revenir en arrière. Si vous ne l’avez pas demandé, ne donnez ce code à personne\u202f: rien ne se passera.',
  },
  de: {
    subject: (site) => `Bestätigen Sie die Löschung Ihres Kontos bei ${site}`,
    lead: 'Geben Sie diesen Code dort ein, wo Sie die Löschung verlangt haben:',
    rest: 'Er gilt zehn Minuten und lässt sich nach dem Verwenden nicht zurücknehmen. Wenn Sie ihn nicht angefordert haben, geben Sie ihn niemandem: Dann geschieht nichts.',
  },
}

/** The mail that carries a sign-in code, or one to be erased by. The code is not in the subject, which lock screens show. */
export function codeMail(siteName: string, code: string, locale: Locale, erasure = false): MailText {
  const words = (erasure ? erasureWords : codeWords)[locale]
  const plainName = siteName.replace(/[\r\n]+/g, ' ')
  return {
    locale,
    from: plainName,
    subject: words.subject(plainName),
    text: `${words.lead}\n\n    ${code}\n\n${words.rest}\n\n${plainName}\n`,
    html: String(
      html`<p>${words.lead}</p><p style="font-size:24px;letter-spacing:4px"><strong>${code}</strong></p><p>${words.rest}</p><p>${plainName}</p>`,
    ),
  }
}

interface InvitationWords {
  subject: (site: string) => string
  lead: (inviter: string, site: string) => string
  role: (role: TeamRole) => string
  how: (email: string) => string
  act: string
  rest: string
}

const invitationWords: Record<Locale, InvitationWords> = {
  en: {
    subject: (site) => `You are on the team of ${site}`,
    lead: (inviter, site) => `${inviter} added you to the team of ${site}.`,
    role: (role) =>
      `Your role: ${{ owner: 'Owner', admin: 'Admin', moderator: 'Moderator', product: 'Product team' }[role]}.`,
    how: (email) =>
      `Sign in with ${email}. A code is sent to this address then, so that no password is needed.`,
    act: 'Sign in',
    rest: 'If this is a mistake, you need not do anything.',
  },
  fr: {
    subject: (site) => `Vous faites partie de l’équipe de ${site}`,
    lead: (inviter, site) => `${inviter} vous a ajouté(e) à l’équipe de ${site}.`,
    role: (role) =>
      `Votre rôle\u202f: ${{ owner: 'Propriétaire', admin: 'Administration', moderator: 'Modération', product: 'Équipe produit' }[role]}.`,
    how: (email) =>
      `Connectez-vous avec ${email}. Un code est alors envoyé à cette adresse\u202f; aucun mot de passe n’est nécessaire.`,
    act: 'Se connecter',
    rest: 'S’il s’agit d’une erreur, vous n’avez rien à faire.',
  },
  de: {
    subject: (site) => `Sie gehören zum Team von ${site}`,
    lead: (inviter, site) => `${inviter} hat Sie in das Team von ${site} aufgenommen.`,
    role: (role) =>
      `Ihre Rolle: ${{ owner: 'Inhaber', admin: 'Administration', moderator: 'Moderation', product: 'Produktteam' }[role]}.`,
    how: (email) =>
      `Melden Sie sich mit ${email} an. Dann geht ein Code an diese Adresse; ein Passwort braucht es nicht.`,
    act: 'Anmelden',
    rest: 'Wenn das ein Irrtum ist, brauchen Sie nichts zu tun.',
  },
}

/** The mail that tells somebody that they are on a team. Its address holds no secret: a code proves who reads it. */
export function invitationMail(
  about: { site: string; inviter: string; role: TeamRole; email: string; address: string },
  locale: Locale,
): MailText {
  const words = invitationWords[locale]
  const site = about.site.replace(/[\r\n]+/g, ' ')
  const [lead, how] = [`${words.lead(about.inviter, site)} ${words.role(about.role)}`, words.how(about.email)]
  return {
    locale,
    from: site,
    subject: words.subject(site),
    text: `${lead}\n\n${how}\n\n    ${about.address}\n\n${words.rest}\n`,
    html: String(
      html`<p>${lead}</p><p>${how}</p><p><a href="${about.address}">${words.act}</a></p><p>${words.rest}</p>`,
    ),
  }
}
