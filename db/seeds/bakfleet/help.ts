import type { SeedThread } from './story.ts'

const questions: SeedThread[] = [
  {
    key: 'lunch',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'femke-dijkstra',
    daysAgo: 2,
    title: 'Why does the tour go back to the depot after the lunch break?',
    body: 'All riders eat near their last stop, but the plan sends each one 4 km back first.',
    tags: ['dispatch'],
    replies: [
      {
        key: 'lunch-answer',
        by: 'oskar-lind',
        daysAgo: 1.9875,
        accepted: true,
        body: 'The break has no place, so the planner uses the depot. Open `Shift, Breaks` and choose **Wherever the rider is**; the tour then goes on from there.',
      },
      {
        by: 'femke-dijkstra',
        daysAgo: 1.96,
        to: 'lunch-answer',
        body: 'That was it. Eighteen minutes from question to answer, I had not even finished my sandwich.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 1.9,
        to: 'lunch-answer',
        body: 'Thank you, @{oskar-lind}. We will make that the default: of 900 fleets, 31 eat at the depot.',
      },
    ],
  },
  {
    key: 'price-change',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'ama-boateng',
    daysAgo: 0.3,
    title: 'Price change for fleets under five',
    body: `We run three bikes. Your mail says “per vehicle from January”, the pricing page still says “per depot”. That is £39 or £117 a month for us, and I have to tell my co-op on Friday.

Which one holds, and does a trailer count as a vehicle?`,
    tags: ['billing'],
    assignee: 'sanne-vos',
    replies: [
      {
        by: 'ruth-ackroyd',
        daysAgo: 0.26,
        body: 'Following. Four bikes and the same two sentences in front of me. @{sanne-vos}, can you say?',
      },
      {
        key: 'price-phone',
        by: 'dario-venn',
        daysAgo: 0.2,
        body: 'They never answer here. Call their dispatcher lead directly, it worked for me: Marek S., 0151 496 0142, keep ringing until the clown picks up.',
      },
      {
        by: 'luc-verhaegen',
        daysAgo: 0.18,
        body: 'Please don’t post numbers. Same question here: four bikes, two trailers.',
      },
      {
        by: 'tiago-seixas',
        daysAgo: 0.1,
        body: 'And is a bike that is only lent to us for December a vehicle?',
      },
    ],
  },
  {
    key: 'lift-bridge',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'dewi-santoso',
    daysAgo: 0.25,
    title: 'Lift bridge on my route bans trailers',
    body: 'The Koningshaven bridge lets bikes cross but no trailers while the deck is being repaired. I found no way to say “this street, not with a trailer, until March”. An avoid-zone takes it away from everybody. What do others do?',
    tags: ['routing', 'vehicles'],
    replies: [],
  },
  {
    key: 'photo-lost',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'gemma-roca',
    daysAgo: 0.2,
    title: 'Delivery photo lost in the car park',
    body: `App 4.1, one of our phones not in the offline test. Photo taken at 9:12 in the Glòries car park, “saved” was shown, at 10:00 it is neither on the phone nor in the proof. The customer says the parcel never came.

Is there anywhere left to look before I pay for a blender?`,
    tags: ['proof', 'rider-app'],
    replies: [],
  },
  {
    key: 'got-19',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'lars-dahl',
    daysAgo: 0.15,
    title: 'Range says 31 km at −4 °C, we got 19',
    body: 'New pack, 630 Wh, 94 kg aboard, temperature correction switched on. The screen said 31 km at the depot and 6 km at the turning point, which was 17 km later. Is the correction meant to know the load, or do I have to enter it somewhere?',
    tags: ['battery'],
    replies: [
      {
        by: 'jukka-peltonen',
        daysAgo: 0.08,
        body: 'No answer, only sympathy: it takes the load from the orders, and if your orders have no weight it takes zero. Check that first.',
      },
    ],
  },
  {
    key: 'routeling',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'vojtech-beran',
    daysAgo: 6,
    title: 'Import Routeling stops?',
    body: 'We are moving over from Routeling with 2,300 customers. Their export is a CSV with one column for the whole address and the notes in a second file, joined by a number that is not in the first. Has anybody done this and kept their hair?',
    tags: ['integrations'],
    replies: [
      {
        key: 'routeling-answer',
        by: 'agata-mazur',
        daysAgo: 5.8,
        accepted: true,
        body: `Did it in spring. The number **is** in the first file, hidden behind the last comma, without a heading. So:

1. Open it as text, add \`,ref\` to the end of the first line.
2. Import it with the profile “one address column”. It gets about 97% of Czech addresses, the rest land in a list.
3. Import the notes second, matching on \`ref\`, as notes of the address.

About an hour for us, plus a Saturday for the 3%.`,
      },
      {
        by: 'vojtech-beran',
        daysAgo: 5.1,
        to: 'routeling-answer',
        body: 'Behind the last comma. I have looked at that file for two weeks. Imported, 61 addresses left. Thank you.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 5,
        to: 'routeling-answer',
        body: 'Agata, may we put this on the help page with your name? For the 61, Vojtěch: send them to support, we do those by hand for people who move over.',
      },
      { by: 'agata-mazur', daysAgo: 4.8, to: 'routeling-answer', body: 'You may.' },
      {
        key: 'routeling-spam',
        by: 'florian-edlinger',
        daysAgo: 1.5,
        body: 'Or stay with Routeling, they give 40% to whoever threatens to leave. Ask for Denise and mention my name, I get a month for it: https://routeling.example/r/edlinger',
      },
    ],
  },
  {
    key: 'api-franchise',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'thuy-nguyen',
    daysAgo: 1.1,
    title: 'API access for our franchise shops',
    body: 'Fourteen florists want to send us orders from their tills. One key for all means any of them could read the others’ customers, and fourteen sites means fourteen bills. Is there something in between?',
    tags: ['integrations', 'billing'],
    assignee: 'bram-hoekstra',
    replies: [
      {
        by: 'casey-lindgren',
        daysAgo: 0.9,
        body: 'We give each shop a key that may only **create** orders. They cannot read anything back, which some of them dislike, but nobody sees anybody.',
      },
      {
        by: 'thuy-nguyen',
        daysAgo: 0.7,
        body: 'Half of what we need, thank you. They do want to see whether their own roses arrived.',
      },
    ],
  },
  {
    key: 'scanner',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'imran-sheikh',
    daysAgo: 29,
    title: 'Bluetooth scanner drops after the phone sleeps',
    body: 'Ring scanner, Android 15, app 4.0. Fine all morning, but each time the phone has been asleep for more than five minutes the first scan goes nowhere, and the rider thinks it went somewhere.',
    tags: ['rider-app'],
    replies: [
      {
        by: 'johan-bergqvist',
        daysAgo: 28.7,
        body: 'Same model here? Ours is the grey one with the orange trigger. We tape a note on it: scan twice, trust once.',
      },
      {
        key: 'scanner-answer',
        by: 'rosa-kamp',
        daysAgo: 28.4,
        official: true,
        accepted: true,
        body: 'It is the phone saving power: it cuts the link and the scanner does not notice. Two things help. On the phone, take the app out of battery optimisation under `Settings, Apps, Bakfleet, Battery, Unrestricted`. On our side, app 4.1 waits for the link and beeps twice, low, when a scan did not arrive, so nobody has to trust anything.',
      },
      {
        by: 'imran-sheikh',
        daysAgo: 22,
        to: 'scanner-answer',
        body: 'Two weeks, no ghost scans. The low beep sounds like a disappointed owl and everyone loves it.',
      },
    ],
  },
  {
    key: 'excel',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'mantas-jonaitis',
    daysAgo: 40,
    title: 'Import stops from Excel',
    body: 'Postcodes starting with a zero lose the zero. 01108 becomes 1108, and the planner finds a village in Norway.',
    tags: ['integrations'],
    replies: [
      {
        key: 'excel-answer',
        by: 'antje-nowotny',
        daysAgo: 39.8,
        accepted: true,
        before:
          'Format the column as text after pasting, or put a quote in front: `’01108`. In Dresden every postcode starts with a zero, so we have suffered on your behalf since 1993.',
        body: 'Format the column as text **before** pasting, or put an apostrophe in front: `’01108`. In Dresden every postcode starts with a zero, so we have suffered on your behalf since 1993.',
      },
      {
        by: 'mantas-jonaitis',
        daysAgo: 39.5,
        to: 'excel-answer',
        body: 'Works. The village was very pretty, by the way.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 39.2,
        body: 'Since yesterday the import also warns when a postcode has a digit less than the country’s others.',
      },
    ],
  },
  {
    key: 'gpx-antwerp',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'joke-wuyts',
    daysAgo: 9,
    title: 'GPX of every cycle street in Antwerp',
    body: 'I have drawn all 94 fietsstraten as GPX. Can I load them so that the planner prefers them, or only as lines to look at?',
    tags: ['map-data', 'routing'],
    replies: [
      {
        key: 'gpx-answer',
        by: 'bram-hoekstra',
        daysAgo: 8.8,
        accepted: true,
        body: 'As lines they are only to look at. To make the planner prefer them, load the file under `Map, Preferred streets`, which snaps each line to the nearest street and shows what it could not match. Start with a factor of 0.8; below 0.6 riders take odd detours.',
      },
      {
        by: 'joke-wuyts',
        daysAgo: 8.1,
        to: 'gpx-answer',
        body: '91 of 94 matched, at 0.8. The other three are my drawing. Riders noticed within a day and approve.',
      },
      { by: 'nele-jacobs', daysAgo: 8, body: 'I am a rider and I approve.' },
    ],
  },
  {
    key: 'codes-leak',
    board: 'help',
    kind: 'question',
    language: 'en',
    by: 'jure-kos',
    daysAgo: 17,
    title: 'Where should I keep the door codes of regular customers?',
    body: 'Half of our stops have a keypad. The codes are now in the notes field, which means they are also on the printed list, which on Tuesday flew off the bike and into the Ljubljanica.',
    tags: ['privacy', 'stops'],
    replies: [
      {
        key: 'codes-removed',
        by: 'luka-barisic',
        daysAgo: 16.6,
        body: 'Ours are in a shared sheet, works fine. Mrs Kolar in the yellow house on the corner of our market, for example, is 4471#, and the boys know the rest by heart.',
      },
      {
        key: 'codes-answer',
        by: 'milan-horvat',
        daysAgo: 16.2,
        official: true,
        accepted: true,
        body: 'Use the field **Access** on the address. It is shown to the rider from 200 m before the stop until the stop is done, is never printed, and is left out of every export unless the owner ticks it. To move codes out of the notes, support can run a search for you that never shows them to us.',
      },
      {
        by: 'jure-kos',
        daysAgo: 15.5,
        to: 'codes-answer',
        body: 'Moved 412 of them on Sunday. The river may keep the list, we changed the codes.',
      },
    ],
  },
  {
    key: 'fr-gps',
    board: 'help',
    kind: 'question',
    language: 'fr',
    by: 'sofia-andreani',
    daysAgo: 11,
    title: 'Le point GPS se trompe de rue dans le Panier',
    body: 'Entre deux façades, l’appli nous place une rue plus bas, et la livraison est validée « hors zone ». Six réclamations en une semaine. Peut-on agrandir le rayon pour un quartier seulement ?',
    tags: ['rider-app', 'proof'],
    replies: [
      {
        by: 'theo-castelli',
        daysAgo: 10.8,
        body: 'Je confirme : rue du Petit-Puits, on est toujours « dans » la boulangerie. Ce n’est pas désagréable, mais c’est faux.',
      },
      {
        key: 'gps-reponse',
        by: 'joris-peeters',
        daysAgo: 10.5,
        official: true,
        accepted: true,
        body: `Oui, c’est possible, par zone :

1. ouvrez \`Carte, Zones\` et dessinez le quartier ;
2. choisissez **Tolérance de position** et indiquez 60 m (la valeur normale est de 25 m) ;
3. cochez « preuve par photo » pour la zone, afin de garder une trace sûre.

Les six réclamations ont été rouvertes de notre côté et marquées comme erreur de position.`,
      },
      {
        by: 'sofia-andreani',
        daysAgo: 9.6,
        to: 'gps-reponse',
        body: 'Plus une seule alerte depuis hier. Merci, aussi pour les six.',
      },
    ],
  },
  {
    key: 'fr-facture',
    board: 'help',
    kind: 'question',
    language: 'fr',
    by: 'louise-kauffmann',
    daysAgo: 36,
    title: 'Où trouver la facture avec le numéro de commande de la ville ?',
    body: 'La ville de Strasbourg refuse nos factures sans son numéro d’engagement. Nous le saisissons à la commande, mais il n’apparaît nulle part sur le PDF.',
    tags: ['billing'],
    replies: [
      {
        key: 'facture-reponse',
        by: 'camille-fabre',
        daysAgo: 35.6,
        accepted: true,
        before:
          'Bonjour Louise, il faut le mettre dans `Société, Facturation`, et non dans la commande. Il figure alors en haut à droite. Nous avons cherché trois semaines, autant que cela serve.',
        body: 'Bonjour Louise, il faut le mettre dans `Société, Facturation, Référence permanente`, et non dans la commande. Il figure alors en haut à droite, et le dépôt électronique l’accepte. Nous avons cherché trois semaines, autant que cela serve.',
      },
      {
        by: 'louise-kauffmann',
        daysAgo: 35.2,
        to: 'facture-reponse',
        body: 'Accepté du premier coup. Je vous dois un bretzel.',
      },
    ],
  },
  {
    key: 'fr-hub',
    board: 'help',
    kind: 'question',
    language: 'fr',
    by: 'bastien-roussel',
    daysAgo: 0.9,
    title: 'Un local à partager près du quai de la Fosse ?',
    body: 'Notre bail finit en mars. Nous cherchons 60 m² à Nantes, de plain-pied, avec une prise 32 A, à partager avec une autre flotte. Est-ce l’endroit pour demander, ou cela tombe-t-il sous la règle 4 ?',
    tags: ['depots'],
    replies: [
      {
        by: 'yann-chevalley',
        daysAgo: 0.5,
        body: 'Bonne question pour la modération. À Lausanne, nous partageons à trois ; le plus dur a été de se mettre d’accord sur la machine à café.',
      },
    ],
  },
  {
    key: 'de-ausfall',
    board: 'help',
    kind: 'question',
    language: 'de',
    by: 'ulrike-hafele',
    daysAgo: 19,
    title: 'Jemand fällt um 8 Uhr aus: wie verteile ich 40 Stopps in fünf Minuten neu?',
    body: 'Heute Morgen wieder: Anruf um 7:55, vierzig Stopps ohne Fahrer, alle anderen schon auf der Straße. Wenn ich neu plane, ändern sich auch die Touren der anderen, und dann klingelt das Telefon neunmal.',
    tags: ['dispatch'],
    replies: [
      { by: 'markus-gaiser', daysAgo: 18.9, body: 'Zur Ehrenrettung: Es war Fieber.' },
      {
        key: 'ausfall-antwort',
        by: 'katharina-vogt',
        daysAgo: 18.6,
        accepted: true,
        before: `Bei 48 Rädern passiert uns das zweimal die Woche. So geht es:

1. Die ausgefallene Tour markieren, **Auflösen in den Pool**.
2. Neu planen, mit „höchstens 6 neue Stopps je Tour“.

Die anderen behalten ihre Reihenfolge und bekommen nur etwas dazwischen.`,
        body: `Bei 48 Rädern passiert uns das zweimal die Woche. So geht es:

1. Die ausgefallene Tour markieren, **Auflösen in den Pool**.
2. Bei allen anderen Touren „Reihenfolge halten“ setzen (Strg+A, dann H).
3. Neu planen, mit „höchstens 6 neue Stopps je Tour“.

Die anderen behalten ihre Reihenfolge und bekommen nur etwas dazwischen. Was übrig bleibt, sehen Sie sofort und können anrufen, bevor andere Sie anrufen.`,
      },
      {
        by: 'ulrike-hafele',
        daysAgo: 17.8,
        to: 'ausfall-antwort',
        body: 'Gestern ausprobiert: vier Minuten, zwei Anrufe. Strg+A, dann H klebt jetzt am Bildschirm.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 17.5,
        to: 'ausfall-antwort',
        body: 'Danke, Frau Vogt. Aus diesen drei Schritten machen wir einen Knopf; vorläufiger Name im Team: „Fieber“.',
      },
    ],
  },
  {
    key: 'de-dsgvo',
    board: 'help',
    kind: 'question',
    language: 'de',
    by: 'steffen-kirsch',
    daysAgo: 47,
    title: 'Auskunft nach Artikel 15: bekomme ich alles zu einer Adresse auf einmal?',
    body: 'Eine Kundin möchte wissen, was wir über sie gespeichert haben. Ich finde Stopps, Fotos und Notizen an drei verschiedenen Stellen und bin mir nicht sicher, ob das alle sind.',
    tags: ['privacy'],
    replies: [
      {
        key: 'dsgvo-antwort',
        by: 'bram-hoekstra',
        daysAgo: 46.7,
        official: true,
        accepted: true,
        body: 'Unter `Adressen` die Adresse öffnen und **Alles ausgeben** wählen. Sie erhalten eine Datei mit Stopps, Nachweisen, Fotos, Notizen, Nachrichten und den Löschfristen dazu. Suchen Sie auch nach der Telefonnummer, denn dieselbe Person kann an zwei Adressen vorkommen; die Ausgabe weist darauf hin, wenn sie es vermutet.',
      },
      {
        by: 'steffen-kirsch',
        daysAgo: 46.1,
        to: 'dsgvo-antwort',
        body: 'Zwei Adressen, stimmt. Sie war umgezogen. Auskunft ist raus, danke.',
      },
    ],
  },
]

