import { Worker } from 'node:worker_threads'
import { Problem } from '../errors.ts'
import type { Named } from './markdown_mentions.ts'
import { type Turn, Turns } from './turns.ts'

/** The renderer's version, stored beside what it made, so that an older text can be made again. */
export const rendererVersion = 6

/** A post made ready to be read: its HTML, and its words without markup. */
export interface Rendered {
  html: string
  text: string
  /** Who is mentioned in it, by id, of those who may be. */
  mentioned: string[]
}

/** The size in pixels of each image that a text may show, by id. */
export type Sizes = Record<string, { width: number; height: number }>

/** What the worker is asked: a text, the names of those whom it may mention, and what images it may show, by id. */
export interface Asked {
  markdown: string
  people: ReadonlyMap<string, Named>
  images: Sizes
}

const nobody: Asked['people'] = new Map()
const ours: Turn = { site: '', asker: null }

// What a text may take of the processor, so that also what is refused is answered within a second. A busy machine
// makes the clock run on meanwhile, so the clock alone refuses nothing before its own, longer limit.
const processorLimit = 700
const lookEvery = 50
const clockLimit = 8000
const startLimit = 20_000

interface Task extends Asked {
  resolve(rendered: Rendered): void
  reject(problem: Problem): void
}

/**
 * Turns Markdown into safe HTML in one worker thread, so that no text can hold the event loop. One at a
 * time, by turns of those who ask; a text that takes longer than 700 ms of the processor, nests too deeply or breaks the renderer is refused with
 * `unrenderable`, and the worker is replaced.
 */
export class Renderer {
  private worker: Worker | undefined
  private ready: Promise<void> | undefined
  private readonly waiting = new Turns<Task>()
  private busy = false
  private closed = false

  /** Begins to load the worker, which takes about a second, before the first text comes. */
  warm(): void {
    void this.start().catch(() => {})
  }

  /** Without people and images, no mention and no image in it is one. Without a turn, it is the server that asks. */
  render(
    markdown: string,
    known: Partial<Omit<Asked, 'markdown'>> = {},
    turn: Turn = ours,
  ): Promise<Rendered> {
    const { signal } = turn
    return new Promise((resolve, reject) => {
      const { people = nobody, images = {} } = known
      const task: Task = { markdown, people, images, resolve, reject }
      const leave = () => {
        if (this.waiting.drop(task)) reject(gone())
      }
      if (signal?.aborted) return reject(gone())
      this.waiting.add(turn, task)
      signal?.addEventListener('abort', leave, { once: true })
      void this.next()
    })
  }

  async close(): Promise<void> {
    this.closed = true
    await this.worker?.terminate()
  }

  private async next(): Promise<void> {
    if (this.busy) return
    const task = this.waiting.next()
    if (!task) return
    this.busy = true
    try {
      await this.start()
      const { markdown, people, images } = task
      task.resolve(await this.ask({ markdown, people, images }))
    } catch (error) {
      task.reject(error instanceof Problem ? error : new Problem('unrenderable'))
    } finally {
      this.busy = false
      void this.next()
    }
  }

  private start(): Promise<void> {
    this.ready ??= new Promise((done, fail) => {
      const worker = new Worker(new URL('./markdown_worker.ts', import.meta.url), {
        execArgv: ['--disable-warning=ExperimentalWarning'],
        resourceLimits: { maxOldGenerationSizeMb: 256, stackSizeMb: 4 },
      })
      worker.unref()
      const timer = setTimeout(() => fail(new Error('The renderer did not start.')), startLimit)
      worker.once('message', () => {
        clearTimeout(timer)
        done()
      })
      worker.once('error', fail)
      worker.once('exit', () => {
        if (this.worker === worker) this.drop()
        fail(new Error('The renderer stopped.'))
      })
      this.worker = worker
    })
    this.ready.catch(() => this.drop())
    return this.ready
  }

  private ask(asked: Asked): Promise<Rendered> {
    const worker = this.worker
    if (!worker || this.closed) return Promise.reject(new Problem('unavailable'))
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearInterval(timer)
        worker.off('message', answered)
        worker.off('exit', broken)
        worker.off('error', broken)
        act()
      }
      const broken = () => settle(() => reject(new Problem('unrenderable')))
      const answered = (answer: Rendered | null) =>
        settle(() => (answer ? resolve(answer) : reject(new Problem('unrenderable'))))
      const begun = performance.now()
      const before = worker.cpuUsage()
      const look = async () => {
        const spent = millisecondsOf(await worker.cpuUsage()) - millisecondsOf(await before)
        if (spent < processorLimit && performance.now() - begun < clockLimit) return
        if (this.worker === worker) this.drop()
        broken()
        // Its place is taken at once, and not only when the next text comes.
        if (!this.closed) this.warm()
      }
      const timer = setInterval(() => void look().catch(broken), lookEvery)
      worker.once('message', answered)
      worker.once('exit', broken)
      worker.once('error', broken)
      worker.postMessage(asked)
    })
  }

  private drop(): void {
    const worker = this.worker
    this.worker = undefined
    this.ready = undefined
    void worker?.terminate()
  }
}

/** What nobody is there to read. */
const gone = () => new Problem('unavailable', 'Whoever asked for it has gone.')

function millisecondsOf(usage: { user: number; system: number }): number {
  return (usage.user + usage.system) / 1000
}
