import { counter } from '../counting.ts'
import type { account as en } from '../en/account.ts'

const n = counter('fr')

export const account: typeof en = {
  title: 'Mon compte',
  words: (email) =>
    `Comment vous vous connectez avec ${email}, dans toutes les communautés de cette installation.`,
  again: 'Se connecter à nouveau',
  againWords: 'Modifier votre façon de vous connecter demande une connexion de moins de dix minutes.',

  password: {
    title: 'Mot de passe',
    none: 'Vous n’en avez pas. Vous vous connectez avec un code envoyé à votre adresse e-mail.',
    since: (day) => `Défini le ${day}. Un code envoyé à votre adresse e-mail fonctionne aussi.`,
    set: 'Définir un mot de passe',
    change: 'Changer le mot de passe',
    remove: 'Le supprimer',
    removing: 'Se passer de mot de passe\u202f?',
    removeWords:
      'Vous vous connecterez désormais avec un code envoyé à votre adresse e-mail. Vous êtes déconnecté(e) partout ailleurs.',
    removed: 'Le mot de passe est supprimé',
    present: 'Mot de passe actuel',
    fresh: 'Nouveau mot de passe',
    hint: 'Au moins 8 caractères. Quelques mots sans lien entre eux conviennent bien\u202f; aucun caractère spécial n’est exigé. Vous êtes déconnecté(e) partout ailleurs.',
    length: 'Un mot de passe compte de 8 à 256 caractères.',
    act: 'Enregistrer',
    done: 'Le mot de passe est enregistré. Vous êtes déconnecté(e) partout ailleurs.',
  },

  authenticator: {
    title: 'Second facteur',
    words:
      'Une application sur votre téléphone produit un code, demandé après la première étape, que ce soit un code par e-mail, un lien ou un mot de passe.',
    none: 'Désactivé.',
    set: 'Activer',
    since: (day) => `Activé depuis le ${day}.`,
    left: (count) => `Il reste ${n(count, 'code de secours', 'codes de secours')}.`,
    renew: 'Nouveaux codes de secours',
    headings: {
      add: 'Activer le second facteur',
      remove: 'Désactiver le second facteur',
      renew: 'Créer de nouveaux codes de secours',
    },
    acts: { add: 'Activer', remove: 'Désactiver', renew: 'Créer' },
    scan: 'Scannez ceci avec une application d’authentification, puis saisissez le code qu’elle affiche.',
    qr: 'Code QR contenant la clé pour votre application d’authentification',
    key: 'Ou saisissez cette clé dans l’application',
    keyHint: 'Basée sur le temps, six chiffres.',
    anyCode: 'Code de l’application, ou code de secours',
    removeWords:
      'Qui a votre mot de passe ou votre boîte de réception pourra alors se connecter sans votre téléphone.',
    renewWords: 'Les codes que vous avez cessent de fonctionner.',
    codes: 'Codes de secours',
    codesHint: 'Chacun sert une fois, à la place de l’application.',
    keep: 'Gardez-les là où vous les trouverez sans votre téléphone. Ils ne sont affichés qu’une fois.',
    kept: 'Je les ai gardés',
    removed: 'Le second facteur est désactivé',
  },

  sessions: {
    title: 'Où vous êtes connecté(e)',
    words: 'Une session prend fin après 14 jours sans activité, et après 90 jours dans tous les cas.',
    unknown: 'Appareil inconnu',
    ways: {
      link: 'par un lien',
      code: 'par un code',
      password: 'par mot de passe',
      passkey: 'par clé d’accès',
      openid: 'par le fournisseur d’une communauté',
    },
    current: 'celle-ci',
    seen: 'dernière activité',
    end: 'Déconnecter',
    endOne: (device) => `Déconnecter\u202f: ${device}`,
    ended: (device) => `Déconnecté\u202f: ${device}`,
    endAll: 'Se déconnecter partout ailleurs',
    endedAll: 'Vous êtes déconnecté(e) partout ailleurs',
  },

  passkeys: {
    title: 'Clés d’accès',
    words:
      'Une clé d’accès est gardée par votre appareil ou votre gestionnaire de mots de passe et s’ouvre par votre doigt, votre visage ou un code PIN. Elle suffit pour vous connecter\u202f: ni mot de passe, ni code.',
    none: 'Vous n’en avez pas encore.',
    add: 'Ajouter une clé d’accès',
    adding: 'Ajouter une clé d’accès',
    name: 'Nom',
    nameHint: 'Pour la reconnaître, par exemple «\u202fPortable\u202f» ou «\u202fClé du trousseau\u202f».',
    go: 'Continuer',
    made: (name) => `La clé d’accès «\u202f${name}\u202f» est ajoutée`,
    there: 'Cet appareil a déjà une de vos clés d’accès.',
    refused: 'La clé d’accès n’a pas été créée. Rien n’a été modifié. Vous pouvez réessayer.',
    added: (day) => `ajoutée le ${day}`,
    used: 'dernière utilisation',
    unused: 'pas encore utilisée',
    remove: (name) => `Supprimer la clé d’accès «\u202f${name}\u202f»`,
    removing: (name) => `Supprimer «\u202f${name}\u202f»\u202f?`,
    removeWords: 'Elle ne vous connectera plus. Supprimez-la aussi sur l’appareil.',
    removeAct: 'Supprimer',
    removed: (name) => `La clé d’accès «\u202f${name}\u202f» est supprimée`,
    impossible: 'Ce navigateur, ou l’adresse de ce serveur, ne permet pas les clés d’accès.',
  },

  mail: {
    title: 'Par e-mail',
    words: (site) =>
      `Ce que ${site} vous envoie par e-mail. Les envois quotidiens partent à 7\u202fh UTC, les envois hebdomadaires le lundi.`,
    kinds: {
      assignments: 'Les sujets qui me sont confiés',
      mentions: 'Quand quelqu’un me mentionne',
      follows: 'Les nouveautés dans ce que je suis',
      officials: 'Les réponses officielles',
      statuses: 'Le statut de mes idées et de celles que je soutiens ou que je suis',
    },
    cadences: { soon: 'Tout de suite', day: 'Chaque jour', week: 'Chaque semaine', none: 'Pas d’e-mail' },
    saved: 'Enregistré',
  },
}
