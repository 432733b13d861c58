import { openStage } from './browser.ts'
import type { Community } from './community.ts'
import type { Screen } from './screen.ts'
import type { View, WidgetWords } from './widget_views.ts'

/** Shows a view in a window as to somebody who was not here before, and does what it is about. */
export async function comeTo(
  view: View,
  words: WidgetWords,
  screen: Screen,
  community: Community,
): Promise<void> {
  const stage = await openStage()
  const { page } = screen
  stage.clock.move(20)
  await page.evaluate(() => localStorage.clear()).catch(() => {})
  const query = new URLSearchParams({ parvis: view.path(community) })
  await page.goto(`${stage.embed(community.site, { as: view.as && { sub: view.as } })}?${query}`)
  await page.locator('parvis-board section').first().waitFor()
  await screen.settled()
  await view.act?.(page, words)
}
