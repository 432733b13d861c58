import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { lookAt, visits } from '../support/axe.ts'
import { openStage } from '../support/browser.ts'
import { operatorOf } from '../support/routes/outside.ts'

// What the installation does by itself, on the operator's screen.

/** One that failed a moment ago and waits for its next try, for as long as it is looked at. */
async function failing(db: Awaited<ReturnType<typeof openStage>>['world']['db'], look: () => Promise<void>) {
  const mark = 'P0042'
  await sql`insert into pgboss.job (name, state, retry_count, started_on, start_after, output)
    values ('counters', 'retry', 2, now() + interval '1 minute', now() + interval '1 hour',
      ${JSON.stringify({ reason: mark })}::jsonb)`.execute(db)
  try {
    await look()
  } finally {
    await sql`delete from pgboss.job where name = 'counters' and output ->> 'reason' = ${mark}`.execute(db)
  }
}

test('an operator reads what was done and why something was not, and has it done', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const { outbox, settings, upkeep } = adminWords.en
  const { page } = await stage.admin(site, await operatorOf(site), { path: 'settings' })
  const row = (work: keyof typeof upkeep.works) =>
    page.getByRole('listitem').filter({ hasText: upkeep.works[work][0] })
  await failing(stage.world.db, async () => {
    await page.getByRole('link', { name: settings.pages.upkeep, exact: true }).click()
    await row('counters').getByText(outbox.fault('P0042')).waitFor()
    await row('counters').getByText(outbox.tried(3)).waitFor()
    const told = (words: string) => page.getByRole('paragraph').filter({ hasText: words })
    await page.getByRole('button', { name: upkeep.nowOne(upkeep.works.guests[0]) }).click()
    await told(upkeep.begun).waitFor()
    await told(upkeep.ended(upkeep.works.guests[0])).waitFor()
    await row('guests')
      .getByText(/^Last done on/)
      .waitFor()
    await page.getByRole('button', { name: upkeep.nowOne(upkeep.works.counters[0]) }).press('Enter')
    await told(upkeep.ended(upkeep.works.counters[0])).waitFor()
    expect(await row('counters').innerText()).not.toContain('P0042')
    await page.getByRole('button', { name: outbox.refresh }).click()
    await page.getByRole('status').filter({ hasText: upkeep.refreshed }).waitFor({ state: 'attached' })
  })
})

test('what is being done already is said to be, and a list that cannot be read is not shown as new', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const { errors, outbox, upkeep } = adminWords.en
  const screen = await stage.admin(site, await operatorOf(site), { path: 'settings/upkeep' })
  const { page } = screen
  screen.expect(/409/, /upkeep/)
  const name = upkeep.nowOne(upkeep.works.sweep[0])
  await page.getByRole('button', { name }).waitFor()
  const { db } = stage.world
  await sql`insert into pgboss.job (name, state, started_on, expire_seconds)
    values ('sweep', 'active', now(), 60)`.execute(db)
  try {
    await page.getByRole('button', { name }).click()
    await page.getByText(upkeep.busy).waitFor()
    await page.getByRole('button', { name: outbox.refresh }).click()
    await page.getByText(upkeep.underWay, { exact: true }).waitFor()
  } finally {
    await sql`delete from pgboss.job where name = 'sweep' and state = 'active'`.execute(db)
  }
  await page.route('**/api/v1/upkeep', (route) => route.abort(), { times: 1 })
  await page.getByRole('button', { name: outbox.refresh }).click()
  await page.getByText(errors.unreachable).waitFor()
  expect(await page.getByRole('button', { name }).count()).toBe(0)
  await page.getByRole('button', { name: adminWords.en.common.again }).click()
  await page.getByRole('button', { name }).waitFor()
})

test('who runs one community alone is not shown it', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const { settings } = adminWords.en
  const { page } = await stage.admin(site, await site.staff('owner', 'Olga'), { path: 'settings/upkeep' })
  await page.getByRole('link', { name: settings.pages.mail, exact: true }).waitFor()
  expect(await page.getByRole('link', { name: settings.pages.upkeep, exact: true }).count()).toBe(0)
  expect(await page.getByText(adminWords.en.upkeep.words).count()).toBe(0)
})

test.each([0, 1, 2].map((index) => [visits(index)[0]!.lang, visits(index)[0]!] as const))(
  'the upkeep is without fault in %s',
  async (lang, visit) => {
    const stage = await openStage()
    const site = await stage.site()
    const { page } = await stage.admin(site, await operatorOf(site), {
      path: 'settings/upkeep',
      locale: { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[lang],
      viewport: { width: visit.looks[0]!.width, height: 900 },
    })
    await failing(stage.world.db, async () => {
      await page.reload()
      await page.getByText(adminWords[lang].outbox.fault('P0042')).waitFor()
      await lookAt(page, visit, async (theme) => {
        await page.emulateMedia({ colorScheme: theme })
        await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
      })
    })
  },
)
