import type { BoardJson } from '../../../server/boards/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Kind } from '../../../server/words.ts'
import { codeOf, Problem } from '../../api.ts'
import { type Context, nameOf } from '../../context.ts'
import { draftKey, keepDraft } from '../../controllers/draft.ts'
import { threadPath } from '../../controllers/navigation.ts'
import type { NewWords } from '../../translations/en/new.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'

const shortest = 4
const longestTitle = 140

/** What is wrong with the form, by field. */
export interface Problems {
  title?: string | undefined
  body?: string | undefined
  board?: string | undefined
  kind?: string | undefined
  tags?: string | undefined
}

interface Form {
  ctx: Context
  words: NewWords
  draft: { title: string; tags: string[] }
  board: BoardJson | undefined
  kind: Kind
  problems: Problems
  busy: boolean
  readonly updateComplete: Promise<boolean>
  /** Puts the focus on the first field that is to be written anew. */
  toWrong(): void
}

/** Whether something is wrong with this field of what was sent. */
const wrongIn = (error: unknown, field: string): boolean =>
  error instanceof Problem && error.fields.some(({ path }) => path.includes(field))

/** Posts the form once, and says by field why it was not. */
export class Posting {
  readonly #form: Form

  constructor(form: Form) {
    this.#form = form
  }

  /** Too short is only said once somebody tries to post. */
  titleProblem(posting: boolean): string | undefined {
    const { draft, words } = this.#form
    const length = draft.title.trim().length
    if (length > longestTitle) return words.titleLong(length - longestTitle)
    return posting && length < shortest ? words.titleShort : undefined
  }

  async post(composer: ParvisComposer): Promise<void> {
    const form = this.#form
    if (form.busy) return
    const { ctx, words, draft, board, kind } = form
    const title = this.titleProblem(true)
    const empty = board ? (composer.markdown.trim() ? undefined : words.bodyEmpty) : words.closed
    const body = composer.waits ? words.compose.images.waits : empty
    form.problems = { title, body }
    if (title || body || composer.over) return form.toWrong()
    form.busy = true
    const thread = {
      board: board!.slug,
      kind,
      title: draft.title.trim(),
      body: composer.markdown,
      tags: draft.tags,
      language: ctx.locale,
    }
    try {
      const headers = { 'idempotency-key': composer.keyFor(JSON.stringify(thread)) }
      const ask = { method: 'POST', body: thread, headers }
      const post = () => ctx.api.ask<ThreadJson>('threads', ask)
      const posted = (await ctx.act('asMember', post)) as ThreadJson | undefined
      if (!posted) return
      composer.clear(thread.body)
      keepDraft(draftKey(ctx, 'new'), '')
      this.#tell(posted)
    } catch (error) {
      await this.#refuse(error)
    } finally {
      form.busy = false
    }
  }

  /** What was chosen may be gone by now: it is said, and what there is instead can be chosen. */
  async #tellGone(error: unknown): Promise<boolean> {
    const form = this.#form
    const { ctx, words, board, kind } = form
    const [boardGone, kindGone] = [
      wrongIn(error, 'board') || codeOf(error) === 'not_found',
      wrongIn(error, 'kind'),
    ]
    if (!boardGone && !kindGone && !wrongIn(error, 'tags')) return false
    await ctx.act('readChoices')
    // The form takes out by itself the tags that are no more, and says so.
    await form.updateComplete
    const gone = {
      ...(boardGone && { board: words.boardGone(nameOf(board, ctx.locale)) }),
      ...(kindGone && { kind: words.kindGone(words.kinds[kind].name, nameOf(board, ctx.locale)) }),
    }
    form.problems = { ...form.problems, ...gone }
    return boardGone || kindGone || !!form.problems.tags
  }

  #tell(posted: ThreadJson): void {
    const { ctx, words } = this.#form
    const { number, title, board, kind } = posted
    ctx.act('tell', 'parvis-thread-created', { number, title, board, kind })
    ctx.act('renewList')
    ctx.act('announce', words.kinds[kind].posted)
    ctx.go(threadPath(posted), true)
  }

  async #refuse(error: unknown): Promise<void> {
    const { words, ctx } = this.#form
    if (await this.#tellGone(error)) return this.#form.toWrong()
    const own: Record<string, Problems> = {
      unrenderable: { body: words.compose.unrenderable },
      nothing_seen: { body: words.bodyEmpty },
      forbidden: { body: words.closed },
      // Nothing else of what is there now keeps a text out.
      conflict: { body: words.compose.images.goneOne },
    }
    // What was checked here before it was sent is refused where nothing of it can be seen.
    const problems = own[codeOf(error)] ?? (wrongIn(error, 'title') && { title: words.titleShort })
    if (!problems) return void ctx.act('refuse', error)
    this.#form.problems = problems
    this.#form.toWrong()
  }
}
