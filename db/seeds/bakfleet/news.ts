import type { SeedThread } from './story.ts'

export const news: SeedThread[] = [
  {
    key: 'news-58',
    board: 'news',
    kind: 'announcement',
    language: 'en',
    by: 'milan-horvat',
    daysAgo: 23,
    title: 'Version 5.8: two time windows at one stop',
    body: `A stop can now hold several parcels, each with its own window. The planner comes once if it can, and twice only if it must, and shows the minutes that costs.

**Also in 5.8**

- Imports join orders for the same door, and ask you first.
- The list of the day says why a stop moved: “window”, “range”, “closed street”.
- Planning 300 stops takes 11 seconds instead of 19.

![Two bars: planning 300 stops took 19 seconds before, and takes 11 now](image:01920000-0000-7000-8000-5c3a9d41b0e3)

**Still missing**: a window in the customer’s own message. It comes with the two-hour page.

Ingrid in Leuven asked for this in July; 43 of you voted. If it did not solve it for you, tell us under the idea.`,
    tags: ['stops'],
    replies: [
      {
        by: 'ingrid-lauwers',
        daysAgo: 22.8,
        body: 'Being thanked by name in a changelog is a first for me. My mother has printed it.',
      },
      {
        key: 'n58-slow',
        by: 'rasmus-toft',
        daysAgo: 21,
        body: '11 seconds confirmed with 300 stops. With 900 it is 2 min 40, was 2 min 50.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 20.7,
        to: 'n58-slow',
        body: 'True, the gain is in the first 400 stops. The large ones are next; may we use Friday’s plan of yours as a test case?',
      },
      { by: 'rasmus-toft', daysAgo: 20.5, to: 'n58-slow', body: 'You may, it is a monster.' },
    ],
  },
  {
    key: 'news-58-fr',
    board: 'news',
    kind: 'announcement',
    language: 'fr',
    by: 'joris-peeters',
    daysAgo: 23,
    title: 'Version 5.8 : deux créneaux pour un même arrêt',
    body: `Un arrêt peut désormais contenir plusieurs colis, chacun avec son créneau. Le planificateur passe une fois s’il le peut, deux fois seulement s’il le faut, et indique les minutes que cela coûte.

**Également dans cette version**

- L’import réunit les commandes pour une même porte, après vous l’avoir demandé.
- La liste du jour dit pourquoi un arrêt a bougé : « créneau », « autonomie », « rue fermée ».
- Planifier 300 arrêts prend 11 secondes au lieu de 19.

**Ce qui manque encore** : le créneau dans le message envoyé au client. Il arrivera avec la page à deux heures.

Ingrid, à Louvain, l’avait demandé en juillet ; vous êtes 43 à avoir voté. Si cela ne résout pas votre cas, dites-le-nous sous l’idée.`,
    tags: ['stops'],
    replies: [
      {
        by: 'sandrine-cazeneuve',
        daysAgo: 22.4,
        body: '140 officines vous remercient, dont une avec des chocolats que nous avons dû manger.',
      },
    ],
  },
  {
    key: 'news-58-de',
    board: 'news',
    kind: 'announcement',
    language: 'de',
    by: 'milan-horvat',
    daysAgo: 23,
    title: 'Version 5.8: zwei Zeitfenster an einem Stopp',
    body: `Ein Stopp kann jetzt mehrere Sendungen enthalten, jede mit eigenem Zeitfenster. Die Planung kommt einmal, wenn es geht, und nur dann zweimal, wenn es sein muss. Die Minuten dafür werden angezeigt.

**Außerdem neu**

- Der Import fasst Aufträge für dieselbe Tür zusammen und fragt Sie vorher.
- Die Tagesliste sagt, warum ein Stopp verschoben wurde: „Zeitfenster“, „Reichweite“, „Sperrung“.
- 300 Stopps sind in 11 statt 19 Sekunden geplant.

**Noch nicht dabei**: das Zeitfenster in der Nachricht an die Kundschaft. Es kommt mit der Zwei-Stunden-Seite.

Ingrid aus Löwen hatte im Juli danach gefragt, 43 von Ihnen haben dafür gestimmt. Wenn es Ihnen nicht hilft, schreiben Sie es bitte unter die Idee.`,
    tags: ['stops'],
    replies: [
      {
        by: 'georg-pichler',
        daysAgo: 21.9,
        body: 'Die Milch kommt vor der ersten Pause, das Papier irgendwann. Genau so.',
      },
    ],
  },
  {
    key: 'news-prices',
    board: 'news',
    kind: 'announcement',
    language: 'en',
    by: 'sanne-vos',
    daysAgo: 9,
    title: 'Prices from January: per vehicle, and what that means for you',
    body: `From 1 January 2027 we charge per vehicle instead of per depot.

| plan | today | from January |
|---|---|---|
| Starter | €39 per depot | €13 per vehicle |
| Fleet | €190 per depot | €19 per vehicle |
| Network | by contract | by contract |

- **A trailer is never a vehicle.** Neither is a walking trolley.
- **A vehicle can rest**: no charge for a full month in which it does not move, up to five months a year.
- Nobody pays more before **30 June 2027**. If your new price is higher, the old one holds until then.

For 62% of you the price falls or stays, for 38% it rises, by €11 a month in the middle case. Your own figure is under \`Company, Billing, From January\`.`,
    tags: ['billing'],
    assignee: 'sanne-vos',
    replies: [
      {
        by: 'wayne-holroyd',
        daysAgo: 8.7,
        body: 'Two of ours go to bed in January. Cheaper than before, for once I have nothing to say.',
      },
      {
        key: 'prices-up',
        by: 'annika-wallin',
        daysAgo: 8.4,
        body: 'We are in the 38%, and by €133 with our seventeen bikes. I would have liked a call before a post.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 8.1,
        to: 'prices-up',
        body: 'You are right, and that is on me. Everyone who pays more than €50 extra is being called this week; you are first tomorrow, at nine.',
      },
      {
        by: 'annika-wallin',
        daysAgo: 6.9,
        to: 'prices-up',
        body: 'Nine on the dot. Still not happy, but I know what I am paying for and until when I have to decide.',
      },
      { by: 'ebba-sjostrom', daysAgo: 5.5, body: 'The pricing page still says “per depot”, by the way.' },
    ],
  },
  {
    key: 'news-prices-fr',
    board: 'news',
    kind: 'announcement',
    language: 'fr',
    by: 'joris-peeters',
    daysAgo: 9,
    title: 'Tarifs au 1er janvier : par véhicule, et ce que cela change pour vous',
    body: `À partir du 1er janvier 2027, nous facturons par véhicule et non plus par dépôt.

| formule | aujourd’hui | à partir de janvier |
|---|---|---|
| Starter | 39 € par dépôt | 13 € par véhicule |
| Fleet | 190 € par dépôt | 19 € par véhicule |
| Network | sur contrat | sur contrat |

- **Une remorque n’est jamais un véhicule.** Un chariot à pied non plus.
- **Un véhicule peut se reposer** : aucun frais pour un mois entier sans rouler, jusqu’à cinq mois par an.
- Personne ne paie davantage avant le **30 juin 2027**. Si votre nouveau tarif est plus élevé, l’ancien est maintenu jusque-là.

Pour 62 % d’entre vous, le prix baisse ou reste le même ; pour 38 %, il augmente, de 11 € par mois dans le cas médian. Votre propre chiffre se trouve sous \`Société, Facturation, À partir de janvier\`.`,
    tags: ['billing'],
    replies: [
      {
        by: 'erwan-kerbrat',
        daysAgo: 8.5,
        body: 'Le portemanteau sera donc gratuit de novembre à mars. Nous approuvons.',
      },
      { by: 'yann-chevalley', daysAgo: 7.2, body: 'Et en francs suisses ? La page ne propose que l’euro.' },
      {
        by: 'joris-peeters',
        daysAgo: 7,
        body: 'Les francs suivent cette semaine, au cours du 1er novembre, figé pour un an. Votre chiffre exact vous sera envoyé par courriel.',
      },
    ],
  },
  {
    key: 'news-prices-de',
    board: 'news',
    kind: 'announcement',
    language: 'de',
    by: 'milan-horvat',
    daysAgo: 9,
    title: 'Preise ab Januar: je Fahrzeug, und was das für Sie heißt',
    body: `Ab dem 1. Januar 2027 berechnen wir je Fahrzeug statt je Depot.

| Tarif | heute | ab Januar |
|---|---|---|
| Starter | 39 € je Depot | 13 € je Fahrzeug |
| Fleet | 190 € je Depot | 19 € je Fahrzeug |
| Network | nach Vertrag | nach Vertrag |

- **Ein Anhänger ist nie ein Fahrzeug.** Eine Sackkarre auch nicht.
- **Ein Fahrzeug darf ruhen**: keine Kosten für jeden vollen Monat, in dem es nicht fährt, bis zu fünf Monate im Jahr.
- Niemand zahlt vor dem **30. Juni 2027** mehr. Ist Ihr neuer Preis höher, gilt bis dahin der alte.

Für 62 % von Ihnen sinkt der Preis oder bleibt gleich, für 38 % steigt er, im mittleren Fall um 11 € im Monat. Ihre eigene Zahl steht unter \`Firma, Abrechnung, Ab Januar\`.`,
    tags: ['billing'],
    replies: [
      {
        by: 'friederike-bohme',
        daysAgo: 8.2,
        body: 'Vier Räder, davon zwei im Winterschlaf: 26 statt 39 Euro. Danke für die Rechnung mit offenen Karten.',
      },
      {
        by: 'sepp-huber',
        daysAgo: 7.7,
        body: 'Und mein Vierrad mit 1,20 m ist ein Fahrzeug und kein Depot. Nur damit es einmal geschrieben steht.',
      },
    ],
  },
  {
    key: 'news-rules',
    board: 'news',
    kind: 'announcement',
    language: 'en',
    by: 'sanne-vos',
    daysAgo: 20.5,
    title: 'Rule 2 is new: leave out customers’ names, addresses and door codes',
    body: `Three times this autumn a door code stood in this forum for some hours. Nothing happened, as far as we know. It still should not depend on luck.

So there is a new rule between the first and the last two: **leave out customers’ names, addresses and door codes**. “Third floor, no lift, bell broken” is welcome. Whose bell it is is not.

You agree to the rules again before your next post; it takes one tap. The French and the German text say the same; if you find a sentence that does not, write it below.`,
    tags: ['privacy', 'rules'],
    replies: [
      {
        by: 'franzi-aebischer',
        daysAgo: 20,
        body: 'Gut so. „Bademantel“ fällt auch darunter, nehme ich an.',
      },
      { by: 'joris-peeters', daysAgo: 19.8, body: 'Der Bademantel fällt darunter.' },
      {
        by: 'priya-nair',
        daysAgo: 18.5,
        body: 'Could photos be checked for this as well? I nearly posted one with a full name on the parcel.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 18.2,
        body: 'Not by software. The upload asks you to look once more, and anybody can report a picture; we then hide it first and talk after.',
      },
    ],
  },
  {
    key: 'news-cold',
    board: 'news',
    kind: 'announcement',
    language: 'en',
    by: 'ines-carvalho',
    daysAgo: 4.5,
    title: 'What 40 bikes in the cold have told us so far',
    body: `Since last winter 40 bikes in nine cities send us their cold days. Half-time figures, before anybody quotes them as a promise:

- From 15 °C to −2 °C a pack loses **27%** with an empty box and **30%** with 120 kg.
- A pack that slept indoors gains **11%** in the first ninety minutes, and nothing after.
- Age beats weather: the oldest packs lose **twice** what new ones do.
- Wind we cannot see yet. If you have a weather station on your roof, please write.

The idea these figures serve is “Plan around the range I have left”. Raw data, without places or names, is at https://data.bakfleet.example/cold.`,
    tags: ['battery'],
    replies: [
      {
        by: 'ville-rantanen',
        daysAgo: 4.2,
        body: 'Three of the forty are mine. I would like to thank my gloves.',
      },
      {
        key: 'cold-wind',
        by: 'ruta-petrauskiene',
        daysAgo: 3.8,
        body: 'The airport publishes wind every ten minutes, 6 km from our depot. Would that do instead of a roof?',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 3.6,
        to: 'cold-wind',
        body: 'It would do very well. If yours works, we can do it for every city with an airport.',
      },
      { by: 'sander-nygard', daysAgo: 2.9, body: 'And rain?' },
      {
        by: 'ines-carvalho',
        daysAgo: 2.8,
        body: 'Rain does nothing to the battery. Eirik only wanted it mentioned.',
      },
    ],
  },
]
