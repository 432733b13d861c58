import type { Db } from '../../db/connect.ts'

/** Mails of a site, newest first, and one row more where there is one. */
export function listMails(db: Db, siteId: string, before: string | undefined, limit: number) {
  let query = db
    .selectFrom('mailbox')
    .select(['id', 'recipient', 'subject', 'text', 'created_at'])
    .where('site_id', '=', siteId)
  if (before !== undefined) query = query.where('id', '<', before)
  return query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}
