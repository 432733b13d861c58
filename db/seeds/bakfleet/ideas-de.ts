import type { SeedThread } from './story.ts'

export const ideasDe: SeedThread[] = [
  {
    key: 'de-umlauf',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'wiebke-thomsen',
    daysAgo: 97,
    title: 'Umlaufsperren als eigenes Hindernis führen',
    body: `Eine Umlaufsperre ist kein Poller. Durch den Poller passt man oder man passt nicht. Durch die Umlaufsperre passt man leer, aber nicht beladen, und mit Anhänger nur rückwärts wieder heraus.

In Hamburg stehen an der alten Güterbahn neun Stück auf vier Kilometern. Gemessen haben wir:

| Abstand der Bügel | Bullitt | Dreirad leer | Dreirad mit 80 kg |
|---|---|---|---|
| 1,50 m | ja | ja | ja |
| 1,20 m | ja | ja, zwei Züge | nein |
| 0,95 m | ja, absteigen | nein | nein |

Bitte als eigene Art von Hindernis, mit Abstand **und** Überlappung der Bügel.`,
    tags: ['routing', 'vehicles'],
    votes: 17,
    voters: ['jannik-petersen', 'merle-brodersen', 'jorg-breuer', 'marit-solberg'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 74,
        by: 'ines-carvalho',
        note: 'Ihre Tabelle ist genauer als alles, was wir hatten. Wir prüfen, wie oft der Abstand in den Karten steht.',
      },
      {
        status: 'planned',
        daysAgo: 28,
        by: 'ines-carvalho',
        note: 'Umlaufsperren bekommen eine eigene Regel: gewarnt wird nach Breite, Länge und Beladung. Die Überlappung folgt mit dem Wendekreis.',
      },
    ],
    replies: [
      { by: 'jorg-breuer', daysAgo: 96, body: 'In Köln heißen sie Drängelgitter und tun genau das.' },
      {
        key: 'umlauf-masse',
        by: 'sven-pfleiderer',
        daysAgo: 80,
        body: 'Haben Sie mit Lenker gemessen oder mit Kiste? Bei unserem Rad ist der Lenker die breiteste Stelle, aber die Kiste bleibt hängen.',
      },
      {
        by: 'wiebke-thomsen',
        daysAgo: 79.5,
        to: 'umlauf-masse',
        body: 'Mit Kiste, am Boden mit Kreide angezeichnet. Der Lenker ging immer drüber weg.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 74,
        body: 'Die Kreide hat uns im Team sehr gefallen. In Utrecht haben wir es auf dem Parkplatz nachgestellt: gleiche Ergebnisse, nur bei 1,20 m kam eine Kollegin auch beladen durch. Sie fährt allerdings Rennen.',
      },
    ],
  },
  {
    key: 'de-reichweite',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'franzi-aebischer',
    daysAgo: 12,
    title: 'Reichweite bei Frost ehrlich anzeigen',
    body: 'Bei −6 °C zeigt die Planung 52 km, gefahren sind wir 29. Seit zwei Wintern rechnen wir im Kopf mit „mal 0,55“. Das kann auch die Software, und sie vergisst es nicht, wenn ich Urlaub habe.',
    tags: ['battery'],
    votes: 14,
    voters: ['reto-zbinden', 'sabine-nydegger', 'sepp-huber'],
    replies: [
      {
        by: 'reto-zbinden',
        daysAgo: 11.7,
        body: 'Mal 0,55 gilt unten an der Aare. Oben im Länggassquartier mal 0,45.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 10.4,
        body: 'Vielen Dank. Jukka aus Tampere hat dasselbe mit einer ganzen Messreihe vorgeschlagen; ich führe beide zusammen, damit Ihre Stimmen dort zählen. Ihr Faktor steht in der Notiz für das Routing-Team.',
      },
    ],
    mergedInto: { key: 'range-cold', daysAgo: 10.3, by: 'joris-peeters' },
  },
  {
    key: 'de-standort',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'linh-tran',
    daysAgo: 240,
    title: 'Standortdaten nach 30 Tagen löschen, nachweisbar',
    body: `Unser Betriebsrat stimmt der App nur zu, wenn Bewegungsdaten verschwinden. Nicht „archiviert“, nicht „anonymisiert nach Bedarf“, sondern gelöscht, mit einem Protokoll, das man vorzeigen kann.

Für die Planung reichen Zeiten je Stopp. Wo jemand zwischen zwei Stopps war, geht niemanden etwas an, auch nicht, wenn es nur der Weg zur Toilette war.`,
    tags: ['privacy', 'riders'],
    votes: 25,
    voters: ['mehmet-arslan', 'filiz-ozdemir', 'zeynep-aksoy', 'adrien-lacoste', 'valerie-rochat'],
    steps: [
      {
        status: 'review',
        daysAgo: 226,
        by: 'bram-hoekstra',
        note: 'Wir klären mit zwei Betriebsräten und unserer Datenschutzbeauftragten, was für Streitfälle wirklich nötig ist.',
      },
      {
        status: 'planned',
        daysAgo: 190,
        by: 'bram-hoekstra',
        note: 'Dreißig Tage als Voreinstellung, sieben sind möglich, mehr als neunzig nicht.',
      },
      {
        status: 'building',
        daysAgo: 160,
        by: 'bram-hoekstra',
        note: 'Die Löschung läuft bereits, das Protokoll fehlt noch.',
      },
      {
        status: 'shipped',
        daysAgo: 128,
        by: 'bram-hoekstra',
        note: 'Seit Version 5.6 für alle eingeschaltet.',
      },
    ],
    replies: [
      {
        by: 'filiz-ozdemir',
        daysAgo: 238,
        body: 'Danke, @{linh-tran}. Ich fahre seit sechs Jahren, und zum ersten Mal schreibt das jemand so auf, dass ich es unterschreiben würde.',
      },
      {
        key: 'standort-streit',
        by: 'toni-richter',
        daysAgo: 220,
        body: 'Wir brauchen die Strecke manchmal, wenn ein Unfallgegner behauptet, wir seien bei Rot gefahren. Das kommt oft erst nach sechs Wochen.',
      },
      {
        by: 'bram-hoekstra',
        daysAgo: 218,
        to: 'standort-streit',
        body: 'Dafür wird es eine Aufbewahrung auf Antrag geben: Die betroffene Person selbst hält einen Tag fest, mit Grund und Ende. Die Leitung kann es nicht für sie tun.',
      },
      {
        by: 'toni-richter',
        daysAgo: 217,
        to: 'standort-streit',
        body: 'Das ist besser als das, was ich wollte.',
      },
      {
        key: 'standort-off',
        by: 'bram-hoekstra',
        daysAgo: 128,
        official: true,
        body: 'Umgesetzt. Standortpunkte werden nach 30 Tagen gelöscht, in allen Sicherungen nach weiteren 14. Unter `Einstellungen, Daten, Löschprotokoll` sehen Sie für jeden Tag, wann wie viele Punkte gelöscht wurden; das Blatt lässt sich unterschreiben und abheften. Wer fährt, kann einen einzelnen Tag für sich festhalten, längstens ein Jahr.',
      },
      {
        by: 'linh-tran',
        daysAgo: 127,
        to: 'standort-off',
        body: 'Der Betriebsrat hat am Dienstag einstimmig zugestimmt. Das gab es zuletzt bei der Kaffeemaschine.',
      },
    ],
  },
  {
    key: 'de-akkuwechsel',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'lukas-hofer',
    daysAgo: 52,
    title: 'Akkuwechsel als Stopp mit Ort und Dauer planen',
    body: `Wir haben drei Trafiken in Wien, die unsere Akkus laden. Der Wechsel dauert drei Minuten, die Trafik sperrt um 12:30 zu und um 14:00 wieder auf.

Das gehört in die Tour wie jeder andere Stopp, mit Öffnungszeit. Und wenn um 13:00 der Akku leer ist, soll die Planung das am Morgen wissen und nicht ich um 13:00.`,
    tags: ['battery', 'dispatch'],
    votes: 20,
    voters: ['magdalena-steiner', 'georg-pichler', 'florian-edlinger', 'kaja-moen'],
    steps: [
      {
        status: 'review',
        daysAgo: 39,
        by: 'milan-horvat',
        note: 'Wir nehmen das zum Radwechsel am Mittag dazu, es ist dieselbe Baustelle.',
      },
      {
        status: 'planned',
        daysAgo: 31,
        by: 'milan-horvat',
        note: 'Wechselorte bekommen Öffnungszeiten, eine Dauer und eine Zahl geladener Akkus.',
      },
      {
        status: 'building',
        daysAgo: 17,
        by: 'milan-horvat',
        note: 'In Arbeit, Wien ist ab nächster Woche im Test.',
      },
    ],
    replies: [
      {
        by: 'florian-edlinger',
        daysAgo: 50,
        body: 'In Graz macht das der Würstelstand. Öffnungszeiten: nach Gefühl.',
      },
      {
        by: 'magdalena-steiner',
        daysAgo: 44,
        body: 'Bitte auch zählen, wie viele geladene Akkus dort liegen. Zwei Leute um zwölf und ein Akku, das gibt Gesichter.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 31,
        body: 'Die Zahl kommt hinein, zunächst von Hand gepflegt. Die Trafik müsste dafür nichts installieren, ein Link auf dem Telefon genügt.',
      },
    ],
  },
  {
    key: 'de-uhr',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'theresa-wimmer',
    daysAgo: 133,
    title: 'Die Tour auf der Uhr anzeigen',
    body: 'Bei Regen steckt das Telefon in der Tasche. Am Handgelenk bräuchte ich nur drei Dinge: nächste Hausnummer, Name an der Klingel, „zugestellt“.',
    tags: ['rider-app'],
    votes: 10,
    voters: ['veronika-lechner', 'dragan-petrovic', 'nanna-skov'],
    steps: [
      {
        status: 'review',
        daysAgo: 117,
        by: 'rosa-kamp',
        note: 'Wir haben drei Wochen lang mit fünf Uhren ausprobiert, was unter Handschuhen noch geht.',
      },
      {
        status: 'closed',
        daysAgo: 75,
        by: 'rosa-kamp',
        note: 'Wir bauen keine App für Uhren. Vier von fünf Testenden kamen mit Handschuhen nicht an die Knöpfe, und drei Uhrensysteme zu pflegen hieße, die Fahr-App liegen zu lassen. Größere Knöpfe und Sprache sind der bessere Weg.',
      },
    ],
    replies: [
      { by: 'veronika-lechner', daysAgo: 130, body: 'Und am Handgelenk ist im Winter die Jacke.' },
      {
        key: 'uhr-off',
        by: 'rosa-kamp',
        daysAgo: 75,
        official: true,
        body: 'Nein, und so sind wir dazu gekommen: fünf Uhren, drei Wochen, 640 Stopps. Ablesen ging in 88 % der Fälle, Bestätigen mit Handschuhen in 31 %. Dafür lohnen drei zusätzliche Apps nicht. Was bleibt: Mitteilungen des nächsten Stopps erscheinen auf jeder Uhr, die Mitteilungen des Telefons zeigt; einzuschalten unter `Fahr-App, Mitteilungen`.',
      },
      {
        by: 'theresa-wimmer',
        daysAgo: 74.6,
        to: 'uhr-off',
        body: 'Das mit den Mitteilungen wusste ich nicht, und es sind schon zwei von meinen drei Dingen.',
      },
    ],
  },
  {
    key: 'de-kalender',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'anne-schmitt',
    daysAgo: 16,
    title: 'Lieferzeiten der Altstadt als Kalender einlesen',
    body: 'Straßburg und Kehl veröffentlichen Sperrzeiten für Märkte und Feste als Kalenderdatei. Ein Feld „Kalender abonnieren“ bei der Sperrzone, und niemand müsste vor dem Weihnachtsmarkt mehr von Hand 34 Tage eintragen.',
    tags: ['rules', 'integrations'],
    votes: 7,
    voters: ['louise-kauffmann', 'matthias-ritter', 'wout-de-smet'],
    replies: [
      {
        by: 'matthias-ritter',
        daysAgo: 15,
        body: 'Freiburg hat das auch, es hängt nur als PDF im Rathaus. Ich habe nachgefragt, man „prüft“.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 13,
        body: 'Das ist ein schöner, kleiner Weg, der nicht auf jede Stadt warten muss. Ich habe ihn zu den Sperrzeiten auf die Liste gesetzt; entschieden ist noch nichts.',
      },
    ],
  },
  {
    key: 'de-automat',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'ayse-demir',
    daysAgo: 23,
    title: 'Paketautomaten: Codes schon vor 7 Uhr holen',
    body: 'Die Automaten nehmen uns ab 5:30, die Codes gibt es über Ihre Schnittstelle erst ab 7:00. Wir stehen also anderthalb Stunden mit vollen Händen vor einem leeren Schrank.',
    tags: ['integrations', 'stops'],
    votes: 8,
    voters: ['jannik-petersen', 'nina-esser', 'mart-saar'],
    replies: [
      {
        by: 'mart-saar',
        daysAgo: 21,
        body: 'Tallinn, same lockers, same seven o’clock. There are more parcel lockers than trees here, so it adds up.',
      },
      {
        by: 'bram-hoekstra',
        daysAgo: 20.5,
        body: 'Die Grenze liegt beim Betreiber, nicht bei uns: Codes gelten dort je Kalendertag und werden um 7:00 erzeugt. Wir haben gefragt, ob 5:00 möglich ist. Bis dahin hilft es, die Codes am Vorabend mit `valid_from` für den nächsten Tag zu bestellen; das geht, steht nur nirgends.',
      },
      {
        by: 'ayse-demir',
        daysAgo: 19.8,
        body: 'Funktioniert seit gestern, danke. Die Idee lasse ich stehen, bis es ohne Trick geht.',
      },
    ],
  },
  {
    key: 'de-gehweg',
    board: 'ideas',
    kind: 'idea',
    language: 'de',
    by: 'henrike-lange',
    daysAgo: 64,
    title: 'Halten, wo man halten darf: Gehwege und Radwege meiden',
    body: 'Die Nadel auf der Karte steht immer vor der Haustür. Dort ist in Leipzig meist ein Radweg, und seit dem Sommer kostet das Stehen darauf 55 Euro, auch für Lastenräder. Schön wäre ein Haltepunkt an der nächsten erlaubten Stelle und die Meter zu Fuß in der Zeit.',
    tags: ['stops', 'rules'],
    votes: 6,
    voters: ['friederike-bohme', 'toni-richter'],
    steps: [
      {
        status: 'review',
        daysAgo: 43,
        by: 'milan-horvat',
        note: 'Wir sehen uns in drei Städten an, wie weit es von der Haustür zur nächsten erlaubten Stelle ist. In Leipzig sind es im Mittel 38 m.',
      },
    ],
    replies: [
      {
        by: 'toni-richter',
        daysAgo: 63,
        body: 'Zweimal 55 Euro, einmal davon vor dem Ordnungsamt. Immerhin kurze Wege.',
      },
      {
        key: 'gehweg-fuss',
        by: 'antje-nowotny',
        daysAgo: 55,
        body: 'In Dresden dürfen wir ausdrücklich auf breiten Gehwegen halten. Also bitte nach Stadt.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 43,
        to: 'gehweg-fuss',
        body: 'Nach Stadt, und mit einer Ausnahme je Adresse, die Sie selbst setzen. Ob wir es bauen, entscheiden wir, wenn die Zahlen aus allen drei Städten da sind.',
      },
    ],
  },
]
