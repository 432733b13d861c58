import type { Refusals } from '../en/refusals.ts'

const refusals: Refusals = {
  refused:
    'Cette demande n’a pas été acceptée telle quelle. Rien n’est perdu\u202f; rechargez la page et réessayez.',
  invalid_input:
    'Un élément ne correspond plus à ce qui existe ici. Rien n’est perdu\u202f; vérifiez-le ou rechargez la page, puis réessayez.',
  conflict:
    'Quelque chose a changé ici entre-temps, et cela ne convient plus. Rien n’est perdu\u202f; rechargez la page et réessayez.',
  stale_revision:
    'Cela a été modifié ailleurs entre-temps. Rien n’est perdu\u202f; rechargez la page et comparez.',
  thread_merged:
    'Ce sujet a été fusionné avec un autre. Rechargez la page pour y aller\u202f; rien n’est perdu.',
  thread_locked: 'Ce sujet est clos\u202f: il n’accepte plus de réponses. Rien n’est perdu.',
  not_votable: 'Seules les idées reçoivent des votes.',
  not_a_question: 'Seules les questions ont une réponse acceptée.',
  images_full:
    'Cette communauté n’a plus de place pour des images. Dites-le à l’équipe\u202f; rien d’autre n’est perdu.',
  too_large: 'C’est plus grand que ce qui est accepté. Rien n’est perdu\u202f; réduisez-le et réessayez.',
  unsupported_media_type: 'Les fichiers de ce type ne sont pas acceptés ici. Choisissez-en un autre.',
  nothing_seen: 'Personne ne verrait rien de ce texte. Écrivez d’abord quelque chose.',
  unrenderable:
    'Ce texte est trop imbriqué pour être affiché. Retirez quelques niveaux de citations ou de listes\u202f; rien n’est perdu.',
  idempotency_pending:
    'L’envoi est déjà en cours. Rien n’est perdu\u202f; regardez de nouveau dans un instant.',
  foreign_origin:
    'Cette page n’est pas de celles qui peuvent intégrer la communauté. Qui gère celle-ci peut ajouter l’adresse de la page dans les réglages.',
  unavailable: 'Il y a trop à faire ici en ce moment. Rien n’est perdu\u202f; réessayez bientôt.',
}

export default refusals
