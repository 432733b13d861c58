import type { SeedRule } from './story.ts'

export const rules: SeedRule[] = [
  {
    number: 1,
    texts: {
      en: {
        title: 'Say what happened to you; one wish per idea',
        text: 'Tell us about your own round, with figures if you have them, and keep a second wish for a second idea so that others can vote for exactly that.',
      },
      fr: {
        title: 'Racontez ce qui vous est arrivé ; un souhait par idée',
        text: 'Parlez de votre propre tournée, avec des chiffres si vous en avez, et gardez un second souhait pour une seconde idée, afin que chacun vote pour ce qu’il veut vraiment.',
      },
      de: {
        title: 'Erzählen Sie, was Ihnen passiert ist; ein Wunsch je Idee',
        text: 'Berichten Sie von Ihrer eigenen Tour, wenn möglich mit Zahlen, und heben Sie einen zweiten Wunsch für eine zweite Idee auf, damit andere genau dafür stimmen können.',
      },
    },
  },
  {
    number: 2,
    texts: {
      en: {
        title: 'Leave out customers’ names, addresses and door codes',
        text: 'The people you deliver to have not agreed to appear here, so describe the stop without saying whose it is, and cover names in pictures.',
      },
      fr: {
        title: 'Ne citez ni noms, ni adresses, ni codes de porte des clients',
        text: 'Les personnes que vous livrez n’ont pas accepté de figurer ici : décrivez l’arrêt sans dire chez qui il se trouve, et masquez les noms sur les images.',
      },
      de: {
        title: 'Lassen Sie Namen, Adressen und Türcodes der Kundschaft weg',
        text: 'Die Menschen, die Sie beliefern, haben nicht zugestimmt, hier vorzukommen: Beschreiben Sie den Stopp, ohne zu sagen, wessen er ist, und verdecken Sie Namen auf Bildern.',
      },
    },
  },
  {
    number: 3,
    texts: {
      en: {
        title: 'Speak about the work and not the person',
        text: 'Disagree with an idea, a figure or a decision as firmly as you like; leave alone the person who brought it.',
      },
      fr: {
        title: 'Parlez du travail et non de la personne',
        text: 'Contestez une idée, un chiffre ou une décision aussi fermement que vous le souhaitez ; laissez en paix la personne qui l’apporte.',
      },
      de: {
        title: 'Sprechen Sie über die Arbeit und nicht über die Person',
        text: 'Widersprechen Sie einer Idee, einer Zahl oder einer Entscheidung so deutlich Sie wollen; lassen Sie den Menschen in Ruhe, der sie vorbringt.',
      },
    },
  },
  {
    number: 4,
    texts: {
      en: {
        title: 'No advertising, also not for a good cause',
        text: 'Name a product when it answers the question and say if it is yours; do not come here to sell, recruit or collect.',
      },
      fr: {
        title: 'Pas de publicité, même pour une bonne cause',
        text: 'Nommez un produit s’il répond à la question et dites s’il est le vôtre ; ne venez pas ici pour vendre, recruter ou collecter.',
      },
      de: {
        title: 'Keine Werbung, auch nicht für einen guten Zweck',
        text: 'Nennen Sie ein Produkt, wenn es die Frage beantwortet, und sagen Sie, ob es Ihres ist; kommen Sie nicht hierher, um zu verkaufen, anzuwerben oder zu sammeln.',
      },
    },
  },
]
