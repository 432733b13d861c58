import type { Page } from 'playwright-core'
import type { Answer, Person, TestSite } from './world.ts'

/** A browser at the sign-in page, as far as cookies go. */
export class Visitor {
  private readonly site: TestSite
  cookies: string[] = []

  constructor(site: TestSite) {
    this.site = site
  }

  /** Presses the button of a provider; gives where the browser is sent. */
  async begin(provider: string, back?: string): Promise<string> {
    const { origin } = this.site.world.config.publicUrl
    const answer = await this.site.post('staff-sessions/openid', { provider, back }, undefined, {
      origin,
      ...this.headers(),
    })
    if (answer.status !== 201) throw new Error(`Not begun: ${answer.text}`)
    this.keep(answer)
    return answer.body.url
  }

  /** Presses the button that links a provider, as somebody who is signed in; gives where the browser is sent. */
  async beginLink(provider: string, as: Person): Promise<string> {
    this.cookies = [as.headers.cookie!]
    const answer = await this.site.post('account/openid-links', { provider }, as)
    if (answer.status !== 201) throw new Error(`Not begun: ${answer.text}`)
    this.keep(answer)
    return answer.body.url
  }

  /** Comes back to an address of the site’s. */
  async comeBack(address: string, headers: Record<string, string> = {}): Promise<Answer> {
    const url = new URL(address)
    const prefix = new URL(`api/v1/sites/${this.site.slug}/`, this.site.world.config.publicUrl).pathname
    const path = url.pathname.slice(prefix.length) + url.search
    const answer = await this.site.request('GET', path, { headers: { ...this.headers(), ...headers } })
    this.keep(answer)
    return answer
  }

  /** Who is signed in by the cookies, once somebody is. */
  person(): Person {
    const { origin } = this.site.world.config.publicUrl
    return { id: '', name: '', headers: { ...this.headers(), origin } }
  }

  private headers(): Record<string, string> {
    return this.cookies.length ? { cookie: this.cookies.join('; ') } : {}
  }

  private keep({ headers }: Answer): void {
    for (const cookie of headers.getSetCookie()) {
      const pair = cookie.split(';')[0]!
      this.cookies = this.cookies.filter((one) => one.split('=')[0] !== pair.split('=')[0])
      if (!pair.endsWith('=')) this.cookies.push(pair)
    }
  }
}

/** Types a name on the provider's page, and allows what it asks. */
export async function through(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill('x')
  await page.locator('button[type=submit]').click()
  await page.getByRole('heading', { name: 'Authorize' }).waitFor()
  await page.locator('button[type=submit]').click()
}

/** What a browser complains about on the provider's own page: a font of elsewhere, and no icon. */
export const fromTheProvider = [/fonts\.googleapis/, /favicon/]
