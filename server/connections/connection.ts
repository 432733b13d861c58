import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, makesStale, type Trx } from '../lib/in_transaction.ts'
import { allowedUrl } from '../lib/safe_fetch.ts'
import { newSecret } from '../lib/secrets.ts'
import { lockStructure } from '../sites/lock.ts'
import type { ConnectionEdit, NewConnection } from './input.ts'
import { insertKey } from './key.ts'
import { type PublicKey, readPublicKey } from './public_key.ts'
import { connectionForChange, mostConnections } from './queries.ts'

/**
 * Makes a way to sign on. One of HS256 gets a secret of the server's making, returned here and never again; the
 * others need a public key or the address of a key set.
 */
export async function makeConnection(
  world: World,
  siteId: string,
  draft: NewConnection,
  by: string,
): Promise<{ id: string; secret: string | null }> {
  const key = await keyOf(world, draft)
  const id = newId()
  const secret = draft.algorithm === 'HS256' ? newSecret() : null
  const now = world.clock.now()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      await refuseTooMany(trx, siteId)
      await insertConnection(trx, siteId, id, draft, now)
      if (secret)
        await trx
          .insertInto('connection_secrets')
          .values({ site_id: siteId, id: newId(), connection_id: id, secret, created_at: now })
          .execute()
      if (key) await insertKey(trx, siteId, id, key, now)
      const { name, algorithm, issuer, jwksUrl } = draft
      await audit(trx, siteId, by, 'connection.make', 'connection', id, { name, algorithm, issuer, jwksUrl })
    },
    'quiet',
  )
  return { id, secret }
}

async function keyOf(world: World, draft: NewConnection): Promise<PublicKey | undefined> {
  const { algorithm, key, jwksUrl } = draft
  if (algorithm === 'HS256') {
    if (key !== undefined || jwksUrl !== undefined)
      throw wrong('algorithm', 'HS256 verifies by a secret that this server makes, and by nothing else.')
    return undefined
  }
  if ((key === undefined) === (jwksUrl === undefined))
    throw wrong('key', `${algorithm} needs a public key or the address of a key set: one of the two.`)
  if (jwksUrl !== undefined) refuseJwksUrl(world, jwksUrl)
  return key === undefined ? undefined : readPublicKey(key, algorithm)
}

function refuseJwksUrl(world: World, url: string): void {
  if (!allowedUrl(url, world.config.development))
    throw wrong('jwksUrl', 'must be an https address without a password')
}

const wrong = (path: string, message: string) =>
  new Problem('invalid_input', message, { errors: [{ path, message }] })

async function refuseTooMany(trx: Trx, siteId: string): Promise<void> {
  const { count } = await trx
    .selectFrom('connections')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('kind', '=', 'sso')
    .executeTakeFirstOrThrow()
  if (count >= mostConnections)
    throw new Problem('conflict', `A community has at most ${mostConnections} sign-on connections.`)
}

async function insertConnection(
  trx: Trx,
  siteId: string,
  id: string,
  draft: NewConnection,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('connections')
    .values({
      site_id: siteId,
      id,
      kind: 'sso',
      name: draft.name,
      algorithm: draft.algorithm,
      issuer: draft.issuer ?? null,
      jwks_url: draft.jwksUrl ?? null,
      emails_verified: draft.emailsVerified ?? false,
      created_at: now,
    })
    .execute()
}

/** Changes what was given of a connection. Its algorithm stays what it was made with. */
export async function editConnection(
  world: World,
  siteId: string,
  id: string,
  edit: ConnectionEdit,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const before = await connectionForChange(trx, siteId, id)
      if (!before) throw new Problem('not_found')
      if (edit.jwksUrl) {
        if (before.algorithm === 'HS256') throw wrong('jwksUrl', 'HS256 has no public keys.')
        refuseJwksUrl(world, edit.jwksUrl)
      }
      const after = {
        name: edit.name ?? before.name,
        issuer: edit.issuer === undefined ? before.issuer : edit.issuer,
        jwks_url: edit.jwksUrl === undefined ? before.jwks_url : edit.jwksUrl,
        emails_verified: edit.emailsVerified ?? before.emails_verified,
      }
      await trx
        .updateTable('connections')
        .set(after)
        .where('site_id', '=', siteId)
        .where('id', '=', id)
        .execute()
      // Whose addresses count decides who is in the segments of a domain.
      if (after.emails_verified !== before.emails_verified) makesStale(trx, 'people')
      await audit(trx, siteId, by, 'connection.edit', 'connection', id, { ...edit, name: after.name })
    },
    'quiet',
  )
}

/**
 * Removes a connection with its keys, and by their foreign key every session that it opened, from the next request
 * on. What its people wrote stays; they are new people, should another connection sign them on.
 */
export async function removeConnection(world: World, siteId: string, id: string, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const connection = await connectionForChange(trx, siteId, id)
      if (!connection) throw new Problem('not_found')
      await trx.deleteFrom('connections').where('site_id', '=', siteId).where('id', '=', id).execute()
      await audit(trx, siteId, by, 'connection.delete', 'connection', id, { name: connection.name })
    },
    'structure',
  )
}
