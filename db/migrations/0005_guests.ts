import { type Kysely, sql } from 'kysely'

// Every site has a connection for its guests, as it has one for e-mail codes, whether or not it lets guests in. Its
// secret signs the proofs of work that make a guest: one for each site, the same for all processes and after a
// restart, and carried by backups. A challenge that was spent is a row of spent_tokens, by its nonce.
const connections = `
insert into connections (site_id, id, kind, name)
select id, gen_random_uuid(), 'guest', 'Guest' from sites
on conflict do nothing;
insert into connection_secrets (site_id, id, connection_id, secret)
select site_id, gen_random_uuid(), id, replace(gen_random_uuid() || '' || gen_random_uuid(), '-', '')
from connections c where kind = 'guest'
  and not exists (select from connection_secrets s where s.site_id = c.site_id and s.connection_id = c.id);
`

// A guest who turns out to be known is deleted once all they did is given over: what refers to members is then
// looked through, and not by reading whole tables.
const indexes = `
create index on votes (site_id, cast_by) where cast_by is not null;
create index on revisions (site_id, editor_id) where editor_id is not null;
create index on notifications (site_id, actor_id) where actor_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [connections, indexes]) await sql.raw(part).execute(db)
}
