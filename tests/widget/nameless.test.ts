import { expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

// Who was erased has no name any more, and what is said of their posts is a sentence all the same.

const stage: Stage = await openStage()

const said = {
  en: {
    more: 'More about the post of a former member',
    reply: 'Reply to a former member',
    box: 'Your reply to a former member',
    react: 'React to the post of a former member',
    accept: 'Accept as the answer: the reply of a former member',
    quote: 'Quote the post of a former member',
    wrote: 'A former member wrote:',
  },
  fr: {
    more: 'Autres actions sur la contribution d’un ancien membre',
    reply: 'Répondre à un ancien membre',
    box: 'Votre réponse à un ancien membre',
    react: 'Réagir à la contribution d’un ancien membre',
    accept: 'Accepter comme réponse celle d’un ancien membre',
    quote: 'Citer la contribution d’un ancien membre',
    wrote: 'Un ancien membre a écrit\u202f:',
  },
  de: {
    more: 'Mehr zum Beitrag eines ehemaligen Mitglieds',
    reply: 'Einem ehemaligen Mitglied antworten',
    box: 'Ihre Antwort an ein ehemaliges Mitglied',
    react: 'Auf den Beitrag eines ehemaligen Mitglieds reagieren',
    accept: 'Als Antwort akzeptieren: Beitrag eines ehemaligen Mitglieds',
    quote: 'Zitieren: Beitrag eines ehemaligen Mitglieds',
    wrote: 'Ein ehemaliges Mitglied schrieb:',
  },
}

test.each(['en', 'fr', 'de'] as const)(
  'what can be done with a post of somebody who was erased is said as a native says it, in %s',
  async (lang) => {
    const words = said[lang]
    const site = await stage.site()
    const [anna, ben] = [await site.member('Anna', { sub: 'anna' }), await site.member('Ben')]
    const number = await site.idea(anna, { board: 'help', kind: 'question', title: 'Who has the key?' })
    const reply = await site.reply(ben, number, 'It hangs behind the door.')
    const erasure = { posts: 'keep', reason: 'By letter.' }
    const erased = await site.put(`members/${ben.id}/erasure`, erasure, await site.staff('admin'))
    expect(erased.status, erased.text).toBe(204)
    const { page } = await stage.widget(site, { path: `/t/${number}`, lang, as: { sub: 'anna' } })
    const post = page.locator(`[id="post-${reply}"]`)
    for (const name of [words.more, words.react, words.accept])
      await post.getByRole('button', { name, exact: true }).first().waitFor({ state: 'attached' })
    await post.getByRole('button', { name: words.reply, exact: true }).click()
    const box = page.getByRole('textbox', { name: words.box, exact: true })
    await box.waitFor()
    await post.getByRole('button', { name: words.quote, exact: true }).first().dispatchEvent('click')
    await eventually(() => box.inputValue()).toContain(`[${words.wrote}](`)
  },
)
