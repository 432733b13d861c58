import type { FindingCode } from './json.ts'

const longest = 8000

/** A signed token's two readable parts; nothing in them is believed yet. */
export interface TokenText {
  header: Record<string, unknown>
  claims: Record<string, unknown>
}

/** Takes a token of the compact form (RFC 7515) apart, or says why it is none. */
export function takeApart(token: string): TokenText | FindingCode {
  if (token.length > longest) return 'form_long'
  if (/^\s*[{[]/.test(token)) return 'form_json'
  const parts = token.split('.')
  if (parts.length === 5) return 'form_encrypted'
  // The signature may be empty here: such a token then fails by its algorithm, in words of more use.
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return 'form_parts'
  const [header, claims] = [readObject(parts[0]!), readObject(parts[1]!)]
  if (typeof header === 'string') return header
  if (typeof claims === 'string') return claims
  // RFC 7515, 4.1.11: who does not understand an extension that is marked critical refuses. We know of none.
  return 'crit' in header ? 'form_critical' : { header, claims }
}

function readObject(part: string): Record<string, unknown> | FindingCode {
  try {
    const bytes = Buffer.from(part, 'base64url')
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'form_text'
    return namesAreUnique(text) ? (value as Record<string, unknown>) : 'form_repeated'
  } catch {
    return 'form_text'
  }
}

/**
 * Whether no object of a valid JSON text has a name twice, or one that means something to JavaScript. Readers take
 * such names differently, so that one could see another `sub` than the host's signer meant (RFC 7519, 4).
 */
function namesAreUnique(json: string): boolean {
  const objects: (Set<string> | undefined)[] = []
  for (const [token, , colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    if (token === '{') objects.push(new Set())
    else if (token === '[') objects.push(undefined)
    else if (token === '}' || token === ']') objects.pop()
    else if (colon) {
      const name: string = JSON.parse(token.slice(0, -colon.length))
      const names = objects.at(-1)
      if (!names || names.has(name) || name === '__proto__') return false
      names.add(name)
    }
  }
  return true
}
