import { beforeAll, expect, it } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// French verbs in -yer have three stems without their accents, and many short words look like one of them.

let site: TestSite
let lea: Person
const titles = new Map<number, string>()

async function post(title: string): Promise<void> {
  const draft = { board: 'ideas', kind: 'idea', title: `${title} sacoche`, body: 'Bref.', language: 'fr' }
  const { status, body } = await site.post('threads', draft, lea)
  expect(status).toBe(201)
  titles.set(body.number, title)
}

/** The titles with which a word meets that is no longer growing, for it is not the last. */
async function met(word: string): Promise<string[]> {
  const { body } = await site.get(`threads?limit=100&q=${encodeURIComponent(`${word} sacoche`)}`)
  if (body.near) return []
  return body.items.map(({ number }: { number: number }) => titles.get(number)).toSorted()
}

const forms = (verb: string) => {
  const y = verb.slice(0, -2)
  const i = `${y.slice(0, -1)}i`
  return [verb, `${i}e`, `${i}es`, `${y}e`, `${y}es`, `${y}é`, `${y}és`, `${y}ée`, `${y}ées`]
}

const verbs = ['essayer', 'nettoyer', 'appuyer', 'déployer']
/** What is no verb of this kind, or another word than its stem. */
const others = [
  'pays',
  'La Haye',
  'play',
  'voyage',
  'joyau',
  'noyau',
  'moyenne',
  'crayon',
  'loyal',
  'envie',
  'appel',
  'essaim',
  'emplette',
]

beforeAll(async () => {
  site = await (await testWorld()).site()
  lea = await site.member('Lea')
  for (const verb of verbs) for (const at of [0, 1, 5, 8]) await post(forms(verb)[at]!)
  for (const word of ['payer', 'paie', 'payée', ...others, 'haie', 'plaie']) await post(word)
})

it('a verb in -ayer, -oyer or -uyer meets all its forms, with accents and without, and no other word', async () => {
  for (const verb of verbs) {
    const expected = [0, 1, 5, 8].map((at) => forms(verb)[at]).toSorted()
    for (const form of forms(verb))
      for (const typed of new Set([form, form.normalize('NFD').replaceAll(/\p{M}/gu, '')]))
        expect(await met(typed), typed).toEqual(expected)
  }
})

it('a short one meets its present and its participle, and none of the words that look like it', async () => {
  for (const typed of ['payer', 'paie', 'PAIES'])
    expect(await met(typed), typed).toEqual(['paie', 'payer', 'payée'])
  for (const typed of ['payée', 'payees'])
    expect(await met(typed), typed).toEqual(expect.arrayContaining(['paie', 'payer', 'payée']))
  for (const typed of ['haie', 'haies', 'plaie', 'plaies'])
    expect(await met(typed), typed).toEqual([typed.replace(/s$/, '')])
  for (const typed of [...others, 'voie', 'joie', 'noyer', 'noie', 'craie', 'soie', 'loyer', 'foyers'])
    expect(
      (await met(typed)).filter((title) => title !== typed),
      typed,
    ).toEqual([])
})
