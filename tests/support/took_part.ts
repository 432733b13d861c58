import { expect } from 'vitest'
import type { Premise } from './routes/case.ts'
import type { Answer, Person } from './world.ts'

/** What stands on the board when it is closed: a thread of another's, one of her own, and her reply. */
export interface Scene {
  number: number
  own: number
  reply: string
}

/** Has somebody take part in every way on the board `zephyr`, and others answer them. */
export async function takePart(premise: Premise, petra: Person, author: Person): Promise<Scene> {
  const { site, owner, product, moderator } = premise
  const done = async (answer: Promise<Answer>) => {
    const { status, text, body } = await answer
    expect(status, text).toBeLessThan(300)
    return body
  }
  const words = { board: 'zephyr', title: 'Zephyrine plans', body: 'Zephyrine, twice.' }
  const number = await site.idea(author, words)
  await done(site.put('boards/zephyr/subscription', undefined, petra))
  await done(site.put(`threads/${number}/vote`, undefined, petra))
  const { post } = await done(site.get(`threads/${number}`, petra))
  await done(site.put(`posts/${post}/reactions/love`, undefined, petra))
  await done(site.post(`posts/${post}/reports`, { reason: 'spam', note: 'Petrichor note.' }, petra))
  await done(site.put(`threads/${number}/visit`, { opened: true }, petra))
  const reply = await site.reply(petra, number, 'Petrichor reply.')
  await site.reply(author, number, `Zephyrine thanks, @[Petra](member:${petra.id}).`, { parent: reply })
  await site.reply(moderator, number, 'Zephyrine answer.', { official: true })
  await done(site.put(`threads/${number}/status`, { status: 'planned', note: 'Zephyrine note.' }, owner))
  const own = await site.idea(petra, { board: 'zephyr', title: 'Petrichor idea', body: 'Petrichor text.' })
  await done(site.put(`threads/${own}/vote`, undefined, author))
  await site.reply(author, own, 'Zephyrine here too.')
  const same = await site.idea(author, { ...words, title: 'Zephyrine again' })
  await done(site.put(`threads/${same}/vote`, undefined, petra))
  await done(site.put(`threads/${same}/merge`, { into: own }, moderator))
  await done(site.put(`roadmap/items/${premise.item}/ideas/${own}`, undefined, product))
  await site.reply(author, number, 'Zephyrine, once more.')
  return { number, own, reply }
}
