import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { hide } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

interface Found {
  number: number
  title: string
  found: { title: string[]; text: string[] }
}

let site: TestSite
let lea: Person
let numbers: Record<string, number>

async function post(language: string, title: string, body: string): Promise<number> {
  const answer = await site.post('threads', { board: 'ideas', kind: 'idea', title, body, language }, lea)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.number
}

const search = (q: string, as?: Person, more = '') =>
  site.get(`threads?q=${encodeURIComponent(q)}${more}`, as)

/** The names of what was found, in order; none of it near only. */
async function found(q: string, as?: Person, more = ''): Promise<string[]> {
  const { status, body } = await search(q, as, more)
  expect(status, q).toBe(200)
  if (body.near) return []
  return body.items.map((item: Found) => Object.keys(numbers).find((name) => numbers[name] === item.number))
}

beforeAll(async () => {
  site = await (await testWorld()).site()
  lea = await site.member('Lea')
  numbers = {
    routes: await post('en', 'Night routes for couriers', 'Riders want a planner that avoids dark roads.'),
    planner: await post('en', 'A planner for parking', 'The dark garage has no route to the exit.'),
    livraison: await post('fr', 'Livraisons retardées à l’étage', 'Les clients préfèrent être prévenus.'),
    rad: await post('de', 'Größere Räder für Lasten', 'Die Kinder sitzen höher und sehen mehr.'),
  }
})

