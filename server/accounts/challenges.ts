import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { hashToken } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Within } from '../sessions/staff_store.ts'

// What was begun in one request and is finished in another: by the secret that the first one gave out. It works
// once, for ten minutes and five tries.

const lifeInSeconds = 600
const mostTries = 5

export type ChallengeKind = 'second_factor' | 'passkey' | 'new_passkey'

/** Keeps what was begun, under a secret; returns when it ends. */
export async function begin(
  { db, clock }: { db: World['db'] | Trx; clock: World['clock'] },
  kind: ChallengeKind,
  secret: string,
  about: { accountId?: string; provedBy?: string; within?: Within | undefined } = {},
): Promise<Date> {
  const now = clock.now()
  const expiresAt = later(now, lifeInSeconds)
  // Anybody may begin, so what is over goes at once and not by a nightly job alone.
  await db.deleteFrom('account_challenges').where('expires_at', '<', now).execute()
  await db
    .insertInto('account_challenges')
    .values({
      token_hash: hashToken(secret),
      kind,
      account_id: about.accountId ?? null,
      proved_by: about.provedBy ?? null,
      site_id: about.within?.siteId ?? null,
      openid_link_id: about.within?.linkId ?? null,
      expires_at: expiresAt,
    })
    .execute()
  return expiresAt
}

/** Counts a try at finishing; undefined where there is nothing to finish, or no try left. */
export function tryToFinish({ db, clock }: World, kind: ChallengeKind, secret: string) {
  return db
    .updateTable('account_challenges')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('token_hash', '=', hashToken(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', clock.now())
    .where('tries', '<', mostTries)
    .returning(['account_id', 'proved_by', 'site_id', 'openid_link_id'])
    .executeTakeFirst()
}

/** Ends it; false where another request was first. */
export async function finish({ db }: World, secret: string): Promise<boolean> {
  const row = await db
    .deleteFrom('account_challenges')
    .where('token_hash', '=', hashToken(secret))
    .returning('token_hash')
    .executeTakeFirst()
  return row !== undefined
}
