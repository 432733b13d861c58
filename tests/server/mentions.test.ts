import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { Renderer } from '../../server/lib/markdown.ts'
import { sendDue } from '../../server/mails/send.ts'
import { eventually } from '../support/eventually.ts'
import { hide, openingOf } from '../support/judging.ts'
import { dataAt, documentAt, pathOf, readAt, textsOf, xmlAt } from '../support/pages.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => clock.reset())

const at = ({ id, name }: { id: string; name: string }) => `@[${name}](member:${id})`
const told = async (site: TestSite, as: Person) =>
  (await site.get('me/notifications', as)).body.items as {
    kind: string
    post: string | null
    thread: { number: number } | null
  }[]
const kinds = async (site: TestSite, as: Person) => (await told(site, as)).map((one) => one.kind)
const htmlOf = async (site: TestSite, number: number, as: Person) =>
  (await site.get(`threads/${number}`, as)).body.html as string
const offered = async (site: TestSite, path: string, as: Person) =>
  ((await site.get(path, as)).body.items as { name: string }[]).map((one) => one.name)

describe('a mention in Markdown', () => {
  const renderer = new Renderer()
  afterAll(() => renderer.close())
  const id = '01920000-0000-7000-8000-00000000000a'
  const render = (markdown: string, name = 'Ann Berg', page = true) =>
    renderer.render(markdown, { people: new Map([[id, { name, page }]]) })
  const source = `@[Old name](member:${id})`
  const drawn = `<bdi data-member="${id}">@Ann Berg</bdi>`

  it('is the name of now, known by its id, and words like any other in what is plain', async () => {
    const { html, text, mentioned } = await render(
      `Ask ${source}, **${source.toUpperCase().replace('OLD NAME', 'x').replace('MEMBER', 'member')}**.`,
    )
    expect(html).toBe(`<p>Ask ${drawn}, <strong>${drawn}</strong>.</p>`)
    expect(text).toBe('Ask @Ann Berg, @Ann Berg.')
    expect(mentioned).toEqual([id])
  })

  it('is none in code, nobody’s in a link, and tells nobody in a quotation', async () => {
    for (const code of [`\`${source}\``, `    ${source}`, `\`\`\`\n${source}\n\`\`\``]) {
      const { html, mentioned } = await render(code)
      expect(html).toContain(`@[Old name](member:${id})`)
      expect(html).not.toContain('<bdi')
      expect(mentioned).toEqual([])
    }
    const linked = await render(`[see ${source}](https://a.example)`)
    expect(linked.html).not.toContain('data-member')
    expect(linked.mentioned).toEqual([])
    const quoted = await render(`> ${source}\n\nYes.`)
    expect(quoted.html).toContain(drawn)
    expect(quoted.mentioned).toEqual([])
  })

  it('tells a guest, and names no page of theirs, which they have not', async () => {
    const { html, mentioned } = await render(`Ask ${source}.`, 'Ann Berg', false)
    expect(html).toBe('<p>Ask <bdi>@Ann Berg</bdi>.</p>')
    expect(mentioned).toEqual([id])
  })

  it('is text for whoever is not known', async () => {
    const { html, mentioned } = await renderer.render(`Ask ${source}.`)
    expect(html).toBe('<p>Ask <bdi>@Old name</bdi>.</p>')
    expect(mentioned).toEqual([])
  })

  const names = [
    '<img src=x onerror=alert(1)>',
    'x](javascript:alert(1))',
    '"><script>alert(1)</script>',
    '" onmouseover="alert(1)',
    '\u202eevil\u202c',
    '&lt;b&gt;',
    '**bold** `code`',
  ]
  it.each(names)('shows the name %s as it is', async (name) => {
    for (const { html } of [
      await render(source, name),
      await renderer.render(`@[${name.replaceAll(']', '')}](member:${id})`),
    ]) {
      expect(html.replace(/<bdi(?: data-member="[0-9a-f-]{36}")?>|<\/?(?:bdi|p)>/g, '')).not.toMatch(/<|="$/)
      expect(html).toMatch(/^<p><bdi/)
    }
    const { text } = await render(source, name)
    // No text has its letters run backwards, nor may a name.
    expect(text).toBe(`@${name.replace('\u202e', '')}`)
  })

  it('cannot be forged by HTML or by an id that is none', async () => {
    for (const text of [
      `<bdi data-member="${id}">@Ann</bdi>`,
      `@[x](member:${id}" onclick="alert(1))`,
      '@[x](member:__proto__)',
      `@[x](javascript:member:${id})`,
    ]) {
      const { html, mentioned } = await render(text)
      expect(html).not.toMatch(/<[^>]*(data-member|onclick|javascript)/)
      expect(mentioned).toEqual([])
    }
  })
})

describe('a mention', () => {
  it('tells whom it names once, who follows the thread or wrote it too, and no one who wrote it of themselves', async () => {
    const site = await make()
    const [lea, tom, mia] = [await site.member('Lea'), await site.member('Tom'), await site.member('Mia')]
    const number = await site.idea(lea)
    await site.put(`threads/${number}/subscription`, undefined, mia)
    const post = await site.reply(
      tom,
      number,
      `${at(lea)} and ${at(mia)}, ${at(mia)}: look, says ${at(tom)}.`,
    )
    expect(await told(site, lea)).toMatchObject([{ kind: 'mention', post, thread: { number } }])
    await site.reply(tom, number, 'And more.')
    await eventually(() => kinds(site, mia)).toEqual(['reply', 'mention'])
    expect(await kinds(site, lea)).toEqual(['reply', 'mention'])
    expect(await kinds(site, tom)).toEqual([])
    const { text } = await site.get('me/notifications', lea)
    expect(text).toContain('Tom')
  })

  it('in a new thread leads to the thread, and makes nobody follow it', async () => {
    const site = await make()
    const [lea, mia] = [await site.member('Lea'), await site.member('Mia')]
    await site.put('boards/ideas/subscription', undefined, mia)
    const number = await site.idea(lea, { body: `What does ${at({ ...mia, name: 'somebody' })} say?` })
    expect(await told(site, mia)).toMatchObject([{ kind: 'mention', post: null, thread: { number } }])
    expect(await htmlOf(site, number, lea)).toContain(`<bdi data-member="${mia.id}">@Mia</bdi>`)
    expect((await site.get(`me/overlay?threads=${number}`, mia)).body.followed).toEqual([])
    await site.reply(lea, number)
    expect(await kinds(site, mia)).toEqual(['mention'])
  })

  it('in an official answer is told as a mention alone, and an old one is no bar to the news of an official answer', async () => {
    const site = await make()
    const [lea, mia, pia] = [await site.member('Lea'), await site.member('Mia'), await site.staff('product')]
    const number = await site.idea(lea)
    await site.put(`threads/${number}/vote`, undefined, mia)
    await site.reply(pia, number, `Yes, ${at(mia)}.`, { official: true })
    const other = await site.reply(pia, number, `No, ${at(lea)}.`)
    clock.move(60)
    expect(await kinds(site, mia)).toEqual(['mention'])
    await site.put(`threads/${number}/official`, { reply: other }, pia)
    clock.move(20)
    expect((await kinds(site, lea)).filter((kind) => kind === 'official')).toHaveLength(2)
  })

  it('added by an edit tells those who are new, at once and in a race once', async () => {
    const site = await make()
    const [lea, tom, mia] = [await site.member('Lea'), await site.member('Tom'), await site.member('Mia')]
    const number = await site.idea(lea)
    const post = await site.reply(tom, number, `See ${at(mia)}.`)
    const edits = await Promise.all(
      [1, 2].map(() => site.patch(`replies/${post}`, { body: `See ${at(mia)} and ${at(lea)}.` }, tom, 1)),
    )
    expect(edits.map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect(await kinds(site, mia)).toEqual(['mention'])
    expect((await kinds(site, lea)).toSorted()).toEqual(['mention', 'reply'])
    const edited = await site.patch(`threads/${number}`, { body: `For ${at(tom)}.` }, lea, 1)
    expect(edited.status, edited.text).toBe(200)
    expect(await kinds(site, tom)).toEqual(['mention'])
  })

  it('tells ten people of a post at most, however often it is edited', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const people: Person[] = []
    for (let n = 0; n < 13; n++) people.push(await site.member(`Person ${n}`))
    const number = await site.idea(lea)
    const post = await site.reply(lea, number, people.slice(0, 11).map(at).join(' '))
    await site.patch(`replies/${post}`, { body: people.slice(11).map(at).join(' ') }, lea, 1)
    const heard = await Promise.all(people.map((one) => kinds(site, one)))
    expect(heard.map((one) => one.length)).toEqual([...Array(10).fill(1), 0, 0, 0])
  })

  it('of who is not there, is of another site, was erased or may not read it, is text, and tells nobody', async () => {
    const [site, other] = [await make(), await make()]
    const [lea, gone, staff] = [
      await site.member('Lea'),
      await site.member('Gone'),
      await site.staff('moderator'),
    ]
    const stranger = await other.member('Stranger')
    const guest = await site.guest('Gast')
    const { id } = await site.row()
    await sql`update members set erased_at = now() where site_id = ${id} and id = ${gone.id}`.execute(
      world.db,
    )
    const none = { id: '01920000-0000-7000-8000-00000000000a', name: 'None' }
    const body = [none, stranger, gone].map((one) => at({ ...one, name: 'Label' })).join(' ')
    const number = await site.idea(lea, { body })
    const html = await htmlOf(site, number, lea)
    expect(html).toBe(`<p>${Array(3).fill('<bdi>@Label</bdi>').join(' ')}</p>`)
    expect(await kinds(other, stranger)).toEqual([])
    await site.restrict('help', 'staff')
    const inside = await site.idea(staff, {
      board: 'help',
      kind: 'question',
      body: at({ ...lea, name: 'Label' }),
    })
    expect(await htmlOf(site, inside, staff)).toBe('<p><bdi>@Label</bdi></p>')
    await site.restrict('help', 'members')
    const members = await site.idea(lea, {
      board: 'help',
      kind: 'question',
      body: `${at(guest)} ${at(staff)}`,
    })
    expect(await htmlOf(site, members, lea)).toBe(
      `<p><bdi>@Gast</bdi> <bdi data-member="${staff.id}">@${staff.name}</bdi></p>`,
    )
    expect(await kinds(site, lea)).toEqual([])
    expect(await kinds(site, guest)).toEqual([])
    const preview = await site.post(
      'previews',
      { markdown: at({ ...staff, name: 'Label' }), thread: members },
      guest,
    )
    expect(preview.body.html).toBe('<p><bdi>@Label</bdi></p>')
    const shown = await site.post(
      'previews',
      { markdown: at({ ...staff, name: 'Label' }), board: 'help' },
      lea,
    )
    expect(shown.body.html).toContain(`@${staff.name}`)
  })

  it('is mailed as its reader chose, and not of what they may no longer read', async () => {
    const site = await make()
    const address = () => `mention-${Math.random().toString(36).slice(2)}@mail.example`
    const [first, second, third] = [address(), address(), address()]
    const lea = await site.member('Lea', { email: first })
    const mia = await site.member('Mia', { email: second, locale: 'de' })
    const nora = await site.member('Nora', { email: third })
    const tom = await site.member('Tom')
    expect((await site.patch('me/mail', { mentions: 'none' }, nora)).body.mentions).toBe('none')
    const number = await site.idea(tom, { title: 'Winter tyres', body: `${at(mia)} ${at(nora)} knows.` })
    const post = await site.reply(tom, number, `${at(lea)} asked.`)
    await hide(site, await site.staff('moderator'), post)
    clock.move(200)
    await sendDue(world)
    const mail = await mails.to(second)
    expect(mail.text).toContain('Tom hat Sie in „Winter tyres“ erwähnt.')
    expect(mail.text).toContain('@\u2060Mia @\u2060Nora knows.')
    expect(mail.text).toContain(`/t/${number}-winter-tyres\n`)
    expect(mails.all(first)).toEqual([])
    expect(mails.all(third)).toEqual([])
    expect(await kinds(site, lea)).toEqual([])
    expect(await kinds(site, nora)).toEqual(['mention'])
  })
})

describe('whom one may mention', () => {
  it('is offered by the beginning of a name: who takes part, the team, then others', async () => {
    const site = await make()
    const [lea, zoe] = [await site.member('Lea'), await site.member('Ana Zoë')]
    for (const name of ['Ánastasia', 'Anatol', 'Berta', '100% Ana_']) await site.member(name)
    const ada = await site.staff('moderator', 'Anabel Team')
    const number = await site.idea(zoe)
    const here = `threads/${number}/mentionable?q=`
    expect(await offered(site, `${here}an`, lea)).toEqual(['Ana Zoë', 'Anabel Team', 'Ánastasia', 'Anatol'])
    expect(await offered(site, `${here}ZOE`, lea)).toEqual(['Ana Zoë'])
    expect(await offered(site, `${here}a`, lea)).toEqual(['Ana Zoë', 'Anabel Team'])
    expect(await offered(site, here, zoe)).toEqual(['Anabel Team', 'Owner'])
    expect(await offered(site, `${here}${encodeURIComponent('%')}`, lea)).toEqual([])
    expect(await offered(site, 'boards/ideas/mentionable?q=an', ada)).toEqual([
      'Ana Zoë',
      'Ánastasia',
      'Anatol',
    ])
    const { body, text } = await site.get(`${here}an`, lea)
    expect(Object.keys(body.items[0]).toSorted()).toEqual([
      'avatar',
      'company',
      'guest',
      'id',
      'name',
      'team',
    ])
    expect(text).not.toContain('@')
    for (let n = 0; n < 10; n++) await site.member(`Anton ${n}`)
    expect(await offered(site, `${here}an`, lea)).toHaveLength(8)
  })

  it('is not who wrote an opening that is hidden or was taken away, of whom nobody else is told', async () => {
    const site = await make()
    const [lea, tomasz, cm] = [
      await site.member('Lea'),
      await site.member('Tomasz'),
      await site.staff('moderator'),
    ]
    const hidden = await site.idea(tomasz)
    const gone = await site.idea(tomasz)
    for (const number of [hidden, gone]) {
      await site.reply(lea, number)
      expect(await offered(site, `threads/${number}/mentionable?q=`, lea)).toContain('Tomasz')
    }
    await hide(site, cm, await openingOf(site, hidden))
    expect((await site.delete(`threads/${gone}`, tomasz)).status).toBe(204)
    for (const number of [hidden, gone]) {
      expect((await site.get(`threads/${number}`, lea)).body.author).toBeNull()
      expect(await offered(site, `threads/${number}/mentionable?q=`, lea)).not.toContain('Tomasz')
      expect(await offered(site, `threads/${number}/mentionable?q=t`, lea)).not.toContain('Tomasz')
    }
  })

  it('is nobody of another site, nobody who may not read it, and nothing to who may not', async () => {
    const [site, other] = [await make(), await make()]
    const owner = await site.staff('owner', 'Ole')
    const fleet = { company: { id: 'c1', name: 'C', plan: 'Fleet' } }
    const [inside, mate] = [await site.member('Anke In', fleet), await site.member('Anke Mate', fleet)]
    const outside = await site.member('Anke Out')
    await other.member('Anke Other')
    const guest = await site.guest('Anke Guest')
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    await site.post('segments', { slug: 'fleet', name: 'Fleet', rule }, owner)
    const board = { slug: 'early', name: 'Early', kinds: ['idea'], visibility: 'segment', segment: 'fleet' }
    expect((await site.post('boards', board, owner)).status).toBe(201)
    const number = await site.idea(inside, {
      board: 'early',
      body: `${at(mate)} ${at({ ...outside, name: 'Label' })}`,
    })
    expect(await htmlOf(site, number, inside)).toBe(
      `<p><bdi data-member="${mate.id}">@Anke Mate</bdi> <bdi>@Label</bdi></p>`,
    )
    expect(await offered(site, `threads/${number}/mentionable?q=anke`, inside)).toEqual(['Anke Mate'])
    expect(await offered(site, 'boards/early/mentionable?q=anke', owner)).toEqual(['Anke In', 'Anke Mate'])
    for (const who of [outside, guest])
      for (const path of [`threads/${number}/mentionable?q=an`, 'boards/early/mentionable?q=an'])
        expect((await site.get(path, who)).status).toBe(404)
    expect((await site.get(`threads/${number}/mentionable?q=an`)).status).toBe(401)
    expect((await site.get('boards/ideas/mentionable?q=an&x=1', outside)).status).toBe(422)
    expect((await site.get(`boards/ideas/mentionable?q=${'a'.repeat(201)}`, outside)).status).toBe(422)
    expect((await site.get('boards/ideas/mentionable?q=%00%00', outside)).status).toBe(200)
  })
})

describe('the name of who is mentioned', () => {
  it('stands in the public page, in its data and in feeds, where nothing else of them does', async () => {
    const site = await make()
    const [lea, mia] = [await site.member('Lea'), await site.member('Mia <b>Berg</b>')]
    const number = await site.idea(lea, {
      title: 'Winter tyres',
      body: `Ask ${at({ ...mia, name: 'x' })}, please.`,
    })
    const words = 'Ask @Mia <b>Berg</b>, please.'
    const path = await pathOf(site, number)
    const page = await documentAt(site, path)
    expect(page.querySelector('.prose bdi')?.textContent).toBe('@Mia <b>Berg</b>')
    const link = page.querySelector('.prose a:has(bdi)')
    expect(link?.getAttribute('href')).toBe(`/s/${site.slug}/m/${mia.id}`)
    expect(link?.getAttribute('rel')).toBe('nofollow')
    const profile = await documentAt(site, `/m/${mia.id}`)
    expect(profile.querySelector('h1')?.textContent).toBe(mia.name)
    expect(JSON.stringify(await dataAt(site, path))).toContain(JSON.stringify(words))
    const [content] = textsOf(await xmlAt(site, `/t/${number}/feed.atom`), 'entry > content')
    expect(content).toBe('<p>Ask <bdi>@Mia &lt;b&gt;Berg&lt;/b&gt;</bdi>, please.</p>')
    const [item] = (await site.get('threads?board=ideas')).body.items
    expect(item.excerpt).toBe(words)
  })

  it('is a link on the public page where there is a page to lead to: not of a guest, nor of who was erased', async () => {
    const site = await make()
    const [lea, mia, guest] = [await site.member('Lea'), await site.member('Mia'), await site.guest('Gast')]
    const number = await site.idea(lea, { body: `${at(guest)} and ${at(mia)}` })
    await site.reply(lea, number, `> ${at(mia)}\n\nSo ${at(lea)} says.`)
    await site.reply(mia, number, `It was ${at(mia)}.`)
    const path = await pathOf(site, number)
    const linked = async () => textsOf(await documentAt(site, path), '.prose a bdi')
    expect(await kinds(site, guest)).toEqual(['mention'])
    expect(await linked()).toEqual(['@Mia', '@Mia', '@Lea', '@Mia'])
    expect((await site.put('me/erasure', { posts: 'keep' }, mia)).status).toBe(204)
    expect(await linked()).toEqual(['@Lea'])
    expect(textsOf(await documentAt(site, path), '.prose bdi')).toEqual(['@Gast', '@…', '@…', '@Lea', '@…'])
    expect((await readAt(site, `/m/${mia.id}`)).status).toBe(404)
    expect((await readAt(site, `/m/${guest.id}`)).status).toBe(404)
  })

  it('is found among thousands, and not asked for without end', async () => {
    const site = await make()
    const [lea, { id }] = [await site.member('Lea'), await site.row()]
    await sql`insert into members (site_id, id, role, name)
      select ${id}, gen_random_uuid(), 'member', 'Crowd ' || n from generate_series(1, 3000) n`.execute(
      world.db,
    )
    expect(await offered(site, 'boards/ideas/mentionable?q=crowd%202', lea)).toHaveLength(8)
    expect(await offered(site, 'boards/ideas/mentionable?q=crowd%202999', lea)).toEqual(['Crowd 2999'])
    const tries = await make({ limits: { searches: 10 } })
    const tom = await tries.member('Tom')
    const asked = []
    for (let n = 0; n < 11; n++) asked.push((await tries.get('boards/ideas/mentionable?q=an', tom)).status)
    expect(asked).toEqual([...Array(10).fill(200), 429])
  })
})
