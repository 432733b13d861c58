import { css, html } from 'lit'

/** What an avatar is drawn from; an `Author`, a `Me` or a session's member will do. */
export type Person = { name: string; avatar?: string | null; team?: boolean }

/** The first letters of the first and the last word, for people without a picture. */
export const initials = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words.at(-1)! : ''
  return [words[0] ?? '', last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}

/**
 * A picture or initials, always beside the name and hence decoration. `base` makes the
 * picture's path absolute where the page is not the server's own.
 */
export const avatar = (person: Person | null, base = '') => {
  if (person?.avatar) {
    const source = base ? new URL(person.avatar, base).href : person.avatar
    return html`<img class="av" src=${source} alt="" loading="lazy" decoding="async" />`
  }
  return html`<span class="av ${person?.team ? 'team' : ''}" aria-hidden="true">${person ? initials(person.name) : ''}</span>`
}

export const avatarStyles = css`
  .av { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; background: var(--wash-2); color: var(--text-2); font-size: 10px; line-height: 1; font-weight: var(--w-strong); letter-spacing: .02em; flex: none; object-fit: cover; overflow: hidden; white-space: nowrap; }
  .av.team { background: var(--accent); color: var(--on-accent); }
`
