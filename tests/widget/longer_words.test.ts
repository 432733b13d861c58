import { beforeAll, expect, test } from 'vitest'
import { overflow } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { comeTo } from '../support/come_to.ts'
import type { Community } from '../support/community.ts'
import { misfits } from '../support/fits.ts'
import { longer, speakLonger } from '../support/longer_words.ts'
import { outOfReach } from '../support/reach.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// Room for languages to come, whose words are longer than those of ours.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

const looked = [
  'the board',
  'the board of a member',
  'a thread',
  'a thread of one’s own, being edited',
  'a new idea, with what is alike, and what is missing',
  'the roadmap',
  'one’s notifications',
  'a decision about one’s post',
  'one’s settings',
  'the sign-in',
  'the code of the sign-in',
  'what a search finds',
  'how a post was edited',
]

test('wid-C19: words that are longer by two fifths fit in every view, at 320 px and wide', async () => {
  const words = longer(await widgetWords('en'))
  expect(words.core.signIn).toBe('Signnn inn')
  const screen = await stage.screen()
  const { page } = screen
  await speakLonger(page)
  const wrong: string[] = []
  for (const name of looked) {
    const view = views.find((one) => one.name === name)!
    await comeTo(view, words, screen, community)
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 })
      await screen.settled()
      const over = await overflow(page)
      const found = [...(await misfits(page)), ...(await outOfReach(page))]
      if (over > 0) found.push(`${over} px wider than the window`)
      wrong.push(...found.map((one) => `${name}, ${width} px: ${one}`))
      const shots = process.env.PARVIS_SHOTS
      if (shots)
        await page.screenshot({
          path: `${shots}/longer-${looked.indexOf(name)}-${width}.png`,
          fullPage: true,
        })
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  expect(wrong).toEqual([])
})
