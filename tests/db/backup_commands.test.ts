import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { fillEveryType } from '../support/every_type.ts'
import { hashes } from '../support/hashes.ts'
import { newPlace, operateByNpm, type Place } from '../support/operator.ts'
import { underTest } from '../support/own_database.ts'

/** Looks into the database of a place, or fills it, while no command works on it. */
async function within<T>({ env, dataDir }: Place, act: (database: Database) => Promise<T>): Promise<T> {
  const database = env.DATABASE_URL
    ? connectPostgres(env.DATABASE_URL, 2)
    : await connectEmbedded({ folder: join(dataDir, 'postgres') })
  try {
    return await act(database)
  } finally {
    await database.close()
  }
}

const jobsIn = async (file: string) =>
  gunzipSync(await readFile(file))
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('{"job"'))

describe(`npm run backup and npm run restore, between embedded and ${underTest()}`, () => {
  const places: Place[] = []
  let [from, other, back]: Place[] = []
  let filled: Record<string, string>
  let [there, again]: string[] = []

  beforeAll(async () => {
    for (const kind of ['embedded', underTest(), 'embedded'] as const) places.push(await newPlace(kind))
    ;[from, other, back] = places
    there = join(dirname(from!.dataDir), 'there.backup')
    again = join(dirname(from!.dataDir), 'again.backup')
    await within(from!, (database) => fillEveryType(database))
    // A table that no migration of today makes stands for those that will.
    for (const to of [other!, back!]) await within(to, (database) => fillEveryType(database, 'tables only'))
    filled = await within(from!, hashes)
  }, 180_000)

  afterAll(async () => {
    for (const place of places) await place.remove()
  })

  async function move(place: Place, file: string, to: Place): Promise<void> {
    const backedUp = await operateByNpm('backup', [file], place.env)
    expect(backedUp).toMatchObject({ code: 0, err: '' })
    expect(backedUp.out).toMatch(/^Backed up \d+ rows and 1 waiting jobs into /)
    const restored = await operateByNpm('restore', [file], to.env)
    expect(restored).toMatchObject({ code: 0, err: '' })
    expect(restored.out).toMatch(/^Restored \d+ rows and 1 waiting jobs, as they were at /)
  }

  it('carry every table and the work that waits there and back again, and never into what holds anything', async () => {
    expect(Object.values(filled).filter((hash) => !hash.startsWith('0 ')).length).toBeGreaterThan(20)
    await move(from!, there!, other!)
    expect(await within(other!, hashes)).toEqual(filled)
    await move(other!, again!, back!)
    expect(await within(back!, hashes)).toEqual(filled)
    expect(await jobsIn(again!)).toEqual(await jobsIn(there!))

    for (const place of [other!, back!]) {
      const before = await within(place, hashes)
      const refused = await operateByNpm('restore', [there!], place.env)
      expect(refused).toMatchObject({ code: 1, out: '' })
      expect(refused.err).toMatch(/^.*not empty.*\n$/)
      expect(await within(place, hashes)).toEqual(before)
    }
  }, 180_000)
})
