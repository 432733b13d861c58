import { expect, it } from 'vitest'
import { boardIcons as onPages } from '../../server/pages/board_icons.ts'
import { boardIcons as names } from '../../server/words.ts'
import { boardIcons as inWidget } from '../../widget/ui/board_icons.ts'

it('a board’s icon is the same drawing on a page and in the widget, and each name has one', () => {
  expect(Object.keys(inWidget)).toEqual([...names])
  expect(onPages).toEqual(inWidget)
})
