import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestSite } from './world.ts'

/** Ends on the server the session that a page believes in, as its 30 days do. */
export async function endSession(site: TestSite, page: Page): Promise<void> {
  const token = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => localStorage.getItem(one)!.includes('"token"'))
    return JSON.parse(localStorage.getItem(key!)!).token as string
  })
  const ended = await site.request('DELETE', 'sessions/current', {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(ended.status).toBe(204)
}

/** Resolves once the page's session is that of the member of this name. */
export const signedOn = (page: Page, name: string) =>
  page.waitForFunction(
    (name) =>
      Object.values(localStorage).some((one) => {
        const kept = JSON.parse(one)
        return kept.token && kept.member.name === name
      }),
    name,
  )
