import { test } from 'vitest'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { openStage } from '../support/browser.ts'
test('x', async () => {
  const stage = await openStage()
  const c = await stage.furnished()
  const q = await stage.admin(c.site, c.owner, {})
  const src = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  let a = performance.now()
  const lap = (s: string, n = 10) => { const b = performance.now(); console.log(s, Math.round((b - a) / n)); a = performance.now() }
  for (let i = 0; i < 10; i++) await new AxeBuilder({ page: q.page }).setLegacyMode().options({ resultTypes: ['violations', 'incomplete'] }).analyze()
  lap('builder')
  for (let i = 0; i < 10; i++) await q.page.evaluate(src)
  lap('inject')
  for (let i = 0; i < 10; i++) await q.page.evaluate(() => (window as any).axe.run(document, { resultTypes: ['violations', 'incomplete'] }).then((r: any) => r.violations.length))
  lap('run')
  for (let i = 0; i < 10; i++) await q.page.evaluate(() => (window as any).axe.run(document, { preload: false, resultTypes: ['violations', 'incomplete'] }).then((r: any) => r.violations.length))
  lap('run no preload')
  for (let i = 0; i < 10; i++) await q.page.evaluate(() => (window as any).axe.run(document, { preload: false, elementRef: false, selectors: false, ancestry: false, xpath: false, resultTypes: ['violations', 'incomplete'] }).then((r: any) => r.violations.length))
  lap('run no selectors')
  for (let i = 0; i < 10; i++) await q.page.evaluate(() => (window as any).axe.run(document, { preload: false, rules: {'color-contrast': {enabled:false}}, resultTypes: ['violations', 'incomplete'] }).then((r: any) => r.violations.length))
  lap('run no contrast')
  for (let i = 0; i < 10; i++) { await q.page.reload(); await q.page.getByRole('main').waitFor() ; await q.settled() }
  lap('admin reload')
  for (let i = 0; i < 10; i++) { await q.page.setViewportSize({width: 700 + i, height: 900 }) }
  lap('resize')
}, 120000)
