import type { SeedThread } from './story.ts'

const routing: SeedThread[] = [
  {
    key: 'wide',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'marit-solberg',
    daysAgo: 92,
    title: 'Routes that know how wide my bike is',
    body: `A Bullitt is 46 cm, our three-wheeler is 98. The planner sends both through the same bollards, and the second one has to turn back with a full box.

We run two Bullitts and one three-wheeler out of the same depot. The planner treats them as one bike, so the trike is sent through gaps it cannot pass. On Tuesday that cost 26 minutes and one pharmacy.

![Sketch of the street: the planned way ends at three bollards between two crossings, the dotted way round passes two more blocks](image:01920000-0000-7000-8000-5c3a9d41b0e1)

What the planner would need to know:

- Width at the widest point. Ours is **98 cm**, mirrors folded.
- Turning circle. The chicane at the level crossing is fine empty, not loaded.
- Whether the rider may lift the bike. Ours may not: 74 kg.

> Posts stand 1.10 to 1.40 m apart where the guideline is followed, and 0.85 m where it is not.
>
> The city’s cycling office, by mail

Much of this is in the open map already:

\`\`\`
barrier=bollard
maxwidth:physical=0.9
\`\`\``,
    tags: ['routing', 'vehicles'],
    votes: 168,
    voters: [
      'lea-brandt',
      'tomasz-wrona',
      'aurelie-tissot',
      'gerrit-hofstra',
      'paulina-kowal',
      'chiara-montanari',
      'hanneke-de-boer',
    ],
    assignee: 'ines-carvalho',
    note: {
      by: 'ines-carvalho',
      body: 'Bergen, Zwolle, Bologna and Ghent agreed to lend us measured gaps. Bologna’s file has the porticoes too, do not lose it.',
    },
    steps: [
      {
        status: 'review',
        daysAgo: 74,
        by: 'ines-carvalho',
        note: 'We are counting how many gaps in your cities carry a measured width, and how many are a guess.',
      },
      {
        status: 'planned',
        daysAgo: 40,
        by: 'ines-carvalho',
        note: 'Width is in. We had 168 voices and four cities’ data to test against, and it fails safely. Turning circle stays open.',
      },
    ],
    replies: [
      {
        key: 'wide-margin',
        by: 'tomasz-wrona',
        daysAgo: 91,
        body: 'Please let me set the margin. With 3 cm on each side I ride through; my colleague in her first week does not, and she is right.',
      },
      {
        by: 'marit-solberg',
        daysAgo: 90.6,
        to: 'wide-margin',
        body: 'Agreed. Fifteen centimetres in the first month, none for people who know the bike. It has to follow the rider: we share bikes between shifts.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 90.2,
        to: 'wide-margin',
        body: 'Noted as a setting on the rider, with the bike’s width as its floor.',
      },
      {
        key: 'wide-bullitt',
        by: 'anders-bruun',
        daysAgo: 88,
        body: 'Small correction from the country that builds them: 46 cm is the load bed. With the standard handlebar a Bullitt is 58 at the grips. I have the scars on my knuckles to prove which one counts.',
      },
      {
        by: 'marit-solberg',
        daysAgo: 87.7,
        to: 'wide-bullitt',
        body: 'Fair. “At the widest point” it is, then.',
      },
      {
        by: 'gerrit-hofstra',
        daysAgo: 85,
        body: 'Groningen took out some 300 posts after the last council vote, but the map still has half of them. Whoever builds this should also read the date of the last survey.',
      },
      {
        key: 'wide-portici',
        by: 'chiara-montanari',
        daysAgo: 71,
        body: 'In Bologna the question is porticoes and their chains. We measured 212 passages ourselves with a folding rule over two winters. You may have the file, it is a plain CSV: `lat, lon, width_cm, note`.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 70.8,
        to: 'wide-portici',
        body: 'Yes, please. It goes into the test set first, and into the open map only if you want it there.',
      },
      {
        by: 'chiara-montanari',
        daysAgo: 70.5,
        to: 'wide-portici',
        body: 'Put it in the map. That was the point of the folding rule.',
      },
      {
        key: 'wide-official',
        by: 'ines-carvalho',
        daysAgo: 40,
        official: true,
        body: `Yes, in two steps. Width first: you set it once per vehicle, and the planner warns at any gap it knows to be narrower. Turning circle comes after, because half of that data is missing and a wrong promise is worse than none.

Expected in **January 2027**. If that moves, we will say so here.`,
      },
      {
        by: 'hanneke-de-boer',
        daysAgo: 39.5,
        body: 'Twelve trikes here say thank you. January is when our new ones come, so it fits.',
      },
      {
        key: 'wide-limit',
        by: 'aurelie-tissot',
        daysAgo: 22,
        body: 'I would be careful with a hard limit. The towpath by our depot is 0.90 m on the map and 1.20 m since it was rebuilt. Cut it out and each tour grows by eleven minutes. **Warn me, do not decide for me.**',
      },
      {
        by: 'ruud-van-dalen',
        daysAgo: 21.8,
        to: 'wide-limit',
        body: 'For us the other way round. I have 40 riders, a third of them with under three months. A warning they can tap away is a warning they tap away. Let the depot choose: warn or forbid.',
      },
      {
        by: 'aurelie-tissot',
        daysAgo: 21.5,
        to: 'wide-limit',
        body: 'If the depot chooses, yes. What I do not want is a route that silently grows and nobody can say why.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 21.1,
        to: 'wide-limit',
        body: 'The depot chooses, with “warn” as the default. And where a gap changes the route, the route says so: “longer by 4 min, gap of 90 cm at the towpath”.',
      },
      {
        key: 'wide-kerb',
        by: 'isla-drummond',
        daysAgo: 20.6,
        body: 'Width is half of it in Edinburgh. The other half is the dropped kerb that is not dropped. A 6 cm lip with 130 kg in the box is a broken spoke. Same data model, surely?',
      },
      {
        by: 'callum-reid',
        daysAgo: 20.2,
        to: 'wide-kerb',
        body: 'Eleven spokes since March, I keep the count on the workshop door.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 19.9,
        to: 'wide-kerb',
        body: 'Kerbs have their own idea, “Mark stairs and kerbs the rider reported”. It is on the same roadmap item, so the two will not drift apart.',
      },
      {
        by: 'sepp-huber',
        daysAgo: 19.2,
        body: 'We run a four-wheeler of 1.20 m. Officially a bicycle, morally a van. Please do not stop the slider at one metre.',
      },
      {
        key: 'wide-who',
        by: 'filipa-rosado',
        daysAgo: 18.7,
        body: 'Who is responsible when the map says 1.10, the app says fine and the bike gets stuck? In Lisbon that means a tram behind you, ringing.',
      },
      {
        by: 'duarte-pinheiro',
        daysAgo: 18.5,
        to: 'wide-who',
        body: 'She is not exaggerating. Number 28, eleven minutes, forty tourists filming.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 18.1,
        to: 'wide-who',
        body: 'The route will show where a width comes from and how old it is: measured, signed, or guessed from the street type. A guess is never shown as a fact.',
      },
      {
        by: 'reto-zbinden',
        daysAgo: 17.6,
        body: 'In Bern wird jeder zweite Poller im Winter herausgenommen, damit der Pflug durchkommt. Eine Breite mit Saison wäre gut, mindestens aber ein Datum.',
      },
      {
        by: 'oskar-lind',
        daysAgo: 17.2,
        body: 'Reto’s point holds for Malmö as well: some posts are removed from November to March. The map has a tag for seasons, hardly anyone fills it in.',
      },
      {
        key: 'wide-report',
        by: 'maya-ortiz',
        daysAgo: 16.8,
        body: 'What about letting the rider report it? One tap at the gap, a photo with the bike in it for scale. Portland adds a new “modal filter” each month and no map is that fast.',
      },
      {
        by: 'lea-brandt',
        daysAgo: 16.4,
        to: 'wide-report',
        body: 'One tap, yes. A photo, no: nobody stands in a bus lane to compose a picture.',
      },
      {
        by: 'maya-ortiz',
        daysAgo: 16.1,
        to: 'wide-report',
        body: 'Ha, true. One tap and the tracker adds the place.',
      },
      {
        by: 'tomasz-wrona',
        daysAgo: 15.7,
        to: 'wide-report',
        body: 'Then please ask for two taps from two people before a gap is closed for everybody. I have a colleague who reports every post as too narrow on a Monday.',
      },
      {
        by: 'genevieve-tremblay',
        daysAgo: 15.1,
        body: 'À Montréal, la largeur utile change avec la neige : 1,40 m en octobre, 80 cm en janvier entre deux bancs. Un réglage « hiver » par véhicule nous suffirait.',
      },
      {
        by: 'mette-krogh',
        daysAgo: 14.4,
        body: 'Figures from us, since figures were asked for: 61 bikes, four months, 143 “turned back” entries in the riders’ log, 9.2 minutes each. That is 22 hours. I would rather pay for almost anything else.',
      },
      {
        key: 'wide-trailer',
        by: 'jannik-petersen',
        daysAgo: 13.9,
        body: 'Bitte an Anhänger denken: 1 m breit, aber 20 cm nach links versetzt. Die Breite allein sagt nicht, ob man durchkommt.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 13.5,
        to: 'wide-trailer',
        body: 'Dafür gibt es eine eigene Idee zu Anhängern, die mit dieser hier zusammen geplant ist. Der Versatz steht seit Ihrem Hinweis mit drin.',
      },
      {
        by: 'aoife-brennan',
        daysAgo: 13.1,
        body: 'The kissing gates on the Royal Canal are being taken out one by one and each of them makes the evening news. If your map follows the news it will be fine.',
      },
      {
        by: 'hemi-parata',
        daysAgo: 12.6,
        body: 'Voted. Wellington’s gates are built to stop dirt bikes and do a lovely job of stopping groceries.',
      },
      {
        key: 'wide-old',
        by: 'zsofia-nagy',
        daysAgo: 12.1,
        body: 'Does it need the new vehicle settings? We are still on the old ones because of our barcode export.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 11.8,
        to: 'wide-old',
        body: 'It does. The barcode export works with the new settings since version 5.7; Milan can move you over on a quiet evening.',
      },
      {
        by: 'zsofia-nagy',
        daysAgo: 11.5,
        to: 'wide-old',
        body: 'Done with Milan last night, twenty minutes. Thank you.',
      },
      {
        by: 'paulina-kowal',
        daysAgo: 10.9,
        body: 'Kraków’s Planty park has granite balls, 38 cm high. They pass under a Bullitt and hit the motor of a trike. So: width at which height? I am only half joking.',
      },
      {
        key: 'wide-removed',
        by: 'dario-venn',
        daysAgo: 9.2,
        body: 'Or hire riders who can steer. Marit and her lot need a planner because they could not find a gap in a field.',
      },
      {
        by: 'eirik-haugen',
        daysAgo: 7.5,
        body: 'I ride the trike Marit writes about. We put a strip of yellow tape on the depot door at 98 cm. New people drive through it ten times before they go out, and the door has lost a lot of paint since.',
      },
      {
        by: 'wout-de-smet',
        daysAgo: 0.4,
        body: 'Ghent publishes gap widths as open data since this autumn, about 1,900 of them: https://data.gent.example/paaltjes. Measured by students with a laser, so better than most.',
      },
    ],
  },
  {
    key: 'bollards',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'callum-reid',
    daysAgo: 84,
    title: 'Avoid bollards and chicanes',
    body: `The plan takes me along the Water of Leith path every morning. There are four staggered barriers on it. With a loaded trike I get through one of them.

A tick box would do: “avoid bollards and chicanes”, per bike.`,
    tags: ['routing'],
    votes: 23,
    voters: ['callum-reid', 'isla-drummond', 'marit-solberg'],
    replies: [
      {
        by: 'agata-mazur',
        daysAgo: 83,
        body: 'The second one by the bridge is the worst. I have seen a pram give up there.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 69.2,
        body: 'A tick box would also cut the barriers you do fit through. Marit’s idea solves yours with a number instead, so I am joining the two; your votes come along.',
      },
    ],
    mergedInto: { key: 'wide', daysAgo: 69, by: 'ines-carvalho' },
  },
  {
    key: 'stairs-kerbs',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'isla-drummond',
    daysAgo: 140,
    title: 'Mark stairs and kerbs the rider reported',
    body: `When one of us finds out that “the path” is eleven steps, the other nine riders should not have to find out as well.

Today we have a paper map on the wall with red pins. It works until somebody works from the other depot. I would like the pin to be in the planner: **stairs**, **high kerb**, **gate locked**, with the date and who saw it.`,
    tags: ['routing', 'riders', 'map-data'],
    votes: 34,
    voters: ['callum-reid', 'agata-mazur', 'fergus-kerr', 'filipa-rosado'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 96,
        by: 'ines-carvalho',
        note: 'Good and close to what we want for widths. We are checking how a pin should grow old.',
      },
      {
        status: 'planned',
        daysAgo: 28,
        by: 'ines-carvalho',
        note: 'Planned together with bike widths: the same tap on the road, the same “two people saw it” before a street is avoided.',
      },
    ],
    replies: [
      {
        by: 'goncalo-reis',
        daysAgo: 131,
        body: 'Lisbon has a street that is called a street, is drawn as a street and consists of 72 steps. Our best rider carried a cake up it before he read the sign.',
      },
      {
        key: 'stairs-age',
        by: 'katharina-vogt',
        daysAgo: 120,
        body: 'Wichtig: Meldungen müssen verfallen. Bei uns in Berlin ist jede dritte Sperrung eine Baustelle, und nach acht Wochen ist alles wieder offen.',
      },
      {
        by: 'isla-drummond',
        daysAgo: 119,
        to: 'stairs-age',
        body: 'Yes. Stairs stay, works expire. Two kinds of pin.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 28,
        body: 'Stairs and kerbs will stay until somebody says otherwise, works will fade after six weeks unless seen again. Same month as the widths, since it is the same screen.',
      },
    ],
  },
  {
    key: 'trailer',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'anders-bruun',
    daysAgo: 118,
    title: 'A trailer makes the bike longer, tell the planner',
    body: `With the trailer we are 4.3 m. Three things change and the plan knows none of them:

1. U-turns need the width of the street, so “turn around” costs two minutes, not five seconds.
2. Lifts in bike bridges end at 2.5 m.
3. It tops out at 25 km/h downhill because the trailer starts to push.

We hitch at 7 and unhitch at 11, so it has to be a switch in mid-day, not another vehicle.`,
    tags: ['vehicles', 'routing'],
    votes: 19,
    voters: ['mette-krogh', 'freja-winther', 'jannik-petersen'],
    steps: [
      {
        status: 'review',
        daysAgo: 80,
        by: 'ines-carvalho',
        note: 'We are riding with two trailer fleets this month to see which of the three costs most.',
      },
      {
        status: 'planned',
        daysAgo: 28,
        by: 'ines-carvalho',
        note: 'Length and the hitch switch are in. The lift at the bridge needs data we do not have yet.',
      },
    ],
    replies: [
      {
        by: 'freja-winther',
        daysAgo: 117,
        body: 'And reversing. Nobody reverses a trailer on a cycle path twice.',
      },
      {
        key: 'trailer-hitch',
        by: 'johan-bergqvist',
        daysAgo: 102,
        body: 'We unhitch at the kerb, do six stops without it and come back for it. Can a trailer wait like a mini-depot?',
      },
      {
        by: 'anders-bruun',
        daysAgo: 101,
        to: 'trailer-hitch',
        body: 'That is a second wish and a good one, post it and I will vote.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 79,
        body: 'From the two ride-alongs: U-turns cost 7 minutes a day, the bridge lift 4, the downhill limit almost nothing because nobody dares anyway.',
      },
    ],
  },
  {
    key: 'old-town',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'wout-de-smet',
    daysAgo: 21,
    title: 'Skip the old town after 11:00, when deliveries are banned',
    body: `Ghent, Nantes and Freiburg all publish the hours. I type them by hand as avoid-zones every Monday.

We plan for partners in all three. The list as of this week:

| city | deliveries allowed | bikes over 300 kg |
|---|---|---|
| Ghent | 18:00 to 11:00 | same as vans |
| Nantes | 4:00 to 11:30 | free |
| Freiburg | 5:00 to 11:00, 18:00 to 21:00 | same as vans |

An avoid-zone has no hours, so I put it in at eleven and take it out at six. Last Thursday I was at the dentist.`,
    tags: ['routing', 'rules'],
    votes: 58,
    voters: ['lise-vandamme', 'aurelie-tissot', 'matthias-ritter', 'lea-brandt', 'anne-schmitt'],
    replies: [
      {
        by: 'lise-vandamme',
        daysAgo: 20.5,
        body: 'I was not at the dentist. I was in front of the bollard with nine crates of endives.',
      },
      {
        key: 'oldtown-tags',
        by: 'matthias-ritter',
        daysAgo: 18,
        body: 'Freiburg’s hours are in the open map, as `motor_vehicle:conditional`. The catch is that it says motor vehicle, and whether a cargo bike over 300 kg is one depends on whom you ask at the town hall.',
      },
      {
        by: 'wout-de-smet',
        daysAgo: 17.6,
        to: 'oldtown-tags',
        body: 'In Ghent the answer was “it depends” and then a fine.',
      },
      {
        by: 'mael-guillou',
        daysAgo: 15,
        body: 'À Nantes, attention : le vélo est libre à toute heure, mais l’arrêt sur la place du Bouffay ne l’est pas les jours de marché. Il faudrait des horaires par rue, pas par ville.',
      },
      {
        by: 'davide-lelli',
        daysAgo: 12,
        body: 'Bologna: cameras, no bollards. You only learn about it from an envelope eight weeks later. We had 14 envelopes in spring.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 11,
        body: 'Fourteen envelopes is a number I can take to a meeting. We have not decided yet; what I am looking into is which cities publish hours in a form a machine can read. Ten of the thirty largest do.',
      },
      {
        by: 'magdalena-steiner',
        daysAgo: 8,
        body: 'Wien hat die Ladezonen und Fußgängerzonen mit Zeiten als offene Daten. Vier Zeilen Erklärung fehlen dort, die schicke ich Ihnen gern.',
      },
      {
        by: 'beatriz-moura',
        daysAgo: 5.3,
        body: 'Could the rider’s arrival also move, instead of the route? If the window is until noon and the street closes at eleven, visit it first.',
      },
      {
        by: 'wout-de-smet',
        daysAgo: 5,
        body: 'Beatriz has it. I do not want to avoid the street, I want to be there at half past ten.',
      },
    ],
  },
  {
    key: 'closed-streets',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'svenja-hug',
    daysAgo: 13,
    title: 'Keep clear of streets closed to deliveries after 11',
    body: `In Freiburg the inner ring is closed to deliveries from 11:00 to 18:00, bikes over 300 kg included. The planner does not know, so each tour of ours that starts late ends with two stops on foot.

On Thursdays that is about 35 minutes for one rider.`,
    tags: ['routing', 'rules'],
    votes: 9,
    voters: ['svenja-hug', 'emre-yildiz'],
    replies: [
      {
        by: 'sanne-vos',
        daysAgo: 12.4,
        body: 'Thank you, @{svenja-hug}. Wout’s idea asks for the same with three cities’ hours in it, so I am joining yours to it. Your 35 minutes are quoted there for the routing team.',
      },
    ],
    mergedInto: { key: 'old-town', daysAgo: 12.3, by: 'sanne-vos' },
  },
  {
    key: 'school-streets',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'bea-whitlock',
    daysAgo: 66,
    title: 'Respect closed school streets at 8:30 and 15:30',
    body: `London has over 500 school streets. Cycles may enter most of them, but at 8:40 there are two hundred children on the road and a loaded Urban Arrow does not belong among them, whatever the sign says.

Please treat them as walking pace for 45 minutes, twice a day, in term time only.`,
    tags: ['routing', 'rules'],
    votes: 27,
    voters: ['marcus-adeyemi', 'tariq-hussain', 'elena-riva', 'ama-boateng'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 38,
        by: 'ines-carvalho',
        note: 'We are reading the school calendars of six cities to learn whether “term time” can be had without typing it in.',
      },
    ],
    replies: [
      {
        by: 'chloe-fenwick',
        daysAgo: 65,
        body: 'One of ours was given a sticker by a lollipop lady for waiting. She wears it on the helmet.',
      },
      {
        key: 'school-pace',
        by: 'stefano-galli',
        daysAgo: 60,
        body: 'Milan closes them fully, bikes too. So: either walking pace or closed, by city.',
      },
      {
        by: 'bea-whitlock',
        daysAgo: 59.5,
        to: 'school-pace',
        body: 'Fine by me, as long as “closed” is what the sign says and not what the van lobby hoped for.',
      },
      {
        by: 'ronny-schulze',
        daysAgo: 55,
        body: 'In Berlin sind es bisher vier Straßen. Ich stimme trotzdem, es werden mehr.',
      },
      {
        by: 'donal-keane',
        daysAgo: 52,
        body: 'Dublin: the times are on a sign behind a tree. If you find them in a file, tell the council.',
      },
      {
        key: 'school-data',
        by: 'ines-carvalho',
        daysAgo: 38,
        official: true,
        body: 'This one has our attention and no date yet. The streets are known in most cities; the hours are known in few, and term time in fewer. If we cannot have the calendar from a source that stays right by itself, we would rather ask each depot for two dates a year than guess. You have our decision before Christmas.',
      },
      {
        by: 'bea-whitlock',
        daysAgo: 37.6,
        to: 'school-data',
        body: 'Two dates a year I can do. I do it for my own kids.',
      },
      {
        by: 'federica-colombo',
        daysAgo: 36,
        body: 'For 31 bikes I will gladly type two dates. Not for each school, please.',
      },
      { by: 'ines-carvalho', daysAgo: 35.5, body: 'For each city.' },
      {
        by: 'gemma-roca',
        daysAgo: 30,
        body: 'Barcelona calls them “protegim les escoles”, 220 schools, mostly without any fixed hour. A generic slow zone would already help us.',
      },
      {
        by: 'alberto-ferrero',
        daysAgo: 22,
        body: 'How much does it cost on your side? We tested by hand for a week: two minutes per tour. Nobody noticed except the parents, who waved.',
      },
      {
        by: 'karim-benali',
        daysAgo: 18,
        body: 'Antwerp: schoolstraten are gated by volunteers with an actual gate. Treat as closed.',
      },
      {
        by: 'tariq-hussain',
        daysAgo: 9,
        body: 'Half-term in London was last month. The plan could have skipped all of it and did skip none, so we are looking forward to those two dates.',
      },
      { by: 'marta-giordano', daysAgo: 4, body: 'Voted, with two kids at one of them.' },
    ],
  },
  {
    key: 'one-way',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'youssef-amrani',
    daysAgo: 290,
    title: 'One-way streets open to cycles',
    body: `In Brussels almost every one-way street is open to bikes the other way. The planner knows only some of them. For us that is a kilometre more per tour, in the hilliest part of town.

Examples where the sign has been there for ten years: the whole of Saint-Gilles.`,
    tags: ['routing', 'map-data'],
    votes: 55,
    voters: ['celine-hendrickx', 'fatou-sow', 'aurelie-tissot', 'marcus-adeyemi'],
    steps: [
      {
        status: 'review',
        daysAgo: 270,
        by: 'ines-carvalho',
        note: 'We read only one of the three ways the map can say this. Counting the others.',
      },
      {
        status: 'building',
        daysAgo: 244,
        by: 'ines-carvalho',
        note: 'All three ways will be read. Wide vehicles get a separate switch, because a trike against traffic in a 3-metre street is another matter.',
      },
      {
        status: 'shipped',
        daysAgo: 205,
        by: 'ines-carvalho',
        note: 'Out in 5.5. It opens 41,000 streets in the cities you work in.',
      },
    ],
    replies: [
      { by: 'thibault-renson', daysAgo: 286, body: 'Liège pareil, et nous avons les pavés en plus.' },
      {
        by: 'marcus-adeyemi',
        daysAgo: 262,
        body: 'For the trikes please leave it off. Against the flow with 90 cm of box is how we lost two mirrors and one customer’s wing mirror.',
      },
      {
        key: 'oneway-official',
        by: 'ines-carvalho',
        daysAgo: 205,
        official: true,
        body: 'It is out, and on by default for bikes up to 70 cm. For wider ones you find it under `Vehicles, Streets`, switched off. We asked 93 fleets a month later: **78%** said it solved their problem. Most of the rest are in cities where the sign stands but the map does not know; the page “Fix the map” shows how to add it in two minutes.',
      },
      {
        by: 'youssef-amrani',
        daysAgo: 204,
        to: 'oneway-official',
        body: '1.1 km less per tour, measured over 60 tours. Saint-Gilles thanks you, and so do my knees.',
      },
      {
        by: 'ondrej-maly',
        daysAgo: 190,
        body: 'In Prague I am in the other 22%. The sign is the problem, not you.',
      },
    ],
  },
  {
    key: 'tram-rails',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'duarte-pinheiro',
    daysAgo: 160,
    title: 'Left turns across tram rails',
    body: `Crossing rails at a right angle is fine. A left turn from the middle of the road crosses them at twenty degrees, in the wet, with 100 kg in front. We had three falls last winter, one with a broken wrist.

I would happily go round the block for that. At the moment the planner calls the left turn “faster by 40 s”.`,
    tags: ['routing', 'riders'],
    votes: 26,
    voters: ['filipa-rosado', 'neuza-lopes', 'ruud-van-dalen', 'tereza-dvorakova'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 140,
        by: 'ines-carvalho',
        note: 'Three falls move this up. We are looking at how well rails and turn angles are mapped in seven tram cities.',
      },
      {
        status: 'planned',
        daysAgo: 104,
        by: 'ines-carvalho',
        note: 'They are mapped well. A flat crossing of rails will cost as much as 400 m of road.',
      },
      {
        status: 'building',
        daysAgo: 33,
        by: 'ines-carvalho',
        note: 'Twelve fleets ride with it now: Lisbon, Prague, Zürich, Melbourne and eight more.',
      },
    ],
    replies: [
      {
        by: 'tereza-dvorakova',
        daysAgo: 158,
        body: 'Prague, same, plus cobbles between the rails. My rule for new riders: if you can read the number of the tram, do not turn.',
      },
      {
        by: 'ben-costello',
        daysAgo: 150,
        body: 'Melbourne solved it in 1954 with the hook turn and has been making tourists cry ever since. If you can plan a hook turn I will send you a cake.',
      },
      {
        key: 'tram-cost',
        by: 'luca-bernasconi',
        daysAgo: 103,
        body: '400 Meter kommen mir viel vor. In Bern sind das je Tour drei Umwege.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 102,
        to: 'tram-cost',
        body: 'Only for angles under 30 degrees and only when turning. On your October tours it would have changed 6 of 214 turns.',
      },
      { by: 'luca-bernasconi', daysAgo: 101.5, to: 'tram-cost', body: 'Dann nehme ich es zurück.' },
      {
        by: 'angus-muir',
        daysAgo: 30,
        body: 'First week of the test: two routes changed, both for the better, no hook turn. Cake on hold.',
      },
      {
        by: 'neuza-lopes',
        daysAgo: 12,
        body: 'Four weeks in, no falls, tours longer by 50 seconds on average. I do not need more statistics than that.',
      },
    ],
  },
  {
    key: 'cobbles',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'bart-janssen',
    daysAgo: 130,
    title: 'A smoother way for eggs, cakes and champagne',
    body: `We deliver bread and cake. Over 600 m of setts, a three-layer cake becomes a one-layer cake.

Could a parcel be marked **fragile**, so that the route to it prefers asphalt? Only to it: on the way back the box is empty and I do not care.`,
    tags: ['routing', 'stops'],
    votes: 31,
    voters: ['ilse-peters', 'stijn-claes', 'delphine-vasseur', 'barbara-krenn'],
    steps: [
      {
        status: 'review',
        daysAgo: 95,
        by: 'ines-carvalho',
        note: 'The surface is known for 83% of the streets you ride. We are testing how much longer tours become.',
      },
      {
        status: 'planned',
        daysAgo: 26,
        by: 'ines-carvalho',
        note: 'Tours with one fragile parcel become 2 to 4% longer if it goes out first, 9% if it goes last. So we do both: a smoother way, and a nudge up the list.',
      },
    ],
    replies: [
      {
        by: 'delphine-vasseur',
        daysAgo: 127,
        body: 'Dans le Vieux-Lille, c’est la soupe. Je vous laisse imaginer l’intérieur de la caisse.',
      },
      {
        by: 'wytse-bakker',
        daysAgo: 110,
        body: 'Workaround until then: lower tyre pressure to 2.5 bar and put the cake on a folded moving blanket. We lose one cake in two hundred.',
      },
      {
        key: 'cobbles-official',
        by: 'ines-carvalho',
        daysAgo: 26,
        official: true,
        body: 'We will do it, for parcels and not for whole tours, the way Bart asked. The mark comes with the order or by hand in the list. Expected in **March 2027**: the routing team finishes bike widths first.',
      },
      {
        by: 'bart-janssen',
        daysAgo: 25.6,
        to: 'cobbles-official',
        body: 'Before Easter, then. The most fragile week of my year. Very good.',
      },
      { by: 'stefano-galli', daysAgo: 20, body: 'Milano is paved with Beola granite and tears. Voted.' },
    ],
  },
  {
    key: 'ferry',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'sander-nygard',
    daysAgo: 1.2,
    title: 'Treat the ferry as a street with a timetable',
    body: `The planner believes the ferry across the fjord leaves when we arrive. It leaves at :10 and :40, and bikes queue behind the cars.

So every tour to the other side is “late” by 9 to 28 minutes, always the same ones.`,
    tags: ['routing', 'arrival-times'],
    votes: 2,
    voters: ['marit-solberg', 'ingvild-myhre'],
    replies: [
      {
        by: 'soraya-el-amrani',
        daysAgo: 0.6,
        body: 'Rotterdam has water buses with room for four bikes. The fifth rider needs the timetable even more.',
      },
    ],
  },
]

