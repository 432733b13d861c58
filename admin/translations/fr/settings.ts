import { counter } from '../counting.ts'
import type { settings as en } from '../en/settings.ts'

const n = counter('fr')

export const settings: typeof en = {
  title: 'Réglages',
  pages: {
    general: 'Général',
    embed: 'Intégration',
    sso: 'Connexion unique',
    'team-sign-in': 'Connexion de l’équipe',
    keys: 'Clés d’API',
    boards: 'Rubriques',
    segments: 'Segments',
    tags: 'Étiquettes',
    statuses: 'Statuts',
    stages: 'Étapes',
    rules: 'Règles',
    team: 'Équipe',
    limits: 'Limites',
    sites: 'Sites',
  },
  readOnly:
    'Seules l’administration et la personne propriétaire changent les réglages. Vous pouvez les lire ici.',
  unsaved: 'Pas encore enregistré',
  mainLanguage: 'langue principale',

  general: {
    words: 'Comment votre communauté s’appelle, et ce qu’elle promet.',
    name: 'Nom du site',
    nameHint: 'Votre entreprise ou produit, tel que l’équipe et vos e-mails le nomment',
    locale: 'Langue principale',
    localeHint: 'Utilisée quand la langue du visiteur n’est pas parmi les nôtres.',
    inLanguage: (language) => `En ${language}`,
    heading: 'Titre de l’espace',
    purpose: 'Une ligne sur sa raison d’être',
    promise: 'Quand vous répondez d’ordinaire',
    promiseHint:
      'Complète «\u202fNous répondons d’ordinaire …\u202f», par exemple «\u202fsous 3 h, du lundi au vendredi\u202f»',
    people: 'Personnes',
    showCompany: 'Afficher l’entreprise d’un membre à côté de son nom',
    showCompanyHint: 'Sinon, seule l’équipe voit qui travaille où.',
    emailSignIn: 'Permettre de se connecter par code reçu par e-mail',
    emailSignInHint: 'Sinon, on ne se connecte que par votre propre site.',
    guests: 'Permettre aux visiteurs de participer en tant qu’invités',
    guestsHint:
      'Un invité ne donne aucune adresse\u202f: son navigateur effectue une seule fois un petit calcul, qui tient les robots à l’écart. Il vote, publie et répond dans les rubriques publiques depuis un seul appareil, il est signalé comme invité, et il garde tout s’il se connecte plus tard. Si vous désactivez cette option, les invités ne peuvent plus que lire tant qu’ils ne se connectent pas.',
  },

  embed: {
    tagTitle: 'Placez l’espace sur votre site',
    tagWords:
      'Collez ces deux lignes là où il doit apparaître. Il prend la police et les couleurs de votre page.',
    tagCopied: 'Balise copiée',
    originsTitle: 'Sites autorisés à l’intégrer',
    originsWords: 'Seules les pages de ces origines peuvent afficher l’espace et connecter des personnes.',
    origin: 'Origine',
    originHint: 'Exactement comme dans la barre d’adresse, sans chemin\u202f: https://www.exemple.fr',
    originWrong:
      'Ce n’est pas une origine. Écrivez-la sans chemin ni barre finale, en https (http seulement pour localhost).',
    originThere: 'Cette origine est déjà dans la liste.',
    addOrigin: 'Ajouter l’origine',
    removeOrigin: (origin) => `Retirer ${origin}`,
    noOrigins:
      'Aucune origine pour l’instant. L’espace n’apparaît sur aucune page avant que vous en ajoutiez une.',
    originAdded: (origin) => `${origin} ajouté`,
    originRemoved: (origin) => `${origin} retiré`,
    publicTitle: 'Pages publiques',
    publicWords:
      'Chaque rubrique et chaque sujet publics ont aussi leur propre page ici, pour les moteurs de recherche, les lecteurs de flux et les navigateurs sans script.',
    publicLink: 'Ouvrir les pages publiques',
    hostPage: 'Votre page qui affiche l’espace',
    hostPageHint:
      'Les pages publiques y conduisent, et c’est elle que les moteurs de recherche présentent. Laissez vide pour que les pages publiques se suffisent à elles-mêmes.',
    hostPageWrong:
      'Indiquez l’adresse d’une page de l’un des sites ci-dessus, en https (http seulement pour localhost) et sans #.',
    saveHostPage: 'Enregistrer la page',
    hostPageSaved: 'Les pages publiques conduisent désormais à votre page',
    hostPageCleared: 'Les pages publiques se suffisent à elles-mêmes',
  },

  lists: {
    boards: {
      words: 'Les sections de votre communauté. Chacune accueille les genres de sujets que vous choisissez.',
      add: 'Nouvelle rubrique',
      make: 'Créer la rubrique',
      editing: 'Modifier la rubrique',
      deleting: (name) => `Archiver la rubrique «\u202f${name}\u202f»`,
      deleteWords:
        'La rubrique et ses sujets disparaissent du site pour tout le monde. Rien n’est supprimé, et vous pourrez la rétablir.',
      deleteAct: 'Archiver',
      emptyHeading: 'Aucune rubrique pour l’instant',
      emptyWords:
        'Vos clients ont besoin d’un endroit où publier. La plupart commencent par les idées et l’entraide.',
    },
    tags: {
      words: 'Des mots qui regroupent les sujets de toutes les rubriques. L’équipe les pose.',
      add: 'Nouvelle étiquette',
      make: 'Créer l’étiquette',
      editing: 'Modifier l’étiquette',
      deleting: (name) => `Supprimer l’étiquette «\u202f${name}\u202f»`,
      deleteWords: 'Une étiquette peut être supprimée quand plus aucun sujet ne la porte.',
      deleteAct: 'Supprimer',
      emptyHeading: 'Aucune étiquette pour l’instant',
      emptyWords:
        'Les étiquettes permettent de filtrer par thème. Commencez par les parties de votre produit.',
    },
    statuses: {
      words:
        'Où peut en être une idée. Chaque statut relève d’une des six catégories, qui lui donnent son signe et sa couleur.',
      add: 'Nouveau statut',
      make: 'Créer le statut',
      editing: 'Modifier le statut',
      deleting: (name) => `Supprimer le statut «\u202f${name}\u202f»`,
      deleteWords: 'Un statut peut être supprimé quand aucune idée ne l’a et qu’aucune décision ne le cite.',
      deleteAct: 'Supprimer',
      emptyHeading: 'Aucun statut pour l’instant',
      emptyWords: 'Les statuts disent aux clients ce que deviennent leurs idées.',
    },
    stages: {
      words: 'Les colonnes de la feuille de route. Les idées d’un projet publié suivent son étape.',
      add: 'Nouvelle étape',
      make: 'Créer l’étape',
      editing: 'Modifier l’étape',
      deleting: (name) => `Supprimer l’étape «\u202f${name}\u202f»`,
      deleteWords: 'Une étape peut être supprimée quand plus aucun projet ne s’y trouve.',
      deleteAct: 'Supprimer',
      emptyHeading: 'Aucune étape pour l’instant',
      emptyWords: 'Les étapes sont les colonnes que traversent les projets.',
    },
  },
  inUse: 'Il sert encore, rien n’a donc été supprimé. Déplacez d’abord ce qui l’utilise, puis supprimez-le.',
  kindHeld:
    'La rubrique contient des sujets d’un genre que vous avez retiré. Rien n’a été enregistré\u202f; laissez ce genre coché.',
  keepOpen:
    'Il en faut au moins un dans la catégorie «\u202fOuvert\u202f», ou le nom est déjà pris. Rien n’a changé.',
  nameIn: (language) => `Nom en ${language}`,
  purposeIn: (language) => `Raison d’être en ${language}`,
  nameMissing: 'Le nom dans la langue principale est nécessaire.',
  category: 'Catégorie',
  kinds: 'Genres de sujets',
  kindsMissing: 'Choisissez au moins un genre.',
  visibility: 'Qui peut la lire',
  visibilities: {
    public: 'Tout le monde',
    members: 'Les membres connectés',
    staff: 'L’équipe seulement',
    segment: 'Un segment',
  },
  defaultSort: 'Ordre au départ',
  slug: 'Nom court dans les adresses',
  slugHint:
    'Lettres minuscules, chiffres et traits d’union. Vide, il est tiré du nom. Il ne peut plus être changé ensuite.',
  slugWrong: 'Seulement des lettres minuscules, des chiffres et des traits d’union simples.',
  boardThreads: (count) => n(count, 'sujet', 'sujets'),
  moveUp: (name) => `Monter ${name}`,
  moveDown: (name) => `Descendre ${name}`,
  moved: (name, place) => `${name} est à la place ${place}`,
  editOne: (name) => `Modifier ${name}`,
  deleteOne: (name) => `Supprimer ${name}`,
  archiveOne: (name) => `Archiver ${name}`,
  made: (name) => `«\u202f${name}\u202f» créé`,
  savedOne: (name) => `«\u202f${name}\u202f» enregistré`,
  deleted: (name) => `«\u202f${name}\u202f» supprimé`,
  archived: (name) => `«\u202f${name}\u202f» archivé`,
  staleOne:
    'Quelqu’un l’a modifié entre-temps. Votre texte est gardé\u202f; enregistrez de nouveau pour remplacer le sien.',

  archive: {
    title: 'Archives',
    words:
      'Les rubriques que plus personne ne voit. Elles gardent leurs sujets, leurs votes et leurs adresses.',
    since: (day) => `archivée le ${day}`,
    restore: 'Rétablir',
    restoreOne: (name) => `Rétablir ${name}`,
    restoring: (name) => `Rétablir la rubrique «\u202f${name}\u202f»`,
    restoreWords: (threads, readers) =>
      `Elle revient après les autres rubriques, avec tout son contenu (${threads}). Qui peut la lire\u202f: ${readers}.`,
    restored: (name) => `«\u202f${name}\u202f» est rétablie`,
    full: 'Votre communauté a déjà toutes les rubriques possibles. Rien n’a été modifié. Archivez-en d’abord une autre.',
  },

  rules: {
    words: 'La charte. Chaque contribution masquée cite la règle enfreinte, dans les mots alors en vigueur.',
    add: 'Nouvelle règle',
    make: 'Ajouter la règle',
    editing: (number) => `Réécrire la règle ${number}`,
    save: 'Enregistrer une nouvelle version',
    versionHint: 'Les décisions antérieures gardent les mots de leur version.',
    version: (version) => `version ${version}`,
    rewrite: (number) => `Réécrire la règle ${number}`,
    retire: (number) => `Retirer la règle ${number}`,
    retiring: (number) => `Retirer la règle ${number}`,
    retireWords:
      'Aucune nouvelle décision ne pourra la citer. Celles qui la citent gardent ses mots, et son numéro n’est pas réattribué.',
    retireAct: 'Retirer',
    text: (language) => `Règle en ${language}`,
    saved: (number) => `Règle ${number} enregistrée`,
    retired: (number) => `Règle ${number} retirée`,
    emptyHeading: 'Aucune règle pour l’instant',
    emptyWords: 'On ne masque qu’au titre d’une règle que chacun peut lire. Écrivez la première.',
  },

  team: {
    words:
      'Qui travaille ici. On se connecte par un code envoyé par e-mail, ou par ce que chacun a choisi dans son compte.',
    count: (count) => n(count, 'personne', 'personnes'),
    add: 'Ajouter une personne',
    adding: 'Ajouter une personne à l’équipe',
    name: 'Nom',
    nameHint: 'Les clients le voient sous les réponses.',
    email: 'Adresse e-mail',
    emailWrong: 'Cela ne ressemble pas à une adresse e-mail.',
    role: 'Rôle',
    roleOf: (name) => `Rôle de ${name}`,
    roleWords: {
      owner: 'Tout, propriétaires compris',
      admin: 'Tout, sauf les propriétaires',
      moderator: 'Répond, juge les signalements, donne les statuts',
      product: 'Répond, donne les statuts, tient la feuille de route',
    },
    addAct: 'Ajouter à l’équipe',
    addHint: 'Cette personne reçoit un e-mail qui dit qui l’a ajoutée et où se connecter.',
    added: (name) => `${name} fait partie de l’équipe et reçoit un e-mail`,
    invitedEnough:
      'Trop d’invitations ont été envoyées aujourd’hui, à cette adresse ou depuis cette communauté. Rien n’a été modifié. Réessayez demain.',
    there: 'Cette adresse fait déjà partie de l’équipe, ou l’équipe est au complet.',
    roleChanged: (name, role) => `Nouveau rôle de ${name}\u202f: ${role}`,
    keysEnd: 'Les clés d’API créées par cette personne sont révoquées.',
    keepOwner: 'Un site garde au moins une personne propriétaire. Nommez-en d’abord une autre.',
    remove: (name) => `Retirer ${name}`,
    removing: (name) => `Retirer ${name} de l’équipe`,
    removeWords:
      'Cette personne n’ouvrira plus l’administration. Ce qu’elle a écrit et décidé reste, sous son nom. Les sujets qui lui étaient confiés attendent de nouveau quelqu’un, et les clés d’API qu’elle a créées sont révoquées.',
    removeAct: 'Retirer',
    removed: (name) => `${name} ne fait plus partie de l’équipe`,
    you: 'vous',
  },

  sites: {
    words: 'Toutes les communautés de cette installation. Seuls les exploitants voient cette page.',
    add: 'Nouveau site',
    adding: 'Créer un site',
    slug: 'Nom court dans les adresses',
    slugHint:
      'Lettres minuscules, chiffres et traits d’union, au moins deux. Il ne peut plus être changé ensuite.',
    name: 'Nom',
    locale: 'Langue principale',
    origin: 'Où il sera intégré',
    originHint: 'https://www.exemple.fr\u202f; vous pourrez en ajouter d’autres',
    addAct: 'Créer le site',
    taken: 'Ce nom court est déjà pris.',
    madeTitle: (name) => `${name} est prêt`,
    madeWords: 'Copiez les deux maintenant. Ils ne sont montrés que cette fois et ne sont gardés nulle part.',
    ownerLink: 'Lien de connexion de la personne propriétaire',
    ownerLinkHint: 'Sert une seule fois, dans les 30 minutes.',
    secret: 'Secret de connexion unique',
    since: (when) => `depuis le ${when}`,
    open: (name) => `Ouvrir l’administration de ${name}`,
    openShort: 'Ouvrir',
    done: 'J’ai copié les deux',
  },
}
