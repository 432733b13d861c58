import { type Kysely, sql } from 'kysely'

// A thread's feed has its latest replies of whatever level. The index that counts the replies of a thread also has
// them in order from now on, so that the feed of a thread of thousands reads but the last few.
const indexes = `
create index posts_latest on posts (site_id, thread_id, created_at, id) where kind = 'reply';
drop index posts_replies;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(indexes).execute(db)
}
