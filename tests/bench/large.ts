import { createServer } from 'node:http'
import { join } from 'node:path'
import pg from 'pg'
import { connectEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { type Filling, fill, tokensOf } from './data.ts'
import { migratedDatabase, type Plan } from './targets.ts'

// The large community that the widget is measured on, and the page of a company that it stands on.

const name = 'parvis_bench_widget'
const size = { sites: 1, ideasPerSite: 10_000, membersPerSite: 200, votesPerIdea: 10, repliesPerIdea: 4 }

/** The idea that most was said about. */
export const longThread = { number: 2, replies: 1000 }

interface Large {
  /** Where its server finds it. */
  env: Record<string, string>
  /** The session of one of its members. */
  token: string
}

/** A community of 10,000 ideas, on the PostgreSQL given or in a folder; only a page of `host` may show it. */
export async function largeCommunity(
  server: string | undefined,
  folder: string,
  host: string,
  plan: Plan,
): Promise<Large> {
  plan.say('Making a community of 10,000 ideas, one of which has 1,000 replies…')
  if (!server) {
    const database = await connectEmbedded({ folder: join(folder, 'large', 'postgres') })
    await migrate(database.db)
    const client = await database.pool.connect()
    const token = await filled(client, host)
    client.release()
    await database.close()
    return { env: { DATA_DIR: join(folder, 'large') }, token }
  }
  const url = await migratedDatabase(server, name, plan)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const token = await filled(client, host)
  await client.end()
  return { env: { DATABASE_URL: url }, token }
}

async function filled(client: Filling, host: string): Promise<string> {
  await fill(client, size, () => {})
  await client.query(`insert into site_origins (site_id, origin) select id, $1 from sites`, [host])
  const { number, replies } = longThread
  await client.query(
    `insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer, created_at)
      select t.site_id, gen_random_uuid(), t.id, 'reply', t.author_id, 'So it is with us.', '<p>So it is with us, on most of our rounds and in all weathers, whatever the planner says of it.</p>', 1,
        now() - interval '1 second' * (50000 - r) from threads t, generate_series(1, $2::int) r where t.number = $1`,
    [number, replies],
  )
  await client.query(
    `update thread_counters c set reply_count = (select count(*) from posts p where p.site_id = c.site_id and p.thread_id = c.thread_id and p.kind = 'reply')
      where number = $1`,
    [number],
  )
  return (await tokensOf(client, 1, 1))[0]!
}

const paragraph =
  'Bakfleet plans the rounds of cargo bikes and small vans: where to stop, in which order, and by which street.'
const page = (
  body: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A company</title>
<meta name="viewport" content="width=device-width"><style>body{font:16px/1.5 system-ui;margin:0 auto;max-width:70ch;padding:16px}</style></head>
<body><h1>Planning for small fleets</h1><p>${paragraph}</p><p>${paragraph} ${paragraph}</p>${body}</body></html>`

/** The page of a company, with the widget at its foot and without. */
export async function hostAt({ port, stops }: Plan, at: number): Promise<void> {
  const widget = `<script type="module" src="http://localhost:${port}/widget.js"></script><parvis-board site="bench-1"></parvis-board>`
  const host = createServer((request, answer) => {
    answer.setHeader('content-type', 'text/html; charset=utf-8')
    answer.end(page(request.url?.startsWith('/with') ? widget : ''))
  })
  await new Promise<void>((done, failed) => host.once('error', failed).listen(at, done))
  stops.push(() => void host.close())
}
