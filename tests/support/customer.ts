import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'
import type { Screen } from './screen.ts'
import { type WidgetWords, widgetWords } from './widget_views.ts'

const words: WidgetWords = await widgetWords('en')

/** Somebody who looks at a company's page with the widget on it, and what they do there, as they would. */
export class Customer {
  readonly screen: Screen
  readonly page: Page
  /** The address of the company's page. */
  private readonly home: string

  constructor(screen: Screen, home: string) {
    this.screen = screen
    this.page = screen.page
    this.home = home
  }

  /** Goes to a place in the widget, as by a link that somebody sent. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.home}?${new URLSearchParams({ parvis: path })}`)
    await this.page.locator('parvis-board section').first().waitFor()
    await this.screen.settled()
  }

  heading(title: string): Locator {
    return this.page.getByRole('heading', { name: title, level: 2, exact: true })
  }

  /** Finds a thread by its words, opens it, and gives its path. */
  async find(search: string, title: string): Promise<string> {
    await this.goTo('/')
    await this.page.getByRole('searchbox', { name: words.core.search.idea }).fill(search)
    await eventually(() => this.page.url()).toContain('q=')
    await this.screen.settled()
    await this.page.getByRole('link', { name: title, exact: true }).click()
    await this.heading(title).waitFor()
    return this.path
  }

  get path(): string {
    return new URL(this.page.url()).searchParams.get('parvis') ?? '/'
  }

  /** Types a title, and gives the titles of what is said to be alike. */
  async beginIdea(title: string): Promise<void> {
    await this.goTo('/')
    await this.page.getByRole('link', { name: words.core.create.idea }).first().click()
    await this.page.getByRole('textbox', { name: words.fresh.kinds.idea.title }).pressSequentially(title)
  }

  get similar(): Locator {
    return this.page.locator('.similar').getByRole('link')
  }

  async finishIdea(title: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: words.fresh.kinds.idea.body }).fill(text)
    await this.page.getByRole('button', { name: words.fresh.kinds.idea.send }).click()
    await this.heading(title).waitFor()
  }

  /** The vote of the thread that is open. */
  vote(title: string): Locator {
    return this.page.getByRole('button', { name: `Vote for “${title}”` }).filter({ visible: true })
  }

  /** Until the vote shows so many, and whether one of them is mine. */
  async counts(title: string, votes: number, mine: boolean): Promise<void> {
    const name = words.core.vote(title, votes).replace(/\s+/g, ' ')
    await this.page.getByRole('button', { name, exact: true, pressed: mine }).first().waitFor()
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: words.thread.yourReply }).fill(text)
    await this.page.getByRole('button', { name: words.thread.reply, exact: true }).click()
    await this.post(text).waitFor()
  }

  /** A post of the story that says this. */
  post(text: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: text }).first()
  }

  async report(author: string, text: string, reason: string): Promise<void> {
    const post = this.post(text)
    await post.getByRole('button', { name: words.thread.more(author) }).click()
    await post.getByRole('button', { name: words.thread.reportIt }).click()
    const dialog = this.page.getByRole('dialog', { name: words.thread.report.title })
    await dialog.getByRole('radio', { name: reason }).check()
    await dialog.getByRole('button', { name: words.thread.report.send }).click()
    await this.page.getByText(words.thread.report.sentHint).waitFor()
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: words.thread.report.close })
      .last()
      .click()
  }

  /** Signs in by a code, once the dialog is open. `read` gets the code out of the mail. */
  async signInByCode(email: string, read: () => Promise<string>): Promise<void> {
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.signIn.email }).fill(email)
    await dialog.getByRole('button', { name: words.signIn.send }).click()
    await dialog.getByRole('textbox', { name: words.signIn.code }).fill(await read())
    await dialog.getByRole('button', { name: words.signIn.confirm }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  /** What one has been told, the latest first. */
  async notifications(): Promise<string[]> {
    await this.goTo('/me')
    await this.page.getByRole('navigation', { name: words.me.label }).waitFor()
    await this.screen.settled()
    const told = await this.page.locator('.told > li').allInnerTexts()
    return told.map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/^.*?unread: /i, '')
        .trim(),
    )
  }

  /** Nothing of the page says this, in whatever corner. */
  async seesNothingOf(text: string): Promise<void> {
    expect(await this.page.getByText(text).count()).toBe(0)
  }
}