const days: SeedThread[] = [
  {
    key: 'swap-bikes',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'gerrit-hofstra',
    daysAgo: 44,
    title: 'Keep the afternoon’s stops when a rider swaps bikes at noon',
    body: `We change batteries by changing bikes. Today that closes the tour and the four last stops go back to the pool.

What then happens every noon: the dispatcher, who is also at lunch, has to hand the same four stops to the same rider again. If she is two minutes late somebody else gets them, and Lotte rides to Haren for nothing.

The tour belongs to the rider. The bike is a detail of the tour.`,
    tags: ['dispatch'],
    votes: 96,
    voters: [
      'lotte-meijer',
      'niels-ubels',
      'hanneke-de-boer',
      'mette-krogh',
      'katharina-vogt',
      'silje-tveit',
    ],
    assignee: 'milan-horvat',
    steps: [
      {
        status: 'review',
        daysAgo: 39,
        by: 'milan-horvat',
        note: 'Half of you change bikes, half change packs, some do both. We are drawing the three cases.',
      },
      {
        status: 'planned',
        daysAgo: 31,
        by: 'milan-horvat',
        note: 'One change of model does all three: the tour stays with the rider, the charge with the bike.',
      },
      {
        status: 'building',
        daysAgo: 17,
        by: 'milan-horvat',
        note: 'Under way. From next week eight fleets ride with it, Groningen first.',
      },
    ],
    replies: [
      {
        by: 'lotte-meijer',
        daysAgo: 43.5,
        body: 'For the record, I have been to Haren for nothing four times.',
      },
      {
        key: 'swap-pack',
        by: 'silje-tveit',
        daysAgo: 42,
        body: 'We swap the pack and keep the bike, at a kiosk in Grünerløkka. Two minutes forty. It would be nice if that were a stop with a place and a duration and not a hole in the plan.',
      },
      {
        by: 'gerrit-hofstra',
        daysAgo: 41.6,
        to: 'swap-pack',
        body: 'Different in the street, the same in the plan. Count me in.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 39,
        to: 'swap-pack',
        body: 'Both are on the drawing board. If you can say how long it takes on a bad day, that is the number I need: everybody sends me the good ones.',
      },
      {
        by: 'silje-tveit',
        daysAgo: 38.5,
        to: 'swap-pack',
        body: 'Bad day: nine minutes. Frozen lock, one glove.',
      },
      {
        by: 'mehmet-arslan',
        daysAgo: 36,
        body: 'Bei uns wechseln 22 von 48 mittags das Rad. Der Pool ist dann voll mit Stopps, die schon jemand auswendig kennt.',
      },
      {
        key: 'swap-official',
        by: 'milan-horvat',
        daysAgo: 31,
        official: true,
        body: `We will turn it round: a tour belongs to a rider for the day, and bikes and packs come and go within it.

- Changing the bike keeps all open stops and their order.
- The new bike’s range and width are checked against them. If one no longer fits, **that one** goes to the pool, with a word to dispatch.
- Parcels that have to move from box to box are listed on the screen, so that none stays behind.

Expected in **December 2026**.`,
      },
      {
        by: 'gerrit-hofstra',
        daysAgo: 30.8,
        to: 'swap-official',
        body: 'The list of parcels is what I did not dare to ask for. We forget one a week.',
      },
      {
        by: 'nanna-skov',
        daysAgo: 24,
        body: 'What if I swap to a smaller bike? Happens when the big one has a flat.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 23.7,
        body: 'Then it counts litres and kilos as well and proposes what to leave. You choose; it only proposes.',
      },
      {
        by: 'niels-ubels',
        daysAgo: 9,
        body: 'Second day of the test. Swapped at 12:05, gone at 12:11, all four stops still mine. Lotte is in Haren, but on purpose.',
      },
      {
        key: 'swap-test',
        by: 'esra-kaplan',
        daysAgo: 6,
        body: 'Found one: if I swap before the last parcel of a stop is scanned, the stop appears twice.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 5.8,
        to: 'swap-test',
        body: 'Seen and understood, fixed in tonight’s test build. Thank you for writing down the order of taps.',
      },
      { by: 'esra-kaplan', daysAgo: 4.9, to: 'swap-test', body: 'Gone, confirmed on two bikes.' },
    ],
  },
  {
    key: 'battery-swap',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'kaja-moen',
    daysAgo: 37,
    title: 'A battery swap mid-tour',
    body: 'A swap is a stop. It has an address, opening hours and takes three minutes. Let me put it into the tour so that arrival times after it are true.',
    tags: ['battery', 'dispatch'],
    votes: 16,
    voters: ['kaja-moen', 'lars-dahl', 'silje-tveit'],
    replies: [
      {
        by: 'milan-horvat',
        daysAgo: 34,
        body: 'This is the second half of Gerrit’s idea and is being drawn with it, so it moves there with its votes. Nothing of it gets lost: places, hours and minutes are on the list.',
      },
    ],
    mergedInto: { key: 'swap-bikes', daysAgo: 34, by: 'milan-horvat' },
  },
  {
    key: 'door-minutes',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'paulina-kowal',
    daysAgo: 5,
    title: 'Count the minutes lost at the door, not only on the road',
    body: `Third floor without a lift is 4 min 30 on average in our own log. The plan allows 90 seconds, so every tour is late by lunch.

We measured 1,140 stops in October:

| what is at the door | stops | minutes |
|---|---|---|
| shop, counter | 402 | 1:10 |
| ground floor | 281 | 1:50 |
| lift that works | 167 | 3:05 |
| third floor, no lift | 203 | 4:30 |
| office with reception | 87 | 6:20 |

Road time in the plan is right to within 4%. It is only the doors.`,
    tags: ['arrival-times', 'dispatch'],
    votes: 71,
    voters: [
      'michal-gajda',
      'hanneke-de-boer',
      'tess-verhoeven',
      'marcus-adeyemi',
      'jeanne-larrieu',
      'mehmet-arslan',
    ],
    assignee: 'milan-horvat',
    steps: [
      {
        status: 'review',
        daysAgo: 3,
        by: 'milan-horvat',
        note: 'We are putting your table next to 60,000 stops from fleets that let us count. If it looks the same elsewhere, the default goes first.',
      },
    ],
    replies: [
      {
        by: 'michal-gajda',
        daysAgo: 4.9,
        body: 'I am the one with the stopwatch. The reception desks are the worst: they want a signature, an ID and a chat.',
      },
      {
        key: 'door-avg',
        by: 'tess-verhoeven',
        daysAgo: 4.8,
        body: 'Amsterdam stairs should have their own row. They are ladders.',
      },
      {
        by: 'koen-rijnders',
        daysAgo: 4.7,
        to: 'door-avg',
        body: 'Third floor in the Jordaan: 5:40. With a case of wine: 7:15. I am twenty-six.',
      },
      {
        by: 'mehmet-arslan',
        daysAgo: 4.5,
        body: 'Berlin, Altbau, Hinterhaus, vierter Stock: 6:10, gemessen an 90 Stopps. Der Plan rechnet mit anderthalb Minuten, seit drei Jahren.',
      },
      {
        key: 'door-learn',
        by: 'marcus-adeyemi',
        daysAgo: 4.3,
        body: 'Why not learn it? You know when the bike stops and when it moves again. After three visits to an address the average is better than any table.',
      },
      {
        by: 'paulina-kowal',
        daysAgo: 4.1,
        to: 'door-learn',
        body: 'For regulars yes. 60% of our doors we see once in our lives.',
      },
      {
        by: 'linh-tran',
        daysAgo: 4,
        to: 'door-learn',
        body: 'Und bitte nicht je Person lernen. Sonst steht am Ende im Bericht, wer langsam Treppen steigt, und dann möchte ich den Betriebsrat sehen.',
      },
      { by: 'marcus-adeyemi', daysAgo: 3.9, to: 'door-learn', body: 'Per address, never per rider. Agreed.' },
      {
        by: 'milan-horvat',
        daysAgo: 3,
        body: 'Paulina, this table is the best thing that happened to my week. Three ways are on the table now: a better default by kind of door, learning per address, or the rider’s own estimate at the first visit. Which of them would you believe?',
      },
      {
        key: 'door-three',
        by: 'hanneke-de-boer',
        daysAgo: 2.8,
        body: 'The default first. It costs you a table and costs us nothing. Learning can come after.',
      },
      {
        by: 'jeanne-larrieu',
        daysAgo: 2.6,
        to: 'door-three',
        body: 'D’accord avec Hanneke : le réglage par type de porte suffirait à remettre nos matinées à l’heure.',
      },
      {
        by: 'dan-okafor',
        daysAgo: 2.4,
        body: 'Towers in Nine Elms: 11 minutes including the goods lift and the man who guards the goods lift. Could a building carry its own number?',
      },
      {
        key: 'door-wait',
        by: 'agnieszka-zawada',
        daysAgo: 2,
        body: 'I am a bit against. If the plan allows 4:30, dispatch gives me fewer stops and I earn less. Today I run up and win the time back.',
      },
      {
        by: 'paulina-kowal',
        daysAgo: 1.9,
        to: 'door-wait',
        body: 'You should not have to run to make a plan true. But I hear you, pay by stop is a problem here.',
      },
      {
        by: 'mirela-stan',
        daysAgo: 1.7,
        to: 'door-wait',
        body: 'Pay by the hour, plan by the truth. Then nobody has to run.',
      },
      {
        by: 'hollie-marsh',
        daysAgo: 1.1,
        body: 'Ground floor with a dog: subtract nothing, add two minutes for saying hello. Non-negotiable.',
      },
      {
        by: 'reka-szabo',
        daysAgo: 0.7,
        body: 'Budapest inner courtyards, “gang” houses: the door is on the second floor, the bell is on the street and broken. 5:05 over 44 stops, if you still collect.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 0.5,
        body: 'Still collecting, thank you. A round opens next week in which you can compare the three ways on your own stops.',
      },
    ],
  },
  {
    key: 'customer-window',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'adrien-lacoste',
    daysAgo: 175,
    title: 'Show customers a two-hour window',
    body: `People who wait for medicine call us at 9:05 to ask when. We know it within twenty minutes from the moment the tour starts, they do not.

A page with a two-hour window, then a one-hour one when the rider is close. No map with a moving dot: our riders do not want to be watched, and they are right.`,
    tags: ['recipients', 'arrival-times'],
    votes: 47,
    voters: ['sandrine-cazeneuve', 'mehdi-zerrouki', 'camille-fabre', 'annika-wallin'],
    assignee: 'rosa-kamp',
    steps: [
      {
        status: 'review',
        daysAgo: 150,
        by: 'rosa-kamp',
        note: 'We want to know how often a window would have been wrong. Reading six weeks of tours.',
      },
      {
        status: 'planned',
        daysAgo: 112,
        by: 'rosa-kamp',
        note: 'Two hours held in 96.4% of cases, one hour in 81%. So two hours it is, until the rider is five stops away.',
      },
      {
        status: 'building',
        daysAgo: 47,
        by: 'rosa-kamp',
        note: 'The page exists and speaks eleven languages. What is missing is the text message.',
      },
    ],
    replies: [
      {
        by: 'annika-wallin',
        daysAgo: 170,
        body: 'One in five of our calls is “when”. At 4 minutes each that is a person.',
      },
      {
        key: 'window-dot',
        by: 'ben-costello',
        daysAgo: 165,
        body: 'Customers love the moving dot, though. Ours ask for it because the pizza place has one.',
      },
      {
        by: 'adrien-lacoste',
        daysAgo: 164,
        to: 'window-dot',
        body: 'The pizza is at most twenty minutes away. Eight hours of dot is a different thing.',
      },
      {
        by: 'filiz-ozdemir',
        daysAgo: 163,
        to: 'window-dot',
        body: 'Ich fahre selbst. Ein Punkt auf der Karte heißt, dass jemand fragt, warum ich acht Minuten in der Bäckerei war. Bitte nicht.',
      },
      {
        key: 'window-official',
        by: 'rosa-kamp',
        daysAgo: 112,
        official: true,
        body: 'We will show a window and no dot. Two hours from the morning on, one hour when the rider is five stops away, and a line in plain words if it moves: “later than we said, now 14:00 to 15:00”. Expected in **December 2026** for the page and January for text messages.',
      },
      {
        by: 'sandrine-cazeneuve',
        daysAgo: 111,
        to: 'window-official',
        body: 'Merci. Pour nos patients, « plus tard que prévu » en clair vaut mieux que toutes les cartes.',
      },
      {
        by: 'thuy-nguyen',
        daysAgo: 60,
        body: 'Can a shop put its own name on the page? Ours deliver for a florist who would like to exist.',
      },
      {
        by: 'rosa-kamp',
        daysAgo: 59.5,
        body: 'Name, logo and one colour. No advertising space, we were asked and said no.',
      },
    ],
  },
  {
    key: 'two-depots',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'jeroen-blok',
    daysAgo: 98,
    title: 'Two depots in one day plan',
    body: `We have a hub north of the river and one south. The planner makes two days that know nothing of each other. At 14:00 the north is done and the south has 60 stops left, and the only thing crossing the bridge is me, with a phone.

![Map of our day: four stops from the depot north of the river, four from the depot south of it, and one bike crossing the bridge](image:01920000-0000-7000-8000-5c3a9d41b0e2)

One plan, two depots, and a bike may start in one and end in the other **if the depot allows it**.`,
    tags: ['dispatch', 'depots'],
    votes: 37,
    voters: ['ruud-van-dalen', 'marleen-kok', 'mette-krogh', 'hakon-berge'],
    assignee: 'rosa-kamp',
    steps: [
      {
        status: 'review',
        daysAgo: 58,
        by: 'rosa-kamp',
        note: 'Nine fleets showed us how they do it by hand. We are comparing two ways: one plan, or two plans that may lend each other a rider.',
      },
    ],
    replies: [
      {
        by: 'hakon-berge',
        daysAgo: 95,
        body: 'Lending a rider would be enough for us. Lending a bike is a lawsuit with the leasing company.',
      },
      {
        key: 'depots-lend',
        by: 'rosa-kamp',
        daysAgo: 58,
        body: 'Question to all of you: when somebody crosses over, does the bike come back the same evening?',
      },
      { by: 'jeroen-blok', daysAgo: 57.8, to: 'depots-lend', body: 'Always. The charger is at home.' },
      {
        by: 'katharina-vogt',
        daysAgo: 57,
        to: 'depots-lend',
        body: 'Bei uns nie, wir gleichen nachts mit dem Transporter aus. Zwei Fälle also, leider.',
      },
      {
        by: 'mette-krogh',
        daysAgo: 55,
        to: 'depots-lend',
        body: 'Three depots, same evening, and on Fridays not. I am sorry to be the complicated one.',
      },
      {
        by: 'wei-zhou',
        daysAgo: 31,
        body: 'We did it with a trick: one depot that is “both”, and the bridge as a stop with a duration. It plans well and reports nonsense. Fine until the accountant looks.',
      },
    ],
  },
  {
    key: 'swap-stops',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'ole-clausen',
    daysAgo: 77,
    title: 'Let riders swap stops themselves',
    body: `Merle and I pass each other at the Altona fish market each day at ten. She goes up, I go down, and we each have a parcel for the other side. We swap them. The system believes I am a liar and she is a ghost.

Let two riders swap a stop by scanning each other’s code. Dispatch sees it, nobody has to allow it first.`,
    tags: ['riders', 'dispatch', 'rider-app'],
    votes: 41,
    voters: ['merle-brodersen', 'jannik-petersen', 'piotr-sikora', 'kelly-rowlands'],
    assignee: 'milan-horvat',
    note: {
      by: 'milan-horvat',
      body: 'Private item exists. Hamburg and Łódź would test. Legal: who signs for age-checked parcels after a swap? Ask before anything public.',
    },
    steps: [
      {
        status: 'review',
        daysAgo: 29,
        by: 'milan-horvat',
        note: 'We like it and have one hard question to answer first: who answers for a parcel that needs a signature once it has changed hands?',
      },
    ],
    replies: [
      { by: 'merle-brodersen', daysAgo: 76.5, body: 'The ghost confirms.' },
      {
        key: 'swapstops-who',
        by: 'ulrike-hafele',
        daysAgo: 70,
        body: 'Als Disponentin: gern sehen, nicht gern überrascht werden. Wenn beim Tausch eine Kühlbox dabei ist, will ich vorher gefragt werden.',
      },
      {
        by: 'ole-clausen',
        daysAgo: 69,
        to: 'swapstops-who',
        body: 'Fair, cold boxes and signatures excluded. The rest is cardboard.',
      },
      {
        by: 'sean-doherty',
        daysAgo: 51,
        body: 'We do this with a marker pen and a nod. The nod has never crashed.',
      },
      {
        by: 'priyanka-rao',
        daysAgo: 40,
        body: 'If pay is by stop it becomes a market. We had a rider who traded hills for pastries for a whole summer.',
      },
      {
        by: 'mart-saar',
        daysAgo: 12,
        body: 'Pastries per hill is a unit I would like to see in the reports.',
      },
    ],
  },
  {
    key: 'hills',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'neuza-lopes',
    daysAgo: 83,
    title: 'Hills: count the metres climbed',
    body: `Two tours of 22 km are equal for the planner. One has 90 m of climbing, the other 640. Guess which one ends with the battery at 4% and me pushing.

Count the climb, for range **and** for who gets which tour. Last month the same rider had the hill eleven days out of twenty.`,
    tags: ['battery', 'riders', 'dispatch'],
    votes: 29,
    voters: ['filipa-rosado', 'reto-zbinden', 'quentin-blanchet', 'ruth-ackroyd'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 45,
        by: 'ines-carvalho',
        note: 'Two wishes live in here. Climb in the range estimate we are exploring now; a fair share of hills is on our list and not forgotten.',
      },
    ],
    replies: [
      {
        by: 'ruth-ackroyd',
        daysAgo: 80,
        body: 'Halifax. The hill is called Trooper Lane, it is cobbled, one in four, and there is a nice old lady at the top who orders cat litter.',
      },
      { by: 'wayne-holroyd', daysAgo: 79.5, body: 'Two bags. Every fortnight.' },
      {
        by: 'elif-kaya',
        daysAgo: 64,
        body: 'Stuttgart: 8 Wh je 100 Höhenmeter und Kilo-Zuladung ist Quatsch, aber grob 1,1 Wh je Meter Anstieg bei 200 kg Gesamtgewicht passt bei uns erstaunlich gut.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 45,
        body: 'Elif’s figure is within 6% of what we see in Lausanne. Physics is on our side for once: lifting 200 kg by one metre is 0.55 Wh, and motors are about half as good as they say.',
      },
      {
        by: 'nicolas-pittet',
        daysAgo: 44,
        body: 'À Lausanne nous utilisons déjà le métro pour remonter. Comptez-le comme un ascenseur.',
      },
    ],
  },
  {
    key: 'roles',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'federica-colombo',
    daysAgo: 107,
    title: 'Roles for depot managers',
    body: `Today somebody is either “rider” or may do everything, including our invoices and the tours of the other four depots. I need a person who can plan **her** depot, see **her** riders and change nothing else.

Seven people here share one login because of this, and I know what you will say.`,
    tags: ['depots', 'dispatch'],
    votes: 22,
    voters: ['stefano-galli', 'matteo-brambilla', 'hakon-berge'],
    assignee: 'bram-hoekstra',
    steps: [
      {
        status: 'review',
        daysAgo: 88,
        by: 'bram-hoekstra',
        note: 'We will not say it. A role bound to one depot is the right answer, and we are working out what it must not see.',
      },
    ],
    replies: [
      {
        by: 'hakon-berge',
        daysAgo: 100,
        body: 'Reports as well please. A depot manager should see her own minutes and not be ranked against Bergen.',
      },
      {
        by: 'bram-hoekstra',
        daysAgo: 88,
        body: 'Until then there is a half measure: a second site under the same contract, free of charge, with its own people. It splits the reports, but it ends the shared login. Write to support and name this thread.',
      },
      {
        by: 'federica-colombo',
        daysAgo: 86,
        body: 'Done, works as a half measure. Keep going on the whole one.',
      },
    ],
  },
  {
    key: 'undo-publish',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'lucia-ibanez',
    daysAgo: 54,
    title: 'Ten seconds to take back a published day',
    body: 'I press Publish, see the mistake in the same moment, and eleven phones have buzzed already. Ten seconds in which nothing has been sent yet would save me one apology a week.',
    tags: ['dispatch'],
    votes: 14,
    voters: ['amparo-ferrer', 'vicent-moll', 'ulrike-hafele'],
    replies: [
      { by: 'amparo-ferrer', daysAgo: 53.8, body: 'As one of the eleven phones: please.' },
      {
        by: 'rosa-kamp',
        daysAgo: 50,
        body: 'Not decided, but I like how small it is. Would ten seconds be enough, or is it the minute after that hurts?',
      },
      {
        by: 'lucia-ibanez',
        daysAgo: 49.7,
        body: 'Ten. After a minute I have already called everybody anyway.',
      },
    ],
  },
]

