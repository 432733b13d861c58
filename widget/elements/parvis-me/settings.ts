import { html, nothing } from 'lit'
import type { MeJson } from '../../../server/members/json.ts'
import type { Locale } from '../../../server/words.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon, iconDown } from '../../ui/icons.ts'
import '../parvis-mail/parvis-mail.ts'
import { ownData } from './own_data.ts'

const languages: Record<Locale, string> = { en: 'English', fr: 'Français', de: 'Deutsch' }
const largestPicture = 5_000_000

/** What the settings are drawn from, and what they change. */
export interface Settings {
  ctx: Context
  words: MeWords
  me: MeJson
  problem: string
  /** Whether the host's page says in its tag which language is spoken there: then one chooses that of mails. */
  languageGiven: boolean
  change(me: MeJson): void
  wrong(problem: string): void
}

/** Name and picture where they are one's own to set, language, and the way out. */
export const settings = (own: Settings) => {
  const { ctx, words, me, languageGiven } = own
  const chosen = (languageGiven && me.locale) || ctx.locale
  return html`
    <section>
      <h3>${me.role === 'guest' ? words.name : words.profile}</h3>
      ${me.managed ? html`<p class="q">${words.managed(ctx.opening.site.name)}</p>` : profile(own)}
    </section>
    <section>
      <h3><label for="language">${words.language}</label></h3>
      <span class="select"><select class="input" id="language" aria-describedby="language-hint" @change=${(event: Event) => speak(own, (event.target as HTMLSelectElement).value as Locale)}>${Object.entries(languages).map(([locale, name]) => html`<option value=${locale} lang=${locale} .selected=${locale === chosen}>${name}</option>`)}</select>${icon(iconDown, 's')}</span>
      <p class="q sm" id="language-hint">${languageGiven ? words.languageGiven : words.languageHint}</p>
    </section>
    ${me.email && me.role !== 'guest' ? html`<section><parvis-mail .ctx=${ctx} .words=${words}></parvis-mail></section>` : nothing}
    <section>${ownData(ctx, words, me, (ask) => save(own, 'me', ask))}</section>
    <section>
      ${me.email ? html`<p class="q">${words.signedInAs(me.email)}</p>` : nothing}
      ${me.role === 'guest' ? html`<p class="q">${words.guest.leaving}</p>` : nothing}
      <button class="btn s" type="button" @click=${() => signOut(own)}>${words.signOut}</button>
    </section>
  `
}

const profile = (own: Settings) => {
  const { words, me, problem } = own
  return html`<form class="set" novalidate @submit=${(event: Event) => saveName(own, event)}>
    ${me.role === 'guest' ? nothing : picture(own)}
    <label>${words.name}<input class="input" name="name" autocomplete="name" dir="auto" maxlength="80" .value=${me.name} aria-describedby="profile-problem" /></label>
    <p class="wrong-text" id="profile-problem" role="alert">${problem || nothing}</p>
    <button class="btn">${words.save}</button>
  </form>`
}

const picture = (own: Settings) => {
  const { ctx, words, me } = own
  return html`<div class="face">
      ${avatar(me, ctx.base)}
      <label class="btn s">${words.choose}<input type="file" accept="image/png,image/jpeg,image/webp,image/gif" aria-describedby="picture-hint" @change=${(event: Event) => savePicture(own, event)} /></label>
      ${me.avatar ? html`<button class="btn ghost s" type="button" @click=${() => save(own, 'me/picture', { method: 'DELETE' })}>${words.drop}</button>` : nothing}
    </div>
    <p class="q sm" id="picture-hint">${words.pictureHint}</p>`
}

const save = async (
  own: Settings,
  path: string,
  ask: { method: string; body?: unknown; headers?: Record<string, string> },
): Promise<void> => {
  const { ctx, words } = own
  own.wrong('')
  try {
    own.change(await ctx.api.ask<MeJson>(path, ask))
    ctx.act('announce', words.saved)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'too_large') own.wrong(words.pictureLarge)
    else if (code === 'unsupported_media_type' || code === 'invalid_input') own.wrong(words.pictureWrong)
    else ctx.act('refuse', error)
  }
}

const saveName = async (own: Settings, event: Event): Promise<void> => {
  event.preventDefault()
  const field = (event.currentTarget as HTMLFormElement).querySelector<HTMLInputElement>('[name=name]')!
  const name = field.value.trim()
  if (name) return save(own, 'me', { method: 'PATCH', body: { name } })
  own.wrong(own.words.nameEmpty)
  field.focus()
}

const savePicture = async (own: Settings, event: Event): Promise<void> => {
  const [file] = (event.target as HTMLInputElement).files ?? []
  if (!file) return
  if (file.size > largestPicture) return own.wrong(own.words.pictureLarge)
  await save(own, 'me/picture', { method: 'PUT', body: file, headers: { 'content-type': file.type } })
}

const speak = async (own: Settings, locale: Locale): Promise<void> => {
  own.ctx.act('speak', locale)
  await save(own, 'me', { method: 'PATCH', body: { locale } })
}

const signOut = async ({ ctx, words }: Settings): Promise<void> => {
  // Before the session, or the guest would be back at once.
  ctx.session.device = undefined
  await ctx.session.signOut()
  ctx.act('announce', words.signedOut)
  ctx.go('/')
}
