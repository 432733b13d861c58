import type { FindingCode } from '../../../server/sessions/json.ts'
import { counter } from '../counting.ts'
import type { signOn as en } from '../en/sign_on.ts'

const n = counter('fr')
const seconds = (count = '0') => n(Number(count), 'seconde', 'secondes')

type Values = Record<string, string>

const findings: Record<FindingCode, (v: Values) => string> = {
  form_good: () => 'C’est un JSON Web Token signé.',
  form_long: () => 'Il est trop long\u202f: 8\u202f000 caractères au plus.',
  form_json: () => 'C’est du JSON. Envoyez la forme compacte\u202f: trois parties, séparées par deux points.',
  form_encrypted: () => 'Il est chiffré (cinq parties). Envoyez-en un qui soit seulement signé.',
  form_parts: () =>
    'Ce n’est pas un JSON Web Token\u202f: trois parties en base64url, séparées par deux points.',
  form_text: () => 'Son en-tête ou ses revendications ne sont pas un objet JSON.',
  form_repeated: () => 'Un nom y figure deux fois, ou vaut __proto__.',
  form_critical: () => 'Son en-tête contient «\u202fcrit\u202f»\u202f: aucune extension n’est connue ici.',
  no_connection: () => 'Ce site n’a aucune connexion qui puisse le vérifier.',
  issuer_good: (v) => `iss vaut «\u202f${v.issuer}\u202f», comme une connexion l’attend.`,
  issuer_missing: (v) => `iss manque. Attendu\u202f: ${v.expected}.`,
  issuer_unknown: (v) => `iss vaut «\u202f${v.issuer}\u202f». Attendu\u202f: ${v.expected}.`,
  algorithm_good: (v) => `Signé avec ${v.algorithm}.`,
  algorithm_missing: (v) => `L’en-tête ne nomme pas l’algorithme. Attendu\u202f: ${v.expected}.`,
  algorithm_none: (v) => `Il n’est pas signé du tout. Attendu\u202f: ${v.expected}.`,
  algorithm_other: (v) => `L’en-tête indique ${v.algorithm}. Attendu\u202f: ${v.expected}.`,
  signature_good: (v) => `La signature correspond à une clé de «\u202f${v.connection}\u202f».`,
  signature_wrong: () =>
    'La signature ne correspond à aucune clé. Le secret est-il bien celui affiché, pris comme texte et non décodé\u202f? Le jeton a-t-il été modifié après la signature\u202f?',
  signature_no_key: (v) => `«\u202f${v.connection}\u202f» n’a pas encore de clé.`,
  signature_unknown_kid: (v) => `Le jeu de clés n’a pas de clé au kid «\u202f${v.kid}\u202f».`,
  signature_unread: (v) =>
    `Le jeu de clés de «\u202f${v.connection}\u202f» est illisible${v.reason ? `\u202f: ${unread[v.reason] ?? v.reason}` : ''}.`,
  claim_good: (v) => `${v.claim} vaut «\u202f${v.value}\u202f».`,
  claim_missing: (v) => `${v.claim} manque.`,
  claim_wrong: (v) => `${v.claim} doit être un texte de 1 à 255 caractères.`,
  aud_other: (v) => `aud vaut «\u202f${v.value}\u202f». Ce doit être «\u202f${v.expected}\u202f».`,
  time_good: (v) => `${v.claim}\u202f: ${v.at}.`,
  time_wrong: (v) =>
    `${v.claim} doit être un nombre\u202f: des secondes depuis 1970, ni millisecondes ni texte.`,
  iat_future: (v) =>
    `Il a été émis dans le futur\u202f: ${v.at}. Les deux horloges sont-elles à l’heure\u202f?`,
  nbf_future: (v) => `Il n’est pas valable avant ${v.at}.`,
  exp_past: (v) => `Il a expiré\u202f: ${v.at}.`,
  life_good: (v) => `Il est valable ${seconds(v.seconds)}.`,
  life_none: () => 'exp n’est pas après iat.',
  life_long: (v) => `Il est valable ${seconds(v.seconds)}. Au plus ${v.most} sont admises.`,
  jti_spent: () => 'Son jti a déjà servi\u202f: un tel jeton vaut une fois.',
  profile_good: (v) => `Met à jour le profil\u202f: ${v.claims}.`,
  profile_left_out: (v) => `${v.claim} ne convient pas et serait laissé de côté.`,
  claims_ignored: (v) => `Non lu\u202f: ${v.claims}.`,
}

const unread: Record<string, string> = {
  address: 'son adresse n’est pas en https',
  private: 'son adresse mène à l’intérieur d’un réseau',
  unreachable: 'rien n’y répond',
  status: 'la réponse n’était pas 200',
  size: 'il dépasse 64 ko',
  time: 'il a pris plus de 5 secondes',
  form: 'il ne contient aucune clé pour cet algorithme',
}

