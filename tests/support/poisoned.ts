import { payloads } from './payloads.ts'
import { picture } from './routes/picture.ts'
import type { Person, TestSite } from './world.ts'

export interface Poisoned {
  /** Ideas whose titles and authors are payloads, and whose texts hold several. */
  ideas: number[]
  /** An idea with each payload as a reply of its own. */
  long: number
  author: Person
  /** Who wrote the ideas; their names are payloads, which others mention. */
  authors: Person[]
  /** What stands where, after an edit: the opening text of an idea and a reply to it. */
  edited: { number: number; opening: string; reply: string }
  /** An idea with images that payloads describe, and with people mentioned. */
  shown: number
  /** The `sub` by which the host knows the author. */
  sub: string
  moderator: Person
  owner: Person
}

const most = (text: string, length: number) => [...text].slice(0, length).join('')
const oneLine = (text: string, length: number) =>
  most(text.replace(/[\n\p{Cc}]+/gu, ' '), length).padEnd(4, '.')

/**
 * A site in which every stored text is a payload: titles, posts, replies, names, companies, tags, boards,
 * statuses, stages, rules, reasons, notes, items and their summaries, the site's own name and purpose.
 */
export async function poison(site: TestSite): Promise<Poisoned> {
  const owner = await site.staff('owner', oneLine(payloads[21]!, 80))
  const moderator = await site.staff('moderator', oneLine(payloads[0]!, 80))
  const at = (index: number) => payloads[index % payloads.length]!
  const ask = async (method: string, path: string, as: Person, body?: unknown, revision?: number) => {
    const headers: Record<string, string> = revision === undefined ? {} : { 'if-match': `"${revision}"` }
    const answer = await site.request(method, path, { as, body, headers })
    if (answer.status >= 400) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${answer.text}`)
    return answer.body
  }

  await ask('PATCH', 'settings', owner, {
    name: oneLine(at(22), 60),
    titles: { en: oneLine(at(0), 60) },
    purposes: { en: oneLine(at(21), 200) },
    promises: { en: oneLine(at(25), 60) },
    showCompany: true,
  })
  const tags: string[] = []
  for (let index = 0; index < 12; index++) {
    tags.push(
      (await ask('POST', 'tags', owner, { slug: `tag-${index}`, name: oneLine(at(index * 5), 60) })).slug,
    )
    await ask('POST', 'rules', owner, { name: oneLine(at(index * 5 + 1), 200) })
  }
  await ask('POST', 'statuses', owner, { slug: 'odd', name: oneLine(at(21), 60), category: 'planned' })
  await ask('POST', 'stages', owner, { slug: 'odd', name: oneLine(at(25), 60), category: 'planned' })
  await ask('POST', 'boards', owner, {
    slug: 'odd',
    name: oneLine(at(0), 60),
    kinds: ['idea'],
    purposes: { en: oneLine(at(23), 200) },
  })

  const ideas: number[] = []
  const authors: Person[] = []
  let author!: Person
  let sub = ''
  for (const [index, payload] of payloads.entries()) {
    sub = `poisoner-${index}`
    author = await site.member(oneLine(payload, 80), {
      sub,
      company: { id: `c${index}`, name: oneLine(at(index + 1), 80) },
    })
    authors.push(author)
    const title = oneLine(payload, 140)
    const body = payloads.slice(index % 60, (index % 60) + 8).join('\n\n')
    ideas.push(await site.idea(author, { title, body }))
  }
  const long = ideas.at(-1)!
  for (const payload of payloads) await site.reply(author, long, payload)
  await ask('POST', 'taggings', moderator, { threads: ideas.slice(0, 50), add: tags.slice(0, 3) })
  await ask('PUT', `threads/${ideas[0]}/status`, moderator, { status: 'odd', note: at(21) })
  await ask('PUT', `threads/${long}/status`, moderator, { status: 'odd', note: at(25) })
  await ask('POST', `threads/${long}/notes`, moderator, { body: payloads.slice(20, 40).join('\n\n') })
  await ask('PUT', `threads/${ideas[3]}/merge`, moderator, { into: long })
  const official = await site.reply(moderator, long, payloads.slice(0, 60).join('\n\n'), { official: true })
  const hidden = await site.reply(author, long, at(22))
  const rules = (await ask('GET', 'rules', moderator)).items as { number: number }[]
  await ask('POST', `posts/${hidden}/rulings`, moderator, {
    rule: rules.at(-1)!.number,
    reason: at(21),
    revision: 1,
  })
  const reported = await site.reply(author, long, at(25))
  await ask('POST', `posts/${reported}/reports`, await site.member(oneLine(at(24), 80)), {
    reason: 'other',
    note: at(26),
  })
  await ask('POST', `posts/${official}/reports`, author, { reason: 'rude', note: at(27) })
  for (let index = 0; index < 6; index++) {
    const item = await ask('POST', 'roadmap/items', owner, {
      title: oneLine(at(index * 9), 140),
      summary: payloads.slice(index * 9, index * 9 + 9).join(' '),
      stage: 'odd',
      threads: ideas.slice(10 + index * 2, 12 + index * 2),
    })
    await ask('PUT', `roadmap/items/${item.number}/publication`, owner)
  }
  const told = { ideas, long, author, authors, sub, moderator, owner }
  return { ...told, shown: await show(site, told), edited: await edit(site, told) }
}

type Before = Omit<Poisoned, 'edited' | 'shown'>

const inOne = (parts: string[]) => parts.join('\n\n')

/** Somebody mentioned, with a payload where their name would be, once more in a quotation. */
const mentionOf = ({ id }: Person, payload: string) => {
  const mention = `@[${oneLine(payload, 80).replaceAll(']', '')}](member:${id})`
  return `${mention}\n\n> ${mention}`
}

/** A thread whose replies mention people and show images that payloads describe. Its number. */
async function show(site: TestSite, { authors, author, moderator }: Before): Promise<number> {
  const number = await site.idea(author, { title: 'What is shown', body: inOne(payloads.slice(0, 4)) })
  const { raw, headers } = await picture()
  for (let from = 0; from < payloads.length; from += 5) {
    const some = payloads.slice(from, from + 5)
    const people = authors.slice(from, from + 5).map((one, at) => mentionOf(one, some[at]!))
    await site.reply(moderator, number, inOne(people))
    const images: string[] = []
    for (const payload of some) {
      const given = await site.request('POST', 'boards/ideas/images', { as: author, raw, headers })
      images.push(`![${oneLine(payload, 200)}](image:${given.body.id})`)
    }
    await site.reply(author, number, inOne(images))
  }
  return number
}

/** An idea and a reply to it that were other payloads before. */
async function edit(site: TestSite, { author }: Before): Promise<Poisoned['edited']> {
  const [first, second] = [inOne(payloads.slice(0, 30)), inOne(payloads.slice(30))]
  const number = await site.idea(author, { title: oneLine(payloads[3]!, 140), body: first })
  const reply = await site.reply(author, number, second)
  const title = oneLine(payloads[21]!, 140)
  for (const { status, text } of [
    await site.patch(`threads/${number}`, { title, body: second }, author, 1),
    await site.patch(`replies/${reply}`, { body: first }, author, 1),
  ])
    if (status !== 200) throw new Error(text)
  return { number, opening: (await site.get(`threads/${number}`)).body.post, reply }
}
