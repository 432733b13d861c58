import type { OpenIdChoiceJson, OpenIdChoiceListJson, OpenIdRequestJson } from '../server/openid/json.ts'
import { slug } from './address.ts'
import { get, Problem, post } from './api.ts'
import { LiveValue } from './live_value.ts'
import { hrefOf, place } from './router.ts'

/** The providers that a sign-in may go by; null while that is not known. */
export const openIdChoices = new LiveValue<OpenIdChoiceJson[] | null>(null)

/** What the site is called to whom signs in; its short name while that is not known. */
export const siteName = new LiveValue(slug)

const patience = 3000

/** Asks for the providers. Where they are not told in time, one signs in without. */
export async function loadOpenIdChoices(): Promise<void> {
  if (openIdChoices.value) return
  try {
    const signal = AbortSignal.timeout(patience)
    const { site, items } = await get<OpenIdChoiceListJson>('staff-sessions/openid-providers', {}, signal)
    siteName.value = site.name
    openIdChoices.value = items
  } catch {
    openIdChoices.value = []
  }
}

/** The view to come back to, below this site's part of the admin. */
function wantedView(): string {
  const { view, query } = place.value
  if (view === 'sign-in') return query.get('back') ?? ''
  return location.pathname.slice(hrefOf('').length) + location.search
}

/** Leaves for a provider's page, which sends the browser back to the view that was wanted. */
export async function leaveForProvider(provider: string): Promise<void> {
  leave(await post<OpenIdRequestJson>('staff-sessions/openid', { provider, back: wantedView() }))
}

/** Leaves for a provider's page, to be known by what one is there from then on. */
export async function leaveToLink(provider: string): Promise<void> {
  leave(await post<OpenIdRequestJson>('account/openid-links', { provider }))
}

function leave({ url }: OpenIdRequestJson): void {
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Problem(0, 'provider_away')
  location.assign(url)
}