export const signOn: typeof en = {
  words: (slug) =>
    `Votre serveur signe qui consulte votre page, par un JSON Web Token destiné à «\u202f${slug}\u202f». Chaque connexion a un seul algorithme et ses propres clés.`,
  add: 'Nouvelle connexion',
  adding: 'Nouvelle connexion',
  addAct: 'Créer la connexion',
  editing: 'Modifier la connexion',
  name: 'Nom',
  nameHint: 'Seule l’équipe le voit.',
  algorithm: 'Algorithme',
  algorithmHint: 'Il ne peut plus être changé ensuite.',
  algorithms: {
    HS256: 'un secret, créé ici',
    RS256: 'clé publique RSA',
    ES256: 'clé publique P-256',
    EdDSA: 'clé publique Ed25519',
  },
  source: 'Clé publique',
  sources: { key: 'Coller une clé', jwks: 'Adresse d’un jeu de clés' },
  key: 'Clé publique',
  keyHint: 'En PEM, ou une JSON Web Key. Jamais une clé privée.',
  jwksUrl: 'Adresse du jeu de clés (JWKS)',
  jwksHint: 'En https\u202f; relu quand un jeton nomme une clé qui n’y est pas.',
  issuer: 'Émetteur',
  issuerHint: 'Facultatif. S’il est donné, iss doit lui être exactement égal.',
  emailsVerified: 'Notre site a vérifié ces adresses e-mail',
  emailsVerifiedHint:
    'Qui est connu par la même adresse vérifiée d’une autre connexion, ou d’un code par e-mail, reste alors une seule personne. L’équipe n’est jamais reliée.',
  made: (name) => `«\u202f${name}\u202f» créée`,
  saved: (name) => `«\u202f${name}\u202f» enregistrée`,
  tooMany: 'Le nombre maximal est atteint. Supprimez-en d’abord une.',
  keyWrong: 'Ce n’est pas une clé publique de l’algorithme choisi, ou c’est une clé privée.',
  jwksWrong: 'Ce n’est pas une adresse en https.',
  connectionKeys: (name) => `Clés de ${name}`,
  facts: { issuer: 'Émetteur', jwksUrl: 'Jeu de clés', emails: 'Adresses e-mail' },
  verified: 'vérifiées par votre site',
  newest: 'Secret en usage',
  oldSecret: 'Ancien secret',
  madeOn: (when) => `créé le ${when}`,
  addedOn: (when) => `ajoutée le ${when}`,
  holdsUntil: (when) => `valable jusqu’au ${when}`,
  noKeys: 'Pas encore de clé\u202f: tout jeton est refusé.',
  rotate: 'Nouveau secret…',
  rotateOne: (name) => `Nouveau secret pour ${name}`,
  rotateTitle: 'Créer un nouveau secret',
  rotateWords:
    'Le secret actuel reste valable 24 heures, le temps de le changer sur votre serveur sans déconnecter personne.',
  rotateAct: 'Créer un nouveau secret',
  secret: 'Nouveau secret',
  secretOnce: 'Copiez-le maintenant. Il n’est montré que cette fois et ne pourra plus être lu.',
  overlap: (when) =>
    `Copiez-le maintenant. Il n’est montré que cette fois. Les anciens secrets restent valables jusqu’au ${when}.`,
  secretCopied: 'Secret copié',
  end: 'Révoquer',
  endOne: (when) => `Révoquer maintenant le secret créé le ${when}`,
  endTitle: 'Révoquer ce secret',
  endWords:
    'Les jetons signés avec lui sont refusés aussitôt. Assurez-vous que votre serveur ne l’utilise plus.',
  ended: 'Secret révoqué',
  addKey: 'Ajouter une clé…',
  addKeyTo: (name) => `Ajouter une clé à ${name}`,
  addKeyTitle: 'Ajouter une clé publique',
  addKeyAct: 'Ajouter la clé',
  keyAdded: 'Clé ajoutée',
  keyThere: 'Cette clé y est déjà, ou il y en a cinq\u202f: retirez-en d’abord une.',
  removeKey: (text) => `Retirer la clé ${text}`,
  removeKeyTitle: 'Retirer cette clé',
  removeKeyWords: 'Les jetons signés avec elle sont refusés aussitôt.',
  keyRemoved: 'Clé retirée',
  editOne: (name) => `Modifier ${name}`,
  removeOne: (name) => `Supprimer ${name}`,
  removing: (name) => `Supprimer la connexion «\u202f${name}\u202f»`,
  removeWords:
    'Toutes les personnes connectées par elle sont déconnectées aussitôt. Ce qu’elles ont écrit reste, mais une autre connexion ne les reconnaîtra pas, sauf si les deux vérifient les adresses e-mail.',
  removed: (name) => `«\u202f${name}\u202f» supprimée`,
  emptyHeading: 'Aucune connexion pour l’instant',
  emptyWords:
    'Créez-en une, et qui est connecté à votre site pourra publier et voter sans se connecter de nouveau.',
  adminsOnly:
    'Seules l’administration et la personne propriétaire voient comment les personnes sont connectées.',
  embedWords: 'Les personnes connectées à votre site participent sans se connecter de nouveau.',
  embedLink: 'Configurer la connexion unique',

  test: {
    title: 'Tester un jeton',
    words:
      'Collez un jeton produit par votre serveur. Il est vérifié comme à la connexion, mais ne connecte personne, n’est pas consommé et n’est conservé nulle part.',
    label: 'Jeton',
    good: 'Ce jeton connecterait sa personne.',
    bad: (count) => (count === 1 ? 'Un point ne va pas.' : `${count} points ne vont pas.`),
    clock: (time) => `L’horloge de ce serveur\u202f: ${time}`,
    states: { good: 'Correct', bad: 'Incorrect', note: 'Remarque' },
    findings,
  },
}
