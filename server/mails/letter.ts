import type { Config } from '../config.ts'
import { excerptOf, wordsOf } from '../lib/excerpt.ts'
import type { Mail } from '../lib/mailer.ts'
import { absolute, canonicalOf, pagesRoot, threadPath } from '../pages/addresses.ts'
import type { Site } from '../sites/queries.ts'
import type { Locale } from '../words.ts'
import { chosenKinds } from './cadence.ts'
import { asHtml, asText, type Item } from './letter_drawn.ts'
import type { ClaimedMail, LetterRow, Recipient } from './queries.ts'
import { type LetterWords, letterWords } from './words.ts'

const mostTold = 30
/** At most so many, in their order. What the team decided about oneself is always among them. */
const mostPressing = (rows: LetterRow[]): LetterRow[] => {
  const decided = ({ kind }: LetterRow) => kind === 'ruling' || kind === 'suspension'
  let room = mostTold - rows.filter(decided).length
  return rows.filter((row) => decided(row) || room-- > 0)
}
const regions: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }

interface Due extends ClaimedMail {
  to: Recipient
  email: string
}

/** A mail that tells its reader of some news, in their language: as text, and as plain HTML without colours of its own. */
export function composeLetter(config: Config, site: Site, due: Due, rows: LetterRow[]): Mail {
  const locale = due.to.locale ?? site.locale
  const words = letterWords[locale]
  const name = harmless(site.name)
  // A reply that was posted and then accepted is told twice, and quoted once.
  const quoted = new Set<string>()
  const items = mostPressing(rows).map((row) => {
    const item = itemOf(config, site, words, locale, row)
    const again = row.post_id !== null && row.html !== null && quoted.has(row.post_id)
    if (row.post_id) quoted.add(row.post_id)
    return again ? { ...item, quote: '' } : item
  })
  const rest = rows.length - items.length
  const ending = unsubscribeLink(config, site, due.to, rows)
  const ofTeam = rows.every(forTeam)
  const settings = settingsOf(
    config,
    site,
    locale,
    rows.map((row) => row.mail_kind),
  )
  const thread = onlyThread(rows)
  const subject = thread ? `[${site.name}] ${thread.title}` : words.digest[due.cadence](site.name)
  const foot = [
    ofTeam ? words.whyTeam(name) : words.why(name),
    words.unread,
    ...(rows.some((row) => row.mail_kind === 'decisions') ? [words.decisions] : []),
  ]
  const letter = { locale, words, items, rest, foot, settings, ending }
  return {
    siteId: site.id,
    to: due.email,
    locale,
    from: oneLine(site.name),
    subject: oneLine(subject),
    text: asText(letter),
    html: asHtml(letter),
    envelope: {
      messageId: `<news.${due.id}@${config.publicUrl.hostname}>`,
      ...(thread ? { inReplyTo: `<thread.${thread.id}@${config.publicUrl.hostname}>` } : {}),
      headers: {
        'List-Id': `<${site.slug}.${config.publicUrl.hostname}>`,
        ...(ending
          ? { 'List-Unsubscribe': `<${ending}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
    },
  }
}

function itemOf(config: Config, site: Site, words: LetterWords, locale: Locale, row: LetterRow): Item {
  const title = harmless(row.thread_title || row.item_title || '')
  const name = harmless(row.author_name ?? words.somebody)
  const quoted = row.html && row.mail_kind !== 'decisions' ? excerptOf(wordsOf(row.html), 400) : row.note
  return {
    sentence: sentenceOf(site, words, locale, row, title, name),
    rule: ruleOf(words, locale, row),
    quote: quoted && !row.lifted ? words.quote(harmless(quoted)) : '',
    notes:
      row.kind === 'ruling' && !row.lifted ? [words.decided(row.author_name && name), words.instead] : [],
    link: linkOf(config, site, locale, row),
  }
}

/** The rule that a decision against its reader stands on, as it was worded then; one that was lifted stands on none. */
function ruleOf(words: LetterWords, locale: Locale, row: LetterRow): string {
  if (row.lifted || row.rule_number === null) return ''
  const name = row.rule_names?.[locale] ?? row.rule_name ?? ''
  // A rule that is a sentence of its own ends before the sentence around it does.
  return words.rule(row.rule_number, harmless(name.replace(/\.$/, '')))
}

function sentenceOf(
  site: Site,
  words: LetterWords,
  locale: Locale,
  row: LetterRow,
  title: string,
  name: string,
): string {
  const step = () => {
    const all =
      row.kind === 'status' ? [...site.statuses, ...site.stages] : [...site.stages, ...site.statuses]
    const found = all.find((one) => one.slug === row.to)
    return harmless(found ? (found.names[locale] ?? found.name) : '')
  }
  switch (row.kind) {
    case 'reply':
    case 'mention':
    case 'thread':
    case 'official':
    case 'accepted':
    case 'answered':
    case 'assigned':
      return words[row.kind](name, title)
    case 'status':
    case 'roadmap':
      return words[row.kind](title, step())
    case 'merged':
      return words.merged(title)
    case 'ruling':
      return row.lifted ? words.lifted(title) : words.ruling(title)
    case 'suspension':
      return row.lifted
        ? words.unsuspended
        : words.suspended(
            row.until?.toLocaleDateString(regions[locale], { dateStyle: 'long', timeZone: 'UTC' }) ?? null,
          )
  }
}

/** Where mails of these kinds are chosen: in the admin, where all of them are about the team's work. */
export function settingsOf(config: Config, site: Site, locale: Locale, kinds: string[]): string {
  return kinds.every((kind) => kind === 'assignments')
    ? absolute(config, `admin/${site.slug}/account`)
    : canonicalOf(config, site, '/me/settings', locale)
}

const aboutReplies = new Set<string>(['reply', 'mention', 'official', 'accepted', 'answered'])

/** What is the team's to do is done in the admin, and chosen there. */
const forTeam = (row: LetterRow) => row.kind === 'assigned'

function linkOf(config: Config, site: Site, locale: Locale, row: LetterRow): string {
  if (forTeam(row)) return absolute(config, `admin/${site.slug}/feedback/${row.thread_number}`)
  return canonicalOf(config, site, pathOf(row), locale)
}

function pathOf(row: LetterRow): string {
  if (row.kind === 'ruling') return '/me/decisions'
  if (row.kind === 'suspension') return '/me'
  if (row.thread_number === null) return row.item_number === null ? '/' : '/roadmap'
  const reply = aboutReplies.has(row.kind) ? row.post_id : undefined
  return threadPath({ number: row.thread_number, title: row.thread_title ?? '' }, reply)
}

/** The thread that all of a mail is about, so that mail programs lay its mails together. */
function onlyThread(rows: LetterRow[]): { id: string; title: string } | undefined {
  const [first] = rows
  if (!first?.thread_id || !first.thread_title) return undefined
  if (rows.some((row) => row.thread_id !== first.thread_id)) return undefined
  return { id: first.thread_id, title: first.thread_title }
}

/** Ends the kinds of mail that this one is of; undefined where all of it is what cannot be turned off. */
function unsubscribeLink(config: Config, site: Site, to: Recipient, rows: LetterRow[]): string | undefined {
  const kinds = chosenKinds.filter((kind) => rows.some((row) => row.mail_kind === kind))
  if (!kinds.length) return undefined
  return absolute(config, `${pagesRoot(config, site)}/unsubscribe/${to.unsubscribe_key}/${kinds.join('-')}`)
}

const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** People's words as they may stand in a mail: on one line, and nothing in them that a mail program makes a link of. */
function harmless(text: string): string {
  return oneLine(text).replace(/([.:@/])(?=[^\s.:@/])/g, '$1\u2060')
}
