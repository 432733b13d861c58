import { may } from '../../session.ts'
import type { Shortcut } from '../../shortcuts.ts'
import { catalog } from '../../translations/index.ts'
import type { PageFeedback } from './page-feedback.ts'

/** The keys of the list. They act on what is ticked, else on the row at hand. */
export function feedbackKeys(page: PageFeedback): Shortcut[] {
  const { keys } = catalog.value.words.feedback
  const rows = () => page.rows.length > 0
  const product = may('plan')
  return [
    {
      key: 'j',
      also: ['k'],
      label: keys.move,
      foot: true,
      run: (event) => page.walk.move(event.key === 'j' ? 1 : -1),
      when: rows,
    },
    {
      key: 'x',
      label: keys.select,
      foot: true,
      run: () => page.walk.at && page.tick(page.walk.at.number, false),
      when: rows,
    },
    {
      key: 'X',
      label: keys.selectRange,
      run: () => page.walk.at && page.tick(page.walk.at.number, true),
      when: rows,
    },
    { key: 's', label: keys.status, foot: true, run: () => page.begin('status'), when: () => page.hasIdea },
    { key: 't', label: keys.tag, foot: true, run: () => page.begin('tags'), when: rows },
    { key: 'm', label: keys.merge, foot: true, run: () => page.begin('merge'), when: rows },
    ...(product
      ? [
          {
            key: 'p',
            label: keys.promote,
            foot: true,
            run: () => page.begin('promote'),
            when: () => page.hasIdea,
          },
        ]
      : []),
    { key: 'a', label: keys.assign, foot: true, run: () => page.begin('assign'), when: rows },
    { key: '/', label: keys.search, foot: true, run: () => page.search.focus() },
    {
      key: 'Escape',
      label: keys.close,
      run: () => (page.selection.size > 0 ? page.clear() : page.openThread(null)),
      when: () => page.selection.size > 0 || page.open !== null,
    },
  ]
}
