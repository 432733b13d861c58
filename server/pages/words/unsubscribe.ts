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
      statuses: 'the status of ideas that you wrote, voted for or follow',
      officials: 'official answers',
      assignments: 'threads that are assigned to you',
    },
    before: 'You will still see all of it among your notifications.',
    act: 'Stop them',
    after: 'You still see all of it among your notifications. You can choose again in your settings.',
  },
  fr: {
    title: 'Ne plus recevoir ces e-mails\u202f?',
    done: 'Vous ne recevrez plus ces e-mails',
    about: (site) => `E-mails de ${site} concernant\u202f:`,
    kinds: {
      follows: 'les réponses et les sujets dans ce que vous suivez',
      mentions: 'les mentions de votre nom',
      statuses: 'le statut des idées que vous avez proposées ou soutenues, ou que vous suivez',
      officials: 'les réponses officielles',
      assignments: 'les sujets qui vous sont confiés',
    },
    before: 'Tout restera visible parmi vos notifications.',
    act: 'Ne plus les recevoir',
    after: 'Tout reste visible parmi vos notifications. Vous pouvez revenir sur ce choix dans vos réglages.',
  },
  de: {
    title: 'Diese E-Mails abbestellen?',
    done: 'Diese E-Mails sind abbestellt',
    about: (site) => `E-Mails von ${site} über:`,
    kinds: {
      follows: 'Antworten und Themen in Ihren Abonnements',
      mentions: 'Erwähnungen Ihres Namens',
      statuses: 'den Status von Ideen, die Sie verfasst oder abonniert oder für die Sie gestimmt haben',
      officials: 'offizielle Antworten',
      assignments: 'Themen, die Ihnen zugewiesen werden',
    },
    before: 'Unter Ihren Mitteilungen sehen Sie alles weiterhin.',
    act: 'Abbestellen',
    after:
      'Unter Ihren Mitteilungen sehen Sie alles weiterhin. In den Einstellungen können Sie es wieder ändern.',
  },
}
