import type { OpenIdFindingCode } from '../../../server/openid/json.ts'
import type { openId as en } from '../en/openid.ts'

type Values = Record<string, string>

const unread: Record<string, string> = {
  address: 'l’adresse n’est pas en https',
  private: 'l’adresse mène à l’intérieur d’un réseau',
  unreachable: 'rien ne répond à cette adresse',
  status: 'il n’y a pas de telle page',
  size: 'la réponse dépasse 128 ko',
  time: 'cela a pris plus de 5 secondes',
  form: 'la réponse n’est pas celle attendue',
}

const findings: Record<OpenIdFindingCode, (v: Values) => string> = {
  read: () => 'Le fournisseur décrit son fonctionnement (découverte).',
  unread: (v) =>
    `Ce que le fournisseur dit de lui-même est illisible\u202f: ${unread[v.reason ?? ''] ?? v.reason}. L’émetteur est-il le bon\u202f?`,
  issuer_good: () => 'Il se désigne par cet émetteur.',
  issuer_other: (v) =>
    `Il se désigne par «\u202f${v.said}\u202f», et non par «\u202f${v.issuer}\u202f». Les deux doivent être identiques au caractère près, barre oblique finale comprise\u202f: retirez ce fournisseur et ajoutez-le de nouveau avec cet émetteur-là.`,
  endpoints_good: () => 'Ses adresses sont en ordre.',
  endpoint_wrong: (v) => `Son adresse ${v.name} manque ou n’est pas en https.`,
  code_good: () => 'Il connaît le flux par code d’autorisation.',
  code_none: () => 'Il ne propose pas le flux par code d’autorisation.',
  s256_good: () => 'Il connaît PKCE avec S256.',
  s256_none: () => 'Il connaît PKCE, mais pas S256.',
  s256_unsaid: () => 'Il ne dit pas s’il connaît PKCE. Nous l’utilisons dans tous les cas.',
  algorithm_good: (v) => `Il signe avec ${v.algorithms}.`,
  algorithm_none: () =>
    'Il ne signe avec aucun algorithme accepté ici\u202f: RSA, ECDSA ou Ed25519, avec des clés qu’il publie.',
  client_good: () => 'Il accepte le secret du client.',
  client_none: () => 'Il n’accepte pas de secret de client, ni dans l’en-tête ni dans le corps.',
  email_unsaid: () =>
    'Il ne dit pas qu’il transmet les adresses e-mail. Sans adresse vérifiée, personne ne peut se connecter la première fois.',
  keys_good: () => 'Ses clés sont lisibles.',
  keys_unread: (v) => `Ses clés sont illisibles\u202f: ${unread[v.reason ?? ''] ?? v.reason}.`,
  keys_none: () => 'Il ne publie aucune clé.',
}

