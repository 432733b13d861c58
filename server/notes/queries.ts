import { type Db, hot } from '../../db/connect.ts'
import type { AuthorColumns } from '../members/json.ts'
import { makeCursor } from '../paging.ts'
import { authorColumns } from '../threads/queries.ts'

export interface NoteRow extends AuthorColumns {
  id: string
  body: string
  html: string
  created_at: Date
  at: string
}

const noteText = (where: string) => `
select n.id, n.body, n.html, n.created_at, (extract(epoch from n.created_at) * 1000000)::bigint::text as at, ${authorColumns}
from notes n
left join members a on a.site_id = n.site_id and a.id = n.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
where n.site_id = $1 and ${where}`

const notesOfThreads = noteText(`n.thread_id = any($2::uuid[])
  and n.created_at >= to_timestamp($3::numeric / 1000000)
  and (n.created_at, n.id) > (to_timestamp($3::numeric / 1000000), $4::uuid)
order by n.created_at, n.id limit $5`)

/** Notes on some threads (one, and those merged into it), oldest first, and one more than `limit`. */
export function notesOn(
  db: Db,
  siteId: string,
  threadIds: string[],
  after: [string, string] | undefined,
  limit: number,
): Promise<NoteRow[]> {
  const [at, id] = after ?? ['0', '00000000-0000-0000-0000-000000000000']
  return hot<NoteRow>(db, notesOfThreads, [siteId, threadIds, at, id, limit + 1])
}

/** The cursor after a note in a list of them. */
export const afterNote = ({ at, id }: NoteRow): string => makeCursor('notes', [at, id])

const oneNote = noteText('n.id = $2')

export async function findNote(db: Db, siteId: string, id: string): Promise<NoteRow | undefined> {
  return (await hot<NoteRow>(db, oneNote, [siteId, id]))[0]
}
