import type { SeedThread } from './story.ts'

export const ideasFr: SeedThread[] = [
  {
    key: 'fr-porches',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'luc-verhaegen',
    daysAgo: 101,
    title: 'Connaître aussi la hauteur : porches, traboules et passages sous immeuble',
    body: `Notre biporteur à caisson fermé fait 1,72 m de haut. À Lyon, une traboule sur trois est plus basse que cela, et le planificateur adore les traboules.

Ce qu’il faudrait :

- une hauteur par véhicule, caisson compris ;
- une alerte quand un passage n’a pas de hauteur connue ;
- ne pas confondre la hauteur de la voûte et celle de la lanterne qui pend au milieu.

La lanterne est une histoire vraie.`,
    tags: ['routing', 'vehicles'],
    votes: 13,
    voters: ['samira-ouali', 'hugo-perrachon', 'florian-muller', 'chiara-montanari'],
    assignee: 'ines-carvalho',
    steps: [
      {
        status: 'review',
        daysAgo: 74,
        by: 'joris-peeters',
        note: 'Nous regardons cette demande avec celle sur la largeur : la question est la même, dans l’autre sens.',
      },
      {
        status: 'planned',
        daysAgo: 28,
        by: 'ines-carvalho',
        note: 'La hauteur sera saisie sur le même écran que la largeur. Quand elle manque sur la carte, vous serez prévenus, sans détour imposé.',
      },
    ],
    replies: [
      { by: 'samira-ouali', daysAgo: 100.5, body: 'La lanterne a survécu. Le caisson a été remplacé.' },
      {
        by: 'florian-muller',
        daysAgo: 88,
        body: 'À Strasbourg, ce sont les ponts couverts et les branches basses du quai. Les branches poussent : pensez à mettre une date.',
      },
      {
        key: 'porches-marge',
        by: 'alexandre-gagnon',
        daysAgo: 60,
        body: 'Et la neige tassée au sol, qui enlève 15 cm à toutes les hauteurs de décembre à mars ?',
      },
      {
        by: 'ines-carvalho',
        daysAgo: 28,
        to: 'porches-marge',
        body: 'Bien vu. La marge se réglera par saison, pour la largeur comme pour la hauteur. Arrivée prévue en janvier 2027.',
      },
    ],
  },
  {
    key: 'fr-consignes',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'delphine-vasseur',
    daysAgo: 126,
    title: 'Prévoir le retour des bocaux et des caisses vides',
    body: `Nous livrons 80 repas en bocaux consignés par jour. Au retour, il faut reprendre ceux de la veille : même porte, même livreuse, mais rien dans le plan.

Conséquence : à partir du douzième arrêt, la caisse est pleine de vides et les derniers repas voyagent sur les genoux (au figuré, rassurez-vous).

Il faudrait que chaque arrêt puisse **prendre** autant qu’il donne, et que le volume se compte à chaque instant de la tournée.`,
    tags: ['stops', 'dispatch'],
    votes: 28,
    voters: ['karima-haddad', 'remi-lefebvre', 'pablo-iriarte', 'georg-pichler'],
    assignee: 'milan-horvat',
    steps: [
      {
        status: 'review',
        daysAgo: 98,
        by: 'milan-horvat',
        note: 'Douze flottes nous ont envoyé leurs volumes à l’aller et au retour. Nous vérifions si le calcul reste assez rapide.',
      },
      {
        status: 'planned',
        daysAgo: 41,
        by: 'milan-horvat',
        note: 'Il le reste. Chaque arrêt pourra donner et reprendre, avec le volume suivi d’arrêt en arrêt.',
      },
    ],
    replies: [
      {
        by: 'karima-haddad',
        daysAgo: 125.5,
        body: 'Je confirme pour les genoux. Une fois. Du velouté de potiron.',
      },
      {
        by: 'devon-brooks',
        daysAgo: 115,
        body: 'Same with empty kegs. They weigh a quarter and take all of the room.',
      },
      {
        key: 'consignes-off',
        by: 'milan-horvat',
        daysAgo: 41,
        official: true,
        body: `C’est décidé : un arrêt pourra donner et reprendre, et le planificateur saura à tout moment ce qui tient encore dans la caisse, en litres et en kilos.

Ce que nous ne ferons pas tout de suite : compter la consigne elle-même, en euros. Vos logiciels de caisse le font mieux que nous.

Arrivée prévue en **février 2027**.`,
      },
      {
        by: 'delphine-vasseur',
        daysAgo: 40.6,
        to: 'consignes-off',
        body: 'Merci pour la clarté, @{milan-horvat}. Les euros peuvent attendre, les genoux non.',
      },
      { by: 'merle-brodersen', daysAgo: 30, body: 'Bei uns sind es Pfandkisten. Stimme abgegeben.' },
    ],
  },
  {
    key: 'fr-photo',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'valerie-rochat',
    daysAgo: 210,
    title: 'Flouter par défaut les visages et les noms sur les photos de remise',
    body: `Nos photos de preuve montrent le colis, et derrière : un paillasson, un nom sur la sonnette, parfois un enfant en pyjama. Nous n’avons aucune raison de garder cela pendant trois mois.

Je souhaite un flou automatique avant l’envoi, sur le téléphone, et non sur un serveur après coup.`,
    tags: ['proof', 'privacy'],
    votes: 24,
    voters: ['nicolas-pittet', 'joana-ferreira', 'franzi-aebischer', 'linh-tran'],
    steps: [
      {
        status: 'review',
        daysAgo: 195,
        by: 'joris-peeters',
        note: 'La demande est juste. Reste à savoir si un téléphone de 2019 peut le faire en moins d’une seconde.',
      },
      {
        status: 'building',
        daysAgo: 150,
        by: 'rosa-kamp',
        note: 'Il le peut : 0,6 s pour les visages, 0,2 s pour le texte.',
      },
      {
        status: 'shipped',
        daysAgo: 95,
        by: 'rosa-kamp',
        note: 'Disponible dans l’appli 3.8, activé par défaut.',
      },
    ],
    replies: [
      {
        by: 'joana-ferreira',
        daysAgo: 209,
        body: 'L’enfant en pyjama nous a valu un courrier de la mère, très poli et parfaitement fondé.',
      },
      {
        key: 'photo-litige',
        by: 'jean-marc-pujol',
        daysAgo: 180,
        body: 'Et en cas de litige ? Le numéro de la porte, c’est souvent ma seule preuve.',
      },
      {
        by: 'valerie-rochat',
        daysAgo: 179,
        to: 'photo-litige',
        body: 'Le numéro de la porte, oui. Le nom de famille, non.',
      },
      {
        key: 'photo-off',
        by: 'rosa-kamp',
        daysAgo: 95,
        official: true,
        body: 'Les visages et les textes sont désormais floutés sur le téléphone, avant tout envoi ; nous ne recevons jamais l’image nette. Les chiffres isolés, comme un numéro de porte, restent lisibles. Le dépôt peut raccourcir la durée de conservation jusqu’à sept jours. Désactiver le flou demande le rôle de propriétaire, et le registre le note.',
      },
      {
        by: 'valerie-rochat',
        daysAgo: 94.5,
        to: 'photo-off',
        body: 'Notre déléguée à la protection des données a souri. C’est rare.',
      },
      { by: 'jean-marc-pujol', daysAgo: 94, to: 'photo-off', body: 'Le numéro reste lisible, tout me va.' },
    ],
  },
  {
    key: 'fr-horaires',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'mael-guillou',
    daysAgo: 33,
    title: 'M’alerter quand la mairie change les horaires de la zone piétonne',
    body: `L’arrêté change deux fois par an, avec les terrasses. Nous l’apprenons par la borne, qui ne descend plus.

Je ne demande pas que vous lisiez tous les arrêtés de France. Je demande que l’alerte du premier livreur coincé parvienne aux neuf autres, et à vos autres clients de la même ville, avant midi.`,
    tags: ['rules', 'map-data'],
    votes: 11,
    voters: ['aurelie-tissot', 'bastien-roussel', 'wout-de-smet', 'gwenaelle-le-goff'],
    replies: [
      {
        by: 'bastien-roussel',
        daysAgo: 32.6,
        body: 'J’étais le premier livreur coincé. Une heure et dix minutes, entre deux bornes, avec vue sur le château.',
      },
      {
        key: 'horaires-ville',
        by: 'gwenaelle-le-goff',
        daysAgo: 27,
        body: 'À Rennes, la métropole publie un flux avec tous les arrêtés de circulation. Le format est affreux, mais il est à jour.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 26,
        to: 'horaires-ville',
        body: 'Pourriez-vous nous donner l’adresse du flux ? Nous faisons justement la liste des villes lisibles par une machine.',
      },
      {
        by: 'gwenaelle-le-goff',
        daysAgo: 25.8,
        to: 'horaires-ville',
        body: 'La voici : https://arretes.rennes.example/flux. Bon courage.',
      },
    ],
  },
  {
    key: 'fr-aires',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'yuna-tanguy',
    daysAgo: 57,
    title: 'Afficher les aires de livraison libres à Nantes',
    body: `La métropole a équipé 60 aires de capteurs et les données sont ouvertes. Entre la rue Crébillon et la place Royale, je tourne six minutes par tournée à chercher où poser 2,60 m de vélo.

Une couleur sur la carte suffirait : libre, occupée, on ne sait pas.`,
    tags: ['stops', 'map-data'],
    votes: 16,
    voters: ['mael-guillou', 'aurelie-tissot', 'bram-goethals'],
    assignee: 'rosa-kamp',
    replies: [
      { by: 'aurelie-tissot', daysAgo: 56.5, body: 'Six minutes, c’est un bon jour.' },
      {
        by: 'remi-lefebvre',
        daysAgo: 49,
        body: 'À Lille, les capteurs indiquent « libre » quand une trottinette est couchée dessus. Prévoyez le « on ne sait pas » en grand.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 48,
        body: 'Nous avons demandé à la métropole à quelle fréquence les données sont rafraîchies. Réponse : toutes les quatre minutes, ce qui est à la limite de l’utile. Rien n’est encore décidé, et vous le saurez ici.',
      },
    ],
  },
  {
    key: 'fr-coop',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'thibault-renson',
    daysAgo: 89,
    title: 'Partager une tournée avec une coopérative voisine',
    body: `Le samedi, nous sommes deux coopératives à Liège, avec trois livreurs chacune et les mêmes quartiers. Nous pourrions rouler une seule tournée et nous partager la recette.

Aujourd’hui, cela passe par un tableur, un échange de colis sous un pont et beaucoup de confiance. La confiance va bien ; le tableur, moins.`,
    tags: ['dispatch', 'depots'],
    votes: 19,
    voters: ['sarah-dubuisson', 'nadege-collard', 'youssef-amrani', 'davide-lelli'],
    steps: [
      {
        status: 'review',
        daysAgo: 58,
        by: 'rosa-kamp',
        note: 'Nous étudions cette idée avec celle des deux dépôts. La différence est juridique : qui voit les adresses de qui ?',
      },
    ],
    replies: [
      {
        by: 'fatou-sow',
        daysAgo: 84,
        body: 'À Bruxelles, nous le faisons avec trois coopératives depuis un an. Le point délicat n’est pas la recette, c’est la réclamation : qui rappelle le client ?',
      },
      {
        by: 'thibault-renson',
        daysAgo: 83,
        body: 'Chez nous : celui qui a pris la commande, toujours. Sinon le client appelle trois fois.',
      },
      {
        key: 'coop-adresses',
        by: 'rosa-kamp',
        daysAgo: 58,
        body: 'Une question pour avancer : la coopérative voisine peut-elle voir le nom du client, ou seulement l’adresse et l’étage ?',
      },
      {
        by: 'sarah-dubuisson',
        daysAgo: 57.6,
        to: 'coop-adresses',
        body: 'L’adresse, l’étage et un prénom pour l’interphone. Rien d’autre, et effacé le lundi.',
      },
      {
        by: 'davide-lelli',
        daysAgo: 50,
        to: 'coop-adresses',
        body: 'In Bologna the same: floor and first name. We wrote it into the agreement between the co-ops, one paragraph, happy to share.',
      },
    ],
  },
  {
    key: 'fr-hiver',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'solene-rivoal',
    daysAgo: 79,
    title: 'Une formule saisonnière pour les vélos à glaces et les plages',
    body: `Quatre de nos onze vélos ne sortent que de mai à septembre. Avec le prix par véhicule dont on parle pour l’an prochain, nous les paierions aussi en janvier, où ils servent de portemanteau.

Une formule « saison » à cinq mois, engagement compris, nous conviendrait très bien.`,
    tags: ['billing'],
    votes: 8,
    voters: ['erwan-kerbrat', 'malo-jegou', 'sofia-andreani'],
    steps: [
      {
        status: 'closed',
        daysAgo: 52,
        by: 'sanne-vos',
        note: 'Nous n’ajoutons pas de formule saisonnière. À partir de janvier, tout véhicule pourra être mis au repos par mois entiers, sans frais, jusqu’à cinq mois par an. Vos quatre vélos seront donc gratuits de novembre à mars.',
      },
    ],
    replies: [
      {
        by: 'erwan-kerbrat',
        daysAgo: 78.5,
        body: 'Portemanteau, mais aussi étagère à citrouilles. Soyons justes.',
      },
      {
        key: 'hiver-off',
        by: 'joris-peeters',
        daysAgo: 52,
        official: true,
        body: 'Une formule de plus aurait compliqué les factures de tout le monde. La mise au repos répond à votre cas sans engagement : un véhicule qui ne roule pas d’un mois entier n’est pas facturé ce mois-là, cinq fois par an. Il vous restera donc deux mois à payer hors saison, avril et octobre ; nous préférons vous le dire tout de suite.',
      },
      {
        by: 'solene-rivoal',
        daysAgo: 51.5,
        to: 'hiver-off',
        body: 'En octobre ils font les marchés. C’est parfait, même fermée, l’idée est résolue.',
      },
    ],
  },
  {
    key: 'fr-formation',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'elodie-faure',
    daysAgo: 18,
    title: 'Des tournées d’essai, sans vrais clients, pour former les nouveaux',
    body: `Une nouvelle recrue apprend aujourd’hui sur de vrais colis. Le premier jour, elle valide au mauvais étage, et c’est un vrai client qui reçoit « votre colis est livré ».

Je voudrais copier une tournée d’hier en mode « école » : mêmes rues, mêmes boutons, aucun message envoyé, rien dans les statistiques.`,
    tags: ['riders', 'rider-app'],
    votes: 12,
    voters: ['ismael-traore', 'mirela-stan', 'barbara-krenn', 'chloe-fenwick'],
    replies: [
      {
        by: 'ismael-traore',
        daysAgo: 17.7,
        body: 'Recrue de la semaine 41. J’ai livré un vrai matelas à un faux étage. Je soutiens.',
      },
      {
        by: 'chloe-fenwick',
        daysAgo: 11,
        body: 'We use a fake depot in the North Sea for this. Works, except that the first stop is 94 km away and the app asks about the battery.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 10,
        body: 'Le dépôt en mer du Nord m’a fait rire, et il dit bien qu’il manque quelque chose. Combien de recrues formez-vous par an, à peu près ?',
      },
      { by: 'elodie-faure', daysAgo: 9.7, body: 'Quatorze l’an dernier, neuf cette année.' },
    ],
  },
  {
    key: 'fr-arceaux',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'ines-bouzid',
    daysAgo: 2.3,
    title: 'Signaler les arceaux où un triporteur tient vraiment',
    body: `Un arceau standard, c’est 80 cm d’écart. Notre triporteur s’attache à celui du bout, ou pas du tout. Quand il n’y a pas de bout libre, je garde un œil sur le vélo et l’autre sur la sonnette.

Un petit symbole « tient ici » près de l’arrêt, ajouté par nous, suffirait.`,
    tags: ['stops', 'map-data'],
    votes: 6,
    voters: ['clement-darrigade', 'jeanne-larrieu'],
    replies: [
      {
        by: 'clement-darrigade',
        daysAgo: 2,
        body: 'Place Fernand-Lafargue : celui du bout, côté fontaine. De rien.',
      },
      {
        by: 'karim-benali',
        daysAgo: 1.4,
        body: 'Antwerp would use it. Our insurance wants the frame locked to something that was there before us.',
      },
    ],
  },
  {
    key: 'fr-etage',
    board: 'ideas',
    kind: 'idea',
    language: 'fr',
    by: 'manon-giraud',
    daysAgo: 4.4,
    title: 'Escaliers : compter l’étage dans le temps d’arrêt',
    body: 'Croix-Rousse, cinquième sans ascenseur, 2 min par montée si je cours. Le plan compte 90 secondes pour tout, la descente comprise. L’étage est pourtant dans l’adresse, le client l’écrit lui-même.',
    tags: ['arrival-times', 'stops'],
    votes: 7,
    voters: ['manon-giraud', 'hugo-perrachon', 'luc-verhaegen'],
    replies: [
      {
        by: 'hugo-perrachon',
        daysAgo: 4.2,
        body: 'Sept étages rue de l’Alma. Le chat du quatrième me connaît.',
      },
      {
        by: 'joris-peeters',
        daysAgo: 3.6,
        body: 'Paulina, à Cracovie, demande la même chose avec un relevé de 1 140 arrêts. Je joins votre idée à la sienne, vos voix la suivent, et la remarque sur l’étage écrite par le client a été transmise : elle n’y figurait pas.',
      },
    ],
    mergedInto: { key: 'door-minutes', daysAgo: 3.5, by: 'joris-peeters' },
  },
]
