// The device's memory: localStorage, or the page's own where that throws or is full
// (a sandboxed frame, a browser that blocks it).

const fallback = new Map<string, string>()

export const recall = <T>(key: string): T | undefined => {
  try {
    const text = fallback.get(key) ?? localStorage.getItem(key)
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value; `undefined` forgets it. */
export const remember = (key: string, value: unknown): void => {
  fallback.delete(key)
  try {
    if (value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    if (value !== undefined) fallback.set(key, JSON.stringify(value))
  }
}
