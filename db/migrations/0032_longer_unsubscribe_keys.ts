import { type Kysely, sql } from 'kysely'

// A UUID holds 122 random bits, fewer than what lets somebody in without a session should have (ASVS 5.0, 11.5.1). Keys
// from before stay, since links in mails that were sent hold them.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table telling_choices
    alter column unsubscribe_key drop default,
    alter column unsubscribe_key type text using unsubscribe_key::text,
    alter column unsubscribe_key set default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')`.execute(
    db,
  )
}
