import type { SessionMemberJson } from '../../server/sessions/json.ts'
import type { Context } from '../context.ts'
import type { Session } from './session.ts'

// Whose drafts are whose. It is a part of the acts, so that drafts are handed on where no text is open. What keeps
// them is given: a second way to the storage's own file would split what the first view takes.

interface Store {
  recall<T>(key: string): T | undefined
  /** Keeps a value; `undefined` forgets it. */
  remember(key: string, value: unknown): void
}

/** Who writes: the member who is there, or whose session has just ended. */
export const writerOf = ({ member, lapsed }: Session): SessionMemberJson | undefined => member ?? lapsed

const draftsOf = ({ base, opening }: Context) => `parvis:${base}:${opening.site.slug}:draft:`

/** A member's drafts are theirs alone. A visitor's are the device's, and so are a guest's, who is whoever has it. */
const ownOf = (ctx: Context): string | undefined => {
  const writer = writerOf(ctx.session)
  return writer && writer.role !== 'guest' ? `${draftsOf(ctx)}@${writer.id}:` : undefined
}

/**
 * Under which name a draft of whoever is there is kept on the device. What was written before one signed in becomes
 * the member's own by that.
 */
export const draftKey = (ctx: Context, what: string, store: Store): string => {
  const free = draftsOf(ctx) + what
  const own = ownOf(ctx)
  if (!own) return free
  join(free, own + what, store)
  return own + what
}

/** Puts a draft to what is kept at another place already, after that: a visitor's to a member's own, as one. */
export const join = (from: string, to: string, { recall, remember }: Store): void => {
  const found = recall<{ text?: string; title?: string; beside?: unknown[] }>(from)
  if (!found) return
  const kept = recall<typeof found>(to)
  const text =
    kept?.text && found.text && kept.text.trim() !== found.text.trim()
      ? `${kept.text.trimEnd()}\n\n${found.text}`
      : found.text || kept?.text
  const beside = [...(found.beside ?? []), ...(kept?.beside ?? [])]
  remember(to, { ...kept, ...found, title: found.title || kept?.title, text, beside })
  remember(from, undefined)
}

/** Of what whoever is there has drafts, among all whose names begin so: on the device, and among the keys `inPage`. */
export const draftNames = (ctx: Context, beginning: string, inPage: Iterable<string>): string[] => {
  const keys = [...inPage, ...storedKeys()]
  const below = (whose: string) =>
    keys.filter((key) => key.startsWith(whose + beginning)).map((key) => key.slice(whose.length))
  return [...new Set([draftsOf(ctx), ownOf(ctx)].flatMap((whose) => (whose ? below(whose) : [])))]
}

/** Hands all that was written on the device while nobody was signed in on to the member who is there now. */
export const handOnDrafts = (ctx: Context): void => {
  const drafts = draftsOf(ctx)
  try {
    if (ownOf(ctx)) for (const key of freeKeys(drafts)) draftKey(ctx, key.slice(drafts.length), device)
  } catch {
    // What the device is too full for stays, and is taken where it is read.
  }
}

const device: Store = {
  recall: (key) => JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined,
  remember: (key, value) =>
    value === undefined ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(value)),
}

/** Whether something is kept of a member who is there, or whose session has just ended. */
export const hasDrafts = (ctx: Context): boolean => {
  const own = ownOf(ctx)
  return !!own && storedKeys().some((key) => key.startsWith(own))
}

/** Forgets the drafts of whoever is there, and those that are nobody's. */
export const forgetDrafts = (ctx: Context, { remember }: Store): void => {
  const drafts = draftsOf(ctx)
  const own = ownOf(ctx)
  const form = ['new', 'new:body'].flatMap((what) => [drafts + what, own + what])
  const theirs = own ? storedKeys().filter((key) => key.startsWith(own)) : []
  for (const key of [...form, ...theirs, ...freeKeys(drafts)]) remember(key, undefined)
}

const freeKeys = (drafts: string): string[] =>
  storedKeys().filter((key) => key.startsWith(drafts) && key[drafts.length] !== '@')

const storedKeys = (): string[] => {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
