import type { Locale } from '../words.ts'

interface Plan {
  name: string
  price: string
  text: string
}

/** What the company's pages say, in one language. */
export interface HostWords {
  title: string
  communityTitle: string
  skip: string
  menu: string
  nav: { planner: string; riders: string; pricing: string; help: string; community: string }
  start: string
  toDark: string
  toLight: string
  visitor: { signedIn: string; signedOut: string; choose: string; out: string }
  hero: { heading: string; lead: string; more: string }
  sections: { id: 'planner' | 'riders' | 'help'; heading: string; paragraphs: string[] }[]
  pricing: { heading: string; lead: string; plans: Plan[] }
  ask: string
  noScript: string
  missing: { heading: string; text: string }
  foot: { company: string; madeUp: string; team: string }
}

const en: HostWords = {
  title: 'Bakfleet: rounds for cargo bikes',
  communityTitle: 'Community · Bakfleet',
  skip: 'Skip to the content',
  menu: 'Menu',
  nav: { planner: 'Planner', riders: 'Riders', pricing: 'Pricing', help: 'Help', community: 'Community' },
  start: 'Plan a round',
  toDark: 'Dark appearance',
  toLight: 'Light appearance',
  visitor: {
    signedIn: 'Signed in as',
    signedOut: 'Signed out',
    choose: 'Look at this page as',
    out: 'Somebody who is not signed in',
  },
  hero: {
    heading: 'Rounds that fit the bike',
    lead: 'Bakfleet plans the day for delivery fleets on two and three wheels: which stops on which bike, in which order, with which battery. Sixty-five companies from Bergen to Melbourne ride by it every morning.',
    more: 'See what our customers ask for',
  },
  sections: [
    {
      id: 'planner',
      heading: 'A planner that knows what a kerb is',
      paragraphs: [
        'Van software sees a street. We see the cobbles, the one-way that bikes may ride, the bridge with the 9% ramp, and the gate that closes at eleven. A round is planned in about forty seconds, and a dispatcher can move any stop by hand without breaking the rest.',
        'Each vehicle has its own load, its own speed with that load, and its own battery on a cold day. When one of them is in the workshop, its stops go to the others and nobody has to type a list again.',
      ],
    },
    {
      id: 'riders',
      heading: 'An app for wet gloves',
      paragraphs: [
        'Riders see one stop at a time, with the note that the last rider left: ring twice, the dog is kind. Two large buttons are all there is on the way. Photos wait for the network and go up by themselves.',
        'Positions are deleted after thirty days, and every rider can see who looked at them.',
      ],
    },
    {
      id: 'help',
      heading: 'Help from people who ride',
      paragraphs: [
        'Write to us or ask in the community: the team answers there within three hours on working days, and other fleets are often faster. What you ask for is voted on in the open, and every idea gets a decision with its reason.',
      ],
    },
  ],
  pricing: {
    heading: 'Pricing',
    lead: 'By depot and vehicle, per month, without tax. Vehicles that rest for the winter are free.',
    plans: [
      {
        name: 'Starter',
        price: '€39 per depot, €13 per vehicle',
        text: 'One depot and up to nine vehicles.',
      },
      {
        name: 'Fleet',
        price: '€190 per depot, €19 per vehicle',
        text: 'Time windows, two shifts, your own map notes.',
      },
      {
        name: 'Network',
        price: 'By contract',
        text: 'Several cities, your own data centre if it has to be.',
      },
    ],
  },
  ask: 'Ask in the community',
  noScript: 'The community needs JavaScript. You can also write to help@bakfleet.example.',
  missing: { heading: 'There is no such page', text: 'Perhaps the address was cut short. The way back:' },
  foot: {
    company: 'Bakfleet B.V., Utrecht',
    madeUp: 'Bakfleet is made up: this is how Parvis looks on a company’s own page.',
    team: 'The team’s side',
  },
}

