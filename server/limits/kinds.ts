import type { Site } from '../sites/queries.ts'

interface Rule {
  /** How many in a window, unless the site's settings say otherwise. */
  permits: number
  /** How long a window is. It begins with the first act in it. */
  seconds: number
  /** Whose permits they are. A viewer's are the member's who is signed in, else the network's. */
  of: 'member' | 'viewer' | 'key' | 'network' | 'address' | 'site'
  /** What takes a permit in the end; what does not gives it back. `refused` is a 401. */
  counts: 'all' | 'accepted' | 'refused'
  /** What a site's settings may make of `permits`. Never so little that the team locks itself out. */
  least: number
  most: number
}

const most = 1_000_000
const minute = 60
const tenMinutes = 600
const hour = 3600

/** Every kind of act that is limited. */
export const kinds = {
  reads: { permits: 1200, seconds: minute, of: 'viewer', counts: 'all', least: 100, most },
  searches: { permits: 300, seconds: minute, of: 'viewer', counts: 'all', least: 10, most },
  votes: { permits: 300, seconds: tenMinutes, of: 'member', counts: 'all', least: 1, most },
  threads: { permits: 10, seconds: tenMinutes, of: 'member', counts: 'accepted', least: 1, most },
  replies: { permits: 30, seconds: tenMinutes, of: 'member', counts: 'accepted', least: 1, most },
  reports: { permits: 20, seconds: tenMinutes, of: 'member', counts: 'accepted', least: 1, most },
  pictures: { permits: 10, seconds: tenMinutes, of: 'member', counts: 'accepted', least: 1, most },
  /** Images for posts. */
  images: { permits: 30, seconds: tenMinutes, of: 'member', counts: 'accepted', least: 1, most },
  /** Files of all that is one's own, which cost more than other reads. */
  exports: { permits: 5, seconds: hour, of: 'member', counts: 'accepted', least: 1, most },
  /** Every change but votes and sign-ons, whatever becomes of it. */
  changes: { permits: 1200, seconds: tenMinutes, of: 'viewer', counts: 'all', least: 100, most },
  /** What API keys take instead of `reads`, `changes`, and `threads`, `replies` or `images`. */
  keyReads: { permits: 1200, seconds: minute, of: 'key', counts: 'all', least: 1, most },
  keyChanges: { permits: 1200, seconds: tenMinutes, of: 'key', counts: 'all', least: 1, most },
  keyPosts: { permits: 300, seconds: tenMinutes, of: 'key', counts: 'accepted', least: 1, most },
  signOns: { permits: 600, seconds: minute, of: 'network', counts: 'all', least: 10, most },
  /** Wrong codes, links and passwords. By network, so that nobody can lock somebody else out. */
  signInTries: { permits: 40, seconds: tenMinutes, of: 'network', counts: 'refused', least: 5, most },
  codesPerAddress: { permits: 5, seconds: hour, of: 'address', counts: 'accepted', least: 1, most },
  codesPerNetwork: { permits: 60, seconds: hour, of: 'network', counts: 'accepted', least: 1, most },
  codesPerSite: { permits: 1000, seconds: hour, of: 'site', counts: 'accepted', least: 1, most },
  /** New guests; one who comes back to their device takes none. */
  guestsPerNetwork: { permits: 20, seconds: hour, of: 'network', counts: 'accepted', least: 1, most },
  guestsPerSite: { permits: 1000, seconds: hour, of: 'site', counts: 'accepted', least: 1, most },
} as const satisfies Record<string, Rule>

export type LimitKind = keyof typeof kinds
export const limitKinds = Object.keys(kinds) as LimitKind[]
export const ruleOf = (kind: LimitKind): Rule => kinds[kind]

const ofKeys: Partial<Record<LimitKind, LimitKind>> = {
  reads: 'keyReads',
  changes: 'keyChanges',
  threads: 'keyPosts',
  replies: 'keyPosts',
  images: 'keyPosts',
}

/** What an API key takes a permit of where a person would of `kind`: programs have limits of their own. */
export const kindForKeys = (kind: LimitKind): LimitKind => ofKeys[kind] ?? kind

/** How many of a kind a site allows. */
export function permitsOf(site: Pick<Site, 'settings'>, kind: LimitKind): number {
  return site.settings.limits?.[kind] ?? kinds[kind].permits
}
