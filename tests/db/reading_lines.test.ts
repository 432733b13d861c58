import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hot } from '../../db/connect.ts'
import { type Own, ownEmpty } from '../support/own_database.ts'

// Hot reads share connections and do not wait for each other, so one that fails must be alone in it.
describe('hot reads', () => {
  let own: Own
  beforeAll(async () => {
    own = await ownEmpty()
  })
  afterAll(() => own.drop())

  const twice = 'select $1::int * 2 as twice'
  const read = (number: unknown) => hot<{ twice: number }>(own.database.db, twice, [number])

  it('each get their own answer, also many at once of several texts', async () => {
    const thrice = (number: number) =>
      hot<{ thrice: number }>(own.database.db, 'select $1::int * 3 as thrice', [number])
    const numbers = Array.from({ length: 200 }, (_, number) => number)
    const answers = await Promise.all(
      numbers.map(async (number) => (number % 2 ? await read(number) : await thrice(number))[0]),
    )
    expect(answers).toEqual(
      numbers.map((number) => (number % 2 ? { twice: number * 2 } : { thrice: number * 3 })),
    )
  })

  it('fail alone, and leave the connection good for those beside and after them', async () => {
    const among = await Promise.allSettled([read(1), read('no number'), read(2), read(2 ** 40), read(3)])
    expect(among.map((one) => (one.status === 'fulfilled' ? one.value[0]!.twice : 'refused'))).toEqual([
      2,
      'refused',
      4,
      'refused',
      6,
    ])
    expect(await read(4)).toEqual([{ twice: 8 }])
  })

  it('go on after every connection to the database was ended', async () => {
    expect(await read(1)).toEqual([{ twice: 2 }])
    // The embedded database has no connections to end; its reads go on all the same.
    await own.database.pool
      .query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      )
      .catch(() => {})
    await expect.poll(() => read(2).catch(() => 'away')).toEqual([{ twice: 4 }])
    expect(await Promise.all([read(3), read(4), read(5)])).toEqual([3, 4, 5].map((n) => [{ twice: n * 2 }]))
  })

  it('say dates as they are, to the millisecond, whatever the time zone', async () => {
    const moments = `select '2026-11-21 04:08:16.441+00'::timestamptz as even, '2026-11-21 05:08:16.44199+01'::timestamptz as finer,
      '0044-03-15 12:00:00+00 BC'::timestamptz as old, null::timestamptz as never`
    const [row] = await hot<Record<string, Date | null>>(own.database.db, moments, [])
    expect(row).toMatchObject({
      even: new Date('2026-11-21T04:08:16.441Z'),
      finer: new Date('2026-11-21T04:08:16.441Z'),
      never: null,
    })
    expect(row!.old!.getUTCFullYear()).toBe(-43)
  })
})
