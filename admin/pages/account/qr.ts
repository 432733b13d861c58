import { html, type TemplateResult } from 'lit'
import { encode } from 'uqr'

/** A text as a QR code, drawn here: what it says leaves this page for no other server. Dark on light in any theme. */
export function qrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <path fill="currentColor" d=${path} />
  </svg>`
}
