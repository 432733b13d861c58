import { type Db, hot } from '../../db/connect.ts'
import { authorColumns } from '../threads/queries.ts'
import type { AuthorColumns } from './json.ts'

export interface ProfileRow extends AuthorColumns {
  created_at: Date
  votes_shown: boolean
}

// A guest is a device, and has no page. Nothing here tells of a suspension, which is between a member and the team.
const profile = `
select ${authorColumns}, a.created_at, a.votes_shown
from members a left join companies co on co.site_id = a.site_id and co.id = a.company_id
where a.site_id = $1 and a.id = $2 and a.role <> 'guest' and a.erased_at is null`

/** Somebody as everybody may know them; nobody where they are a guest, were erased, or are of another site. */
export async function findProfile(db: Db, siteId: string, id: string): Promise<ProfileRow | undefined> {
  return (await hot<ProfileRow>(db, profile, [siteId, id]))[0]
}
