import type { SeedBoard, SeedThread } from './story.ts'

/** What a few fleets try before everybody else, on a board that nobody else is told of. */
export const earlyAccess: SeedBoard = {
  slug: 'early-access',
  kinds: ['idea', 'question', 'discussion', 'announcement'],
  names: { en: 'Early access', fr: 'Avant-première', de: 'Vorabzugang' },
  purposes: {
    en: 'For the fleets that try re-planning on the road with us. Say what went wrong today; it is still easy to change.',
    fr: 'Pour les flottes qui essaient avec nous la replanification en route. Dites ce qui a coincé aujourd’hui\u202f: tout peut encore changer.',
    de: 'Für die Flotten, die mit uns das Umplanen unterwegs erproben. Sagen Sie, was heute schiefging; noch lässt sich alles leicht ändern.',
  },
  segment: {
    slug: 'early-access-group',
    names: { en: 'Early access group', fr: 'Groupe pilote', de: 'Pilotgruppe' },
    rule: {
      match: 'all',
      conditions: [
        { field: 'plan', test: 'is', values: ['fleet', 'network'] },
        { field: 'attributes.pilot', test: 'is', values: [true] },
      ],
    },
  },
}

export const earlyThreads: SeedThread[] = [
  {
    key: 'early-start',
    board: 'early-access',
    kind: 'announcement',
    language: 'en',
    by: 'ines-carvalho',
    daysAgo: 19,
    title: 'Re-planning on the road: what is switched on for you, and what we ask',
    body: `Since this morning the planner may change a tour that is under way, for six fleets. When a stop falls out or a bike stops, it offers the dispatcher a new order for the stops that are left.

What it does not do yet:

- move a stop from one rider to another,
- look at the battery,
- tell the recipient. You still have to call.

**What we ask of you**: for each plan that you refuse, one line here with the tour’s number. We read every one, and we change the weights on Thursdays.`,
    tags: ['routing', 'dispatch'],
    replies: [
      {
        by: 'marit-solberg',
        daysAgo: 18.8,
        body: 'On for our two Bullitts only, please. The trike has enough to do with the bollards.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 18.7,
        body: 'Done: tours of the trike are left alone. You can change that yourself under `Fleet, Bikes, Early features`.',
      },
      {
        by: 'jannik-petersen',
        daysAgo: 12.3,
        body: 'Tour 2291: refused. It saved 6 minutes and put a bakery at noon. Bread at noon is returned bread.',
      },
    ],
  },
  {
    key: 'early-promised',
    board: 'early-access',
    kind: 'idea',
    language: 'en',
    by: 'marit-solberg',
    daysAgo: 16,
    title: 'Never move a stop that I have promised an hour for',
    body: `Yesterday it moved a pharmacy from 10:40 to 13:15 to save 2.1 km. The pharmacist had been told 10:40, by us, by phone, and was standing at the door.

A promise is not a wish with a high weight. If I have told somebody an hour, the plan may be as bad as it likes around it.

I would rather mark those stops by hand than have it guess.`,
    tags: ['dispatch', 'arrival-times'],
    votes: 17,
    voters: ['jannik-petersen', 'annika-wallin', 'sandrine-cazeneuve', 'reto-zbinden', 'zsofia-nagy'],
    steps: [
      {
        status: 'building',
        daysAgo: 9,
        by: 'ines-carvalho',
        note: 'A stop with a promised hour becomes fixed: the new order is made around it, or none is offered. In your build on Thursday.',
      },
    ],
    replies: [
      {
        key: 'early-promised-against',
        by: 'annika-wallin',
        daysAgo: 15.4,
        body: 'Against by hand, for us: 40 stops a tour, nobody marks anything. But every message we send out of the app holds an hour. That is the mark.',
      },
      {
        by: 'marit-solberg',
        daysAgo: 15.2,
        to: 'early-promised-against',
        body: 'Then both: what was sent counts as promised, and I can mark one more after a phone call.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 9,
        official: true,
        body: 'Both it is. A message with an hour fixes the stop, and so does a tick in the list. Unticking asks once, because somebody out there was told.',
      },
    ],
  },
  {
    key: 'early-riding',
    board: 'early-access',
    kind: 'idea',
    language: 'de',
    by: 'jannik-petersen',
    daysAgo: 13,
    title: 'Neue Reihenfolge erst am nächsten Stopp zeigen, nicht während der Fahrt',
    body: `Die App meldet die neue Reihenfolge, sobald die Disposition zustimmt. Bei uns war das dreimal mitten auf der Kreuzung: Das Telefon vibriert, alle schauen hin.

Vorschlag: Die Änderung wartet, bis das Rad steht und der Stopp abgeschlossen ist. Nur wenn der **nächste** Stopp selbst entfällt, darf sie früher kommen, und dann mit Ton statt mit Text.`,
    tags: ['rider-app', 'riders'],
    votes: 14,
    voters: ['marit-solberg', 'wiebke-thomsen', 'reto-zbinden', 'eirik-haugen'],
    steps: [
      {
        status: 'planned',
        daysAgo: 6,
        by: 'rosa-kamp',
        note: 'Kommt vor der Freigabe für alle: Solange das Rad fährt, bleibt der Bildschirm, wie er ist.',
      },
    ],
    replies: [
      {
        by: 'reto-zbinden',
        daysAgo: 12.1,
        body: 'Dafür. In Bern steht im Leitfaden der Stadt, dass Geräte während der Fahrt nichts verlangen dürfen. Mit der jetzigen Fassung dürfte ich es gar nicht einschalten.',
      },
      {
        by: 'rosa-kamp',
        daysAgo: 6,
        official: true,
        body: 'Ob das Rad steht, wissen wir aus der Geschwindigkeit: unter 3 km/h, 4 Sekunden lang. Bitte melden Sie, wenn das an Steigungen zu früh anschlägt.',
      },
    ],
  },
  {
    key: 'early-cold',
    board: 'early-access',
    kind: 'idea',
    language: 'fr',
    by: 'sandrine-cazeneuve',
    daysAgo: 8,
    title: 'Compter le temps passé hors du froid quand l’ordre change',
    body: `Nos caisses tiennent quatre heures entre 2 et 8 °C. L’ordre de départ en tient compte ; le nouvel ordre, non : mardi, deux arrêts ont été échangés et un vaccin est arrivé après 4 h 20.

Il faudrait une durée maximale par colis, comptée **depuis le dépôt** et non depuis le dernier calcul. Si aucun ordre ne la respecte, mieux vaut ne rien proposer et le dire.`,
    tags: ['dispatch', 'rules'],
    votes: 9,
    voters: ['adrien-lacoste', 'marit-solberg', 'reto-zbinden'],
    replies: [
      {
        by: 'reto-zbinden',
        daysAgo: 7.2,
        body: 'Même besoin pour les prélèvements de laboratoire. Chez nous, c’est deux heures, et la durée figure sur le bon de transport.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 7,
        body: 'Merci à vous deux. Pouvez-vous m’envoyer un bon, sans le nom des patients\u202f? Nous voudrions lire la durée plutôt que la faire saisir.',
      },
    ],
  },
  {
    key: 'early-one-rider',
    board: 'early-access',
    kind: 'question',
    language: 'en',
    by: 'zsofia-nagy',
    daysAgo: 4,
    title: 'Can I keep one rider out of it while she is being trained?',
    body: 'Réka learns the northern tour by heart this week. A new order in the middle of it would teach her nothing.',
    tags: ['riders'],
    replies: [
      {
        by: 'annika-wallin',
        daysAgo: 3.9,
        accepted: true,
        body: 'Yes: open her tour, `More`, **Keep this order**. It holds for that day, so you have to do it each morning.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 3.5,
        body: 'Each morning is once too often. I have written down “until Friday” for us.',
      },
    ],
  },
]
