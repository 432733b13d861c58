import type { ReportedPostJson } from '../../../server/moderation/json.ts'
import { go, place } from '../../router.ts'
import type { Shortcut } from '../../shortcuts.ts'
import { catalog } from '../../translations/index.ts'
import type { CaseActs } from './case.ts'

/** What the keys need of the page: the case at hand, what is done with one, and the way to the next. */
export interface CasesAtHand extends CaseActs {
  at: () => ReportedPostJson | undefined
  move: (step: number) => void
}

/** The keys of the cases. They act on the one at hand. */
export function reportKeys({ at, move, hide, dismiss }: CasesAtHand): Shortcut[] {
  const { keys } = catalog.value.words.reports
  const when = () => at() !== undefined
  const onCase = (act: (post: ReportedPostJson) => void) => () => {
    const post = at()
    if (post) act(post)
  }
  const open = (post: ReportedPostJson) => go(`reports/${post.thread.number}`, { post: post.post })
  return [
    {
      key: 'j',
      also: ['k'],
      label: keys.move,
      foot: true,
      run: (event) => move(event.key === 'j' ? 1 : -1),
      when,
    },
    { key: 'h', label: keys.hide, foot: true, run: onCase(hide), when },
    { key: 'n', label: keys.fine, foot: true, run: onCase(dismiss), when },
    { key: 'o', label: keys.open, foot: true, run: onCase(open), when },
    { key: 'Escape', label: keys.close, run: () => go('reports'), when: () => place.value.rest.length > 0 },
  ]
}
