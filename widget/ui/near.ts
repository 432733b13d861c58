/** Resolves once an element is seen or less than a screen away, so that a tag far below costs its page nothing until then. */
export const near = (element: Element) =>
  new Promise<void>((done) => {
    const seen: IntersectionObserverCallback = (entries, watch) => {
      if (entries.at(-1)!.isIntersecting) done(watch.disconnect())
    }
    new IntersectionObserver(seen, { rootMargin: '99%' }).observe(element)
  })

/** Lets the page paint and answer between two steps of a long work; also where it is hidden, which has no frames. */
export const pause = (ms = 20) => new Promise<void>((done) => setTimeout(done, ms))
