import { expect, it } from 'vitest'
import { hide } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Words a letter away from what was meant, in titles, texts and replies alike.

const { site } = await testWorld()

/** What a search gives: the numbers, and whether they are only near. */
async function search(at: TestSite, q: string, as?: Person, more = '') {
  const { status, body, text } = await at.get(`threads?q=${encodeURIComponent(q)}${more}`, as)
  expect(status, text).toBe(200)
  const items = body.items as { number: number; found: { text: string[]; reply?: { id: string } } }[]
  return { numbers: items.map(({ number }) => number), items, near: body.near as true | undefined }
}

it('a letter too many, too few, another, or two that changed places: what was meant is found, in text and replies too', async () => {
  const at = await site()
  const lea = await at.member('Lea')
  const title = await at.idea(lea, { title: 'Cargo on two wheels', body: 'As it says.' })
  const text = await at.idea(lea, { title: 'Evenings', body: 'Rounds that end at the depot of the harbour.' })
  const answered = await at.idea(lea, { title: 'Mornings', body: 'What do you do?' })
  const reply = await at.reply(lea, answered, 'We charge them in the workshop.')
  for (const [typed, meant] of [
    ['cagro', title],
    ['carrgo', title],
    ['Deopt', text],
    ['depott', text],
    ['harbor', text],
    ['hsrbour', text],
    ['arbour', text],
    ['depot hrabour', text],
    ['Ronds depto', text],
    ['wrokshop', answered],
    ['workshp, chrage', answered],
  ] as const)
    expect(await search(at, typed), typed).toMatchObject({ numbers: [meant], near: true })
  const { items } = await search(at, 'wrokshop')
  expect(items[0]!.found.reply?.id).toBe(reply)
  expect(items[0]!.found.text.join('')).toContain('workshop')
  expect(items[0]!.found.text[1]).toBe('workshop')
})

it('of several words that may have been meant, it is the one that stands together with the others', async () => {
  const at = await site()
  const lea = await at.member('Lea')
  for (const title of ['Loud brake', 'The hind brake', 'A brake of discs'])
    await at.idea(lea, { title, body: 'As it says.' })
  const meant = await at.idea(lea, { title: 'For the brave', body: 'Down to the harbour.' })
  // More threads say brake, and one says both.
  for (const typed of ['braxe harbour', 'harbour braxe', 'braxe harb'])
    expect(await search(at, typed), typed).toMatchObject({ numbers: [meant], near: true })
  expect((await search(at, 'braxe ')).numbers).toHaveLength(3)
})

it('a word is put right in the language of its thread, without its accents, and while it is typed', async () => {
  const at = await site()
  const [lea, uta] = [await at.member('Lea', { locale: 'fr' }), await at.member('Uta', { locale: 'de' })]
  const french = await at.idea(lea, { title: 'Le soir', body: 'Terminer au dépôt près du canal.' })
  const german = await at.idea(uta, { title: 'Abends', body: 'Die Straße am Lastenrad.' })
  for (const [typed, meant] of [
    ['dépto', french],
    ['le depoot', french],
    ['avec le canla', undefined],
    ['le canla', french],
    ['Strase', german],
    ['Starße', german],
    ['Lasetnr', german],
    ['lastenräder am strase', german],
    // Another first letter is looked for in whole words alone.
    ['trase', undefined],
    ['strase', german],
  ] as const) {
    const { numbers, near } = await search(at, typed)
    expect([typed, numbers, near]).toEqual([typed, meant ? [meant] : [], meant ? true : undefined])
  }
})

it('what is known is not changed, nor what is short, has digits, or was meant literally', async () => {
  const at = await site()
  const lea = await at.member('Lea')
  await at.idea(lea, { title: 'Mornings', body: 'The lamp is at the depot, and so is bay B12x.' })
  await at.idea(lea, { title: 'Evenings', body: 'A lump of ice.' })
  expect(await search(at, 'lump')).toMatchObject({ numbers: [expect.any(Number)], near: undefined })
  for (const typed of [
    'lump depot',
    'icf',
    '"deopt"',
    'deopt -lamp',
    'b13x',
    'dpeto',
    '__proto__',
    '日本語語',
  ])
    expect((await search(at, typed)).numbers, typed).toEqual([])
  const { status } = await at.get(`threads?q=${encodeURIComponent('deopt '.repeat(30))}`)
  expect(status).toBe(200)
})

it('puts nothing right by words that one may not read, that were hidden, or that are not asked for', async () => {
  const at = await site()
  const [lea, cm] = [await at.member('Lea'), await at.staff('moderator')]
  const inner = await at.idea(lea, {
    board: 'help',
    kind: 'question',
    title: 'Inside',
    body: 'The stegobauruses.',
  })
  const hidden = await at.idea(lea, { title: 'Hidden', body: 'The triceratops.' })
  await at.idea(lea, { board: 'help', kind: 'question', title: 'Noise', body: 'The bells are loud.' })
  await at.idea(lea, { title: 'Trousers', body: 'The belts are tight.' })
  const open = await at.idea(lea, { title: 'Outside', body: 'The stegozauruses.' })
  expect((await search(at, 'stegokauruses', lea)).numbers).toEqual([inner])
  expect((await search(at, 'stegokauruses', lea, '&board=ideas')).numbers).toEqual([open])
  expect((await search(at, 'tricerratops')).numbers).toEqual([hidden])
  // A word that another board holds is no wrong one.
  expect((await search(at, 'bells', lea, '&board=ideas')).near).toBeUndefined()
  await at.restrict('help', 'staff')
  expect(await search(at, 'bells', lea, '&board=ideas')).toMatchObject({
    numbers: [expect.any(Number)],
    near: true,
  })
  await hide(at, cm, (await at.get(`threads/${hidden}`)).body.post)
  for (const as of [undefined, lea]) {
    expect((await search(at, 'stegokauruses', as)).numbers).toEqual([open])
    expect((await search(at, 'tricerratops', as)).numbers).toEqual([])
  }
  expect((await search(at, 'stegokauruses', cm)).numbers).toEqual([inner])
})
