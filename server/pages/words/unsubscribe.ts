import type { ChosenKind } from '../../mails/cadence.ts'
import type { Locale } from '../../words.ts'

interface Words {
  title: string
  done: string
  about(site: string): string
  kinds: Record<ChosenKind, string>
  before: string
  act: string
  after: string
}

export const unsubscribeWords: Record<Locale, Words> = {
  en: {
    title: 'Stop these mails?',
    done: 'These mails are stopped',
    about: (site) => `Mails from ${site} about:`,
    kinds: {
      follows: 'replies and threads in what you follow',
      mentions: 'mentions of you',
      statuses: 'the status of ideas that you wrote or voted for',
      officials: 'official answers',
    },
    before: 'You will still see all of it in the community, among your notifications.',
    act: 'Stop them',
    after: 'You still see all of it in the community. You can choose again there, in your settings.',
  },
  fr: {
    title: 'Ne plus recevoir ces messages\u202f?',
    done: 'Vous ne recevrez plus ces messages',
    about: (site) => `Messages de ${site} concernant\u202f:`,
    kinds: {
      follows: 'les réponses et les sujets dans ce que vous suivez',
      mentions: 'les mentions de votre nom',
      statuses: 'le statut des idées que vous avez proposées ou soutenues',
      officials: 'les réponses officielles',
    },
    before: 'Tout restera visible dans la communauté, parmi vos notifications.',
    act: 'Ne plus les recevoir',
    after: 'Tout reste visible dans la communauté. Vous pouvez revenir sur ce choix dans vos réglages.',
  },
  de: {
    title: 'Diese Nachrichten beenden?',
    done: 'Diese Nachrichten sind beendet',
    about: (site) => `Nachrichten von ${site} über:`,
    kinds: {
      follows: 'Antworten und Themen in Ihren Abonnements',
      mentions: 'Erwähnungen Ihres Namens',
      statuses: 'den Status von Ideen, die Sie verfasst oder für die Sie gestimmt haben',
      officials: 'offizielle Antworten',
    },
    before: 'In der Community sehen Sie alles weiterhin, unter Ihren Mitteilungen.',
    act: 'Beenden',
    after:
      'In der Community sehen Sie alles weiterhin. Dort können Sie es in den Einstellungen wieder ändern.',
  },
}
