import type { Viewer, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { readMailChoices } from '../mails/choices.ts'
import { rulingJson } from '../moderation/json.ts'
import { type RulingRow, rulingsTold } from '../moderation/queries.ts'
import { notificationJson } from '../notifications/json.ts'
import { listNotifications, type NotificationRow } from '../notifications/queries.ts'
import { sanctionsOn } from '../sanctions/queries.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { readFollowChoices } from '../subscriptions/queries.ts'
import { type ExportRow, exportIdentity, exportPage, exportParts, pageRows } from './export_queries.ts'
import { meJson } from './json.ts'
import { readMe } from './me_queries.ts'

/** The shape of the file, which docs/api/me.md describes. */
const format = { format: 'parvis-member', version: 3 }

/**
 * All that a community holds of a member, as one JSON document in pieces: read page by page as it is sent, so that a
 * long one costs no more memory than a short one. It holds no secret, nothing of other people but the names that the
 * member is shown anyway, and nothing of what the team notes for itself. `files` says, once it is read, which images are
 * beside it and where.
 */
export async function exportOf(
  world: World,
  site: Site,
  viewer: Viewer,
  memberId: string,
  files: ReadonlyMap<string, string>,
) {
  const now = world.clock.now()
  // Read before the first byte: what is refused is refused by its status.
  const own = await readOwn(world, site, viewer, memberId, now)
  async function* pieces(): AsyncGenerator<string> {
    const head = JSON.stringify({ ...format, exportedAt: now.toISOString(), ...own }, null, 1)
    yield head.slice(0, -2)
    for (const part of exportParts)
      yield* listed(
        part,
        pagesBy<ExportRow>((after) => exportPage(world.db, viewer, memberId, part, after, pageRows)),
        ({ row }) => (part === 'images' ? { ...row, file: files.get(row.id as string) ?? null } : row),
      )
    yield* listed(
      'notifications',
      pagesBy<NotificationRow>((last) => {
        const after = last && ([last.at, last.id] as [string, string])
        return listNotifications(world.db, viewer, memberId, now, after, pageRows)
      }),
      (row) => notificationJson(world.config, site, row),
    )
    yield* listed(
      'decisions',
      pagesBy<RulingRow>((last) => rulingsTold(world.db, viewer, memberId, now, last?.number, pageRows)),
      (row) => {
        const told = rulingJson(row)
        // One's own post is judged; where it stands is said where one may read it.
        return told.thread.title ? told : { ...told, thread: { ...told.thread, number: null } }
      },
    )
    yield '\n}\n'
  }
  return pieces()
}

/** Pages of a list that gives a row more than was asked for where there is one. */
export async function* pagesBy<Row>(read: (last: Row | undefined) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let last: Row | undefined; ; ) {
    const rows = await read(last)
    const shown = rows.slice(0, pageRows)
    yield shown
    if (rows.length <= pageRows) return
    last = shown.at(-1)
  }
}

async function* listed<Row>(
  name: string,
  pages: AsyncGenerator<Row[]>,
  json: (row: Row) => unknown,
): AsyncGenerator<string> {
  yield `,\n "${name}": [`
  let before = ''
  for await (const page of pages) {
    for (const row of page) {
      yield `${before}\n  ${JSON.stringify(json(row))}`
      before = ','
    }
  }
  yield `\n ]`
}

async function readOwn(world: World, site: Site, viewer: Viewer, memberId: string, now: Date) {
  const [me, identity, mail, follows, sanctions] = await Promise.all([
    readMe(world.db, viewer, memberId, now),
    exportIdentity(world.db, site.id, memberId),
    readMailChoices(world.db, site.id, memberId),
    readFollowChoices(world.db, site.id, memberId),
    sanctionsOn(world.db, site.id, memberId),
  ])
  if (!me) throw new Problem('unauthenticated')
  const {
    unread: _,
    suspension: __,
    ...profile
  } = meJson(world.config, site.id, me, viewer.member?.role ?? 'member', null)
  return {
    site: { slug: site.slug, name: site.name },
    profile,
    ...identity,
    mail,
    boards: boardsFor(site, viewer)
      .filter(({ id }) => follows.boards.includes(id))
      .map(({ slug }) => slug),
    followsOwn: follows.follow_own,
    sanctions: sanctions
      .filter(({ tell_at }) => tell_at <= now)
      .map((one) => ({
        kind: one.kind,
        rule: { number: one.rule_number, name: one.rule_name },
        reason: one.reason,
        createdAt: one.created_at,
        until: one.until,
        liftedAt: one.lifted_at,
      })),
  }
}