const fr: HostWords = {
  title: 'Bakfleet : des tournées pour vélos cargos',
  communityTitle: 'Communauté · Bakfleet',
  skip: 'Aller au contenu',
  menu: 'Menu',
  nav: {
    planner: 'Planificateur',
    riders: 'Livreurs',
    pricing: 'Tarifs',
    help: 'Aide',
    community: 'Communauté',
  },
  start: 'Planifier une tournée',
  toDark: 'Apparence sombre',
  toLight: 'Apparence claire',
  visitor: {
    signedIn: 'Connecté en tant que',
    signedOut: 'Non connecté',
    choose: 'Voir cette page en tant que',
    out: 'Une personne non connectée',
  },
  hero: {
    heading: 'Des tournées à la mesure du vélo',
    lead: 'Bakfleet planifie la journée des flottes de livraison à deux et trois roues : quels arrêts sur quel vélo, dans quel ordre, avec quelle batterie. Soixante-cinq entreprises, de Bergen à Melbourne, roulent avec lui chaque matin.',
    more: 'Voir ce que demandent nos clients',
  },
  sections: [
    {
      id: 'planner',
      heading: 'Un planificateur qui sait ce qu’est un trottoir',
      paragraphs: [
        'Un logiciel pour camionnettes voit une rue. Nous voyons les pavés, le sens unique ouvert aux vélos, le pont et sa rampe à 9 %, et le portail qui ferme à onze heures. Une tournée est prête en quarante secondes environ, et l’on peut déplacer chaque arrêt à la main sans défaire le reste.',
        'Chaque véhicule a sa charge, sa vitesse avec cette charge et sa batterie par temps froid. Quand l’un d’eux est à l’atelier, ses arrêts passent aux autres et personne n’a de liste à recopier.',
      ],
    },
    {
      id: 'riders',
      heading: 'Une appli pour des gants mouillés',
      paragraphs: [
        'On voit un arrêt à la fois, avec le mot laissé la dernière fois : sonnez deux fois, le chien est gentil. En route, il n’y a que deux grands boutons. Les photos attendent le réseau et partent toutes seules.',
        'Les positions sont effacées au bout de trente jours, et chacun peut voir qui les a consultées.',
      ],
    },
    {
      id: 'help',
      heading: 'Une aide de la part de gens qui roulent',
      paragraphs: [
        'Écrivez-nous, ou posez la question à la communauté : l’équipe y répond en moins de trois heures les jours ouvrés, et d’autres flottes sont souvent plus rapides. Vos demandes sont soumises au vote au grand jour, et chaque idée reçoit une décision motivée.',
      ],
    },
  ],
  pricing: {
    heading: 'Tarifs',
    lead: 'Par dépôt et par véhicule, par mois, hors taxes. Les véhicules au repos l’hiver sont gratuits.',
    plans: [
      {
        name: 'Starter',
        price: '39 € par dépôt, 13 € par véhicule',
        text: 'Un dépôt et jusqu’à neuf véhicules.',
      },
      {
        name: 'Fleet',
        price: '190 € par dépôt, 19 € par véhicule',
        text: 'Créneaux horaires, deux équipes, vos propres notes sur la carte.',
      },
      {
        name: 'Network',
        price: 'Sur contrat',
        text: 'Plusieurs villes, et votre propre centre de données s’il le faut.',
      },
    ],
  },
  ask: 'Demander à la communauté',
  noScript: 'La communauté a besoin de JavaScript. Vous pouvez aussi écrire à help@bakfleet.example.',
  missing: { heading: 'Cette page n’existe pas', text: 'L’adresse a peut-être été coupée. Pour revenir :' },
  foot: {
    company: 'Bakfleet B.V., Utrecht',
    madeUp: 'Bakfleet est inventé : voici Parvis sur la page d’une entreprise.',
    team: 'Le côté de l’équipe',
  },
}

