import { expect, test } from 'vitest'
import { suspension } from '../support/suspended.ts'
import { type Person, testWorld } from '../support/world.ts'

// Nobody gets out of a suspension by signing in.

const { site } = await testWorld()

async function begin() {
  const acme = await site()
  await acme.takeGuests()
  const moderator = await acme.staff('moderator')
  const suspend = (person: Person, until?: string) =>
    acme.put(`members/${person.id}/suspension`, { ...suspension, until }, moderator)
  const signOn = async (guest: string, sub: string): Promise<Person> => {
    const { body } = await acme.post('sessions/sso', { token: acme.token({ sub, name: 'Mia' }), guest })
    return { id: body.member.id, name: 'Mia', headers: { authorization: `Bearer ${body.token}` } }
  }
  const isSuspended = async (person: Person) => (await acme.get('me', person)).body.suspension !== null
  return { acme, moderator, suspend, signOn, isSuspended }
}

test('a suspended guest is a suspended member when they sign in for the first time', async () => {
  const { acme, suspend, signOn, isSuspended } = await begin()
  const guest = await acme.guest()
  expect((await suspend(guest)).status).toBe(201)
  expect(
    (await acme.post('threads', { board: 'ideas', kind: 'idea', title: 'Again', body: 'Again' }, guest)).body
      .code,
  ).toBe('suspended')
  expect(await isSuspended(await signOn(guest.token, 'mia'))).toBe(true)
})

test('a suspended guest who is known suspends the member, and of two suspensions the longer one holds', async () => {
  const { acme, moderator, suspend, signOn, isSuspended } = await begin()
  const known = await acme.member('Mia', { sub: 'mia' })
  const guest = await acme.guest()
  const soon = new Date(Date.now() + 3_600_000).toISOString()
  expect((await suspend(known, soon)).status).toBe(201)
  expect((await suspend(guest)).status).toBe(201)
  const mia = await signOn(guest.token, 'mia')
  expect(mia.id).toBe(known.id)
  expect(await isSuspended(known)).toBe(true)
  expect(await isSuspended(mia)).toBe(true)
  const { sanctions } = (await acme.get(`members/${known.id}`, moderator)).body
  expect(sanctions.filter((one: { inForce: boolean }) => one.inForce)).toMatchObject([{ until: null }])
  expect(sanctions).toHaveLength(2)
})

test('a member whose other session is known just now is suspended in it as soon as their guest signs in', async () => {
  const { acme, suspend, signOn } = await begin()
  const known = await acme.member('Mia', { sub: 'mia' })
  const number = await acme.idea(await acme.member())
  const guest = await acme.guest()
  expect((await suspend(guest)).status).toBe(201)
  expect((await acme.put(`threads/${number}/vote`, undefined, known)).status).toBe(200)
  await signOn(guest.token, 'mia')
  expect((await acme.delete(`threads/${number}/vote`, known)).body.code).toBe('suspended')
})

test('what the guest was told of it, the member is told, and once it is taken back in time nobody is', async () => {
  const { acme, moderator, suspend, signOn } = await begin()
  const { clock } = await testWorld()
  const [told, spared] = [await acme.guest(), await acme.guest()]
  for (const guest of [told, spared]) expect((await suspend(guest)).status).toBe(201)
  const [mia, ben] = [await signOn(told.token, 'mia'), await signOn(spared.token, 'ben')]
  expect((await acme.delete(`members/${ben.id}/suspension`, moderator)).status).toBe(204)
  clock.move(13)
  const newsOf = async (person: Person) => (await acme.get('me/notifications', person)).body.items
  expect(await newsOf(mia)).toMatchObject([{ kind: 'suspension', note: suspension.reason, lifted: false }])
  expect(await newsOf(ben)).toEqual([])
})
