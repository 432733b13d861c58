const encoder = new TextEncoder()

/** An event as it goes over the wire (HTML, 9.2.6). */
export function eventBytes(name: string, json: object, id?: string, more = ''): Uint8Array {
  return encoder.encode(`${more}event: ${name}\n${id ? `id: ${id}\n` : ''}data: ${JSON.stringify(json)}\n\n`)
}

/** What says that a stream is still there, and where it is. It is no event, and moves the reader's place. */
export function beatBytes(id: string): Uint8Array {
  return encoder.encode(`: still here\nid: ${id}\n\n`)
}
