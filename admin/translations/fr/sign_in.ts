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
}