describe('a search', () => {
  it('wants every word, in the language of the thread, whatever its accents', async () => {
    expect((await found('route planner')).toSorted()).toEqual(['planner', 'routes'])
    expect(await found('route couriers')).toEqual(['routes'])
    expect(await found('route couriers garage')).toEqual([])
    expect(await found('livraison retardees ETAGE')).toEqual(['livraison'])
    expect(await found('PREFERENT client')).toEqual(['livraison'])
    expect(await found('grosser rad')).toEqual(['rad'])
    expect(await found('kind hoher')).toEqual(['rad'])
  })

  it('finds French verbs and their participles by each other, with accents and without', async () => {
    numbers.mieux = await post('fr', 'Sacoches améliorées', 'Elles sont développées et répétées partout.')
    numbers.verbe = await post('fr', 'Améliorer les sacoches', 'Développer, puis répéter.')
    const all = ['mieux', 'verbe']
    for (const word of ['améliorer', 'ameliore', 'améliorées', 'AMÉLIORÉE', 'améliorés', 'développe'])
      for (const q of [`${word} sacoche`, `sacoche ${word}`, `l’${word} sacoche`])
        expect((await found(q)).toSorted(), q).toEqual(all)
    expect((await search('améliorer sacoche')).body.items.map((item: Found) => item.found.title)).toEqual(
      expect.arrayContaining([
        ['', 'Sacoches', ' ', 'améliorées', ''],
        ['', 'Améliorer', ' les ', 'sacoches', ''],
      ]),
    )
    expect(await found('améliorer route')).toEqual([])
  })

  it('takes the last word for a beginning while it is typed, and no other', async () => {
    expect(await found('night cour')).toEqual(['routes'])
    expect(await found('cour night')).toEqual([])
    expect(await found('livr')).toEqual(['livraison'])
  })

  it('keeps a phrase together, and leaves out what has a minus', async () => {
    expect(await found('"dark roads"')).toEqual(['routes'])
    expect(await found('"roads dark"')).toEqual([])
    expect(await found('"dark roads')).toEqual(['routes'])
    expect(await found('planner -parking')).toEqual(['routes'])
    expect(await found('planner -"dark roads"')).toEqual(['planner'])
    expect(await found('-parking')).toEqual([])
    // "the" is a filler in English: what is left would be everything but.
    expect(await found('the -parking')).toEqual([])
  })

  it('ranks by where the words are, by votes and by age', async () => {
    expect(await found('route')).toEqual(['routes', 'planner'])
    const at = await (await testWorld()).site()
    const mia = await at.member('Mia')
    const [old, liked, plain] = [await at.idea(mia), await at.idea(mia), await at.idea(mia)]
    for (const name of ['Tom', 'Ana', 'Bo'])
      await at.put(`threads/${liked}/vote`, undefined, await at.member(name))
    const { id } = await at.row()
    await sql`update thread_counters set created_second = created_second - 94670000 where site_id = ${id} and number = ${old}`.execute(
      at.world.db,
    )
    const answer = await at.get('threads?q=something+help')
    expect(answer.body.items.map((item: Found) => item.number)).toEqual([liked, plain, old])
  })

  it('says where the words are, in plain text', async () => {
    const planner = await search('route planner')
    const first = planner.body.items.find((item: Found) => item.number === numbers.routes) as Found
    expect(first.found.title).toEqual(['Night ', 'routes', ' for couriers'])
    expect(first.found.text).toEqual(['Riders want a ', 'planner', ' that avoids dark roads.'])
    const french = await search('etage prefere')
    expect(french.body.items[0].found.title).toEqual(['Livraisons retardées à l’', 'étage', ''])
    const at = await (await testWorld()).site()
    const mia = await at.member('Mia')
    await at.idea(mia, {
      title: '<b>zebra</b> & <img src=x onerror=alert(1)>',
      body: 'zebra `<script>` again',
    })
    const { items } = (await at.get('threads?q=zebra')).body
    expect(items[0].found.title.join('')).toBe(items[0].title)
    expect(items[0].found.title[1]).toBe('zebra')
  })

  it('shows words before what matched, and where a text is cut', async () => {
    const at = await (await testWorld()).site()
    const mia = await at.member('Mia')
    const numbered = (from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `w${from + index}`).join(' ')
    const shown = async (body: string, q = 'zebra') => {
      const number = await at.idea(mia, { title: 'Stripes', body })
      const { items } = (await at.get(`threads?q=${encodeURIComponent(q)}`)).body
      return (items as Found[]).find((item) => item.number === number)!.found.text
    }
    const [before, hit, after, ...more] = await shown(`${numbered(1, 60)} zebra ${numbered(61, 120)}.`)
    expect([hit, more]).toEqual(['zebra', []])
    expect(before).toBe('…w55 w56 w57 w58 w59 w60 ')
    expect(after).toMatch(/^( w\d+){6,}…$/)
    expect((await shown(`${numbered(1, 60)} l’zebra`))[0]).toBe('…w55 w56 w57 w58 w59 w60 l’')
    expect(await shown('«A zebra, and no more.»')).toEqual(['«A ', 'zebra', ', and no more.»'])
    expect((await shown(`A zebra ${numbered(1, 60)}`)).at(0)).toBe('A ')
    expect((await shown(`${numbered(1, 60)} (a zebra!)`)).at(-1)).toBe('!)')
    expect((await shown('Writes `<b>zebra</b>` & `a < b`.')).join('')).toBe('Writes <b>zebra</b> & a < b.')
    expect((await shown(`${numbered(1, 60)}.`, 'stripes')).join('')).toMatch(/^w1 w2 .* w\d+…$/)
  })

  it('offers near titles where nothing is found, and says that they are only near', async () => {
    const { body } = await search('livraisson')
    expect(body.near).toBe(true)
    expect(body.items.map((item: Found) => item.number)).toEqual([numbers.livraison])
    expect((await search('rouets')).body.items[0].number).toBe(numbers.routes)
    expect((await search('route')).body.near).toBeUndefined()
    expect((await search('xylophone')).body).toEqual({ items: [], next: null })
    expect((await search('"livraisson"')).body).toEqual({ items: [], next: null })
    expect((await search('livraisson', undefined, '&kind=question')).body.items).toEqual([])
  })

  it('walks its pages once', async () => {
    const at = await (await testWorld()).site()
    const mia = await at.member('Mia')
    const made = [await at.idea(mia), await at.idea(mia), await at.idea(mia)]
    const first = (await at.get('threads?q=help&limit=2')).body
    const second = (await at.get(`threads?q=help&limit=2&cursor=${first.next}`)).body
    expect(second.next).toBeNull()
    const seen = [...first.items, ...second.items].map((item: Found) => item.number)
    expect(seen.toSorted()).toEqual(made.toSorted())
  })

  it('finds nothing, nor anything near, of what one may not read', async () => {
    const at = await (await testWorld()).site()
    const mia = await at.member('Mia')
    const owner = await at.staff('owner')
    const rude = await at.idea(mia, { title: 'A velociraptor in the yard', body: 'It is quite rude.' })
    await at.idea(mia, { title: 'Pterodactyl over the depot', body: 'Only ours to know.' })
    const thread = (await at.get(`threads/${rude}`)).body
    const ruling = { rule: 1, reason: 'It scares the customers.', revision: 1 }
    const ruled = await at.post(`posts/${thread.post}/rulings`, ruling, owner)
    expect(ruled.status, ruled.text).toBeLessThan(300)
    for (const q of ['velociraptor', 'velociraptro'])
      expect((await at.get(`threads?q=${q}`)).body).toEqual({ items: [], next: null })
    expect((await at.get('threads?q=pterodactil')).body.near).toBe(true)
    await at.restrict('ideas', 'staff')
    for (const q of ['pterodactyl', 'pterodactil', 'depot'])
      expect((await at.get(`threads?q=${q}`, mia)).body, q).toEqual({ items: [], next: null })
    expect((await at.get('threads?q=pterodactyl', owner)).body.items).toHaveLength(1)
    expect((await search('pterodactyl', owner)).status).toBeOneOf([200, 401, 403])
    expect((await search('pterodactyl')).body.items).toEqual([])
  })

  it('sec-I06: answers whatever is typed', async () => {
    const pieces = fc.constantFrom(
      '"',
      '-',
      '!',
      '&',
      '|',
      ':*',
      '<->',
      '(',
      ')',
      "'",
      '\\',
      ' ',
      '%',
      '\u0001',
      'the',
      'no-',
      '½',
      '١',
      'ﬀ',
      'é',
      '𝕏',
      "l'",
      '1.5',
      'a/b',
      'a@b.c',
      '<b>',
    )
    const typed = fc.oneof(
      fc.array(pieces, { maxLength: 24 }).map((all) => all.join('')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const answer = await search(text.slice(0, 200))
        expect(answer.status, text).toBe(200)
      }),
      { numRuns: 150 },
    )
    const many = Array.from({ length: 60 }, (_, index) => `w${index}`)
      .join(' ')
      .slice(0, 200)
    expect((await search(many)).status).toBe(200)
  })
})

