import type { Part } from './part.ts'

// What is tested where.

const files = (...names: string[]) => names.map((name) => `**/${name}.test.ts`)

// What these show is of this process alone, with no database in it.
const sameOnBoth = files(
  'folder_lock',
  'durability',
  'markdown',
  'demo_host',
  'api_reference',
  'safe_fetch',
  'sso_recipes',
  'sso_token_properties',
)

// What these show is above the database: who may ask, what providers say, what pages look like, how many
// statements are sent, which index they walk; or they hold both databases beside each other. Where there are two databases they run on
// PostgreSQL, in the full run on both.
const aboveIt = files(
  'accounts_*',
  'any_value',
  'api_keys_*',
  'audit',
  'backup*',
  'boards_acts',
  'boundary_*',
  'demo_seed',
  'failing_jobs',
  'front_door',
  'guests*',
  'idempotency',
  'ids_of_other_sites',
  'images',
  'limits_settings',
  'limits_sign_in',
  'mailbox',
  'me_export',
  'members_search',
  'mentions',
  'metrics',
  'openid_*',
  'operator_commands',
  'pages*',
  'permissions',
  'private_board*',
  'profiles',
  'requests',
  'rules_versions',
  'search_plans',
  'security_*',
  'segments*',
  'sessions_*',
  'settings',
  'sso_connections',
  'sso_key_sets',
  'sso_linking',
  'sso_tokens',
  'staff_search',
  'statements_of_*',
  'suspension',
  'team',
  'unknown_addresses',
  'words_acts',
)

// A first start makes its embedded database, which is what it is about; what it does on PostgreSQL is in the full run.
const startsAlone = files('start')

// How addresses are made below a path has nothing to do with the database either.
const subPath = files('sub_path')

// An embedded database serves one process, and is away only with it.
const postgresAlone = files(
  'listen_postgres',
  'database_lost',
  'database_too_old',
  'limits_processes',
  'limits_database_away',
  'api_keys_processes',
  'erasure_processes',
  'segments_processes',
  'live_endings_processes',
  'live_processes',
  'suspension_processes',
  'two_processes',
)

/** What is to be run, the longest first; `full` on both databases where there are two. */
export function partsOf(chromium: string, postgres: string | undefined, full: boolean): Part[] {
  const often: Record<string, string> = full ? { PARVIS_FULL: '1' } : {}
  const browser = { ...often, PARVIS_CHROMIUM: chromium }
  const embedded = { PARVIS_TEST_POSTGRES: '' }
  const server = ['tests/server', 'tests/db']
  const both = full || !postgres
  // What a screen shows is above the database as well, and what a whole way needs of it is tried on both.
  const screens = { ...browser, ...(postgres && !full ? { PARVIS_TEST_POSTGRES: postgres } : embedded) }
  const parts: Part[] = []
  if (postgres)
    parts.push({
      name: 'Server, PostgreSQL',
      folders: server,
      env: { ...often, PARVIS_TEST_POSTGRES: postgres },
      except: full ? sameOnBoth : [...sameOnBoth, ...startsAlone],
    })
  parts.push(
    // Each in a browser of its own: together they would end long after all others.
    { name: 'Widget', folders: ['tests/widget'], env: screens, except: [] },
    { name: 'Admin', folders: ['tests/admin'], env: screens, except: [] },
    {
      name: 'Server, embedded database',
      folders: server,
      env: { ...often, ...embedded },
      except: both ? postgresAlone : [...postgresAlone, ...aboveIt],
    },
    {
      name: 'Whole ways, embedded database',
      folders: ['tests/e2e'],
      env: { ...browser, ...embedded },
      except: postgresAlone,
    },
  )
  if (postgres)
    parts.push({
      name: 'Whole ways, PostgreSQL',
      folders: ['tests/e2e'],
      env: { ...browser, PARVIS_TEST_POSTGRES: postgres },
      except: full ? [] : subPath,
    })
  parts.push({ name: 'Rules', folders: ['tests/rules'], env: browser, except: [] })
  return parts
}