const load: SeedThread[] = [
  {
    key: 'range-cold',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'jukka-peltonen',
    daysAgo: 14,
    title: 'Plan around the range I have left, on cold days and with a full box',
    body: `At −2 °C with 120 kg aboard our packs last 31 km, not the 55 the planner believes.

The figures from our log, same three bikes, same rider, 500 Wh packs:

| outside | empty box | 120 kg |
|---|---|---|
| 15 °C | 56 km | 44 km |
| 5 °C | 48 km | 38 km |
| −2 °C | 41 km | **31 km** |
| −12 °C | 33 km | 22 km |

I plan the tours by the lowest line from November to April and give away two stops on each mild day. I would rather not.`,
    tags: ['battery'],
    votes: 64,
    voters: [
      'lea-brandt',
      'tomasz-wrona',
      'aino-salmela',
      'ville-rantanen',
      'matthias-ritter',
      'eirik-haugen',
    ],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 0.1,
        by: 'ines-carvalho',
        note: 'We are comparing your figures with cold-day logs from 40 bikes. You have our answer by 11 December.',
      },
    ],
    replies: [
      {
        by: 'ville-rantanen',
        daysAgo: 13.8,
        body: 'I am the rider in that table. The last line includes walking.',
      },
      {
        key: 'range-sleep',
        by: 'lea-brandt',
        daysAgo: 13,
        body: 'Same here, a bit milder: 34 km at −1 °C with 90 kg. What helped most was where the packs sleep. Indoors at 18 °C gives us **4 to 5 km** more than the shed, for the first two hours.',
      },
      {
        by: 'jukka-peltonen',
        daysAgo: 12.8,
        to: 'range-sleep',
        body: 'Yes, ours sleep in the office. The figures above are already with warm packs, sadly.',
      },
      {
        by: 'oskar-lind',
        daysAgo: 11,
        body: 'Age matters more than weather for us. Two packs of the same type, one from this year, one from four years ago: 47 km and 29 km at 5 °C. Whatever you build has to know which pack is which.',
      },
      {
        key: 'range-number',
        by: 'annika-wallin',
        daysAgo: 10,
        body: 'Please show me a range and not a number. “27 to 34 km” I can work with.',
      },
      {
        by: 'mattias-hedlund',
        daysAgo: 9.8,
        to: 'range-number',
        body: 'Disagree, I read it with frozen fingers at a red light. One number, the low one.',
      },
      {
        by: 'annika-wallin',
        daysAgo: 9.7,
        to: 'range-number',
        body: 'The rider one number, the dispatcher the band. We sit three metres apart and have settled it.',
      },
      {
        by: 'tomasz-wrona',
        daysAgo: 9.1,
        to: 'range-sleep',
        body: 'We sewed covers out of an old sleeping bag, 3 km more at −5. Lea, do you charge after the tour or before? Warm from charging is another 2 km.',
      },
      {
        by: 'lea-brandt',
        daysAgo: 8.9,
        to: 'range-sleep',
        body: 'Before, on a timer, so they are done at 6:30. Good point about the warmth, I never measured that separately.',
      },
      {
        by: 'myriam-ouellet',
        daysAgo: 7,
        body: 'À −22 °C, nous ne comptons plus en kilomètres mais en minutes avant que l’écran du téléphone s’éteigne.',
      },
      {
        by: 'ruta-petrauskiene',
        daysAgo: 5,
        body: 'Wind too? Vilnius in February is −8 and wind from the river. It eats as much as the cold does.',
      },
      {
        by: 'eirik-haugen',
        daysAgo: 2,
        body: 'Bergen says: rain. It does nothing to the battery, I only wanted it mentioned.',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 0.1,
        body: 'Two of you sent whole winters of logs, thank you. We now have 40 bikes, 11 kinds of packs and 2,300 cold days. If you want yours counted, the export is under `Vehicles, Battery, Log`; send it by next Friday.',
      },
    ],
  },
  {
    key: 'two-windows',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'ingrid-lauwers',
    daysAgo: 120,
    title: 'One stop, two parcels, two time windows',
    body: `The pharmacy takes the cold box before 9:00 and everything else until noon. It is one door.

Now I make two stops of it and the planner sends two riders, or the same rider twice. If I make one stop of it, the shampoo has to be there before nine as well.`,
    tags: ['stops'],
    votes: 43,
    voters: ['lea-brandt', 'stijn-claes', 'sandrine-cazeneuve', 'adrien-lacoste', 'hanneke-de-boer'],
    assignee: 'milan-horvat',
    steps: [
      {
        status: 'review',
        daysAgo: 109,
        by: 'milan-horvat',
        note: 'We are looking at 400 doors with several windows, most of them pharmacies and schools.',
      },
      {
        status: 'planned',
        daysAgo: 90,
        by: 'milan-horvat',
        note: 'A stop will hold several parcels, each with its own window.',
      },
      {
        status: 'building',
        daysAgo: 56,
        by: 'milan-horvat',
        note: 'Five fleets test it, Leuven and Toulouse among them.',
      },
      {
        status: 'shipped',
        daysAgo: 23,
        by: 'milan-horvat',
        note: 'Out in version 5.8. Did it solve it for you? Please tell us, also if it did not.',
      },
    ],
    replies: [
      {
        by: 'sandrine-cazeneuve',
        daysAgo: 118,
        body: 'Exactement notre cas, 140 officines. Le froid à 8 h 30, le reste quand on passe.',
      },
      {
        key: 'windows-cost',
        by: 'hanneke-de-boer',
        daysAgo: 112,
        body: 'Please show what the second visit costs. Sometimes I would rather call the pharmacy and ask for one window.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 109,
        to: 'windows-cost',
        body: 'That goes in. If the planner comes twice, it says how many minutes that is.',
      },
      {
        by: 'georg-pichler',
        daysAgo: 94,
        body: 'Schulen genauso: Milch vor der ersten Pause, Papier irgendwann.',
      },
      {
        key: 'windows-official',
        by: 'milan-horvat',
        daysAgo: 23,
        official: true,
        body: 'A stop can now hold several parcels, each with its own window. The planner comes once if it can, and twice only if it must, and shows the minutes that costs. You find it by opening a stop and choosing **Add a parcel**; imports with the same address are joined for you, and you can say no.',
      },
      {
        by: 'ingrid-lauwers',
        daysAgo: 22.6,
        to: 'windows-official',
        body: 'First morning: 14 pharmacies, 2 second visits instead of 9. I have time to write this.',
      },
      {
        by: 'camille-fabre',
        daysAgo: 20,
        to: 'windows-official',
        body: 'En partie seulement : à l’import, « 12 bis » et « 12bis » restent deux portes.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 19.8,
        to: 'windows-official',
        body: 'C’est corrigé depuis ce matin, merci de l’avoir vu. Vos adresses ont été relues une fois de plus.',
      },
      {
        by: 'camille-fabre',
        daysAgo: 19.2,
        to: 'windows-official',
        body: 'Confirmé, je change ma réponse en « oui ».',
      },
      {
        by: 'barbara-krenn',
        daysAgo: 14,
        body: 'Solved it, yes. The minutes next to the second visit made two customers change their window by themselves.',
      },
      {
        by: 'devon-brooks',
        daysAgo: 8,
        body: 'Yes from Portland. Twelve breweries, kegs at seven, empties after lunch, one door.',
      },
    ],
  },
  {
    key: 'cooling',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'pablo-iriarte',
    daysAgo: 48,
    title: 'Latest arrival for cooling boxes',
    body: `A passive cooling box holds 4 hours at 25 °C, 6 at 15 °C. The clock starts when the lid closes at the depot, not when the customer opens the door.

So a cooled parcel has a latest arrival that depends on **loading time**, not on the clock on the wall. If I leave 40 minutes late, the window of every cold stop should move with me.`,
    tags: ['stops', 'arrival-times'],
    votes: 33,
    voters: ['jeanne-larrieu', 'sandrine-cazeneuve', 'amparo-ferrer', 'rui-tavares'],
    assignee: 'milan-horvat',
    replies: [
      {
        by: 'jeanne-larrieu',
        daysAgo: 47.5,
        body: 'Pour la petite histoire : 31 colis refusés en août, tous partis en retard, aucun livré « en retard » selon le plan.',
      },
      {
        key: 'cooling-temp',
        by: 'amparo-ferrer',
        daysAgo: 41,
        body: 'Valencia in July is 38 °C in the shade and there is no shade. Four hours is a northern number. Can each box have its own curve?',
      },
      {
        by: 'pablo-iriarte',
        daysAgo: 40.6,
        to: 'cooling-temp',
        body: 'A number per box type and a penalty above 30 °C. Curves are for the people who sell the boxes.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 36,
        body: 'We want to do this and have not decided how. The honest question is whether a latest arrival should be a rule the planner must keep, or a warning. For insulin the answer is clear, for cheese it is not.',
      },
      {
        by: 'mehdi-zerrouki',
        daysAgo: 35,
        body: 'Insuline : règle. Fromage : avertissement. Fromage de chèvre en août : règle.',
      },
      {
        by: 'rui-tavares',
        daysAgo: 21,
        body: 'We write the loading time on the lid with chalk. Works, washes off in the rain.',
      },
    ],
  },
  {
    key: 'pod-offline',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'tariq-hussain',
    daysAgo: 150,
    title: 'Proof of delivery that works underground',
    body: `Loading docks are two floors below the street. No signal, no photo, no signature, a spinner. Riders take the picture with the phone’s camera “for later”, and later never comes.

It should take the photo, keep it, and send it when it sees the sky again.`,
    tags: ['proof', 'rider-app'],
    votes: 52,
    voters: ['dan-okafor', 'marcus-adeyemi', 'nuria-puig', 'jean-philippe-roy', 'sabine-nydegger'],
    assignee: 'rosa-kamp',
    steps: [
      {
        status: 'review',
        daysAgo: 138,
        by: 'rosa-kamp',
        note: 'Confirmed: 3.1% of all proofs are lost this way, 11% in the City of London.',
      },
      {
        status: 'planned',
        daysAgo: 115,
        by: 'rosa-kamp',
        note: 'Everything at the door will work without a network, not only the photo.',
      },
      {
        status: 'building',
        daysAgo: 62,
        by: 'rosa-kamp',
        note: '24 fleets test it. Photos are kept on the phone, sealed with time and place, and sent when there is a network.',
      },
    ],
    replies: [
      {
        by: 'dan-okafor',
        daysAgo: 149,
        body: 'Canary Wharf, level minus three. I have taken the lift up for one bar of signal and back down to lock the bike.',
      },
      {
        key: 'pod-time',
        by: 'sabine-nydegger',
        daysAgo: 130,
        body: 'Welche Zeit zählt dann, die der Aufnahme oder die des Hochladens? Unsere Kunden streiten sich um Minuten.',
      },
      {
        by: 'rosa-kamp',
        daysAgo: 129,
        to: 'pod-time',
        body: 'Die der Aufnahme. Die Uhr des Telefons wird beim letzten Netzkontakt geprüft, und beide Zeiten stehen im Nachweis.',
      },
      {
        key: 'pod-official',
        by: 'rosa-kamp',
        daysAgo: 115,
        official: true,
        body: 'Photos, signatures, age checks and “left with a neighbour” will all work without a network and go up by themselves. The phone keeps them for seven days; the stop shows a small cloud until the proof has arrived. Expected in **December 2026**.',
      },
      {
        by: 'nuria-puig',
        daysAgo: 58,
        to: 'pod-official',
        body: 'Testing in Barcelona since Monday: 212 stops in car parks, all arrived, the slowest after three hours because Omar went for lunch underground.',
      },
      { by: 'omar-diallo', daysAgo: 57.8, to: 'pod-official', body: 'It was 36 degrees. It was cool there.' },
      { by: 'sean-doherty', daysAgo: 44, body: 'What if the phone dies before it sees the sky?' },
      {
        by: 'rosa-kamp',
        daysAgo: 43.5,
        body: 'Then it is sent after the next charge, from the same phone. If the phone ends up in the Mersey, the stop stays “delivered, proof missing” and dispatch is told the same evening.',
      },
      { by: 'imran-sheikh', daysAgo: 43, body: 'The Mersey thing happened once, Rosa. Once.' },
    ],
  },
  {
    key: 'rider-notes',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'joe-tregear',
    daysAgo: 230,
    title: 'Rider notes that stay with an address',
    body: `“Ring twice, dog is kind.” I know that. Hollie, who does my round on Wednesdays, does not. I type it into the stop, the stop is gone the next day, and so is the note.

Keep it with the address, not with the delivery.`,
    tags: ['stops', 'rider-app'],
    votes: 39,
    voters: ['hollie-marsh', 'ama-boateng', 'tess-verhoeven', 'sabine-nydegger'],
    steps: [
      {
        status: 'planned',
        daysAgo: 180,
        by: 'milan-horvat',
        note: 'Yes. The care it needs is about people, not about code: a note about a door is fine, a note about a person is not.',
      },
      {
        status: 'building',
        daysAgo: 122,
        by: 'milan-horvat',
        note: 'Notes, photos of the entrance, and a date on each.',
      },
      {
        status: 'shipped',
        daysAgo: 49,
        by: 'milan-horvat',
        note: 'Out in 5.7. Notes fade after a year unless somebody confirms them.',
      },
    ],
    replies: [
      {
        by: 'hollie-marsh',
        daysAgo: 229,
        body: 'I found out about the dog by myself. He is kind, but he is also the size of the bike.',
      },
      {
        key: 'notes-privacy',
        by: 'franzi-aebischer',
        daysAgo: 210,
        body: 'Bitte vorsichtig: In der Schweiz hatten wir „öffnet im Bademantel“ im System, und die Dame hat Auskunft verlangt. Zu Recht.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 209,
        to: 'notes-privacy',
        body: 'Genau das ist die Sorge. Notizen gelten dem Ort, das Feld sagt es beim Schreiben, und wer eine Auskunft verlangt, bekommt sie zu sehen. Das hilft beim Formulieren.',
      },
      {
        key: 'notes-official',
        by: 'milan-horvat',
        daysAgo: 49,
        official: true,
        body: 'Notes now stay with the address. They show at the next visit, whoever rides. Write about the place: “bell is broken, knock”, “second gate, push hard”. Each note carries a date and fades after a year unless somebody taps “still true”. Anyone who asks what we hold about their address gets to read it.',
      },
      {
        by: 'joe-tregear',
        daysAgo: 48.7,
        to: 'notes-official',
        body: 'Dog note migrated. He is thirteen now, so I have set it to fade.',
      },
      {
        by: 'hollie-marsh',
        daysAgo: 48.5,
        to: 'notes-official',
        body: 'I tapped “still true”. I always will.',
      },
      {
        by: 'gabija-stankute',
        daysAgo: 25,
        body: 'Simple and good. It cut our “where is the entrance” calls from nine a day to two.',
      },
    ],
  },
  {
    key: 'thumb',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'zahra-nouri',
    daysAgo: 152,
    title: 'Reorder stops with one thumb',
    body: 'Dragging a stop needs a long press and a straight pull. With gloves, on a phone in a cradle, standing at a light, it takes me four tries. Two big arrows would do.',
    tags: ['rider-app', 'riders'],
    votes: 46,
    voters: ['ebba-sjostrom', 'oskar-lind', 'lea-brandt', 'kasia-lis'],
    steps: [
      {
        status: 'review',
        daysAgo: 146,
        by: 'rosa-kamp',
        note: 'I tried it on the Croeselaan with ski gloves. Six tries.',
      },
      {
        status: 'building',
        daysAgo: 124,
        by: 'rosa-kamp',
        note: 'Two arrows and “do this next”, 56 pixels each.',
      },
      { status: 'shipped', daysAgo: 84, by: 'rosa-kamp', note: 'Out in app 3.9.' },
    ],
    replies: [
      { by: 'ebba-sjostrom', daysAgo: 151, body: 'The straight pull fails on cobbles in particular.' },
      {
        by: 'kasia-lis',
        daysAgo: 105,
        body: 'Will dispatch see that I changed the order? Ours thinks the app does it out of spite.',
      },
      {
        key: 'thumb-official',
        by: 'rosa-kamp',
        daysAgo: 84,
        official: true,
        body: 'Shipped. Each stop has two arrows and a button “do this next”. Dispatch sees the new order and that a rider chose it, without a reason being asked. We asked 70 fleets: it solved it for **91%**. The other 9% would like it on the handlebar, which is another idea.',
      },
      { by: 'zahra-nouri', daysAgo: 83.5, to: 'thumb-official', body: 'One try, with gloves. Thank you.' },
      { by: 'fergus-kerr', daysAgo: 70, body: '“Do this next” is the best button you ever made.' },
    ],
  },
  {
    key: 'gpx',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'radek-pospisil',
    daysAgo: 118,
    title: 'Export tours as GPX for old head units',
    body: `Three of our bikes have a head unit from 2016. It reads GPX from a USB stick and nothing else, and it will outlive us all.

Not the whole tour as one track of 2,000 points: those units stop at 500. One file per leg, or a thinned one.`,
    tags: ['integrations', 'vehicles'],
    votes: 18,
    voters: ['lenka-urbanova', 'jitka-fialova', 'steffen-kirsch'],
    assignee: 'milan-horvat',
    replies: [
      {
        by: 'steffen-kirsch',
        daysAgo: 114,
        body: 'Unsere Geräte können 250 Punkte und kennen kein „ž“. Bitte auch ASCII-Namen.',
      },
      {
        by: 'milan-horvat',
        daysAgo: 110,
        body: 'Noted, points and letters both. It is small work for few people, so I cannot promise a month. The API gives you the line of each leg today; a member wrote a converter of forty lines, ask in Help.',
      },
      { by: 'radek-pospisil', daysAgo: 109, body: 'That member is me, and it is thirty-eight.' },
    ],
  },
  {
    key: 'price-per-delivery',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'ruth-ackroyd',
    daysAgo: 86,
    title: 'Price per delivery instead of per vehicle',
    body: 'I hear that next year’s price is per vehicle. We have four bikes and, in February, eleven deliveries a day. In December it is ninety. A price per vehicle charges us for bikes that stand in the shed, and a price per delivery would breathe with us.',
    tags: ['billing'],
    votes: 21,
    voters: ['wayne-holroyd', 'ama-boateng', 'friederike-bohme'],
    steps: [
      {
        status: 'review',
        daysAgo: 71,
        by: 'sanne-vos',
        note: 'We are calculating it for 140 fleets with last year’s figures.',
      },
      {
        status: 'closed',
        daysAgo: 52,
        by: 'sanne-vos',
        note: 'We will not do this. It would raise the price for two fleets in three, and it would make us earn more when you split a delivery in two. A way to rest vehicles in quiet months comes instead.',
      },
    ],
    replies: [
      { by: 'marleen-kok', daysAgo: 81, body: 'For us it would be 70% more. Please do not.' },
      {
        key: 'price-official',
        by: 'sanne-vos',
        daysAgo: 52,
        official: true,
        body: 'We did the sum with real months: 93 of 140 fleets would pay more, some of them double, and the winners are mostly seasonal. So the answer to this idea is no. The need behind it is real, and for that you can **rest a vehicle** from January on: no charge for any full month in which it does not move, up to five months a year.',
      },
      {
        by: 'ruth-ackroyd',
        daysAgo: 51.5,
        to: 'price-official',
        body: 'Not what I asked for and better than what I have. Two of ours would rest until Easter. Thanks for showing the numbers.',
      },
      {
        by: 'friederike-bohme',
        daysAgo: 50,
        to: 'price-official',
        body: 'Damit können wir leben. Die Begründung hat geholfen.',
      },
    ],
  },
  {
    key: 'flemish',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'nele-jacobs',
    daysAgo: 112,
    title: 'Voice prompts in Flemish',
    body: 'The Dutch voice says “neem de afslag” as if it had never met a Belgian street name. “Groenplaats” is fine, “Sint-Jacobsmarkt” becomes a cough. A Flemish voice exists on every phone; we only want to be allowed to choose it.',
    tags: ['rider-app'],
    votes: 9,
    voters: ['pieter-callens', 'joke-wuyts', 'lise-vandamme', 'elke-steyaert'],
    replies: [
      {
        by: 'elke-steyaert',
        daysAgo: 108,
        body: 'Ours says “Korenmarkt” like a sneeze. Ghent supports Antwerp, mark the date.',
      },
      { by: 'pieter-callens', daysAgo: 66, body: 'Anyone at Bakfleet reading this? It is one setting.' },
    ],
  },
  {
    key: 'loading-bays',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'bram-goethals',
    daysAgo: 91,
    title: 'Loading bays: who is where',
    body: 'There are six bays in our street and eleven companies. If we all shared when we will stand there, for ten minutes each, nobody would have to double-park. Is that something a planner could know?',
    tags: ['stops', 'map-data'],
    votes: 15,
    voters: ['wout-de-smet', 'mael-guillou', 'celine-hendrickx'],
    replies: [
      {
        by: 'mathieu-dewael',
        daysAgo: 85,
        body: 'Brussels tried sensors in the ground. The sensors worked, the vans parked on them anyway.',
      },
      {
        key: 'bays-advert',
        by: 'tobias-klutsch',
        daysAgo: 33,
        body: 'A friend of mine sells a nice app for exactly this, BaySpot, first month free with code KLUETSCH10: https://bayspot.example/join',
      },
      { by: 'bram-goethals', daysAgo: 32, body: 'I was hoping for less of an answer like that.' },
    ],
  },
  {
    key: 'child-seat',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'emil-juhl',
    daysAgo: 26,
    title: 'Pause a tour when the child seat is on',
    body: 'At 15:15 I stop being a courier and become a father with the same bike. Between kindergarten and home I get “you are off route” every minute. A pause that I can set with the seat, or at least with one tap, and that starts again at 15:50.',
    tags: ['riders', 'rider-app'],
    votes: 3,
    voters: ['kirsten-damgaard', 'soren-lykke'],
    replies: [
      {
        by: 'soren-lykke',
        daysAgo: 25,
        body: 'His daughter now answers “no” to the navigation voice. It is very funny and slightly worrying.',
      },
      {
        by: 'rosa-kamp',
        daysAgo: 24,
        body: 'There is a pause of 30 minutes under the rider’s name, two taps. I know that is not what you ask for, but it may save this week. We leave the idea open to see how many parents ride with us.',
      },
    ],
  },
  {
    key: 'handlebar',
    board: 'ideas',
    kind: 'idea',
    language: 'en',
    by: 'fergus-kerr',
    daysAgo: 3.4,
    title: 'A button on the handlebar for “delivered”',
    body: 'A cheap Bluetooth media button, twelve pounds, next to the bell. Press once for next stop, twice for delivered. The phone can stay in its case in the rain, where it wants to be.',
    tags: ['rider-app', 'riders'],
    votes: 0,
    replies: [],
  },
]

