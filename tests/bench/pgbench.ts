import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Rate } from './load.ts'

// Ids are made from numbers in the data, so that a script can name any row. A turn takes the vote back where there is
// one and casts it where there is none, so that every turn changes something, as every request of the server's does.
const voteScript = `
with gone as (
  delete from votes where site_id = md5('site ' || :s)::uuid and thread_id = md5('thread ' || :s || ' ' || :n)::uuid
  and member_id = md5('member ' || :s || ' ' || :m)::uuid returning 1),
came as (
  insert into votes (site_id, thread_id, member_id)
  select md5('site ' || :s)::uuid, md5('thread ' || :s || ' ' || :n)::uuid, md5('member ' || :s || ' ' || :m)::uuid
  where not exists (select from gone) on conflict do nothing returning 1)
update thread_counters set vote_count = vote_count + (select count(*) from came) - (select count(*) from gone)
where site_id = md5('site ' || :s)::uuid and thread_id = md5('thread ' || :s || ' ' || :n)::uuid;
`

/** Votes by pgbench over 32 connections, one statement each; not a number where it is not installed. */
export async function pgbench(url: string, variables: string, seconds: number): Promise<Rate> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-bench-'))
  const file = join(folder, 'vote.sql')
  await writeFile(file, `${variables}\n${voteScript.trim().replaceAll('\n', ' ')}\n`)
  try {
    const { stdout } = await promisify(execFile)('pgbench', [
      '-n',
      '-M',
      'prepared',
      '-c',
      '32',
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      file,
      url,
    ])
    return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? Number.NaN), p99: Number.NaN }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return { perSecond: Number.NaN, p99: Number.NaN }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
