import type { SignInWords } from '../en/sign_in.ts'

const signIn: SignInWords = {
  title: 'Se connecter',
  intro: 'Nous vous envoyons un code à six chiffres. Aucun mot de passe à retenir.',
  email: 'Votre adresse e-mail',
  send: 'Recevoir un code',
  codeTitle: 'Saisissez le code',
  codeIntro: (email) =>
    `Nous avons envoyé six chiffres à ${email}. Ils sont valables dix minutes, sur cet appareil.`,
  code: 'Code',
  confirm: 'Se connecter',
  other: 'Utiliser une autre adresse',
  again: 'Envoyer un nouveau code',
  sentAgain: 'Un nouveau code est en route.',
  close: 'Fermer',
  badEmail: 'Saisissez l’adresse complète, par exemple lea@example.org.',
  badCode: 'Saisissez les six chiffres reçus par e-mail.',
  refused:
    'Ce code n’est pas le bon, ou il a expiré. Cherchez l’e-mail le plus récent, ou faites envoyer un nouveau code.',
  elsewhere: 'Connectez-vous d’abord sur ce site',
  elsewhereHint: (site) =>
    `${site} vous connecte avec le compte que vous avez ici. Connectez-vous en haut de la page, puis revenez\u202f; ce que vous avez écrit est conservé.`,
}

export default signIn
