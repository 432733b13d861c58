import type { SignInWords } from '../en/sign_in.ts'

const signIn: SignInWords = {
  title: 'Se connecter',
  intro: 'Nous vous envoyons un code à six chiffres. Aucun mot de passe à retenir.',
  ended: (kept) => `Votre session a pris fin.${kept ? ' Votre texte est conservé.' : ''}`,
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
  guest: {
    or: 'ou',
    offer: 'Continuer en tant qu’invité',
    offerHint:
      'Sans adresse. Ce que vous faites reste alors lié à cet appareil, jusqu’à ce que vous vous connectiez.',
    title: 'Continuer en tant qu’invité',
    intro:
      'Vous participez depuis cet appareil, avec la mention «\u202finvité\u202f». Si vous vous connectez plus tard, vous gardez tout.',
    name: 'Votre nom (facultatif)',
    nameHint: 'Sans nom, vous apparaissez comme «\u202fInvité\u202f» suivi d’un numéro.',
    badName: 'Choisissez un autre nom\u202f: celui-ci contient un signe qui ne peut pas être affiché.',
    working:
      'Votre navigateur effectue un petit calcul, qui tient les robots à l’écart. Cela prend quelques secondes.',
    ready: 'Votre navigateur a terminé son petit calcul, qui tient les robots à l’écart.',
    enter: 'Continuer',
    entering: 'Un instant…',
    cancel: 'Annuler',
  },
}

export default signIn
