import { html, nothing, type TemplateResult } from 'lit'
import type { ReportedPostJson } from '../../../server/moderation/json.ts'
import { avatar } from '../../../widget/ui/avatar.ts'
import { postBody } from '../../../widget/ui/post_body.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { authorName, toSheet } from '../../parts/author_name.ts'
import { guestMark } from '../../parts/guest_mark.ts'
import { icon, iconFlag, iconHide } from '../../parts/icons.ts'
import { hrefOf } from '../../router.ts'
import { ago } from '../../translations/format.ts'
import { catalog, intlTag } from '../../translations/index.ts'

export interface CaseActs {
  hide: (post: ReportedPostJson) => void
  dismiss: (post: ReportedPostJson) => void
}

type Report = ReportedPostJson['reports'][number]

function reportLine(report: Report, revision: number) {
  const { reports } = catalog.value.words
  return html`<li>
    ${avatar(report.by)}
    <span><b class="medium">${reports.reasons[report.reason]}</b> · ${report.by?.name ?? reports.someone}${report.by?.guest ? html` ${guestMark(report.by)} ` : ', '}${timeTag(report.createdAt, intlTag(), ago(report.createdAt))}</span>
    ${report.note ? html`<p class="note" dir="auto">${report.note}</p>` : nothing}
    ${report.revision === revision ? nothing : html`<p class="note quiet">${reports.edited(report.revision)}</p>`}
  </li>`
}

/** A reported post: the author's words, beside them what is said against them, below them the two ways to judge. */
export function caseBlock(post: ReportedPostJson, current: boolean, acts: CaseActs): TemplateResult {
  const { reports, ruling } = catalog.value.words
  const { thread } = post
  return html`<article class="case ${current ? 'current' : ''}" tabindex="0" data-post=${post.post} aria-label=${`${post.kind === 'reply' ? reports.replyIn : reports.openingOf} ${thread.title}`}>
    <p class="where">
      <span class="chip warn">${icon(iconFlag, 's')}${reports.times(post.reports.length)}</span>
      <span class="quiet">${post.kind === 'reply' ? reports.replyIn : reports.openingOf}</span>
      <a class="link clip" href=${hrefOf(`reports/${thread.number}`, { post: post.post })}>${thread.title}</a>
    </p>
    <div class="sides">
      <div class="words">
        ${avatar(post.author)}
        <p class="by"><b>${authorName(post.author)}</b> ${guestMark(post.author)} <span class="quiet small">${post.author?.company ? `${post.author.company} · ` : ''}${timeTag(post.createdAt, intlTag(), ago(post.createdAt))} · ${ruling.revision(post.revision)}</span></p>
        <div class="text">${post.hidden ? html`<p class="quiet">${reports.alreadyHidden}</p>` : nothing}${postBody(post.html, false, toSheet)}</div>
      </div>
      <div class="told">
        <h2>${reports.count(post.reports.length)}</h2>
        <ul>${post.reports.map((report) => reportLine(report, post.revision))}</ul>
      </div>
    </div>
    <div class="acts">
      <button class="button danger" ?disabled=${post.hidden} @click=${() => acts.hide(post)}>${icon(iconHide, 'm')}${reports.hide}<kbd aria-hidden="true">H</kbd></button>
      <a class="button" href=${hrefOf(`reports/${thread.number}`, { post: post.post })}>${reports.openThread}<kbd aria-hidden="true">O</kbd></a>
      <span class="space"></span>
      <button class="button ghost" @click=${() => acts.dismiss(post)}>${reports.fine}<kbd aria-hidden="true">N</kbd></button>
    </div>
  </article>`
}
