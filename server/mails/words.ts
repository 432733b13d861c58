import type { Locale } from '../words.ts'
import type { Cadence } from './cadence.ts'

/** What a mail says. Names and titles come in as they may stand in a mail. */
export interface LetterWords {
  somebody: string
  digest: Record<Exclude<Cadence, 'none'>, (site: string) => string>
  reply(name: string, title: string): string
  mention(name: string, title: string): string
  thread(name: string, title: string): string
  official(name: string, title: string): string
  accepted(name: string, title: string): string
  answered(name: string, title: string): string
  assigned(name: string, title: string): string
  status(title: string, status: string): string
  roadmap(title: string, stage: string): string
  merged(title: string): string
  ruling(title: string): string
  lifted(title: string): string
  suspended(until: string | null): string
  unsuspended: string
  /** Stands before the reason. */
  rule(number: number, name: string): string
  /** By whom; null where their name is gone. */
  decided(name: string | null): string
  /** What becomes of a post that was removed. */
  instead: string
  quote(text: string): string
  open: string
  more(count: number): string
  why(site: string): string
  whyTeam(site: string): string
  settings: string
  unsubscribe: string
  /** What an address that follows is for. */
  at(what: string, address: string): string
  unread: string
  decisions: string
}

export const letterWords: Record<Locale, LetterWords> = {
  en: {
    somebody: 'Somebody',
    digest: {
      soon: (site) => `News from ${site}`,
      day: (site) => `Your day at ${site}`,
      week: (site) => `Your week at ${site}`,
    },
    reply: (name, title) => `${name} replied in “${title}”.`,
    mention: (name, title) => `${name} mentioned you in “${title}”.`,
    thread: (name, title) => `${name} started “${title}”.`,
    official: (name, title) => `${name} gave the official answer in “${title}”.`,
    accepted: (name, title) => `${name} accepted your reply as the answer to “${title}”.`,
    answered: (name, title) => `${name} accepted an answer to “${title}”.`,
    assigned: (name, title) => `${name} assigned “${title}” to you.`,
    status: (title, status) => `“${title}” is now “${status}”.`,
    roadmap: (title, stage) => `“${title}” is on the roadmap, under “${stage}”.`,
    merged: (title) => `“${title}” now also gathers a thread that you wrote, voted for or follow.`,
    ruling: (title) => (title ? `Your post in “${title}” was removed.` : 'A post of yours was removed.'),
    lifted: (title) =>
      title ? `Your post in “${title}” stands again.` : 'A post of yours that was removed stands again.',
    suspended: (until) => `The team suspended you ${until ? `until ${until}` : 'until further notice'}.`,
    unsuspended: 'Your suspension was lifted.',
    rule: (number, name) => `This was decided under rule ${number}, “${name}”:`,
    decided: (name) => `Decided by ${name ?? 'somebody'}, of the team. No automatic check took part.`,
    instead:
      'In its place, others read that it was removed, and under which rule. The whole decision, with your words, is in the community.',
    quote: (text) => `“${text}”`,
    open: 'Read it there',
    more: (count) => `And ${count} more.`,
    why: (site) => `You get this because you take part in ${site}.`,
    whyTeam: (site) => `You get this because you are in the team of ${site}.`,
    settings: 'Choose what you get by mail',
    at: (what, address) => `${what}: ${address}`,
    unsubscribe: 'No more mails like this',
    unread: 'Answers to this mail are read by nobody; answer in the community.',
    decisions: 'Decisions about your own posts are always sent to you.',
  },
  fr: {
    somebody: 'Quelqu’un',
    digest: {
      soon: (site) => `Du nouveau sur ${site}`,
      day: (site) => `Votre journée sur ${site}`,
      week: (site) => `Votre semaine sur ${site}`,
    },
    reply: (name, title) => `${name} a répondu dans «\u202f${title}\u202f».`,
    mention: (name, title) => `${name} vous a mentionné(e) dans «\u202f${title}\u202f».`,
    thread: (name, title) => `${name} a lancé «\u202f${title}\u202f».`,
    official: (name, title) => `${name} a donné la réponse officielle dans «\u202f${title}\u202f».`,
    accepted: (name, title) => `${name} a accepté votre réponse dans «\u202f${title}\u202f».`,
    answered: (name, title) => `${name} a accepté une réponse à «\u202f${title}\u202f».`,
    assigned: (name, title) => `${name} vous a confié «\u202f${title}\u202f».`,
    status: (title, status) => `«\u202f${title}\u202f» passe au statut «\u202f${status}\u202f».`,
    roadmap: (title, stage) =>
      `«\u202f${title}\u202f» est sur la feuille de route, à l’étape «\u202f${stage}\u202f».`,
    merged: (title) =>
      `«\u202f${title}\u202f» réunit désormais aussi un sujet que vous aviez proposé, soutenu ou suivi.`,
    ruling: (title) =>
      title
        ? `Votre contribution dans «\u202f${title}\u202f» a été retirée.`
        : 'L’une de vos contributions a été retirée.',
    lifted: (title) =>
      title
        ? `Votre contribution dans «\u202f${title}\u202f» est rétablie.`
        : 'L’une de vos contributions, qui avait été retirée, est rétablie.',
    suspended: (until) =>
      `L’équipe a suspendu votre participation ${until ? `jusqu’au ${until}` : 'jusqu’à nouvel ordre'}.`,
    unsuspended: 'La suspension de votre participation est levée.',
    rule: (number, name) => `Décision prise au titre de la règle ${number}, «\u202f${name}\u202f»\u202f:`,
    decided: (name) =>
      `Décidé par ${name ?? 'quelqu’un'}, de l’équipe. Aucun contrôle automatique n’est intervenu.`,
    instead:
      'À sa place, les autres lisent qu’elle a été retirée, et au titre de quelle règle. La décision entière, avec votre texte, se trouve dans la communauté.',
    quote: (text) => `«\u202f${text}\u202f»`,
    open: 'Lire dans la communauté',
    more: (count) => `Et ${count} de plus.`,
    why: (site) => `Vous recevez cet e-mail parce que vous participez à ${site}.`,
    whyTeam: (site) => `Vous recevez cet e-mail parce que vous faites partie de l’équipe de ${site}.`,
    settings: 'Choisir ce que vous recevez par e-mail',
    at: (what, address) => `${what}\u202f: ${address}`,
    unsubscribe: 'Ne plus recevoir ces e-mails',
    unread: 'Personne ne lit les réponses à cet e-mail\u202f; répondez dans la communauté.',
    decisions: 'Les décisions sur vos propres contributions vous sont toujours envoyées.',
  },
  de: {
    somebody: 'Jemand',
    digest: {
      soon: (site) => `Neues aus ${site}`,
      day: (site) => `Ihr Tag bei ${site}`,
      week: (site) => `Ihre Woche bei ${site}`,
    },
    reply: (name, title) => `${name} hat in „${title}“ geantwortet.`,
    mention: (name, title) => `${name} hat Sie in „${title}“ erwähnt.`,
    thread: (name, title) => `${name} hat „${title}“ eröffnet.`,
    official: (name, title) => `${name} hat die offizielle Antwort in „${title}“ gegeben.`,
    accepted: (name, title) => `${name} hat Ihre Antwort in „${title}“ akzeptiert.`,
    answered: (name, title) => `${name} hat eine Antwort auf „${title}“ akzeptiert.`,
    assigned: (name, title) => `${name} hat Ihnen „${title}“ zugewiesen.`,
    status: (title, status) => `„${title}“ hat jetzt den Status „${status}“.`,
    roadmap: (title, stage) => `„${title}“ steht auf der Roadmap, unter „${stage}“.`,
    merged: (title) =>
      `„${title}“ vereint jetzt auch ein Thema, das Sie verfasst oder abonniert oder für das Sie gestimmt haben.`,
    ruling: (title) =>
      title ? `Ihr Beitrag in „${title}“ wurde entfernt.` : 'Ein Beitrag von Ihnen wurde entfernt.',
    lifted: (title) =>
      title
        ? `Ihr Beitrag in „${title}“ ist wieder zu lesen.`
        : 'Ein entfernter Beitrag von Ihnen ist wieder zu lesen.',
    suspended: (until) => `Das Team hat Sie ${until ? `bis zum ${until}` : 'bis auf Weiteres'} gesperrt.`,
    unsuspended: 'Ihre Sperre ist aufgehoben.',
    rule: (number, name) => `Entschieden nach Regel ${number}, „${name}“:`,
    decided: (name) =>
      `Entschieden von ${name ?? 'jemandem'} aus dem Team. Keine automatische Prüfung war beteiligt.`,
    instead:
      'An seiner Stelle lesen andere, dass er entfernt wurde und nach welcher Regel. Die ganze Entscheidung mit Ihrem Text finden Sie in der Community.',
    quote: (text) => `„${text}“`,
    open: 'In der Community lesen',
    more: (count) => `Und ${count} weitere.`,
    why: (site) => `Sie erhalten diese E-Mail, weil Sie bei ${site} mitmachen.`,
    whyTeam: (site) => `Sie erhalten diese E-Mail, weil Sie zum Team von ${site} gehören.`,
    settings: 'Auswählen, was Sie per E-Mail erhalten',
    at: (what, address) => `${what}: ${address}`,
    unsubscribe: 'Solche E-Mails abbestellen',
    unread: 'Antworten auf diese E-Mail liest niemand; antworten Sie bitte in der Community.',
    decisions: 'Entscheidungen über Ihre eigenen Beiträge erhalten Sie immer.',
  },
}