describe('a search of replies', () => {
  const scene = async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, cm] = [await site.member('Lea'), await site.member('Tom'), await site.staff('moderator')]
    const post = async (language: string, title: string) =>
      (await site.post('threads', { board: 'ideas', kind: 'idea', title, body: 'In short.', language }, lea))
        .body.number as number
    const [english, french] = [
      await post('en', 'Lights on the ramp'),
      await post('fr', 'Des phares sur la rampe'),
    ]
    const read = async (q: string, as?: Person) =>
      (await site.get(`threads?q=${encodeURIComponent(q)}`, as)).body as {
        items: (Found & { found: { reply?: { id: string; author: string | null } } })[]
        near?: true
      }
    const numbers = async (q: string, as?: Person) => {
      const { items, near } = await read(q, as)
      return near ? [] : items.map((item) => item.number)
    }
    return { site, lea, tom, cm, english, french, read, numbers }
  }

  it('finds a thread by one that holds all the words, below those found by their own, and says which', async () => {
    const { site, lea, tom, english, french, read, numbers } = await scene()
    const reply = await site.reply(tom, english, 'We glued **reflectors** to the bollards & kerbs.')
    await site.reply(lea, english, 'Reflectors came off in winter.')
    await site.reply(tom, french, 'Les réflecteurs ont été volés.')
    const { items } = await read('reflector bollard')
    expect(items.map((item) => item.number)).toEqual([english])
    expect(items[0]!.found.reply).toEqual({ id: reply, author: 'Tom' })
    expect(items[0]!.found.text.join('')).toBe('We glued reflectors to the bollards & kerbs.')
    expect(items[0]!.found.text).toContain('reflectors')
    expect(await numbers('reflecteur vole')).toEqual([french])
    expect(await numbers('bollards winter'), 'in two replies').toEqual([])
    expect(await numbers('"bollards kerbs"')).toEqual([english])
    expect(await numbers('reflectors -bollards'), 'in another reply').toEqual([])
    const own = await site.idea(lea, { title: 'Bollards for the yard' })
    expect(await numbers('bollards')).toEqual([own, english])
    const paged = await site.get('threads?q=bollards&limit=1')
    const rest = await site.get(`threads?q=bollards&limit=1&cursor=${paged.body.next}`)
    expect([paged.body.items[0].number, rest.body.items[0].number]).toEqual([own, english])
    expect(rest.body.next).toBeNull()
  })

  it('leaves a thread out for a minus wherever one may read the word, and fills the page with the others', async () => {
    const { site, tom, lea, cm, english, french, numbers } = await scene()
    const title = await site.idea(lea, { title: 'Batteries and sails', body: 'A keelson bike.' })
    const opening = await site.idea(lea, { title: 'Racks of steel', body: 'Any battery fits.' })
    const kept = await site.idea(lea, { title: 'A keelson', body: 'For the bike.' })
    await site.reply(tom, opening, 'A keelson helps.')
    const other = await site.reply(tom, kept, 'Without batteries, please.')
    await site.reply(tom, english, 'My keelson creaks.')
    await site.reply(tom, french, 'Une batterie, et rien que ça.')
    await site.reply(tom, french, 'Le keelson grince.')
    const all = [title, opening, kept, english, french]
    expect((await numbers('keelson')).toSorted()).toEqual(all.toSorted())
    expect((await numbers('keelson -battery')).toSorted(), 'in English').toEqual([english, french].toSorted())
    expect((await numbers('keelson -batteries')).toSorted(), 'in French too').toEqual([english])
    expect(await numbers('keelson -"please without"')).toContain(kept)
    expect(await numbers('keelson -"without batteries"')).not.toContain(kept)
    // What one may not read leaves nothing out, and so tells nothing.
    const { id: ruling } = await hide(site, cm, other)
    expect((await numbers('keelson -batteries')).toSorted()).toEqual([kept, english].toSorted())
    await site.delete(`rulings/${ruling}`, cm)
    expect(await numbers('keelson -batteries')).toEqual([english])
    await site.delete(`replies/${other}`, tom)
    const first = await site.get('threads?q=keelson+-batteries&limit=1')
    const rest = await site.get(`threads?q=keelson+-batteries&limit=1&cursor=${first.body.next}`)
    expect([first.body.items[0].number, rest.body.items[0].number]).toEqual([kept, english])
    expect(rest.body.next).toBeNull()
  })

  it('finds none that was hidden, deleted or edited since, nor of a board that one may not read', async () => {
    const { site, tom, cm, english, french, numbers } = await scene()
    const [hidden, deleted, edited] = [
      await site.reply(tom, english, 'Quillon one'),
      await site.reply(tom, english, 'Quillon two'),
      await site.reply(tom, english, 'Quillon three'),
    ]
    expect(await numbers('quillon one')).toEqual([english])
    const { id: ruling } = await hide(site, cm, hidden)
    await site.delete(`replies/${deleted}`, tom)
    await site.patch(`replies/${edited}`, { body: 'Brindle' }, tom, 1)
    expect(await numbers('quillon')).toEqual([])
    expect(await numbers('brindle')).toEqual([english])
    await site.delete(`rulings/${ruling}`, cm)
    expect(await numbers('quillon')).toEqual([english])
    await site.put(`threads/${english}/merge`, { into: french }, cm)
    expect(await numbers('brindle'), 'of a merged thread').toEqual([french])
    await site.restrict('ideas', 'staff')
    expect(await numbers('brindle', tom)).toEqual([])
    expect(await numbers('brindle', cm)).toEqual([french])
  })

  it('finds those that others wrote where the words of who asked went with them, and nothing of theirs', async () => {
    const { site, lea, tom, cm, english, french, read } = await scene()
    await site.reply(tom, english, 'A turnbuckle holds it.')
    await site.reply(tom, french, 'Un tendeur le retient.')
    const alone = await site.idea(lea, { title: 'Rusty turnbuckles' })
    const erasure = { posts: 'remove', reason: 'By letter.' }
    const admin = await site.staff('admin')
    const erased = await site.put(`members/${lea.id}/erasure`, erasure, admin)
    expect(erased.status, erased.text).toBe(204)
    for (const [typed, number, title] of [
      ['turnbuckles', english, 'Removed by its author'],
      ['tendeurs', french, 'Retiré par son auteur'],
    ] as const)
      for (const [q, near] of [
        [typed, undefined],
        [typed.replace('e', 'ee'), true],
      ] as const) {
        const { items, near: only } = await read(q)
        expect([only, items], q).toMatchObject([
          near,
          [{ number, found: { title: [title], reply: { author: 'Tom' } } }],
        ])
      }
    for (const q of ['removed author', 'retiré auteur'])
      expect(await read(q), q).toEqual({ items: [], next: null })
    expect((await site.get('threads/similar?title=Removed by its author')).body.items).toEqual([])
    // The team finds by its number what is listed, and no more of what was taken away.
    const byNumber = async (number: number) => (await site.get(`search?q=%23${number}`, cm)).body.threads
    expect(await byNumber(english)).toMatchObject([
      { number: english, title: ['Removed by its author'], text: [''] },
    ])
    expect(await byNumber(alone)).toEqual([])
  })

  it('loses none to the many of a board that one may not read, or did not ask for', async () => {
    const { site, lea, tom, cm, numbers } = await scene()
    const question = { board: 'help', kind: 'question' }
    const inner = await site.idea(lea, { ...question, title: 'Racks in the hall' })
    const late = await site.idea(lea, { title: 'Bells for the bikes' })
    const many = await site.reply(tom, inner, 'A wobbly sprocket.')
    // Before the other in whatever order they are walked.
    await sql`insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer, created_at)
      select site_id, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, thread_id, kind, author_id, body, html, renderer,
        created_at + interval '1 hour' from posts
      cross join generate_series(1, 250) n where id = ${many}`.execute(site.world.db)
    await site.reply(tom, late, 'Our sprocket sings.')
    expect(await numbers('sprocket')).toContain(inner)
    expect((await site.get('threads?q=sprocket&board=ideas')).body.items).toMatchObject([{ number: late }])
    expect((await site.get('threads?q=sprocket&kind=idea')).body.items).toMatchObject([{ number: late }])
    await site.restrict('help', 'staff')
    expect(await numbers('sprocket')).toEqual([late])
    expect(await numbers('sprocket', cm)).toContain(inner)
  })
})

it('words on two lines are two words, to the search and where a list shows what a text begins with', async () => {
  const place = await (await testWorld()).site()
  const ben = await place.member('Ben')
  const number = await place.idea(ben, {
    title: 'What to bring',
    body: 'A spare tube\npump\n\n<details>\nlevers\npatches\n</details>',
  })
  for (const word of ['tube', 'pump', 'levers', 'patches']) {
    const { items, near } = (await place.get(`threads?q=${word}`)).body
    expect([items.map((item: Found) => item.number), near], word).toEqual([[number], undefined])
  }
  const [row] = (await place.get('threads')).body.items
  expect(row.excerpt).toBe('A spare tube pump <details> levers patches </details>')
})
