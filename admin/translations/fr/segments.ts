import type { Condition, SegmentRule } from '../../../server/segments/json.ts'
import { counter } from '../counting.ts'
import type { segments as en } from '../en/segments.ts'

const n = counter('fr')
const figures = new Intl.NumberFormat('fr')

type Values = readonly (string | number | boolean)[]

const alternatives = new Intl.ListFormat('fr', { type: 'disjunction' })
const either = (values: Values) => alternatives.format(values.map(String))
const sizes = { atLeast: 'd’au moins', atMost: 'd’au plus', above: 'supérieur à', below: 'inférieur à' }
const subjects = { plan: 'l’offre', company: 'l’entreprise', revenue: 'le revenu', locale: 'la langue' }
const languages = { en: 'l’anglais', fr: 'le français', de: 'l’allemand' }

function phrase(condition: Condition): string {
  const { field } = condition
  const subject = field.startsWith('attributes.')
    ? `la valeur «\u202f${field.slice('attributes.'.length)}\u202f»`
    : subjects[field as keyof typeof subjects]
  if ('value' in condition) {
    const feminine = field !== 'revenue'
    const size = sizes[condition.test].replace('ieur', feminine ? 'ieure' : 'ieur')
    return `dont ${subject} est ${size} ${figures.format(condition.value)}`
  }
  const values =
    field === 'locale' ? condition.values.map((value) => languages[value as 'en']) : condition.values
  if (field === 'emailDomain')
    return `dont l’adresse vérifiée est en ${either(values.map((one) => `@${one}`))}`
  return `dont ${subject} est ${condition.test === 'is' ? '' : 'autre que '}${either(values)}`
}

export const segments: typeof en = {
  sentence: ({ match, conditions }: SegmentRule) =>
    `Les membres ${conditions.map(phrase).join(match === 'all' ? ' et ' : ', ou ')}`,
  list: {
    words:
      'Des groupes de membres, selon ce que votre site dit d’eux quand il les connecte. Une rubrique peut être réservée à l’un d’eux.',
    add: 'Nouveau segment',
    make: 'Créer le segment',
    editing: 'Modifier le segment',
    deleting: (name) => `Supprimer le segment «\u202f${name}\u202f»`,
    deleteWords: 'Un segment peut être supprimé quand aucune rubrique ne lui est plus réservée.',
    deleteAct: 'Supprimer',
    emptyHeading: 'Aucun segment pour l’instant',
    emptyWords:
      'Un segment dit qui peut lire une rubrique privée\u202f: les clients d’une offre, ou un groupe pilote.',
  },
  inUse: (boards) =>
    `Seul ce segment peut lire ${boards}, rien n’a donc été supprimé. Ouvrez d’abord l’accès dans «\u202fRubriques\u202f».`,
  inUseArchived: 'Une rubrique archivée lui est réservée, rien n’a donc été supprimé.',
  taken: 'Un segment porte déjà ce nom court, ou il y en a autant qu’il peut y en avoir.',
  reads: (boards) => `lit ${boards}`,
  match: 'Doit remplir',
  matches: { all: 'Toutes les conditions', any: 'Au moins une condition' },
  condition: (number) => `Condition ${number}`,
  field: 'Critère',
  fields: {
    plan: 'Offre de l’entreprise',
    company: 'Entreprise, par son identifiant',
    revenue: 'Revenu de l’entreprise',
    locale: 'Langue',
    emailDomain: 'Domaine d’une adresse vérifiée',
    attribute: 'Autre attribut',
  },
  attribute: 'Nom de l’attribut',
  test: 'Comparaison',
  tests: {
    is: 'est parmi',
    isNot: 'est connu, et hors de',
    atLeast: 'est d’au moins',
    atMost: 'est d’au plus',
    above: 'dépasse',
    below: 'reste sous',
  },
  value: 'Valeur',
  values: 'Valeurs',
  valuesHint: 'Entrée après chacune. Les majuscules comptent.',
  valuesHintAttribute:
    'Entrée après chacune. true, false et les nombres sont compris comme tels, sauf entre "guillemets droits".',
  domainsHint: 'Entrée après chacun, par exemple exemple.fr. Les sous-domaines ne comptent pas.',
  removeValue: (value) => `Retirer ${value}`,
  addCondition: 'Ajouter une condition',
  removeCondition: (number) => `Retirer la condition ${number}`,
  incomplete: 'Chaque condition a besoin d’une valeur, et un attribut de son nom.',
  localeHint: 'Chaque membre choisit sa langue\u202f: n’y fiez rien de confidentiel.',
  nobody: 'Personne n’y correspond pour l’instant.',
  matching: (total, more) =>
    `${more ? 'Plus de ' : ''}${n(total, 'membre y correspond', 'membres y correspondent')} pour l’instant`,
  among: (names) => `dont ${names}`,
  unfinished: 'Complétez les conditions pour voir qui y correspond.',
  segment: 'Segment',
  choose: 'Choisissez un segment',
  chosenMissing: 'Choisissez le segment qui peut la lire.',
  none: 'Il n’y a pas encore de segment. Créez-en d’abord un dans «\u202fSegments\u202f».',
  andTeam: (sentence) => `${sentence}, ainsi que l’équipe.`,
  only: (name) => `Segment «\u202f${name}\u202f»`,
}
