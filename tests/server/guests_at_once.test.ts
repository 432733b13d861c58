import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { wrongCounters } from '../../server/jobs/handlers.ts'
import type { GuestPerson } from '../support/guest.ts'
import { patiently } from '../support/patiently.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

// Guests who act and sign in at the same moment: counters equal their rows, nobody has two votes, nothing is lost.

const { site, world } = await testWorld()

const signOn = (acme: TestSite, sub: string, guest: string) =>
  patiently(() => acme.post('sessions/sso', { token: acme.token({ sub, name: sub }), guest }))

const asPerson = ({ body }: Answer): Person => ({
  id: body.member.id,
  name: body.member.name,
  headers: { authorization: `Bearer ${body.token}` },
})

async function noGuestIsLeft(acme: TestSite): Promise<void> {
  const { id } = await acme.row()
  const { rows } = await sql<{ left: number }>`
    select count(*)::int as left from members where site_id = ${id} and role = 'guest'`.execute(world.db)
  expect(rows[0]!.left).toBe(0)
  expect(await wrongCounters(world, id)).toEqual([])
}

const mine = async (acme: TestSite, as: Person, numbers: number[]) =>
  (await acme.get(`me/overlay?threads=${numbers.join()}`, as)).body.voted

test('fifty guests who vote while they sign in are counted once for each person', async () => {
  const acme = await site()
  const lea = await acme.member('Lea')
  const ideas = await Promise.all(Array.from({ length: 5 }, () => acme.idea(lea)))
  // Ten people, each a guest on five devices; half of them known before.
  const subs = Array.from({ length: 10 }, (_, index) => `customer-${index}`)
  for (const sub of subs.slice(0, 5)) {
    const known = await acme.member(sub, { sub })
    await acme.put(`threads/${ideas[0]}/vote`, undefined, known)
  }
  const guests = await Promise.all(Array.from({ length: 50 }, () => acme.guest()))
  for (const guest of guests) await acme.put(`threads/${ideas[1]}/vote`, undefined, guest)
  const answers = await Promise.all(
    guests.flatMap((guest, index) => [
      patiently(() => acme.put(`threads/${ideas[index % 5]}/vote`, undefined, guest)),
      ...(index % 2
        ? [patiently(() => acme.post(`threads/${ideas[2]}/replies`, { body: 'At the same moment.' }, guest))]
        : []),
      signOn(acme, subs[index % 10]!, guest.device),
    ]),
  )
  // Some came too late, in the name of a guest who was gone; nothing of ours failed.
  expect(
    answers.filter(({ status }) => ![200, 201, 401, 404].includes(status)).map(({ text }) => text),
  ).toEqual([])
  const sessions = answers.filter(({ body }) => body.token)
  expect(sessions).toHaveLength(50)
  await noGuestIsLeft(acme)
  const people = new Set(sessions.map(({ body }) => body.member.id))
  expect(people.size).toBe(10)
  for (const session of sessions) expect(await mine(acme, asPerson(session), [ideas[1]!])).toEqual([ideas[1]])
  expect((await acme.get(`threads/${ideas[1]}`)).body.votes).toBe(11)
  const { id } = await acme.row()
  const { rows } = await sql<{ nameless: number; replies: number }>`
    select count(*) filter (where author_id is null)::int as nameless, count(*)::int as replies
    from posts where site_id = ${id} and kind = 'reply'`.execute(world.db)
  const accepted = answers.filter(({ status, body }) => status === 201 && !body.token).length
  expect(rows[0]).toEqual({ nameless: 0, replies: accepted })
})

test('one guest who signs in as two people at once is one of them, and the other begins anew', async () => {
  const acme = await site()
  const idea = await acme.idea(await acme.member('Lea'))
  for (let round = 0; round < 10; round++) {
    const guest = await acme.guest()
    await acme.put(`threads/${idea}/vote`, undefined, guest)
    const before = (await acme.get(`threads/${idea}`)).body.votes
    const sessions = await Promise.all(['a', 'b'].map((who) => signOn(acme, `${who}-${round}`, guest.device)))
    const ids = sessions.map(({ body }) => body.member.id)
    expect(new Set(ids).size).toBe(2)
    expect(ids).toContain(guest.id)
    const votes = await Promise.all(sessions.map((session) => mine(acme, asPerson(session), [idea])))
    expect(votes.flat()).toEqual([idea])
    expect((await acme.get(`threads/${idea}`)).body.votes).toBe(before)
  }
  await noGuestIsLeft(acme)
})

test('the same sign-in twice at once with the same guest ends as the one member', async () => {
  const acme = await site()
  const idea = await acme.idea(await acme.member('Lea'))
  const guest = await acme.guest()
  await acme.put(`threads/${idea}/vote`, undefined, guest)
  const sessions = await Promise.all(Array.from({ length: 6 }, () => signOn(acme, 'mia', guest.device)))
  expect(new Set(sessions.map(({ body }) => body.member.id))).toEqual(new Set([guest.id]))
  await noGuestIsLeft(acme)
  expect((await acme.get(`threads/${idea}`)).body.votes).toBe(2)
})

test('whatever a guest and the member they turn out to be voted for, each idea has one vote of theirs', async () => {
  const acme = await site()
  const lea = await acme.member('Lea')
  const ideas = await Promise.all(Array.from({ length: 4 }, () => acme.idea(lea)))
  const subset = fc.subarray(ideas)
  let person = 0
  await fc.assert(
    fc.asyncProperty(subset, subset, subset, async (byMember, byGuest, meanwhile) => {
      const sub = `somebody-${++person}`
      const known = await acme.member(sub, { sub })
      const guest: GuestPerson = await acme.guest()
      const before = await Promise.all(
        ideas.map(async (idea) => (await acme.get(`threads/${idea}`)).body.votes),
      )
      for (const idea of byMember) await acme.put(`threads/${idea}/vote`, undefined, known)
      for (const idea of byGuest) await acme.put(`threads/${idea}/vote`, undefined, guest)
      const [session] = await Promise.all([
        signOn(acme, sub, guest.device),
        ...meanwhile.map((idea) => acme.put(`threads/${idea}/vote`, undefined, known)),
      ])
      const all = new Set([...byMember, ...byGuest, ...meanwhile])
      expect(new Set(await mine(acme, asPerson(session), ideas))).toEqual(all)
      for (const [index, idea] of ideas.entries()) {
        const votes = (await acme.get(`threads/${idea}`)).body.votes
        expect(votes - before[index]!).toBe(Number(all.has(idea)))
      }
    }),
    { numRuns: 25 },
  )
  await noGuestIsLeft(acme)
})