const earns: SeedThread = {
  key: 'earns',
  board: 'ideas',
  kind: 'idea',
  language: 'en',
  by: 'mirela-stan',
  daysAgo: 61,
  title: 'Show riders what each stop earns',
  body: `It would let riders choose well between two late stops. Others fear it would empty the poorer streets.

I ride, I do not dispatch. At 17:40 I have two stops left and time for one. One is a 3-euro envelope, the other a 38-euro express the company pays back if it is late. The app shows me two grey dots.

I do not ask for my wage per stop, we are paid by the hour in Grenoble. I ask what the stop is worth **to the cooperative**, so that I can be of use.`,
  tags: ['riders'],
  votes: 12,
  voters: ['mirela-stan', 'quentin-blanchet', 'sean-doherty', 'casey-lindgren'],
  assignee: 'sanne-vos',
  steps: [
    {
      status: 'review',
      daysAgo: 54,
      by: 'sanne-vos',
      note: 'Twelve votes and more arguments than any other idea. We are reading all of them before we say anything.',
    },
    {
      status: 'closed',
      daysAgo: 36,
      by: 'sanne-vos',
      note: 'We will not show money on a stop. What is at stake if a stop is late can be said without a price, and that part goes on with “Two riders, one hill” and the arrival-time work.',
    },
  ],
  replies: [
    {
      by: 'quentin-blanchet',
      daysAgo: 60.8,
      body: 'I dispatch for Mirela and I am for it. At 17:40 I am usually on the phone with somebody else, and she has to guess.',
    },
    {
      key: 'earns-poor',
      by: 'nadia-benhamou',
      daysAgo: 60.5,
      body: 'Marseille. If you show prices, the stops in the 15th go last, every day, because they are two euros each and up a hill. Nobody will mean it, it will just happen.',
    },
    {
      by: 'mirela-stan',
      daysAgo: 60.3,
      to: 'earns-poor',
      body: 'The order of the tour would still be the plan’s. I ask about the last two stops, when the plan is already broken.',
    },
    { by: 'nadia-benhamou', daysAgo: 60.1, to: 'earns-poor', body: 'With us the plan is broken at eleven.' },
    { by: 'theo-castelli', daysAgo: 59.9, to: 'earns-poor', body: 'Half past ten on market days.' },
    {
      key: 'earns-piece',
      by: 'agnieszka-zawada',
      daysAgo: 59.5,
      body: 'We are paid by stop, and prices differ by zone. I see the sum in the evening. Seeing it before would be honest. At the moment the dispatcher’s friends get the good ones and everybody pretends not to know.',
    },
    {
      by: 'tomasz-wrona',
      daysAgo: 59.2,
      to: 'earns-piece',
      body: 'I am the dispatcher. It is less romantic: the good ones go to whoever is near. But if you can see it, you can check me, and I would not mind.',
    },
    {
      by: 'agnieszka-zawada',
      daysAgo: 59,
      to: 'earns-piece',
      body: 'I know it is you, Tomasz, I sit behind you.',
    },
    {
      key: 'earns-council',
      by: 'linh-tran',
      daysAgo: 58.6,
      body: 'Betriebsrat hier, Berlin. Sobald ein Preis am Stopp steht, lässt sich ausrechnen, was jede Person „bringt“. Das ist Leistungskontrolle, und die ist mitbestimmungspflichtig. Bei uns käme das nicht durch.',
    },
    {
      by: 'katharina-vogt',
      daysAgo: 58.3,
      to: 'earns-council',
      body: 'Geschäftsführung hier, gleiche Stadt: Ich will es auch nicht wissen. Sobald ich es weiß, fragt mich jemand danach.',
    },
    {
      by: 'casey-lindgren',
      daysAgo: 58,
      body: 'Portland. We are worker-owned, everybody sees every invoice, and the roof has not come down. Secrecy is a choice too.',
    },
    {
      key: 'earns-trial',
      by: 'ruth-ackroyd',
      daysAgo: 57.6,
      body: 'We tried it with paper! Three weeks, price written on the label in pencil. Late stops fell from 31 to 24 a week. Stops carried over to the next day rose from 2 to 9, and seven of the nine were on the same estate.',
    },
    {
      by: 'nadia-benhamou',
      daysAgo: 57.4,
      to: 'earns-trial',
      body: 'That is the whole thread in two numbers.',
    },
    {
      by: 'wayne-holroyd',
      daysAgo: 57.3,
      to: 'earns-trial',
      body: 'I was one of the three riders. I did not decide to leave the estate for last. I looked at what I had done on the Friday and felt a bit sick.',
    },
    {
      by: 'mirela-stan',
      daysAgo: 57,
      to: 'earns-trial',
      body: 'Thank you for the numbers, both of them. Were they express or ordinary?',
    },
    {
      by: 'ruth-ackroyd',
      daysAgo: 56.8,
      to: 'earns-trial',
      body: 'All ordinary. We have no express, we have cat litter.',
    },
    {
      key: 'earns-late',
      by: 'sandrine-cazeneuve',
      daysAgo: 56.2,
      body: 'La valeur d’un arrêt n’est pas son prix. Un pansement à 4 € chez une dame seule compte plus qu’un carton de cosmétiques à 60 €. Si vous n’affichez que des euros, l’appli ment.',
    },
    {
      by: 'quentin-blanchet',
      daysAgo: 56,
      to: 'earns-late',
      body: 'C’est juste. Il faudrait afficher ce qui arrive si l’on est en retard, et non ce que l’on gagne si l’on est à l’heure.',
    },
    {
      by: 'mirela-stan',
      daysAgo: 55.8,
      to: 'earns-late',
      body: 'I could live with that. “Refund if late”, “medicine”, “can wait until tomorrow”. Three words instead of a price.',
    },
    {
      by: 'hanneke-de-boer',
      daysAgo: 55.5,
      to: 'earns-late',
      body: 'That I would vote for, the title as it stands I will not.',
    },
    {
      by: 'dario-venn',
      daysAgo: 55,
      body: 'Show the money. Grown-ups can handle money. My lads know what a stop pays because I tell them, and they do the cheap ones because I tell them that as well.',
    },
    {
      key: 'earns-contract',
      by: 'marcus-adeyemi',
      daysAgo: 54.6,
      body: 'Practical: our contracts with the big shippers forbid showing rates to anybody who does not need them. Two of those contracts are 40% of our stops. It would have to be off for them, so the picture would have holes exactly where it matters.',
    },
    {
      by: 'bea-whitlock',
      daysAgo: 54.4,
      to: 'earns-contract',
      body: 'And one of them would very much enjoy reading this thread.',
    },
    {
      by: 'sanne-vos',
      daysAgo: 54,
      body: 'We have moved this to “in review” because it deserves more than a number of votes. Two questions for everyone who rides: when did you last have to choose between two stops, and what did you go by?',
    },
    {
      key: 'earns-asked',
      by: 'lotte-meijer',
      daysAgo: 53.7,
      body: 'Yesterday. I went by who would be nicer about it. Not proud.',
    },
    {
      by: 'joe-tregear',
      daysAgo: 53.5,
      to: 'earns-asked',
      body: 'Same. The café gives me a flapjack, so the café is never late.',
    },
    {
      by: 'ama-boateng',
      daysAgo: 53.4,
      to: 'earns-asked',
      body: 'I am learning a lot about my company today.',
    },
    {
      by: 'svenja-hug',
      daysAgo: 53.1,
      to: 'earns-asked',
      body: 'Ich nehme den näheren. Alles andere wird mir zu kompliziert, wenn es regnet.',
    },
    { by: 'eirik-haugen', daysAgo: 52.8, to: 'earns-asked', body: 'The one that melts.' },
    {
      by: 'zahra-nouri',
      daysAgo: 52.5,
      to: 'earns-asked',
      body: 'I call dispatch. They do not pick up, so I take the one on the way home. If I am honest.',
    },
    {
      key: 'earns-tips',
      by: 'maya-ortiz',
      daysAgo: 51.8,
      body: 'Over here tips change everything: an app that shows expected earnings is how the gig platforms got riders to refuse half the city. I rode for one. You learn the zip codes in a week.',
    },
    {
      by: 'devon-brooks',
      daysAgo: 51.6,
      to: 'earns-tips',
      body: 'Three days, I learned them in three days.',
    },
    {
      by: 'casey-lindgren',
      daysAgo: 51.2,
      to: 'earns-tips',
      body: 'Point taken, and from two people I trust. My “everybody sees every invoice” works because nobody’s rent hangs on a single stop.',
    },
    {
      by: 'aoife-brennan',
      daysAgo: 50.6,
      body: 'What about showing it in the evening, not before? You learn which tours carry the place, and there is nothing left to pick.',
    },
    {
      key: 'earns-evening',
      by: 'davide-lelli',
      daysAgo: 50.1,
      body: 'In Bologna we put the month on a board: what came in, by district, no names. It made us go to the city and ask for money for the hill. We got 9,000 euros.',
    },
    {
      by: 'nadia-benhamou',
      daysAgo: 49.9,
      to: 'earns-evening',
      body: 'Now that is a use for it. How did you word the request?',
    },
    {
      by: 'davide-lelli',
      daysAgo: 49.5,
      to: 'earns-evening',
      body: 'One page: “this is what it costs to serve everybody”. I will translate it and put it in Help.',
    },
    {
      by: 'priya-nair',
      daysAgo: 48.2,
      body: 'I am against, but I want to thank Mirela for asking in her own name. It is easier to write “show the money” when it is not your hours.',
    },
    {
      key: 'earns-score',
      by: 'matteo-brambilla',
      daysAgo: 46.5,
      body: 'Could the planner choose for the rider? It knows the prices. At 17:40 it says “this one first”, and nobody sees a number.',
    },
    {
      by: 'linh-tran',
      daysAgo: 46.2,
      to: 'earns-score',
      body: 'Dann entscheidet ein Preis, den niemand sieht. Das ist schlimmer, nicht besser.',
    },
    { by: 'matteo-brambilla', daysAgo: 46, to: 'earns-score', body: 'Hm. Yes. Withdrawn.' },
    {
      by: 'piotr-sikora',
      daysAgo: 43,
      body: 'Half of you talk about piece pay and half about hourly pay, and these are two different ideas under one title.',
    },
    {
      by: 'hemi-parata',
      daysAgo: 41.5,
      body: 'In our shop the answer was to book fewer stops. Then there is no 17:40. I know, I know.',
    },
    {
      by: 'gerrit-hofstra',
      daysAgo: 40.8,
      body: 'Hemi’s is the correct answer and I will print it for our sales person.',
    },
    {
      key: 'earns-official',
      by: 'sanne-vos',
      daysAgo: 36,
      official: true,
      body: `We will not do this, and these are our reasons.

1. **It sorts people.** Ruth’s three weeks are small but they match what Maya and Devon saw at scale: fewer late stops, and the same streets left for tomorrow. We do not want to build that, even by accident.
2. **It measures riders.** In Germany, Austria and the Netherlands a price at the stop is a performance figure, and the people it measures have a say in it.
3. **The price is the wrong number.** Sandrine’s bandage says it better than we can.

What we take from you is the need at 17:40: to know what happens if a stop is late. “Refund if late”, “medicine”, “can wait” is Mirela’s and Quentin’s wording and it is now an idea of its own for the stops team. Davide’s monthly board by district can be made today from \`Reports, Revenue, by area\`.

Mirela, thank you for bringing it. If you think we are wrong, say so here; closed is not locked.`,
    },
    {
      by: 'mirela-stan',
      daysAgo: 35.6,
      to: 'earns-official',
      body: 'I lost and I feel heard, which is a strange mix. The three words are what I needed.',
    },
    {
      by: 'nadia-benhamou',
      daysAgo: 35.2,
      to: 'earns-official',
      body: 'Merci. Et merci à Ruth d’avoir publié le chiffre qui la gênait.',
    },
    {
      by: 'dario-venn',
      daysAgo: 34.5,
      to: 'earns-official',
      body: 'I still think you are treating riders like children. Noted that you wrote down why.',
    },
    {
      by: 'sean-doherty',
      daysAgo: 33,
      to: 'earns-official',
      body: 'As one of Dario’s lads: we do the cheap ones because he brings biscuits.',
    },
    {
      by: 'agnieszka-zawada',
      daysAgo: 28,
      body: 'For us with piece pay nothing is solved. I will write it as its own idea: the rate of a zone should be visible to the person paid by it.',
    },
    { by: 'piotr-sikora', daysAgo: 27.6, body: 'Do, I will vote.' },
    {
      by: 'chiara-montanari',
      daysAgo: 15,
      body: 'The page Davide promised is in Help now, in English and French. It got Ferrara 4,000 euros last week.',
    },
  ],
}

export const ideasEn: SeedThread[] = [...routing, ...days, ...load, earns]
