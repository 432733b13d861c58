import { expect, it } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Words that a sign joins, or that hold what nobody sees, are found as people type them.

interface Found {
  number: number
  found: { title: string[]; text: string[] }
}

const post = async (site: TestSite, as: Person, title: string, body = 'In short.', language = 'en') => {
  const answer = await site.post('threads', { board: 'ideas', kind: 'idea', title, body, language }, as)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.number as number
}

async function scene() {
  const site = await (await testWorld()).site()
  const lea = await site.member('Lea')
  const read = async (q: string) => (await site.get(`threads?q=${encodeURIComponent(q)}`)).body
  const numbers = async (q: string) => {
    const { items, near } = await read(q)
    return near ? [] : items.map((item: Found) => item.number).toSorted((a: number, b: number) => a - b)
  }
  return { site, lea, read, numbers }
}

/** What is written, in which language, and what finds it: as a word among others, and while it is typed. */
const joined: [language: string, text: string, ...asked: string[]][] = [
  [
    'en',
    'wumpalot/grumpalot',
    'wumpalot',
    'grumpalot',
    'wumpalot/grumpalot',
    '"wumpalot/grumpalot"',
    '"wumpalot grumpalot"',
  ],
  ['en', 'It fails.Zinnober', 'fails', 'zinnober', 'fails.zinnober'],
  [
    'en',
    'https://docs.frobnitz.example/setup-guide?page=2#top',
    'frobnitz',
    'setup-guide',
    'guide',
    'docs.frobnitz.example',
    'docs.frobnitz.example/setup-guide',
    'https://docs.frobnitz.example/setup-guide',
    'http://docs.frobnitz.example',
    '/setup-guide',
  ],
  [
    'en',
    'Write to jo.doe+bikes@snorkel.example',
    'snorkel',
    'jo',
    'bikes',
    'jo.doe+bikes@snorkel.example',
    '@snorkel',
  ],
  [
    'de',
    'Kurierfahrer/innen warten',
    'kurierfahrer',
    'innen',
    'Kurierfahrer/innen',
    'Kurierfahrer/innen warten',
  ],
  [
    'de',
    'Kolleg:innen, Bot*innen und Lenker_innen',
    'kolleg',
    'bot',
    'lenker',
    'Kolleg:innen',
    'Lenker_innen',
  ],
  ['fr', 'Chaque livreur/livreuse', 'livreur', 'livreuses', 'livreur/livreuse'],
  ['fr', 'Le matin/soir', 'matin', 'soir', 'matin/soir', '"matin/soir"', '"matin soir"'],
  ['fr', 'Les coursier.e.s', 'coursier', 'coursiers', 'coursier.e.s'],
  ['fr', 'Les voisin·e·s', 'voisin', 'voisins', 'voisin·e·s'],
  ['en', 'On iOS/Android 17.4', 'ios', 'android', 'iOS/Android', '"on iOS"', '17.4'],
  ['en', 'Since 2.10.3 or v2.11.4', '2.10.3', 'v2.11.4'],
  ['en', 'In settings.json', 'settings', 'json', 'settings.json', '"settings.json"'],
  ['en', 'By e-mail, 3.5 days late, since COVID-19', 'e-mail', 'mail', '3.5', 'covid-19', '19'],
  ['en', 'From ~/wheels/spokes to <fork>', 'wheels', 'spokes', '~/wheels/spokes', 'fork', '<fork>'],
]

it('words that a sign joins are found by each of them, and by all together', async () => {
  const { site, lea, numbers } = await scene()
  await post(site, lea, 'Nothing of it')
  for (const [language, text, ...asked] of joined) {
    const title = await post(site, lea, `${text} qwibble`, undefined, language)
    const body = await post(site, lea, 'A text', `Qwibble: ${text}.`, language)
    for (const q of asked)
      for (const whole of [`${q} qwibble`, `qwibble ${q}`])
        expect(await numbers(whole), whole).toEqual([title, body])
    for (const one of [title, body]) expect((await site.delete(`threads/${one}`, lea)).status).toBe(204)
  }
})

it('a minus leaves out what has the word in another that is joined, and a phrase wants them in that order', async () => {
  const { site, lea, numbers } = await scene()
  const both = await post(site, lea, 'Take wumpalot/grumpalot')
  const one = await post(site, lea, 'Take wumpalot alone')
  const apart = await post(site, lea, 'Take grumpalot, then wumpalot')
  expect(await numbers('wumpalot')).toEqual([both, one, apart])
  expect(await numbers('wumpalot -grumpalot')).toEqual([one])
  expect(await numbers('wumpalot -wumpalot/grumpalot')).toEqual([one, apart])
  expect(await numbers('wumpalot/grumpalot ')).toEqual([both])
  expect(await numbers('"wumpalot grumpalot"')).toEqual([both])
  // Digits that a dot joins are one number.
  await post(site, lea, 'Take 2.10.3')
  for (const q of ['10 take', '2.10 take', '10.3 take']) expect(await numbers(q), q).toEqual([])
})

