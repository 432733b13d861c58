import { newKeyText } from '../../../server/api_keys/key_text.ts'
import type { Scope } from '../../../server/api_keys/scopes.ts'
import { later } from '../../../server/lib/clock.ts'
import { hashToken } from '../../../server/lib/ids.ts'
import { ago, type Ground, idAt, type Person } from './ground.ts'

const day = 86_400

interface SeedKey {
  name: string
  scopes: Scope[]
  madeDaysAgo: number
  days: number
  usedMinutesAgo: number
}

const keys: SeedKey[] = [
  { name: 'Help desk', scopes: ['read', 'write'], madeDaysAgo: 81, days: 90, usedMinutesAgo: 12 },
  { name: 'Issue tracker', scopes: ['read', 'feedback'], madeDaysAgo: 20, days: 365, usedMinutesAgo: 190 },
]

/** Keys as a company has them that uses its feedback elsewhere. Nobody holds them: they are thrown away here. */
export function plantKeys(ground: Ground): void {
  const owner = [...ground.people.values()].find(({ story }) => story.role === 'owner')
  if (!owner) return
  for (const story of keys) plantKey(ground, story, owner)
}

function plantKey(ground: Ground, story: SeedKey, by: Person): void {
  const { siteId: site_id, now } = ground
  const { name, scopes } = story
  const at = ago(ground, story.madeDaysAgo)
  const id = idAt(at)
  const key = newKeyText()
  const expires_at = later(at, story.days * day)
  const nothing = { email: null, locale: null, company_id: null, attributes: {}, account_id: null }
  ground.rows.add('members', {
    site_id,
    id,
    role: 'key',
    name,
    ...nothing,
    votes_shown: false,
    created_at: at,
  })
  ground.rows.add('api_keys', {
    site_id,
    id,
    key_hash: hashToken(key),
    last_four: key.slice(-4),
    scopes,
    made_by: by.id,
    created_at: at,
    expires_at,
    last_used_at: later(now, -60 * story.usedMinutesAgo),
  })
  const detail = { name, scopes, expiresAt: expires_at }
  ground.acts.push({ at, by, action: 'key.make', subjectKind: 'key', subject: id, detail })
}
