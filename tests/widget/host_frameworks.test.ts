import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { eventually } from '../support/eventually.ts'

// The tag in the hands of React in strict mode, of Vue, of Svelte, and of nobody but the page's own script.

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})

test.each(['react', 'vue', 'svelte', 'plain'])(
  'wid-C04, wid-C06, wid-C09, wid-C10, wid-C16: on a page of %s, properties and attributes pass in, events pass out, and the tag comes and goes',
  async (name) => {
    const site = await stage.site()
    const anna = await site.member('Anna', { sub: 'anna' })
    await site.idea(anna, { title: 'Rounds that end at the depot' })
    stage.clock.move(60)
    stage.host.file(`/${name}.js`, 'text/javascript', await bundle(`./${name}_host.ts`))
    const token = site.token({ sub: 'ben', name: 'Ben' })
    const screen = await stage.widget(site, {
      head: stage.script,
      body: `<div id="app" data-site="${site.slug}" data-token="${token}"></div><script type="module" src="/${name}.js"></script>`,
    })
    const { page } = screen
    const board = page.locator('parvis-board')
    const account = page.getByRole('link', { name: 'My account, Ben' })
    const vote = page.getByRole('button', { name: /Vote for “Rounds that end/ })
    const told = () => page.locator('output').textContent()

    await account.waitFor()
    await screen.idle()
    expect(screen.asked().filter((one) => one.startsWith('GET opening'))).toHaveLength(1)
    expect(screen.asked().filter((one) => one.includes('sso'))).toHaveLength(1)
    expect(screen.streams(), 'the attribute live=off arrived').toEqual([])
    await vote.click()
    await eventually(told).toBe('2 ')

    for (let turn = 0; turn < 6; turn++) {
      await page.getByRole('button', { name: 'Toggle' }).click()
      expect(await board.count()).toBe((turn + 1) % 2 ? 0 : 1)
    }
    await page.getByRole('button', { name: /Vote for “Rounds that end/, pressed: true }).waitFor()
    await account.waitFor()
    await screen.idle()
    expect(screen.asked().filter((one) => one.includes('sso'))).toHaveLength(1)
    await vote.click()
    await eventually(told).toBe('2 1 ')

    await page.getByRole('button', { name: 'Français' }).click()
    await page.locator('parvis-board .root[lang="fr"]').waitFor()
    await page.getByRole('link', { name: 'Mon compte, Ben' }).waitFor()
    expect(await board.getAttribute('locale')).toBe('fr')
    await board.evaluate((tag) => tag.setAttribute('locale', 'de'))
    await page.locator('parvis-board .root[lang="de"]').waitFor()
    expect(await board.evaluate((tag) => (tag as HTMLElement & { locale: string }).locale)).toBe('de')
  },
)

test.each([true, false])(
  'wid-C16: a tag that React drew on the server is taken over with its token (the widget’s script before React: %s)',
  async (first) => {
    const site = await stage.site()
    stage.host.file('/hydrated.js', 'text/javascript', await bundle('./react_hydrated_host.ts'))
    const react = '<script type="module" src="/hydrated.js"></script>'
    const drawn = `<div id="app" data-site="${site.slug}" data-token="${site.token({ sub: 'ben', name: 'Ben' })}">${stage.tag(site)}</div>`
    const screen = await stage.widget(site, {
      head: '',
      body: drawn + (first ? stage.script + react : react + stage.script),
    })
    await screen.page.getByRole('link', { name: 'My account, Ben' }).waitFor()
    await screen.idle()
    expect(screen.asked().filter((one) => one.includes('sso'))).toHaveLength(1)
  },
)