it('what was found is shown as it was written, and the words that were asked for are marked', async () => {
  const { site, lea, read } = await scene()
  const long = `https://docs.frobnitz.example/${'a'.repeat(120)}`
  await post(site, lea, 'For iOS/Android: <b> @ 3.5', `See ${long} or jo@snorkel.example, and matin/soir.`)
  const shown = async (q: string) => (await read(q)).items[0].found as Found['found']
  expect((await shown('android')).title).toEqual(['For iOS/', 'Android', ': <b> @ 3.5'])
  expect((await shown('iOS/Android ')).title).toEqual(['For ', 'iOS', '/', 'Android', ': <b> @ 3.5'])
  expect((await shown('snorkel')).text.join('')).toBe(`See ${long} or jo@snorkel.example, and matin/soir.`)
  expect((await shown('snorkel')).text).toContain('snorkel')
  expect((await shown('"matin/soir"')).text.slice(-4)).toEqual(['matin', '/', 'soir', '.'])
})

it('replies and notes are found by such words, and left out, as threads are', async () => {
  const { site, lea, read, numbers } = await scene()
  const owner = await site.staff('owner')
  const [one, other] = [await post(site, lea, 'First bicycle'), await post(site, lea, 'Second bicycle')]
  const reply = await site.reply(lea, one, 'Each livreur/livreuse **wr\u00adites** to jo@snorkel.example.')
  for (const q of ['livreuse', 'snorkel', 'writes', 'livreur/livreuse writes'])
    expect(await numbers(q), q).toEqual([one])
  expect((await read('livreuse')).items[0].found.text).toEqual([
    'Each livreur/',
    'livreuse',
    ' writes to jo@snorkel.example.',
  ])
  expect(await numbers('bicycle -livreuse')).toEqual([other])
  const note = (await site.post(`threads/${other}/notes`, { body: 'Ask docs.frobnitz.example/faq' }, owner))
    .body
  const team = async (q: string) => (await site.get(`search?q=${encodeURIComponent(q)}`, owner)).body
  expect((await team('livreuse')).replies).toMatchObject([{ id: reply }])
  expect((await team('frobnitz')).notes).toMatchObject([
    { id: note.id, text: ['Ask docs.', 'frobnitz', '.example/faq'] },
  ])
})

it('what nobody sees in a word neither hides it, nor is wanted where it is typed', async () => {
  const { site, lea, read, numbers } = await scene()
  for (const unseen of ['\u00ad', '\u200b', '\u2060', '\ufeff', '\u200c', '\u200d']) {
    const code = unseen.codePointAt(0)!.toString(16)
    const [parted, whole] = [`hyphe${unseen}nation`, `uncanny${code}`]
    const hidden = await post(site, lea, `A ${parted} of ${whole}`)
    const plain = await post(site, lea, `Plain hyphenation, ${whole}`)
    for (const word of ['hyphenation', parted])
      for (const q of [`${word} ${whole}`, `${whole} ${word}`])
        expect(await numbers(q), `${code} ${q}`).toEqual([hidden, plain])
    expect(
      (await read(`uncanny${code} hyphenation`)).items.map((item: Found) => item.found.title),
    ).toContainEqual(['A ', 'hyphenation', ' of ', whole, ''])
  }
})

it('scripts that need joiners keep what they stand for, and emoji stay whole', async () => {
  const { site, lea, read, numbers } = await scene()
  const persian = await post(site, lea, 'من می\u200cخواهم')
  for (const q of ['می\u200cخواهم', 'می خواهم', 'خواهم', '"می\u200cخواهم"'])
    expect(await numbers(q), q).toEqual([persian])
  expect((await read('خواهم')).items[0].found.title.join('')).toBe('من می\u200cخواهم')
  const hindi = await post(site, lea, 'यह क्\u200dष है')
  for (const q of ['क्ष', 'क्\u200dष']) expect(await numbers(q), q).toEqual([hindi])
  const family = '👨\u200d👩\u200d👧'
  await post(site, lea, `Kids ${family} aboard`)
  expect((await read('kids')).items[0].found.title).toEqual(['', 'Kids', ` ${family} aboard`])
})

it('quotation marks of any keyboard make a phrase, and a dash before a word leaves it out', async () => {
  const { site, lea, numbers } = await scene()
  const inARow = await post(site, lea, 'Dark roads of the night')
  const apart = await post(site, lea, 'Roads that are dark, l’étage')
  expect(await numbers('dark roads')).toEqual([inARow, apart])
  for (const q of [
    '“dark roads”',
    '«dark roads»',
    '« dark roads »',
    '„dark roads“',
    '»dark roads«',
    '”dark roads”',
    '‚dark roads‘',
    '‚dark roads’',
    '‹dark roads›',
    '“dark roads',
  ])
    expect(await numbers(q), q).toEqual([inARow])
  for (const dash of ['-', '–', '—', '−', '‑'])
    for (const left of [`${dash}night`, `${dash}“the night”`, `${dash}„of the night“`])
      expect(await numbers(`roads ${left}`), left).toEqual([apart])
  // An apostrophe quotes nothing, and a dash among words or around some leaves nothing out.
  for (const q of ['roads l’étage', 'dark l’étage ‘roads’']) expect(await numbers(q), q).toEqual([apart])
  for (const q of ['roads – night', 'roads –of the night– dark', 'night–roads'])
    expect(await numbers(q), q).toEqual([inARow])
})