export const openId: typeof en = {
  words:
    'Laissez l’équipe se connecter avec les comptes qu’elle a déjà, par OpenID Connect\u202f: Google, Okta, Keycloak et d’autres. Cela n’ouvre que cette communauté, et seulement aux membres de l’équipe.',
  add: 'Ajouter un fournisseur',
  adding: 'Ajouter un fournisseur',
  addAct: 'Ajouter et vérifier',
  editing: 'Modifier le fournisseur',
  name: 'Nom',
  nameHint: 'Il figure sur le bouton de la page de connexion\u202f: «\u202fContinuer avec …\u202f».',
  issuer: 'Émetteur',
  issuerHint:
    'L’adresse du fournisseur, par exemple https://accounts.google.com. Elle ne peut plus être modifiée ensuite.',
  issuerWrong: 'Ce n’est pas une adresse https.',
  redirectUri: 'URI de redirection',
  redirectHint: 'Enregistrez-la chez le fournisseur. Elle est propre à celui-ci.',
  redirectCopied: 'URI de redirection copiée',
  clientId: 'Identifiant client',
  clientSecret: 'Secret du client',
  clientHint:
    'Le fournisseur donne les deux quand vous y enregistrez cette communauté comme application web.',
  secretHint: 'Laissez vide pour garder le secret actuel. Il n’est jamais affiché.',
  secretNeeded: 'Un nouvel identifiant client va avec son propre secret.',
  clientMissing: 'Il faut les deux.',
  enterClient: 'Saisir l’identifiant et le secret',
  ready: 'Sur la page de connexion',
  unready: 'À terminer',
  unreadyWords:
    'Enregistrez l’URI de redirection chez le fournisseur, puis saisissez l’identifiant client et le secret qu’il vous donne. D’ici là, le fournisseur n’apparaît pas sur la page de connexion.',
  people: (count) =>
    count === 0
      ? 'Personne ne s’en est encore servi.'
      : count === 1
        ? 'Une personne s’en est servie.'
        : `${count} personnes s’en sont servies.`,
  check: 'Vérifier',
  checkOne: (name) => `Vérifier ${name}`,
  checking: 'Lecture de ce que dit le fournisseur…',
  good: 'Ce fournisseur convient pour se connecter.',
  bad: (count) => (count === 1 ? 'Un point ne va pas.' : `${count} points ne vont pas.`),
  states: { good: 'Correct', bad: 'Incorrect', note: 'Remarque' },
  findings,
  made: (name) => `«\u202f${name}\u202f» ajouté`,
  saved: (name) => `«\u202f${name}\u202f» enregistré`,
  tooMany: 'Le nombre maximal est atteint. Retirez-en un d’abord.',
  editOne: (name) => `Modifier ${name}`,
  removeOne: (name) => `Retirer ${name}`,
  removing: (name) => `Retirer «\u202f${name}\u202f»`,
  removeWords: (people) =>
    people === 0
      ? 'Son bouton disparaît de la page de connexion. Personne ne s’en est servi.'
      : `Son bouton disparaît de la page de connexion, et ${people === 1 ? 'la personne qui s’en est servie, peut-être vous, est déconnectée' : `les ${people} personnes qui s’en sont servies, peut-être vous aussi, sont déconnectées`} aussitôt. ${people === 1 ? 'Elle reste' : 'Elles restent'} dans l’équipe et ${people === 1 ? 'se connecte' : 'se connectent'} par un code envoyé par e-mail.`,
  removed: (name) => `«\u202f${name}\u202f» retiré`,
  emptyHeading: 'Pas encore de fournisseur',
  emptyWords:
    'L’équipe se connecte par un code, un mot de passe ou une clé d’accès. Cela continue de marcher à côté d’un fournisseur.',
  adminsOnly:
    'Seules l’administration et la personne propriétaire voient par quels fournisseurs l’équipe se connecte.',

  continueWith: (name) => `Continuer avec ${name}`,

  account: {
    title: 'Connexion par un fournisseur',
    words: 'Avec ceux-ci, vous vous connectez à cette communauté, et à aucune autre.',
    none: 'Aucun pour l’instant. Il apparaît ici dès que vous vous êtes connecté avec l’un d’eux ou l’avez lié.',
    link: (name) => `Lier ${name}`,
    since: (day) => `depuis le ${day}`,
    used: 'dernière utilisation',
    remove: (name) => `Ne plus se connecter avec ${name}`,
    removing: (name) => `Ne plus vous connecter avec «\u202f${name}\u202f»\u202f?`,
    removeWords:
      'Les sessions qu’il a ouvertes prennent fin, et il ne connecte plus personne à votre place. Vous pourrez le lier de nouveau ici.',
    removeAct: 'Retirer',
    removed: (name) => `«\u202f${name}\u202f» ne vous connecte plus`,
    ofSite:
      'Vous êtes connecté par un fournisseur de cette communauté. Cela n’ouvre que cette communauté, avec au plus les droits d’administration, et ne change rien à vos moyens de connexion. Pour les modifier, déconnectez-vous, puis connectez-vous par un code, un mot de passe ou une clé d’accès.',
  },
}
