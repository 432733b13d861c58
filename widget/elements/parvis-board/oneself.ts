import { css, html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import { avatar, avatarStyles } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { iconBell } from '../../ui/view_icons.ts'
import { to } from './head.ts'

/** The bell and the picture of who is signed in. */
export const oneself = (ctx: Context) => {
  const { say, words, unread, session } = ctx
  if (!session.member || !say) return nothing
  const badge = unread
    ? html`<span class="badge" aria-hidden="true">${unread > 99 ? '99+' : words.number(unread)}</span>`
    : nothing
  const named = (name: string, drawn: unknown) => html`${drawn}<span class="vh">${name}</span>`
  return [
    to(ctx, '/me', 'ico', named(say.notifications(unread), [icon(iconBell), badge])),
    to(
      ctx,
      '/me/settings',
      'ico',
      named(`${say.account}, ${session.member.name}`, avatar(session.member, ctx.base)),
    ),
  ]
}

export const oneselfStyles = [
  avatarStyles,
  css`
    .me .av { width: 28px; height: 28px; font-size: 11px; }
    .badge { position: absolute; inset-block-start: 1px; inset-inline-end: 0; min-width: 16px; padding: 0 4px; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-size: var(--t-xs); line-height: 16px; font-weight: var(--w-strong); text-align: center; box-shadow: 0 0 0 2px var(--surface); }
    /* The box, since a notice has no room in it to be moved: in a box of its own height it sticks to nothing. */
    [role='alert']:has(> .notice) { position: sticky; inset-block-end: var(--s3); z-index: 3; }
    .notice { display: flex; gap: var(--s2) var(--s4); align-items: center; justify-content: space-between; margin-block-start: var(--s4); padding: var(--s2); padding-inline-start: var(--s4); border-radius: var(--r-card); background: var(--text); color: var(--surface); }
    .notice .btn { flex: none; border-color: color-mix(in oklab, var(--surface) 40%, var(--text)); }
    .notice .btn:hover { background: none; }
    @media (forced-colors: active) { .badge, .notice { border: 1px solid; } }
    /* Paper is white, and there is nothing to press on it. Of the tabs stays the one that says what this is. */
    @media print {
      .root { color-scheme: light !important; --surface: #fff; --text: #000; background: #fff; }
      .me, .notice, .tabs a:not([aria-current]) { display: none; }
    }
  `,
]
