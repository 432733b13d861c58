import type { ReactiveControllerHost } from 'lit'

/** A value that elements follow: when it is set, every follower draws itself again. */
export class LiveValue<T> {
  #value: T
  #listeners = new Set<(value: T) => void>()

  constructor(value: T) {
    this.#value = value
  }

  get value(): T {
    return this.#value
  }

  set value(value: T) {
    if (value === this.#value) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener(value)
  }

  /** Calls back on every change; returns the way to stop. */
  listen(listener: (value: T) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

interface Listened {
  listen(listener: () => void): () => void
}

/** Draws `host` again whenever one of the values changes, for as long as it is connected. */
export function follow(host: ReactiveControllerHost, ...values: Listened[]): void {
  let stops: (() => void)[] = []
  host.addController({
    hostConnected() {
      stops = values.map((value) => value.listen(() => host.requestUpdate()))
    },
    hostDisconnected() {
      for (const stop of stops) stop()
      stops = []
    },
  })
}
