import { writeFile } from 'node:fs/promises'
import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen'
import { connectEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'

/** The text of db/schema.ts, made from a freshly migrated database. */
export async function schemaText(): Promise<string> {
  const database = await connectEmbedded({})
  try {
    await migrate(database.db)
    const text = await generate({
      db: database.db,
      dialect: new PostgresDialect(),
      excludePattern: '*migrations*',
      overrides: { columns },
      outFile: null,
    })
    return text.replace('import type { ColumnType }', 'import type { ColumnType, GeneratedAlways }')
  } finally {
    await database.close()
  }
}

// What the catalog cannot say: our pool reads int8 and numeric as numbers, and names are words by locale.
const words = 'ColumnType<Partial<Record<"en" | "fr" | "de", string>>, string | undefined, string>'
const overrides: Record<string, string> = {
  'boards.names': words,
  'boards.purposes': words,
  'statuses.names': words,
  'stages.names': words,
  'tags.names': words,
  'rules.names': words,
  'segments.names': words,
  'boards.readers': 'GeneratedAlways<string>',
  'thread_counters.trend': 'GeneratedAlways<number>',
  'thread_counters.created_second': 'number',
  'thread_documents.document': 'GeneratedAlways<string>',
  'feeds.last_seq': 'Generated<number>',
  'account_passkeys.counter': 'number',
  'activity.seq': 'number',
  'companies.revenue': 'number',
  'roadmap_items.expected_on': 'string',
  'decisions.expected_on': 'string',
  'member_days.day': 'string',
  'sites.texts': 'ColumnType<Json, string | undefined, string>',
}

const columns = Object.fromEntries(
  Object.entries(overrides).map(([column, type]) => [column, new RawExpressionNode(type)]),
)

if (import.meta.main) {
  await writeFile(new URL('./schema.ts', import.meta.url), await schemaText())
  console.info('Wrote db/schema.ts')
}
