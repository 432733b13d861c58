import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import { eventually } from '../support/eventually.ts'
import { testWorld } from '../support/world.ts'

// Mail is sent by jobs that are kept with the change that wants them.

async function queued(email: string) {
  const { world } = await testWorld()
  const { rows } = await sql<{ state: string; retry_count: number; output: { reason?: string } | null }>`
    select state, retry_count, output from pgboss.job where name = 'mail' and data ->> 'to' = ${email}`.execute(
    world.db,
  )
  return rows
}

it('sec-R06: a mail that the server refuses is kept and tried again, and those queued with it are sent', async () => {
  const { world, mails, site } = await testWorld()
  const { id } = await (await site()).row()
  const addresses = Array.from({ length: 25 }, (_, index) => `letter-${index}-${id}@mail.example`)
  const [refused, ...others] = addresses as [string, ...string[]]
  mails.refused.add(refused)
  await inTransaction(
    world,
    id,
    async (trx) => {
      for (const to of addresses)
        await world.jobs.send(trx, 'mail', { siteId: id, to, subject: 'Hello', text: 'Hello', html: 'Hello' })
    },
    'quiet',
  )
  for (const address of others) await mails.to(address)
  await eventually(() => queued(refused)).toMatchObject([{ state: 'retry', output: { reason: 'EENVELOPE' } }])
  expect(mails.all(refused)).toEqual([])
  for (const address of others)
    await eventually(() => queued(address)).toMatchObject([{ state: 'completed', retry_count: 0 }])
  mails.refused.delete(refused)
  // The pause before the next try is over.
  await sql`update pgboss.job set start_after = now() where name = 'mail' and data ->> 'to' = ${refused}`.execute(
    world.db,
  )
  await mails.to(refused)
  for (const address of addresses) expect(mails.all(address)).toHaveLength(1)
})

it('a mail of a change that fails is not sent', async () => {
  const { world, mails, site } = await testWorld()
  const { id } = await (await site()).row()
  const [never, after] = [`never-${id}@mail.example`, `after-${id}@mail.example`]
  const letter = { siteId: id, subject: 'Hello', text: 'Hello', html: 'Hello' }
  const failing = inTransaction(world, id, async (trx) => {
    await world.jobs.send(trx, 'mail', { ...letter, to: never })
    throw new Error('The change fails.')
  })
  await expect(failing).rejects.toThrow('The change fails.')
  await inTransaction(world, id, (trx) => world.jobs.send(trx, 'mail', { ...letter, to: after }), 'quiet')
  await mails.to(after)
  expect(await queued(never)).toEqual([])
})

it('one who is waited for sets off all that were due before, however seldom their queue is looked at', async () => {
  const { world, site } = await testWorld()
  const { id } = await (await site()).row()
  const nobody = () => ({ siteId: id, memberId: newId(), posts: 'keep' }) as const
  const send = (startAfter?: Date) =>
    inTransaction(world, id, (trx) => world.jobs.send(trx, 'erasures', nobody(), startAfter), 'quiet')
  // Such are not told of when they are sent, and wait for a look.
  const due = new Date(Date.now() - 1000)
  for (let count = 0; count < 5; count++) await send(due)
  await send()
  const done = async () => {
    const { rows } = await sql<{ state: string }>`
      select state from pgboss.job where name = 'erasures' and data ->> 'siteId' = ${id}`.execute(world.db)
    return rows.filter(({ state }) => state === 'completed').length
  }
  await eventually(done).toBe(6)
})
