/** What the server answered to an upload; status 0 where nothing came back. */
export interface Uploaded {
  status: number
  body: { code?: string; detail?: string } | undefined
  /** Seconds to wait, where the server said so. */
  wait: number
}

const patience = 120_000

/** Sends a file, and says how far it is: `fetch` cannot. Rejects only where it was given up. */
export const upload = (
  address: string,
  file: Blob,
  headers: Record<string, string>,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    const settle = () => {
      signal.removeEventListener('abort', stop)
      const wait = Number(request.getResponseHeader('retry-after')) || 0
      resolve({ status: request.status, body: request.response ?? undefined, wait })
    }
    request.open('POST', address)
    request.responseType = 'json'
    request.timeout = patience
    for (const [name, value] of Object.entries({ ...headers, 'content-type': file.type }))
      request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0)
    request.onload = request.onerror = request.ontimeout = settle
    request.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', stop)
    if (signal.aborted) return reject(signal.reason)
    request.send(file)
  })
