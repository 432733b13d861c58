import { test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// The widget says at a host's sign-on which language it speaks, so that mail comes in it too.

const localeOf = async (site: TestSite, name: string) =>
  (
    await site.world.db
      .selectFrom('members')
      .select('locale')
      .where('site_id', '=', (await site.row()).id)
      .where('name', '=', name)
      .executeTakeFirst()
  )?.locale

const signedOn = (stage: Stage, site: TestSite, name: string, more: object) =>
  stage.widget(site, { as: { sub: name, name }, ...more })

test('that of the tag, else that of the page, and not where the token says another', async () => {
  const stage = await openStage()
  const site = await stage.site()
  await signedOn(stage, site, 'Anna', { tag: { locale: 'fr' } })
  await eventually(() => localeOf(site, 'Anna')).toBe('fr')
  await signedOn(stage, site, 'Bert', { tag: { locale: 'de-AT' } })
  await eventually(() => localeOf(site, 'Bert')).toBe('de')
  await signedOn(stage, site, 'Cleo', { lang: 'fr' })
  await eventually(() => localeOf(site, 'Cleo')).toBe('fr')
  await stage.widget(site, { as: { sub: 'Dora', name: 'Dora', locale: 'de' }, tag: { locale: 'fr' } })
  await eventually(() => localeOf(site, 'Dora')).toBe('de')
})
