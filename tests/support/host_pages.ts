import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a host's page is made of. Nothing in it is inline unless a test puts it there. */
export interface HostPage {
  /** The page's Content-Security-Policy; none when empty. */
  csp?: string
  lang?: string
  /** HTML of the head, after the meta elements. */
  head?: string
  body: string
  /** The page's own style sheet, served as a file. */
  css?: string
  /** The page's own script, served as a file and run before anything of the body. */
  script?: string
}

/** A company's own web server: pages at addresses of their own, each with its policy, sheet and script. */
export class HostPages {
  readonly origin: string
  private readonly server: Server
  private readonly files: Map<string, { type: string; text: () => string; headers: Record<string, string> }>

  private constructor(server: Server, files: HostPages['files']) {
    this.server = server
    this.files = files
    this.origin = `http://localhost:${(server.address() as AddressInfo).port}`
  }

  static async open(): Promise<HostPages> {
    const files: HostPages['files'] = new Map()
    const server = createServer((request, answer) => {
      const file = files.get(new URL(request.url!, 'http://host').pathname)
      if (!file) return void answer.writeHead(request.url === '/favicon.ico' ? 204 : 404).end()
      answer
        .writeHead(200, { 'content-type': `${file.type}; charset=utf-8`, ...file.headers })
        .end(file.text())
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return new HostPages(server, files)
  }

  /** Serves a page and gives its address. */
  page(page: HostPage): string {
    const path = `/page-${this.files.size}`
    const { csp, css, script } = page
    this.file(path, 'text/html', draw(path, page), csp ? { 'content-security-policy': csp } : {})
    if (css) this.file(`${path}.css`, 'text/css', css)
    if (script) this.file(`${path}.js`, 'text/javascript', script)
    return this.origin + path
  }

  /** Serves a file; a function is asked at each request. */
  file(
    path: string,
    type: string,
    text: string | (() => string),
    headers: Record<string, string> = {},
  ): void {
    this.files.set(path, { type, text: typeof text === 'string' ? () => text : text, headers })
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done())
      this.server.closeAllConnections()
    })
  }
}

function draw(path: string, { lang = 'en', head = '', body, css, script }: HostPage): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A company's page</title>
${css ? `<link rel="stylesheet" href="${path}.css">` : ''}
${script ? `<script src="${path}.js"></script>` : ''}
${head}
</head>
<body>
${body}
</body>
</html>
`
}

/** What a careful company sends: nothing inline, no eval, and Parvis named by its one origin. */
export function strictPolicy(parvis: string, more: string[] = []): string {
  const { origin } = new URL(parvis)
  return [
    "default-src 'self'",
    `script-src 'self' ${origin}`,
    `connect-src 'self' ${origin}`,
    `img-src 'self' ${origin}`,
    "style-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    ...more,
  ].join('; ')
}
