import { drawings } from './drawings.ts'
import { earlyAccess, earlyThreads } from './early_access.ts'
import { help } from './help.ts'
import { ideasDe } from './ideas-de.ts'
import { ideasEn } from './ideas-en.ts'
import { ideasFr } from './ideas-fr.ts'
import { reports, rulings, suspensions } from './moderation.ts'
import { news } from './news.ts'
import { companies, people } from './people.ts'
import { items } from './roadmap.ts'
import { rules } from './rules.ts'
import type { SeedSite, SeedStory } from './story.ts'
import { tags } from './tags.ts'

const site: SeedSite = {
  slug: 'bakfleet',
  name: 'Bakfleet',
  locale: 'en',
  texts: {
    en: {
      title: 'Ideas and answers',
      purpose:
        'Tell us what slows your rounds down, and vote for what would help most. Every idea gets a decision, and the reason for it.',
    },
    fr: {
      title: 'Idées et réponses',
      purpose:
        'Dites-nous ce qui ralentit vos tournées et votez pour ce qui vous aiderait le plus. Chaque idée reçoit une décision motivée.',
    },
    de: {
      title: 'Ideen und Antworten',
      purpose:
        'Sagen Sie uns, was Ihre Touren aufhält, und stimmen Sie für das, was am meisten helfen würde. Jede Idee bekommt eine Entscheidung, mit Begründung.',
    },
  },
  promise: {
    en: 'within 3 h, Mon to Fri, 8:00 to 18:00',
    fr: 'en moins de 3 h, du lundi au vendredi, de 8 h à 18 h',
    de: 'innerhalb von 3 Std., Mo. bis Fr., 8:00 bis 18:00 Uhr',
  },
}

/** The demo community: a maker of route planning for cargo bikes, and the fleets that use it. */
export const bakfleet: SeedStory = {
  site,
  drawings,
  boards: [earlyAccess],
  companies,
  people,
  tags,
  rules,
  threads: [...ideasEn, ...ideasFr, ...ideasDe, ...help, ...news, ...earlyThreads],
  items,
  rulings,
  suspensions,
  reports,
}
