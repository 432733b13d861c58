import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

const { common, limits, settings } = adminWords.en

test('limits are changed, refused where they make no sense, and put back', async () => {
  const stage = await openStage()
  const site = await stage.site({ limits: {} })
  const owner = await site.staff('owner', 'Olga')
  const screen = await stage.admin(site, owner, { path: 'settings/limits' })
  screen.expect(/422/)
  const { page } = screen
  const votes = page.getByRole('spinbutton', { name: limits.kinds.votes })
  const save = page.getByRole('button', { name: common.save })
  const permits = async () => {
    const answer = await site.get('settings', owner)
    return answer.body.limits.find((one: { kind: string }) => one.kind === 'votes').permits
  }
  expect(await votes.inputValue()).toBe('300')
  expect(await save.isDisabled()).toBe(true)

  await votes.fill('0')
  await save.click()
  await page.getByText(limits.bounds('1', '1,000,000')).waitFor()
  expect(await votes.getAttribute('aria-invalid')).toBe('true')
  expect(await permits()).toBe(300)

  await votes.fill('500')
  await save.click()
  await eventually(permits).toBe(500)
  await page.getByRole('button', { name: limits.reset }).click()
  expect(await votes.inputValue()).toBe('300')
  expect(await permits()).toBe(500)
  await page.getByText(settings.unsaved).waitFor()
  await save.click()
  await eventually(permits).toBe(300)

  const moderator = await stage.admin(site, await site.staff('moderator', 'Mo'), { path: 'settings/limits' })
  const field = moderator.page.getByRole('spinbutton', { name: limits.kinds.votes })
  expect(await field.isDisabled()).toBe(true)
  expect(await moderator.page.getByRole('button', { name: common.save }).count()).toBe(0)
})
