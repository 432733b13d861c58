import { expect, test } from 'vitest'
import { sweepGuests } from '../../server/sessions/guest_sweep.ts'
import { suspension } from '../support/suspended.ts'
import { testWorld } from '../support/world.ts'

const { site: make, world, clock } = await testWorld()

const day = 86_400

test('guests who never did anything go after sixty days; who did, came back or stands under a sanction stays', async () => {
  const site = await make()
  await site.takeGuests()
  const cm = await site.staff('moderator')
  const number = await site.idea(await site.member())
  const [idle, voter, writer, reporter, sanctioned, back] = [
    await site.guest(),
    await site.guest(),
    await site.guest(),
    await site.guest(),
    await site.guest(),
    await site.guest(),
  ]
  expect((await site.put(`threads/${number}/vote`, undefined, voter)).status).toBe(200)
  const reply = await site.reply(writer, number)
  expect((await site.post(`posts/${reply}/reports`, { reason: 'spam' }, reporter)).status).toBe(201)
  expect((await site.put(`members/${sanctioned.id}/suspension`, suspension, cm)).status).toBe(201)
  const { id } = await site.row()
  const left = async () => {
    const rows = await world.db
      .selectFrom('members')
      .select('id')
      .where('site_id', '=', id)
      .where('role', '=', 'guest')
      .execute()
    return rows.map((row) => row.id).toSorted()
  }
  const everybody = [idle, voter, writer, reporter, sanctioned, back].map((guest) => guest.id).toSorted()
  clock.move(40 * day)
  expect((await site.post('sessions/guest/device', { device: back.device })).status).toBe(201)
  await sweepGuests(world)
  expect(await left()).toEqual(everybody)
  clock.move(21 * day)
  await sweepGuests(world)
  expect(await left()).toEqual(everybody.filter((one) => one !== idle.id))
  expect((await site.post('sessions/guest/device', { device: idle.device })).body.code).toBe('guest_unknown')
  expect((await site.post('sessions/guest/device', { device: voter.device })).status).toBe(201)
  const { body } = await site.get(`threads/${number}`)
  expect([body.votes, body.replies]).toEqual([2, 1])
  clock.move(40 * day)
  await sweepGuests(world)
  expect(await left()).not.toContain(back.id)
  expect(await left()).toHaveLength(4)
})
