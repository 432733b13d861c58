import { html, nothing } from 'lit'
import { catalog } from '../translations/index.ts'

/** Says of a person who did not sign in that they are a guest; in words, beside the name. */
export const guestMark = (person: { guest: boolean } | null | undefined) =>
  person?.guest ? html`<span class="chip">${catalog.value.words.common.roles.guest}</span>` : nothing
