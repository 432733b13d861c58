import { placeForOneMore } from '../../../server/boards/board.ts'
import type { Trx } from '../../../server/lib/in_transaction.ts'
import { positions } from '../../../server/lib/positions.ts'
import { insertSite } from '../../../server/sites/create.ts'
import type { Category, Names } from '../../../server/words.ts'
import type { Language, SeedStory } from '../bakfleet/story.ts'
import { idAt } from './ground.ts'

/** Makes the site as any site is made, then gives it the story's own words. Returns their ids by slug. */
export async function plantSite(
  trx: Trx,
  story: SeedStory,
  made: { siteId: string; secret: string; at: Date; demoPort: number },
) {
  const { siteId, secret, at, demoPort } = made
  const { slug, name, locale, texts, promise } = story.site
  await insertSite(trx, siteId, { slug, name, locale, origins: [] }, secret, at)
  const named = (part: 'title' | 'purpose') => byLanguage((language) => texts[language][part])
  await trx
    .updateTable('sites')
    .set({
      texts: JSON.stringify({ titles: named('title'), purposes: named('purpose'), promises: promise }),
      settings: JSON.stringify({ showCompany: true, emailSignIn: true, guests: true, demoPort }),
    })
    .where('id', '=', siteId)
    .execute()
  await plantRules(trx, story, siteId, at)
  await plantBoards(trx, story, siteId, at)
  const tags = await plantTags(trx, story, siteId, at)
  return { ...(await wordsOf(trx, siteId)), tags }
}

async function plantRules(trx: Trx, story: SeedStory, siteId: string, at: Date): Promise<void> {
  await trx.deleteFrom('rules').where('site_id', '=', siteId).execute()
  await trx
    .insertInto('rules')
    .values(
      story.rules.map(({ number, texts }) => ({
        site_id: siteId,
        number,
        version: 1,
        name: texts[story.site.locale].title,
        names: JSON.stringify(byLanguage((language) => texts[language].title)),
        created_at: at,
      })),
    )
    .execute()
}

async function plantBoards(trx: Trx, story: SeedStory, siteId: string, at: Date): Promise<void> {
  const { locale } = story.site
  for (const { slug, kinds, names, purposes, segment } of story.boards) {
    const segmentId = idAt(at)
    await trx
      .insertInto('segments')
      .values({
        site_id: siteId,
        id: segmentId,
        slug: segment.slug,
        name: segment.names[locale],
        names: JSON.stringify(segment.names),
        rule: JSON.stringify(segment.rule),
        position: positions(1)[0]!,
      })
      .execute()
    await trx
      .insertInto('boards')
      .values({
        site_id: siteId,
        id: idAt(at),
        slug,
        name: names[locale],
        names: JSON.stringify(names),
        purposes: JSON.stringify(purposes),
        kinds,
        visibility: 'segment',
        segment_id: segmentId,
        default_sort: 'active',
        icon: 'star',
        position: await placeForOneMore(trx, siteId),
      })
      .execute()
  }
}

async function plantTags(trx: Trx, story: SeedStory, siteId: string, at: Date): Promise<Map<string, string>> {
  const places = positions(story.tags.length)
  const tags = story.tags.map(({ slug, names }, index) => ({
    site_id: siteId,
    id: idAt(at),
    slug,
    name: names[story.site.locale],
    names: JSON.stringify(names),
    position: places[index]!,
  }))
  await trx.insertInto('tags').values(tags).execute()
  return new Map(tags.map((tag) => [tag.slug, tag.id]))
}

async function wordsOf(trx: Trx, siteId: string) {
  const boards = await trx.selectFrom('boards').select(['slug', 'id']).where('site_id', '=', siteId).execute()
  const statuses = await trx
    .selectFrom('statuses')
    .select(['slug', 'id'])
    .where('site_id', '=', siteId)
    .execute()
  const stages = await trx
    .selectFrom('stages')
    .select(['slug', 'id', 'category'])
    .where('site_id', '=', siteId)
    .execute()
  const connections = await trx
    .selectFrom('connections')
    .select(['kind', 'id'])
    .where('site_id', '=', siteId)
    .execute()
  const connection = (kind: string) => connections.find((one) => one.kind === kind)!.id
  return {
    boards: new Map(boards.map((row) => [row.slug, row.id])),
    statuses: new Map(statuses.map((row) => [row.slug, row.id])),
    stages: new Map(stages.map((row) => [row.slug, { id: row.id, category: row.category as Category }])),
    connections: { sso: connection('sso'), email: connection('email') },
  }
}

function byLanguage(text: (language: Language) => string): Required<Names> {
  return { en: text('en'), fr: text('fr'), de: text('de') }
}
