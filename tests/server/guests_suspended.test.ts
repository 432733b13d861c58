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
  const { sanctions } = (await acme.get(`members/${known.id}`, moderator)).body
  expect(sanctions.filter((one: { inForce: boolean }) => one.inForce)).toMatchObject([{ until: null }])
  expect(sanctions).toHaveLength(2)
})
