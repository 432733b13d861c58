import type { UnsentWords } from '../en/unsent.ts'

const unsent: UnsentWords = {
  label: 'Votre texte, qui n’a pas été publié',
  locked:
    'Ce sujet est clos et n’accepte plus de réponses\u202f: votre texte ne peut pas être publié ici. Il est conservé\u202f:',
  takenAway:
    'Le texte de ce sujet n’est plus là, et le sujet n’accepte plus de réponses. Le vôtre est conservé\u202f:',
  missing: 'Ce que vous avez écrit ici sans le publier est conservé\u202f:',
  parentGone:
    'La réponse à laquelle vous répondiez n’est plus là. La vôtre est conservée, et peut être publiée dans le sujet\u202f:',
  postGone: 'La contribution que vous réécriviez n’est plus là. Votre texte est conservé\u202f:',
  hidden:
    'L’équipe a retiré cette contribution pendant que vous la réécriviez\u202f: vos modifications ne peuvent pas être enregistrées. Votre texte est conservé\u202f:',
  why: 'La raison de ce retrait',
  reply: 'En faire une réponse au sujet',
  begin: 'En faire un nouveau sujet',
  copy: 'Copier le texte',
  copied: 'Texte copié',
  discard: 'Abandonner le texte',
  discarded: 'Votre texte est abandonné.',
}

export default unsent
