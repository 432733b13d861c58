import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Env } from '../context.ts'
import { type Locale, locales } from '../words.ts'
import type { Wish } from './request.ts'
import { signInPage, viewOf } from './view.ts'

/** Why somebody who came back from a provider is not in. */
export type Refusal =
  | 'over'
  | 'denied'
  | 'refused'
  | 'wrong'
  | 'away'
  | 'unknown'
  | 'declined'
  | 'taken'
  | 'limited'
  | 'failed'

const statuses: Record<Refusal, number> = {
  over: 401,
  denied: 401,
  refused: 401,
  wrong: 401,
  away: 503,
  unknown: 401,
  declined: 401,
  taken: 409,
  limited: 429,
  failed: 500,
}

interface Words {
  title: string
  again: string
  /** Where somebody who is signed in wanted to link an account of theirs. */
  linking: { title: string; again: string }
  /** What a provider is called whose name is not known. */
  it: string
  refusals: Record<Refusal, (provider: string) => string>
}

const words: Record<Locale, Words> = {
  en: {
    title: 'You are not signed in',
    again: 'Back to the sign-in page',
    linking: { title: 'Nothing was linked', again: 'Back to my account' },
    it: 'the provider',
    refusals: {
      over: () =>
        'This sign-in is over: it was finished already, is older than ten minutes, or was begun in another browser. Begin again.',
      denied: (name) => `The sign-in with ${name} was broken off. You can try again, or sign in another way.`,
      refused: (name) =>
        `${capital(name)} would not go on with the sign-in. Most often it is not set up right for this community: tell one of its admins, and sign in another way.`,
      wrong: (name) =>
        `The answer of ${name} is not one that can be trusted here, so nobody was signed in. Try again; if it stays, tell an admin of the community.`,
      away: (name) =>
        `We cannot reach ${name} just now. Try again in a moment, or sign in by a code sent to your e-mail.`,
      unknown: (name) =>
        `This account of ${name} does not open this community. It opens it once its verified e-mail address is that of somebody on the team. Sign in another way, or ask an admin.`,
      declined: (name) =>
        `You took the link to ${name} away under My account, so it lets nobody in as you. Sign in another way; you can link it again there.`,
      taken: (name) =>
        `This account of ${name} is linked to somebody already, or you are linked to another one there. Nothing was changed. Remove the old link under My account first.`,
      limited: () => 'Too many tries in a short time. Wait a few minutes and begin again.',
      failed: () => 'Something went wrong on our side. Begin again; if it stays, tell your operator.',
    },
  },
  fr: {
    title: 'Vous n’êtes pas connecté(e)',
    again: 'Retour à la page de connexion',
    linking: { title: 'Rien n’a été lié', again: 'Retour à mon compte' },
    it: 'le fournisseur',
    refusals: {
      over: () =>
        'Cette connexion n’est plus valable\u202f: elle a déjà abouti, date de plus de dix minutes ou a été commencée dans un autre navigateur. Recommencez.',
      denied: (name) =>
        `La connexion avec ${name} a été interrompue. Vous pouvez réessayer ou vous connecter autrement.`,
      refused: (name) =>
        `${capital(name)} n’a pas donné suite à la connexion. Le plus souvent, sa configuration pour cette communauté n’est pas la bonne\u202f: prévenez un administrateur et connectez-vous autrement.`,
      wrong: (name) =>
        `La réponse de ${name} n’est pas digne de confiance ici\u202f; personne n’a donc été connecté. Réessayez\u202f; si cela persiste, prévenez un administrateur de la communauté.`,
      away: (name) =>
        `${capital(name)} est injoignable pour le moment. Réessayez dans un instant ou connectez-vous par un code envoyé à votre e-mail.`,
      unknown: (name) =>
        `Ce compte chez ${name} ne donne pas accès à cette communauté. Il y donne accès dès que son adresse e-mail vérifiée est celle d’une personne de l’équipe. Connectez-vous autrement ou adressez-vous à un administrateur.`,
      declined: (name) =>
        `Vous avez retiré le lien avec ${name} dans Mon compte\u202f; il ne connecte donc plus personne à votre place. Connectez-vous autrement\u202f; vous pourrez y rétablir ce lien.`,
      taken: (name) =>
        `Ce compte chez ${name} est déjà lié à quelqu’un, ou vous y êtes lié à un autre. Rien n’a été modifié. Retirez d’abord l’ancien lien dans Mon compte.`,
      limited: () => 'Trop d’essais en peu de temps. Attendez quelques minutes, puis recommencez.',
      failed: () =>
        'Une erreur s’est produite de notre côté. Recommencez\u202f; si cela persiste, prévenez votre exploitant.',
    },
  },
  de: {
    title: 'Sie sind nicht angemeldet',
    again: 'Zurück zur Anmeldung',
    linking: { title: 'Es wurde nichts verknüpft', again: 'Zurück zu meinem Konto' },
    it: 'dem Anbieter',
    refusals: {
      over: () =>
        'Diese Anmeldung ist vorbei: Sie wurde schon abgeschlossen, ist älter als zehn Minuten oder wurde in einem anderen Browser begonnen. Beginnen Sie von vorn.',
      denied: (name) =>
        `Die Anmeldung mit ${name} wurde abgebrochen. Sie können es noch einmal versuchen oder sich anders anmelden.`,
      refused: (name) =>
        `Die Anmeldung mit ${name} ging dort nicht weiter. Meist ist der Anbieter für diese Community nicht richtig eingerichtet: Sagen Sie es einem ihrer Admins und melden Sie sich anders an.`,
      wrong: (name) =>
        `Die Antwort von ${name} ist hier nicht vertrauenswürdig; deshalb wurde niemand angemeldet. Versuchen Sie es noch einmal; wenn es so bleibt, sagen Sie es einem Admin der Community.`,
      away: (name) =>
        `Wir erreichen ${name} gerade nicht. Versuchen Sie es gleich noch einmal oder melden Sie sich mit einem Code an, der an Ihre E-Mail-Adresse geht.`,
      unknown: (name) =>
        `Dieses Konto bei ${name} öffnet diese Community nicht. Es öffnet sie, sobald seine bestätigte E-Mail-Adresse die einer Person im Team ist. Melden Sie sich anders an oder fragen Sie einen Admin.`,
      declined: (name) =>
        `Sie haben die Verknüpfung mit ${name} unter „Mein Konto“ entfernt; deshalb kommt damit niemand mehr in Ihrem Namen hinein. Melden Sie sich anders an; dort können Sie sie auch wieder einrichten.`,
      taken: (name) =>
        `Dieses Konto bei ${name} ist schon mit jemandem verknüpft, oder Sie sind dort mit einem anderen verknüpft. Es wurde nichts geändert. Entfernen Sie zuerst die alte Verknüpfung unter „Mein Konto“.`,
      limited: () => 'Zu viele Versuche in kurzer Zeit. Warten Sie einige Minuten und beginnen Sie von vorn.',
      failed: () =>
        'Bei uns ist etwas schiefgegangen. Beginnen Sie von vorn; wenn es so bleibt, sagen Sie es Ihrem Betreiber.',
    },
  },
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; place-content: center; min-height: 100dvh; margin: 0; padding: 16px; box-sizing: border-box;
  background: light-dark(#f6f7f8, #131517); color: light-dark(#1d2126, #e9ebee); }
main { width: min(440px, calc(100vw - 32px)); padding: 32px 28px; box-sizing: border-box; border-radius: 12px;
  border: 1px solid light-dark(#e1e4e8, #2b2f34); background: light-dark(#fff, #1a1d20); }
h1 { margin: 0 0 12px; font-size: 20px; line-height: 28px; }
p { margin: 0 0 20px; text-wrap: pretty; overflow-wrap: anywhere; }
a { color: light-dark(#2456c9, #8fb0ff); }
`

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page that says why somebody is not in, in a language of their browser, and leads back to the sign-in. */
export function refusalPage(
  c: Context<Env>,
  refusal: Refusal,
  about: { provider?: string; wish?: Wish; status?: number; headers?: Headers } = {},
): Response {
  const { world, site, requestId } = c.var
  const locale = localeOf(c.req.header('accept-language'), site.locale)
  const own = words[locale]
  const { title, again } = about.wish?.memberId ? own.linking : own
  const next = about.wish?.memberId
    ? viewOf(world, site.slug, 'account')
    : signInPage(world, site.slug, about.wish?.back)
  const status = about.status ?? statuses[refusal]
  world.log.info({ request: requestId, site: site.id, reason: refusal }, 'an OpenID sign-in was refused')
  const page = pageOf({
    locale,
    site: site.name,
    title,
    why: own.refusals[refusal](about.provider ?? own.it),
    next: next.href,
    again,
  })
  const wait = about.headers?.get('retry-after')
  return new Response(String(page), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      // The address holds the provider's code.
      'referrer-policy': 'no-referrer',
      vary: 'Accept-Language',
      ...(wait ? { 'retry-after': wait } : {}),
    },
  })
}

function pageOf(page: Record<'locale' | 'site' | 'title' | 'why' | 'next' | 'again', string>) {
  return html`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${page.title} · ${page.site}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<h1>${page.title}</h1>
<p>${page.why}</p>
<a href="${page.next}">${page.again}</a>
</main>
</body>
</html>`
}

/** The first language of a browser's that there is a page in, else the site's. */
function localeOf(accepted: string | undefined, fallback: Locale): Locale {
  const asked = (accepted ?? '')
    .slice(0, 200)
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
  return locales.find((one) => one === asked.find((two) => locales.includes(two as Locale))) ?? fallback
}
