import { accounts } from './accounts.ts'
import type { RouteCase } from './case.ts'
import { connections } from './connections.ts'
import { conversation } from './conversation.ts'
import { keys } from './keys.ts'
import { openId } from './openid.ts'
import { passkeys } from './passkeys.ts'
import { people } from './people.ts'
import { planning } from './planning.ts'
import { sanctions } from './sanctions.ts'
import { segments } from './segments.ts'
import { structure } from './structure.ts'

/** A row for every route below a site. */
export const routeTable: RouteCase[] = [
  ...structure,
  ...segments,
  ...connections,
  ...keys,
  ...conversation,
  ...people,
  ...sanctions,
  ...accounts,
  ...passkeys,
  ...openId,
  ...planning,
]
