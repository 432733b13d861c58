import type { Trx } from '../lib/in_transaction.ts'

// Whose link to a provider was taken away by themselves. An address at the provider links them no more: it would bring
// back, at the next sign-in, what they took away because they do not trust it.

export async function noteDeclined(
  trx: Trx,
  siteId: string,
  memberId: string,
  providerId: string,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('openid_declined')
    .values({ site_id: siteId, member_id: memberId, provider_id: providerId, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function isDeclined(
  trx: Trx,
  siteId: string,
  providerId: string,
  memberId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('openid_declined')
    .select('member_id')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets it of one provider, or of all. */
export async function clearDeclined(
  trx: Trx,
  siteId: string,
  memberId: string,
  providerId?: string,
): Promise<void> {
  await trx
    .deleteFrom('openid_declined')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .$if(providerId !== undefined, (query) => query.where('provider_id', '=', providerId!))
    .execute()
}
