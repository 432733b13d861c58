import type { Locator, Page } from 'playwright-core'
import { en as words } from '../../admin/translations/en/index.ts'
import { dialog } from './admin_views.ts'
import type { Screen } from './screen.ts'

/** Somebody of the team in the admin, and what they do there, as they would. */
export class TeamMember {
  readonly screen: Screen
  readonly page: Page
  private readonly admin: string

  constructor(screen: Screen, admin: string) {
    this.screen = screen
    this.page = screen.page
    this.admin = admin
  }

  async followLink(link: string): Promise<void> {
    await this.page.goto(link)
    await this.button(words.signIn.button).click()
    await this.page.getByRole('heading', { name: words.feedback.title, level: 1 }).waitFor()
  }

  async signInByCode(email: string, read: () => Promise<string>): Promise<void> {
    await this.page.goto(this.admin)
    await this.page.getByRole('textbox', { name: words.signIn.email }).fill(email)
    await this.button(words.signIn.send).click()
    const field = this.page.getByRole('textbox', { name: words.signIn.code })
    await field.waitFor()
    await field.fill(await read())
    await this.page.getByRole('heading', { name: words.feedback.title, level: 1 }).waitFor()
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.admin + path)
    await this.page.getByRole('main').waitFor()
    await this.screen.settled()
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true })
  }

  /** Presses the button of the dialog that is open; the page behind it may have one of the same name. */
  private async confirm(name: string): Promise<void> {
    await this.button(name).last().click()
  }

  private async said(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor()
  }

  async addToTeam(name: string, email: string, role: 'moderator' | 'product'): Promise<void> {
    const { team } = words.settings
    await this.goTo('settings/team')
    await this.button(team.add).click()
    await this.page.getByRole('textbox', { name: team.name }).fill(name)
    await this.page.getByRole('textbox', { name: team.email }).fill(email)
    await this.page.getByRole('radio', { name: words.common.roles[role] }).check()
    await this.confirm(team.addAct)
    await this.said(team.added(name))
  }

  async makeTag(name: string): Promise<void> {
    const { settings } = words
    await this.goTo('settings/tags')
    await this.button(settings.lists.tags.add).first().click()
    await this.page.getByRole('textbox', { name: settings.nameIn('English') }).fill(name)
    await this.confirm(settings.lists.tags.make)
    await this.said(settings.made(name))
  }

  /** The two lines that the settings say to paste. */
  async tagToPaste(): Promise<string> {
    await this.goTo('settings/embed')
    return this.page.locator('pre').innerText()
  }

  /** Ticks threads of the list and begins an act on them. */
  async beginBulk(titles: string[], act: string): Promise<void> {
    await this.goTo('feedback')
    for (const title of titles)
      await this.page.getByRole('checkbox', { name: words.feedback.select(title) }).check()
    await this.page
      .getByRole('toolbar', { name: words.feedback.bulk })
      .getByRole('button', { name: act })
      .click()
    await dialog(this.page).waitFor()
  }

  async merge(title: string, into: string): Promise<void> {
    await this.beginBulk([title, into], words.acts.merge)
    await this.page.getByRole('radio', { name: into }).check()
    await this.page.getByRole('listitem').filter({ hasText: words.acts.mergeFinal }).waitFor()
    await this.confirm(words.acts.mergeAct)
    await this.said(words.acts.mergeDone(1, into))
  }

  async hide(text: string, author: string, rule: RegExp, reason: string): Promise<void> {
    await this.goTo('reports')
    await this.page
      .getByRole('article')
      .filter({ hasText: text })
      .getByRole('button', { name: words.reports.hide })
      .click()
    await dialog(this.page).waitFor()
    await this.page.getByRole('radio', { name: rule }).check()
    await this.page.getByRole('textbox', { name: words.ruling.why(author.split(' ')[0]!) }).fill(reason)
    await this.confirm(words.ruling.act)
    await this.said(words.ruling.done(author))
  }

  async openThread(title: string): Promise<void> {
    await this.goTo('feedback')
    await this.page.getByRole('link', { name: title, exact: true }).click()
    await this.page.getByRole('heading', { name: title }).first().waitFor()
  }

  /** Answers in the thread that is open: officially, or with a note. */
  async write(mode: 'official' | 'note', text: string): Promise<void> {
    const { thread } = words
    await this.page
      .getByRole('group', { name: thread.mode })
      .getByRole('button', { name: thread.modes[mode] })
      .click()
    await this.page.getByRole('textbox', { name: thread.modes[mode] }).fill(text)
    await this.button(thread.send[mode]).click()
    await this.said(thread.sent[mode])
  }

  async tagOpenThread(tag: string): Promise<void> {
    await this.button(words.thread.addTags).first().click()
    await dialog(this.page).waitFor()
    await this.page.getByRole('checkbox', { name: tag }).check()
    await this.confirm(words.acts.tagAct)
    await this.said(words.acts.tagDone(1))
  }

  async assignToMe(name: string): Promise<void> {
    await this.page
      .getByRole('button', { name: new RegExp(`${words.thread.assignee}|^${words.acts.assign}`) })
      .first()
      .click()
    await dialog(this.page).waitFor()
    await this.page.getByRole('radio', { name }).check()
    await this.confirm(words.acts.assign)
    await this.said(words.acts.assignDone(1, name))
  }

  async setStatus(title: string, status: string, note: string): Promise<void> {
    await this.beginBulk([title], words.acts.status)
    await this.page.getByRole('radio', { name: status }).check()
    await this.page.getByRole('textbox', { name: words.acts.statusNote }).fill(note)
    await this.confirm(words.acts.statusAct)
    await this.said(`Status changed to ${status}`)
  }

  async promote(titles: string[], name: string): Promise<void> {
    await this.beginBulk(titles, words.acts.promoteShort)
    await this.page.getByRole('textbox', { name: words.acts.promoteName }).fill(name)
    await this.confirm(words.acts.promoteShort)
    await this.said(words.acts.promoteDone(name))
  }

  /** Publishes an item of the roadmap, by its menu. */
  async publish(item: string): Promise<void> {
    const { roadmap } = words
    await this.goTo('roadmap')
    await this.button(roadmap.itemMenu(item)).click()
    await this.button(roadmap.publish).click()
    await dialog(this.page).waitFor()
    await this.confirm(roadmap.publishAct)
    await this.said(roadmap.publishedDone(item))
  }

  /** Picks an item up, carries it to the next stage and puts it down, without a pointer. */
  async moveOnByKeyboard(item: string, stage: string): Promise<void> {
    await this.goTo('roadmap')
    await this.page.getByRole('link', { name: item, exact: true }).focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) await this.page.keyboard.press(key)
    await this.said(new RegExp(`“${item}” moved to ${stage}`))
  }

  /** The lines of the audit log, without their times. */
  async log(): Promise<string[]> {
    await this.goTo('audit')
    const list = this.page.getByLabel(words.audit.list)
    await list.getByRole('listitem').first().waitFor()
    const lines = await list.getByRole('listitem').allInnerTexts()
    return lines.map((line) => line.replace(/\s+/g, ' ').replace(/^(?:now|\d+ minutes? ago|\d+\S*) /, ''))
  }
}
