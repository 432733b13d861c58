import { waiting } from '../../../widget/translations/waiting.ts'
import type { errors as en } from '../en/errors.ts'

const inWords = waiting('fr')

export const errors: typeof en = {
  heading: 'Le chargement n’a pas abouti',
  act: 'Cela n’a pas fonctionné',
  unreachable: 'Le serveur n’a pas répondu. Rien n’est perdu\u202f; vérifiez votre connexion et réessayez.',
  unauthenticated:
    'Vous n’êtes plus connecté(e). Votre texte est gardé\u202f; reconnectez-vous pour continuer.',
  forbidden: 'Votre rôle ne le permet pas. Rien n’a changé. Une personne de l’administration peut le faire.',
  not_found: 'Cet élément n’existe pas ou n’existe plus. Il a pu être supprimé ou déplacé.',
  conflict:
    'L’élément a changé entre-temps, et cela ne convient plus. Rien n’est perdu\u202f; rechargez la page.',
  in_use:
    'Il sert encore et ne peut donc pas être supprimé. Rien n’a changé\u202f; déplacez d’abord ce qui l’utilise.',
  too_late: 'Les douze secondes sont passées\u202f: ce n’est plus annulable. Modifiez-le plutôt de nouveau.',
  thread_locked: 'Ce sujet n’accepte plus de réponses. Votre texte est gardé.',
  link_refused: 'Ce lien a déjà servi, ou date de plus de 30 minutes.',
  sign_in_refused: 'L’adresse e-mail ou le mot de passe n’est pas le bon.',
  sign_in_over: 'Cette connexion a expiré, ou a connu trop d’essais. Recommencez.',
  passkey_refused: 'Cette clé d’accès n’a pas été acceptée. Réessayez, ou connectez-vous autrement.',
  password_wrong: 'Votre mot de passe actuel n’est pas le bon. Rien n’a été modifié.',
  proof_required: 'Cela demande une connexion de moins de dix minutes. Rien n’a été modifié.',
  site_session:
    'Vous êtes connecté(e) pour cette communauté seulement. Rien n’a été modifié. Pour cela, déconnectez-vous, puis connectez-vous par un code, un mot de passe ou une clé d’accès.',
  provider_away:
    'Ce fournisseur ne répond pas pour le moment ou n’est pas bien configuré. Réessayez dans un instant ou connectez-vous autrement.',
  weak_password:
    'Ce mot de passe est parmi les premiers que l’on devine. Choisissez-en un autre\u202f: quelques mots sans lien entre eux conviennent bien.',
  foreign_origin:
    'Cette page est ouverte à une autre adresse que celle du serveur. Ouvrez-la à son adresse publique.',
  idempotency_mismatch:
    'Ce texte a été envoyé deux fois avec des mots différents. Rien n’est perdu\u202f; réessayez.',
  idempotency_pending: 'L’envoi est déjà en cours. Patientez un instant.',
  revision_required: 'L’élément a changé entre-temps. Rien n’est perdu\u202f; rechargez-le.',
  thread_merged: 'Ce sujet a été fusionné avec un autre. Ouvrez plutôt celui-ci.',
  not_votable: 'Ce sujet ne reçoit pas de votes.',
  stale_revision:
    'Le texte a été modifié pendant que vous le lisiez. Rien n’a changé\u202f; lisez d’abord le nouveau.',
  too_large: 'C’est trop long pour être envoyé. Rien n’est perdu\u202f; raccourcissez et réessayez.',
  unsupported_media_type: 'Ce type de fichier n’est pas accepté.',
  invalid_input:
    'Une valeur du formulaire ne convient pas. Rien n’est perdu\u202f; voyez les champs signalés.',
  nothing_seen: 'Rien de ce texte n’est visible. Rien n’est perdu. Ajoutez quelques mots.',
  unrenderable:
    'Le texte est trop imbriqué pour être affiché. Rien n’est perdu\u202f; simplifiez ses listes ou citations.',
  rate_limited: (wait) =>
    wait
      ? `Cela fait beaucoup en peu de temps. Rien n’est perdu\u202f; réessayez dans ${inWords(wait)}.`
      : 'Cela fait beaucoup en peu de temps. Rien n’est perdu\u202f; patientez un instant et réessayez.',
  unavailable: 'Le serveur démarre ou est occupé. Rien n’est perdu\u202f; réessayez dans un instant.',
  internal:
    'Une erreur s’est produite sur le serveur. Rien n’est perdu\u202f; réessayez, et si elle persiste, prévenez votre hébergeur.',
}