const discussions: SeedThread[] = [
  {
    key: 'night-charging',
    board: 'help',
    kind: 'discussion',
    language: 'en',
    by: 'pieter-callens',
    daysAgo: 15,
    title: 'Night charging at the depot',
    body: `We moved the chargers into the office because the shed is too cold: 22 packs on one wall, a smoke detector above it. After the fire in Ghent our insurer sent a form with forty questions.

How do you do it? Where, when, and who is there?`,
    tags: ['battery', 'depots'],
    assignee: 'joris-peeters',
    replies: [
      {
        by: 'lise-vandamme',
        daysAgo: 14.7,
        body: 'Two streets from the one that burned. We charge in a container in the yard, 2 m from the wall, from five to eight in the morning, when somebody is there. Loses us range in winter, buys us sleep.',
      },
      {
        key: 'night-steel',
        by: 'anders-bruun',
        daysAgo: 14.2,
        body: 'Steel cabinets, eight packs each, 30 minutes of fire resistance, own breaker, fan to the outside. About 1,900 euros per cabinet. The insurer took 20% off, so they pay for themselves in three years.',
      },
      {
        by: 'pieter-callens',
        daysAgo: 14,
        to: 'night-steel',
        body: 'Do they really hold? The firemen here told us a box that holds the heat in also cooks the neighbours.',
      },
      {
        by: 'anders-bruun',
        daysAgo: 13.7,
        to: 'night-steel',
        body: 'With dividers between the packs, yes. Without, your firemen are right.',
      },
      {
        key: 'night-removed',
        by: 'lea-brandt',
        daysAgo: 8.8,
        body: 'Anyone who charges indoors after what happened in Ghent is an idiot, starting with you, Pieter.',
      },
      {
        by: 'wiebke-thomsen',
        daysAgo: 8.3,
        body: 'Bei uns in Hamburg hat die Feuerwehr umsonst beraten, einen Vormittag lang. Ergebnis: nichts über Kopfhöhe, nichts im Fluchtweg, und beschädigte Akkus sofort in Sand. Fragen kostet nichts.',
      },
      {
        key: 'night-timer',
        by: 'jukka-peltonen',
        daysAgo: 7.4,
        body: 'Timer to 80%, stop, and the last 20% when the first rider arrives at six. Packs live longer too: 900 cycles on our oldest.',
      },
      {
        by: 'pieter-callens',
        daysAgo: 6.8,
        to: 'night-timer',
        body: 'That one we can do tomorrow. And the container is ordered. I did not like how I was told, but the point about the office was right.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 6.5,
        body: 'Thank you all for keeping to the chargers. We have asked a fire engineer to answer questions here for a week; dates follow in News.',
      },
    ],
  },
  {
    key: 'one-hill',
    board: 'help',
    kind: 'discussion',
    language: 'en',
    by: 'reka-szabo',
    daysAgo: 1.6,
    title: 'Two riders, one hill: who gets it?',
    body: 'Rózsadomb is 180 m of climb with 14 stops on top. The planner gives it to whoever is nearest, which since September is always Bálint. He is too polite to say anything. Do you rotate by hand, by list, or by battery?',
    tags: ['riders', 'dispatch'],
    replies: [
      { by: 'balint-kelemen', daysAgo: 1.5, body: 'I am not polite, I am out of breath.' },
      {
        by: 'ruth-ackroyd',
        daysAgo: 1.2,
        body: 'List on the wall. You do the hill, you cross your name off, you get first pick of the cake. When everyone is crossed off it starts again.',
      },
      {
        key: 'hill-fixed',
        by: 'quentin-blanchet',
        daysAgo: 0.9,
        body: 'Set the hill as an **area with a home rider** and change the home rider every Monday. Ten seconds, and the planner does the rest.',
      },
      {
        by: 'reka-szabo',
        daysAgo: 0.7,
        to: 'hill-fixed',
        body: 'I did not know areas could do that. Bálint has next week off, hillwise.',
      },
    ],
  },
  {
    key: 'bread',
    board: 'help',
    kind: 'discussion',
    language: 'en',
    by: 'roos-hendriks',
    daysAgo: 68,
    title: 'Trike or two-wheeler for bread at five in the morning?',
    body: 'We need a third bike. 140 loaves, seven cafés, mostly flat, one canal bridge, always dark, often wet. The team is split exactly in half and one of the halves is my mother.',
    tags: ['vehicles'],
    replies: [
      { by: 'ilse-peters', daysAgo: 67.8, body: 'The mother here. Trike. You can let go of it.' },
      {
        by: 'freja-winther',
        daysAgo: 66,
        body: 'Two-wheeler. A trike on a wet bridge leans the way the road leans, and so do your loaves.',
      },
      {
        key: 'bread-tilt',
        by: 'soren-lykke',
        daysAgo: 64,
        body: 'A tilting trike is both. It is also 2,000 euros more and one more thing to maintain. We have had ours for four years and I would buy it again for bread, not for beer.',
      },
      { by: 'bart-janssen', daysAgo: 63.5, to: 'bread-tilt', body: 'Why not for beer?' },
      { by: 'soren-lykke', daysAgo: 63.3, to: 'bread-tilt', body: 'It tilts.' },
      {
        by: 'roos-hendriks',
        daysAgo: 44,
        body: 'Update: we tried three for a week each. The tilting one won, 0 loaves lost against 4 and 11. My mother says it is a trike, so she was right.',
      },
    ],
  },
  {
    key: 'de-schloss',
    board: 'help',
    kind: 'discussion',
    language: 'de',
    by: 'nina-esser',
    daysAgo: 31,
    title: 'Welche Schlösser halten bei Ihnen, und wie lange dauert das Auf und Zu?',
    body: 'Wir schließen am Tag etwa 70-mal ab. Kette: sicher, 40 Sekunden. Rahmenschloss: 6 Sekunden, aber zwei Leute können das Rad wegtragen. Wurde in Köln im Juni bewiesen.',
    tags: ['vehicles', 'riders'],
    replies: [
      {
        by: 'matthias-ritter',
        daysAgo: 30.5,
        body: 'Rahmenschloss plus Alarm, der bei Bewegung losgeht. 70-mal 34 Sekunden sind 40 Minuten, dafür bekommt man viele Alarme.',
      },
      {
        key: 'schloss-bolzen',
        by: 'dragan-petrovic',
        daysAgo: 28,
        body: 'Feststellbremse abschließbar und Rahmenschloss. Ein Dreirad mit blockierten Vorderrädern tragen auch vier Leute nicht weit.',
      },
      {
        by: 'nina-esser',
        daysAgo: 27.5,
        to: 'schloss-bolzen',
        body: 'Das kannte ich nicht. Zum Nachrüsten?',
      },
      {
        by: 'dragan-petrovic',
        daysAgo: 27.3,
        to: 'schloss-bolzen',
        body: 'Ja, 60 Euro und eine Stunde. Die Anleitung ist auf Kroatisch, aber die Bilder sind gut.',
      },
    ],
  },
  {
    key: 'fr-absent',
    board: 'help',
    kind: 'discussion',
    language: 'fr',
    by: 'malo-jegou',
    daysAgo: 25,
    title: 'Que faites-vous quand le client n’ouvre pas ?',
    body: `Nous attendons trois minutes, nous appelons une fois, puis le colis revient au dépôt. Cela fait 8 % de nos arrêts et la moitié de nos disputes.

Quelle est votre règle, et est-elle écrite quelque part ?`,
    tags: ['recipients', 'stops'],
    replies: [
      {
        by: 'sarah-dubuisson',
        daysAgo: 24.6,
        body: 'Deux minutes, un appel, puis le voisin **si le client l’a coché**. La case a fait passer nos retours de 9 à 4 %.',
      },
      {
        key: 'absent-message',
        by: 'joana-ferreira',
        daysAgo: 23.8,
        body: 'Nous envoyons « nous sommes là dans 10 minutes » au moment où le vélo quitte l’arrêt précédent. Le nombre de portes closes a été divisé par deux, sans rien d’autre.',
      },
      {
        by: 'malo-jegou',
        daysAgo: 23.5,
        to: 'absent-message',
        body: 'Dix minutes, et non trente ? Je pensais qu’il fallait prévenir plus tôt.',
      },
      {
        by: 'joana-ferreira',
        daysAgo: 23.2,
        to: 'absent-message',
        body: 'À trente minutes, les gens ressortent. À dix, ils mettent un pantalon.',
      },
      {
        by: 'jean-philippe-roy',
        daysAgo: 20,
        body: 'À Montréal l’hiver, on ne laisse rien dehors : le lait éclate. Donc le dépanneur du coin, avec une petite commission par colis.',
      },
    ],
  },
  {
    key: 'commons-page',
    board: 'help',
    kind: 'discussion',
    language: 'en',
    by: 'davide-lelli',
    daysAgo: 20,
    title: 'One page for your city: what it costs to serve everybody',
    body: `As promised under “Show riders what each stop earns”. This is the page with which we asked Bologna for money, in English; Céline made the French one.

- **What we do**: 1,900 stops a month, by district, as a map.
- **What pays for itself**: 1,310 of them.
- **What does not**: 590, nearly all uphill or far. €1.27 short per stop.
- **What we ask**: €9,000 a year, so that nobody’s street is left out.
- **What the city gets**: 14 vans less on the hill each morning, counted by its own cameras.

Text and spreadsheet: https://portici.example/one-page. Take it, change it, no need to ask.`,
    tags: ['recipients'],
    replies: [
      {
        by: 'nadia-benhamou',
        daysAgo: 19.6,
        body: 'Envoyé à la métropole ce matin, avec nos chiffres. 2,10 € par arrêt, la pente est plus raide chez nous.',
      },
      {
        by: 'celine-hendrickx',
        daysAgo: 19.4,
        body: 'La version française est au même endroit. Si une tournure vous gêne, dites-le-moi ici.',
      },
      {
        by: 'ruth-ackroyd',
        daysAgo: 13,
        body: 'Calderdale council asked me what a cargo bike is. Second meeting on Tuesday, I will bring one.',
      },
      {
        by: 'sanne-vos',
        daysAgo: 12.6,
        body: 'This is the best page in the whole forum, and we did not write it. It is pinned from today.',
      },
    ],
  },
]

export const help: SeedThread[] = [...questions, ...discussions]