const de: HostWords = {
  title: 'Bakfleet: Touren für Lastenräder',
  communityTitle: 'Gemeinschaft · Bakfleet',
  skip: 'Zum Inhalt',
  menu: 'Menü',
  nav: {
    planner: 'Planer',
    riders: 'Fahrpersonal',
    pricing: 'Preise',
    help: 'Hilfe',
    community: 'Gemeinschaft',
  },
  start: 'Tour planen',
  toDark: 'Dunkle Darstellung',
  toLight: 'Helle Darstellung',
  visitor: {
    signedIn: 'Angemeldet als',
    signedOut: 'Abgemeldet',
    choose: 'Diese Seite ansehen als',
    out: 'Jemand, der nicht angemeldet ist',
  },
  hero: {
    heading: 'Touren, die zum Rad passen',
    lead: 'Bakfleet plant den Tag für Lieferflotten auf zwei und drei Rädern: welche Stopps auf welchem Rad, in welcher Folge, mit welchem Akku. Fünfundsechzig Firmen von Bergen bis Melbourne fahren jeden Morgen danach.',
    more: 'Sehen, was unsere Kundschaft sich wünscht',
  },
  sections: [
    {
      id: 'planner',
      heading: 'Ein Planer, der weiß, was ein Bordstein ist',
      paragraphs: [
        'Software für Transporter sieht eine Straße. Wir sehen das Kopfsteinpflaster, die für Räder freie Einbahnstraße, die Brücke mit der Rampe von 9 % und das Tor, das um elf schließt. Eine Tour ist in etwa vierzig Sekunden geplant, und jeder Stopp lässt sich von Hand verschieben, ohne dass der Rest zerfällt.',
        'Jedes Fahrzeug hat seine Last, sein Tempo mit dieser Last und seinen Akku an kalten Tagen. Steht eines in der Werkstatt, gehen seine Stopps an die anderen, und niemand tippt eine Liste neu.',
      ],
    },
    {
      id: 'riders',
      heading: 'Eine App für nasse Handschuhe',
      paragraphs: [
        'Man sieht einen Stopp nach dem anderen, mit der Notiz vom letzten Mal: zweimal klingeln, der Hund ist freundlich. Unterwegs gibt es nur zwei große Tasten. Fotos warten auf das Netz und gehen von selbst hinaus.',
        'Positionen werden nach dreißig Tagen gelöscht, und alle können sehen, wer sie angesehen hat.',
      ],
    },
    {
      id: 'help',
      heading: 'Hilfe von Leuten, die selbst fahren',
      paragraphs: [
        'Schreiben Sie uns oder fragen Sie in der Gemeinschaft: Das Team antwortet dort an Werktagen innerhalb von drei Stunden, andere Flotten oft schneller. Über Wünsche wird offen abgestimmt, und jede Idee bekommt eine Entscheidung, mit Begründung.',
      ],
    },
  ],
  pricing: {
    heading: 'Preise',
    lead: 'Je Depot und Fahrzeug, im Monat, ohne Steuern. Fahrzeuge, die im Winter ruhen, kosten nichts.',
    plans: [
      {
        name: 'Starter',
        price: '39 € je Depot, 13 € je Fahrzeug',
        text: 'Ein Depot und bis zu neun Fahrzeuge.',
      },
      {
        name: 'Fleet',
        price: '190 € je Depot, 19 € je Fahrzeug',
        text: 'Zeitfenster, zwei Schichten, eigene Notizen auf der Karte.',
      },
      {
        name: 'Network',
        price: 'Nach Vertrag',
        text: 'Mehrere Städte, auf Wunsch im eigenen Rechenzentrum.',
      },
    ],
  },
  ask: 'In der Gemeinschaft fragen',
  noScript: 'Die Gemeinschaft braucht JavaScript. Sie können auch an help@bakfleet.example schreiben.',
  missing: { heading: 'Diese Seite gibt es nicht', text: 'Vielleicht fehlt ein Stück der Adresse. Zurück:' },
  foot: {
    company: 'Bakfleet B.V., Utrecht',
    madeUp: 'Bakfleet ist erfunden: So sieht Parvis auf der Seite einer Firma aus.',
    team: 'Die Seite des Teams',
  },
}

export const hostWords: Record<Locale, HostWords> = { en, fr, de }
