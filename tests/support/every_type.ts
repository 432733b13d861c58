import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import { makeLog } from '../../server/log.ts'
import { createSite } from '../../server/sites/create.ts'
import { makeWorld } from '../../server/world.ts'

// A table as a later migration might bring it, with every type and a key into itself.
const later = `create table later_table (
  site_id uuid not null references sites on delete cascade,
  id bigint not null,
  parent bigint,
  moment timestamptz not null,
  day date not null,
  amount numeric not null,
  ratio double precision not null,
  small real not null,
  count bigint not null,
  json_value jsonb,
  bytes bytea,
  words text[] not null,
  "Odd ""name""" text,
  made_from text generated always as ("Odd ""name""" || '!') stored,
  primary key (site_id, id),
  foreign key (site_id, parent) references later_table)`

/** Fills a migrated database with rows that are hard to carry; or makes only the table that a migration will bring. */
export async function fillEveryType(
  database: Database,
  what: 'rows too' | 'tables only' = 'rows too',
): Promise<void> {
  const there = await sql<{ there: boolean }>`select to_regclass('later_table') is not null as there`.execute(
    database.db,
  )
  if (!there.rows[0]!.there) await sql.raw(later).execute(database.db)
  if (what === 'tables only') return
  const world = makeWorld(readConfig({ DEMO: '0' }), database, systemClock, makeLog('silent'))
  await createSite(world, {
    slug: 'carried',
    name: 'Carried “é” \\ "q"',
    locale: 'fr',
    origins: ['https://a.example'],
  })
  const { rows } = await sql<{ id: string }>`select id from sites`.execute(database.db)
  const siteId = rows[0]!.id
  for (const text of [people, staff, conversation, judgement, oddities]) {
    await sql.raw(text.replaceAll(':site', `'${siteId}'`)).execute(database.db)
  }
  await world.jobs.start()
  await inTransaction(world, siteId, async (trx) => {
    const data = { to: 'späť@x.example', n: 1 }
    await world.jobs.send(trx, 'mail', data as never, new Date('2035-01-02T03:04:05.678Z'))
  })
  await world.jobs.stop()
  await world.render.close()
}

const id = (n: number) => `'00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}'`

const people = `
insert into companies (site_id, id, external_id, name, plan, revenue) values (:site, ${id(1)}, 'c"1', 'Großkunde, "A\\B"', null, 123456789012.34);
insert into pictures (site_id, id, media_type, bytes) values (:site, ${id(2)}, 'image/webp', decode('00ff0a0d5c22275c30', 'hex'));
insert into pictures (site_id, id, media_type, bytes) select :site, ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'image/webp', sha256(n::text::bytea) from generate_series(1, 30) n;
insert into image_stores (site_id, bytes) values (:site, 9);
insert into members (site_id, id, name, email, company_id, picture_id, attributes, created_at) values
  (:site, ${id(3)}, E'Zoë \\t \\\\N {null} "," 😀', 'zoe@x.example', ${id(1)}, ${id(2)}, '{"a": [1, 2.50, 1e30], "b": null, "c": "\\\\u0022"}', '2026-01-02 03:04:05.123456+00'),
  (:site, ${id(4)}, '', null, null, null, '"a text"', '1969-12-31 23:59:59.999999+00');
insert into members (site_id, id, name) select :site, ('00000000-0000-7000-a000-' || lpad(n::text, 12, '0'))::uuid, 'Member ' || n from generate_series(1, 2500) n;
insert into member_days (site_id, member_id, day) values (:site, ${id(3)}, '2024-02-29');
insert into connections (site_id, id, kind, name, algorithm, issuer, jwks_url, emails_verified) values
  (:site, ${id(5)}, 'sso', 'Händler', 'EdDSA', 'https://a.example/?é', 'https://a.example/jwks.json', true);
insert into connection_keys (site_id, id, connection_id, jwk, thumbprint) values
  (:site, ${id(6)}, ${id(5)}, '{"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}', 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
insert into identities (site_id, connection_id, subject, member_id, email) values (:site, ${id(5)}, 'zoë', ${id(3)}, 'zoe@x.example');
insert into sessions (site_id, token_hash, member_id, connection_id, expires_at) values (:site, 'hash', ${id(3)}, ${id(5)}, '2030-01-01');
`

