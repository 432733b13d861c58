import type { signIn as en } from '../en/sign_in.ts'

export const signIn: typeof en = {
  title: (site) => `Se connecter à ${site}`,
  linkReady: 'Votre lien de connexion est prêt.',
  linkOnce: 'Il sert une seule fois, dans les 30 minutes.',
  button: 'Se connecter',
  linkSpent:
    'Ce lien a déjà servi, ou date de plus de 30 minutes. Demandez-en un autre\u202f: npm run site -- owner-link, ou utilisez votre e-mail ci-dessous.',
  email: 'Adresse e-mail',
  emailHint: 'Nous vous envoyons un code à six chiffres.',
  emailWrong: 'Cela ne ressemble pas à une adresse e-mail.',
  send: 'Recevoir un code',
  sent: (email) => `Si ${email} fait partie de l’équipe, un code est en route.`,
  code: 'Code à six chiffres',
  codeWrong:
    'Ce code n’est pas le bon, ou date de plus de dix minutes. Vérifiez-le, ou demandez-en un autre.',
  codeShort: 'Le code a six chiffres.',
  otherEmail: 'Utiliser une autre adresse',
  newCode: 'Envoyer un nouveau code',
  notTeam: 'Ce compte ne fait pas partie de l’équipe de ce site.',
  password: 'Mot de passe',
  passwordMissing: 'Saisissez votre mot de passe.',
  byPassword: 'Utiliser un mot de passe',
  byCode: 'Recevoir plutôt un code',
  byPasskey: 'Utiliser une clé d’accès',
  forgotten:
    'Vous l’avez oublié\u202f? Demandez un code\u202f; une fois connecté(e), vous pourrez en choisir un autre dans Mon compte.',
  factor: 'Code de votre application d’authentification',
  factorHint: 'Six chiffres, renouvelés toutes les trente secondes.',
  factorWrong: 'Ce code n’est pas le bon, ou a déjà servi. Attendez le suivant.',
  byRecovery: 'Utiliser un code de secours',
  recovery: 'Code de secours',
  recoveryHint: 'L’un des dix que vous avez gardés. Chacun sert une fois.',
  recoveryWrong: 'Ce n’est pas l’un de vos codes de secours, ou il a déjà servi.',
  byAuthenticator: 'Utiliser l’application d’authentification',
}
