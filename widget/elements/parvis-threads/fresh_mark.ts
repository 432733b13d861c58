import { html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import { visitOf } from '../../controllers/followed.ts'
import { icon } from '../../ui/icons.ts'
import { iconBell } from '../../ui/view_icons.ts'

/** Says in a list that somebody replied since one read the thread. */
export const freshMark = (ctx: Context, number: number) =>
  ctx.say && visitOf(ctx.session, number)?.fresh
    ? html`<span class="off">${icon(iconBell)}${ctx.say.newSince}</span>`
    : nothing