const staff = `
insert into accounts (id, email, name) values (${id(112)}, 'olga@x.example', 'Olga');
insert into account_sessions (id, account_id, expires_at, browser, system, proved_by) values ('s"1', ${id(112)}, '2035-01-01 00:00:00.000001+00', 'Firefox', null, 'passkey');
insert into openid_providers (site_id, id, name, issuer, client_id, client_secret, created_at) values
  (:site, ${id(115)}, 'Händler “ID”', 'https://id.example/é', 'a\\b', '"secret"', now()), (:site, ${id(116)}, 'Unfertig', 'https://id.example', null, null, now());
insert into openid_links (site_id, id, provider_id, issuer, subject, member_id, created_at, used_at) values (:site, ${id(117)}, ${id(115)}, 'https://id.example/é', 'auth0|"1"', ${id(3)}, now(), now());
insert into openid_requests (site_id, state_hash, provider_id, browser_hash, back, expires_at) values (:site, 's', ${id(115)}, 'b', 'feedback?q=%22', now());
insert into account_sessions (id, account_id, expires_at, proved_by, site_id, openid_link_id) values ('s2', ${id(112)}, '2035-01-01', 'openid', :site, ${id(117)});
insert into account_passwords (account_id, hash, set_at) values (${id(112)}, '$argon2id$v=19$m=1,t=1,p=1$x$y', now());
insert into account_authenticators (account_id, secret, last_step, created_at, confirmed_at) values (${id(112)}, decode('00ff0a5c22', 'hex'), 59000000, now(), null);
insert into account_recovery_codes (account_id, code_hash, used_at) values (${id(112)}, 'a', null), (${id(112)}, 'b', now());
insert into account_passkeys (id, account_id, credential_id, public_key, counter, transports, name, created_at) values
  (${id(113)}, ${id(112)}, 'cred', decode('a5010203', 'hex'), 4294967295, '{usb,"hybrid"}', 'Schlüssel', now());
insert into account_challenges (token_hash, kind, account_id, proved_by, expires_at) values ('t', 'second_factor', ${id(112)}, 'code', now()), ('u', 'passkey', null, null, now());
insert into account_challenges (token_hash, kind, account_id, proved_by, site_id, openid_link_id, expires_at) values ('v', 'second_factor', ${id(112)}, 'openid', :site, ${id(117)}, now());
insert into invitations (site_id, id, email, invited_by, sent_at) values (:site, ${id(114)}, 'olga@x.example', ${id(3)}, now());
`

// Replies and decisions whose answered ones come after them in the order of their ids.
const conversation = `
begin;
insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, author_id, status_id, opening_id, merged_into, created_at)
select :site, t.id::uuid, t.n, b.id, 'idea', 'Idee ' || t.n, E'Zeile\\nzwei\\r\\u2028drei', 'de', ${id(3)}, s.id, t.opening::uuid, t.into_id::uuid, '2026-03-04 05:06:07.000001+00'
from (values (${id(16)}, 1, ${id(32)}, ${id(17)}), (${id(17)}, 2, ${id(33)}, null)) as t(id, n, opening, into_id)
join boards b on b.site_id = :site and b.slug = 'ideas' join statuses s on s.site_id = :site and s.slug = 'open';
insert into posts (site_id, id, thread_id, kind, parent_id, author_id, body, html, renderer) values
  (:site, ${id(32)}, ${id(16)}, 'opening', null, ${id(3)}, 'null', '<p>null</p>', 1),
  (:site, ${id(33)}, ${id(17)}, 'opening', null, null, '\\.', '<p>\\.</p>', 1),
  (:site, ${id(34)}, ${id(17)}, 'reply', ${id(35)}, ${id(4)}, 'the younger one’s parent comes later', '', 1),
  (:site, ${id(35)}, ${id(17)}, 'reply', null, ${id(3)}, repeat('lang ', 4000), '', 1);
commit;
insert into images (site_id, id, member_id, post_id, media_type, width, height, size, bytes, created_at) values (:site, ${id(118)}, ${id(3)}, ${id(35)}, 'image/webp', 3, 2, 9, decode('00ff0a0d5c22275c30', 'hex'), '2026-03-04 05:06:07.000009+00');
insert into thread_counters (site_id, thread_id, board_id, number, kind, vote_count, reply_count, created_second)
select site_id, id, board_id, number, kind, number - 1, 2, 1780000000 + number from threads;
insert into thread_documents (site_id, thread_id, language, title, body) select site_id, id, language, title, 'Fahrräder à l’été' from threads;
insert into votes (site_id, thread_id, member_id, cast_by, from_thread_id) values (:site, ${id(17)}, ${id(3)}, ${id(4)}, ${id(16)});
insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at) values (:site, ${id(17)}, ${id(3)}, true, '2026-06-01 00:00:00.000001+00'), (:site, ${id(17)}, ${id(4)}, false, now());
insert into thread_visits (site_id, member_id, thread_id, read_until) values (:site, ${id(3)}, ${id(17)}, '2026-06-01 00:00:00.000009+00');
insert into board_subscriptions (site_id, board_id, member_id, changed_at) select :site, id, ${id(3)}, now() from boards where site_id = :site;
insert into telling_choices (site_id, member_id, follow_own) values (:site, ${id(3)}, false);
insert into mails (site_id, id, member_id, cadence, state, due_at, attempts, reason, claimed_at, settled_at, created_at) values (:site, ${id(50)}, ${id(3)}, 'week', 'failed', now(), 12, E'EENVELOPE: 550\\tno', now(), null, now());
insert into tags (site_id, id, slug, name, position) values (:site, ${id(48)}, 'bikes', 'Bikes', 'a0'), (:site, ${id(49)}, 'maps', 'Maps', 'Zz');
insert into thread_tags select :site, ${id(17)}, id from tags where site_id = :site;
`

