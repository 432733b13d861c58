/** Whatever takes a statement: a client, or one of a pool. */
export interface Filling {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, string>[] }>
}

/** How much the bench works on. */
export interface Size {
  sites: number
  ideasPerSite: number
  membersPerSite: number
  votesPerIdea: number
  repliesPerIdea: number
}

const words = `array['route','bike','parcel','battery','rider','window','depot','bridge','trailer','kerb','bollard','cargo',
  'evening','morning','planner','delivery','street','customer','address','charge','winter','range','hill','signal','photo',
  'minute','stairs','lift','plan','swap','school','market','station','tunnel','ferry','tram','rail','gate','width','weight']`

const sentence = (length: number, seed: string) =>
  `(select string_agg((${words})[1 + ((${seed} * 31 + w * 17 + (w * ${seed}) % 13) % 40)] || case when w % 3 = 0 then '' else chr(97 + (${seed} * w) % 26) || chr(97 + (${seed} + w * w) % 26) end, ' ') from generate_series(1, ${length}) w)`

// A bench does in seconds what its few people and one network would do in months.
const limits = JSON.stringify({ limits: { reads: 1e9, searches: 1e9, votes: 1e9 } })

/** Fills a migrated, empty PostgreSQL with sites of equal size, by SQL alone, and measures the tables. */
export async function fill(client: Filling, size: Size, say: (line: string) => void): Promise<void> {
  // Foreign keys are not checked row by row while the rows are made; the ids below fit each other.
  await client.query('set session_replication_role = replica')
  const run = async (what: string, text: string) => {
    say(`  ${what}…`)
    for (const one of text.split(';').filter((part) => part.trim())) await client.query(one)
  }
  const id = (kind: string, site: string, n: string) => `md5('${kind} ' || ${site} || ' ' || ${n})::uuid`
  const site = `md5('site ' || s)::uuid`
  await run(
    'sites, boards, statuses, members',
    `
    insert into sites (id, slug, name, locale, settings) select ${site}, 'bench-' || s, 'Bench ' || s, 'en', '${limits}' from generate_series(1, ${size.sites}) s;
    insert into feeds (site_id, last_thread) select ${site}, ${size.ideasPerSite} from generate_series(1, ${size.sites}) s;
    insert into boards (site_id, id, slug, name, kinds, position) select ${site}, ${id('board', 's', '0')}, 'ideas', 'Ideas', '{idea}', 'i' from generate_series(1, ${size.sites}) s;
    insert into statuses (site_id, id, slug, name, category, position) select ${site}, ${id('status', 's', '0')}, 'open', 'Open', 'open', 'i' from generate_series(1, ${size.sites}) s;
    insert into members (site_id, id, name) select ${site}, ${id('member', 's', 'm')}, 'Member ' || m from generate_series(1, ${size.sites}) s, generate_series(1, ${size.membersPerSite}) m;
    insert into sessions (site_id, token_hash, member_id, expires_at)
      select ${site}, replace(replace(trim(trailing '=' from encode(sha256(('pvs_' || md5('token ' || s || ' ' || m))::bytea), 'base64')), '+', '-'), '/', '_'), ${id('member', 's', 'm')}, now() + interval '30 days'
      from generate_series(1, ${size.sites}) s, generate_series(1, ${size.membersPerSite}) m;`,
  )
  const ideas = `generate_series(1, ${size.sites}) s, generate_series(1, ${size.ideasPerSite}) n`
  const at = `now() - interval '1 minute' * ((n * 7919 + s * 104729) % 500000)`
  await run(
    'ideas',
    `
    insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, author_id, status_id, opening_id, created_at)
      select ${site}, ${id('thread', 's', 'n')}, n, ${id('board', 's', '0')}, 'idea', ${sentence(6, '(n + s)')}, ${sentence(24, '(n * 3 + s)')}, 'en',
        ${id('member', 's', `(1 + n % ${size.membersPerSite})`)}, ${id('status', 's', '0')}, ${id('opening', 's', 'n')}, ${at} from ${ideas};
    insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer, created_at)
      select site_id, opening_id, id, 'opening', author_id, excerpt, '<p>' || excerpt || '</p>', 1, created_at from threads;
    insert into thread_documents (site_id, thread_id, language, title, body) select site_id, id, 'en', title, excerpt from threads;`,
  )
  await run(
    'votes',
    `
    insert into votes (site_id, thread_id, member_id, created_at)
      select ${site}, ${id('thread', 's', 'n')}, ${id('member', 's', `(1 + (n * 13 + v) % ${size.membersPerSite})`)}, now() - interval '1 minute' * (n % 9999)
      from ${ideas}, generate_series(1, ${size.votesPerIdea} * 2) v where v <= 1 + (n * 7 + s) % (${size.votesPerIdea} * 2 - 1);`,
  )
  await run(
    'replies',
    `
    insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer, created_at)
      select ${site}, ${id('reply', 's', `n || ' ' || r`)}, ${id('thread', 's', 'n')}, 'reply', ${id('member', 's', `(1 + (n + r) % ${size.membersPerSite})`)},
        'We see the same on our rounds.', '<p>We see the same on our rounds.</p>', 1, now() - interval '1 second' * (100000 - r)
      from ${ideas}, generate_series(1, case when n % 25 = 1 then 20 else ${size.repliesPerIdea} - 1 end) r;`,
  )
  await run(
    'counters',
    `
    insert into thread_counters (site_id, thread_id, board_id, number, kind, vote_count, reply_count, created_second, active_at)
      select t.site_id, t.id, t.board_id, t.number, t.kind, coalesce(v.n, 0), coalesce(p.n, 0), extract(epoch from t.created_at)::bigint, t.created_at
      from threads t
      left join (select site_id, thread_id, count(*) n from votes group by 1, 2) v on v.site_id = t.site_id and v.thread_id = t.id
      left join (select site_id, thread_id, count(*) n from posts where kind = 'reply' group by 1, 2) p on p.site_id = t.site_id and p.thread_id = t.id;`,
  )
  await client.query('set session_replication_role = origin')
  await run('statistics', 'vacuum analyze')
}

/** The bearer token that the data gives to a member of a site. */
export async function tokensOf(client: Filling, site: number, count: number): Promise<string[]> {
  const { rows } = await client.query(
    `select 'pvs_' || md5('token ' || $1::int || ' ' || m) as token from generate_series(1, $2::int) m`,
    [site, count],
  )
  return rows.map((row) => row.token!)
}
