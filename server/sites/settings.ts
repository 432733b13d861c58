import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { addOrigins } from './create.ts'
import { lockStructure } from './lock.ts'
import type { SettingsEdit } from './settings_input.ts'

/** Changes what was given of a site's settings and leaves the rest, also what somebody else changes meanwhile. */
export async function editSettings(
  world: World,
  siteId: string,
  edit: SettingsEdit,
  by: string,
): Promise<void> {
  if (!Object.keys(edit).length) return
  const { name, locale, origins, titles, purposes, promises, ...others } = edit
  const texts = JSON.stringify({ titles, purposes, promises })
  const settings = JSON.stringify(others)
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      await sql`update sites set name = coalesce(${name ?? null}, name), locale = coalesce(${locale ?? null}, locale),
        texts = texts || ${texts}::jsonb, settings = settings || ${settings}::jsonb where id = ${siteId}`.execute(
        trx,
      )
      if (origins) await replaceOrigins(trx, siteId, origins)
      await requireOrigins(trx, siteId, edit)
      await audit(trx, siteId, by, 'settings.edit', 'site', siteId, { ...edit })
    },
    'structure',
  )
}

/** Readers are led to the host's pages, and so they are among the places that may embed the community. */
async function requireOrigins(trx: Trx, siteId: string, edit: SettingsEdit): Promise<void> {
  const pages = Object.entries(edit.hostPages ?? {}).map(([locale, page]) => ({
    path: `hostPages.${locale}`,
    page,
  }))
  if (edit.hostPage) pages.push({ path: 'hostPage', page: edit.hostPage })
  if (!pages.length) return
  const rows = await trx.selectFrom('site_origins').select('origin').where('site_id', '=', siteId).execute()
  const known = rows.map(({ origin }) => origin)
  const message = 'Its origin must be one of those that may embed the community.'
  const errors = pages
    .filter(({ page }) => !known.includes(new URL(page).origin))
    .map(({ path }) => ({ path, message }))
  if (errors.length) throw new Problem('invalid_input', undefined, { errors })
}

async function replaceOrigins(trx: Trx, siteId: string, origins: string[]): Promise<void> {
  await trx.deleteFrom('site_origins').where('site_id', '=', siteId).execute()
  await addOrigins(trx, siteId, origins)
}
