interface Said {
  /** Empty for a sign of life. */
  name: string
  id: string
  data: string
}

/** The events of a stream (HTML, 9.2.6). `quiet` is aborted where nothing comes for so many milliseconds. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  quiet: AbortController,
  patience: number,
): AsyncGenerator<Said> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const late = setTimeout(() => quiet.abort(), patience)
    const { done, value } = await reader.read().finally(() => clearTimeout(late))
    if (done) return
    const blocks = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = blocks.pop()!
    for (const block of blocks) yield said(block)
  }
}

const said = (block: string): Said => {
  const event: Said = { name: '', id: '', data: '' }
  for (const line of block.split('\n')) {
    const [, field, value] = /^(event|id|data): ?(.*)$/.exec(line) ?? []
    if (field === 'event') event.name = value!
    else if (field) event[field as 'id' | 'data'] = value!
  }
  return event
}