const judgement = `
insert into rulings (site_id, id, number, post_id, revision, rule_number, rule_version, reason, ruled_by, tell_at)
  values (:site, ${id(64)}, 1, ${id(34)}, 1, 1, 1, 'because', ${id(4)}, '2026-06-01 00:00:00.000009+00');
insert into decisions (site_id, id, kind, thread_id, note, expected_on, decided_by, reverses, cause, tell_at) values
  (:site, ${id(80)}, 'status', ${id(17)}, 'taken back', null, ${id(4)}, ${id(82)}, ${id(81)}, now()),
  (:site, ${id(81)}, 'status', ${id(17)}, '', '2027-12-31', null, null, null, now()),
  (:site, ${id(82)}, 'status', ${id(17)}, 'first', null, ${id(4)}, null, null, now());
insert into notifications (site_id, id, member_id, key, kind, thread_id, post_id, decision_id, ruling_id)
  values (:site, ${id(96)}, ${id(3)}, 'k', 'status', ${id(17)}, ${id(35)}, ${id(80)}, ${id(64)});
insert into activity (site_id, seq, kind, thread_id, detail, public) values (:site, 9007199254740993, 'thread', ${id(17)}, '{}', false);
update feeds set last_seq = 9007199254740993, last_thread = 2 where site_id = :site;
insert into audit_entries (site_id, id, action, subject_kind, subject, detail) values (:site, ${id(97)}, 'a.b', 'c', 'd', '{"x": {"y": [true, null]}}');
insert into allowances (site_id, kind, subject, permits, leased, granted, ends_at) values (:site, 'reads', '2001:db8:0:1::/64', 1200, 360, 120, '2026-06-01 00:00:00.123456+00');
insert into mailbox (site_id, id, recipient, subject, text, html) values (:site, ${id(98)}, 'a@x.example', 's', E'a\\tb', '<p>');
insert into idempotency_keys (site_id, member_id, key, request_hash, status, answer) values (:site, ${id(3)}, 'k', 'h', 201, 'null'), (:site, ${id(4)}, 'k', 'h', null, null);
`

const oddities = `
insert into later_table (site_id, id, parent, moment, day, amount, ratio, small, count, json_value, bytes, words, "Odd ""name""") values
  (:site, 1, 3, '2026-01-01 00:00:00.000001+00', '0044-03-15 BC', 0.10, 0.1, 0.1, 9223372036854775807, 'null', '', '{}', ''),
  (:site, 2, null, 'infinity', 'infinity', 'NaN', 'NaN', 'Infinity', -9223372036854775808, null, null, '{NULL,"NULL","","a\\"b","c,d","{e}"}', null),
  (:site, 3, 3, '-infinity', '9999-12-31', 12345678901234567890.1234567890, 5e-324, 1e-45, 0, '{"deep": [[[{"a": 1.0}]]]}', '\\\\x00', '{{a,b},{c,d}}', 'null'),
  (:site, 4, 1, '0001-01-01 00:00:00+00', '1970-01-01', -0.00, -0.0, 1.17549435e-38, 1, '""', '\\\\xdeadbeef', '{😀}', E'\\\\');
`
