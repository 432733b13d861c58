import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import addressparser from 'nodemailer/lib/addressparser'

export interface Config {
  port: number
  host: string
  dataDir: string
  databaseUrl: string | undefined
  /** Where people reach this server, with a trailing slash; may hold a sub-path. */
  publicUrl: URL
  /** PUBLIC_URL unset or loopback: demo allowed, mails to the mailbox page. */
  development: boolean
  demo: boolean
  demoPort: number
  smtpUrl: string | undefined
  mailFrom: string
  /** The domain of it. */
  mailDomain: string
  poolSize: number
  /** Characters of public answers kept in memory. */
  cacheSize: number
  /** Bytes that the images of one site may take. */
  imageRoom: number
  logLevel: string
  metricsToken: string | undefined
  /** The proxies whose X-Forwarded-For is believed. */
  trustedProxies: BlockList
}

/** What is wrong with the environment, in words for the person who set it. */
export class ConfigError extends Error {
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

/** Reads the environment once. Throws a ConfigError that names every wrong variable and what it expects. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = []
  const read = reader(env, problems)
  const port = read('PORT', '3000', 'a port number from 1 to 65535', asPort) ?? 3000
  const nextPort = port < 65535 ? port + 1 : port - 1
  const host = env.HOST || '127.0.0.1'
  const publicUrl = env.PUBLIC_URL
    ? read('PUBLIC_URL', '', expectedPublicUrl, asPublicUrl)
    : asPublicUrl(`http://${shownHost(host)}:${port}/`)
  if (!env.PUBLIC_URL && !publicUrl) problems.push(`HOST: expected ${expectedHost}.`)
  const development = !env.PUBLIC_URL || (publicUrl !== undefined && isLoopback(publicUrl.hostname))
  const mailFrom = env.MAIL_FROM || `Parvis <no-reply@${publicUrl?.hostname ?? 'localhost'}>`
  const config: Config = {
    port,
    host,
    dataDir: resolve(env.DATA_DIR || './data'),
    databaseUrl: read(
      'DATABASE_URL',
      '',
      'an address such as postgres://user:password@host:5432/name',
      asDatabase,
    ),
    publicUrl: publicUrl ?? new URL(`http://localhost:${port}/`),
    development,
    demo: read('DEMO', development ? '1' : '0', '0 or 1', asSwitch) ?? false,
    demoPort: read('DEMO_PORT', String(nextPort), 'a port number from 1 to 65535', asPort) ?? nextPort,
    smtpUrl: read('SMTP_URL', '', 'an address such as smtps://user:password@mail.example:465', asSmtp),
    mailFrom,
    mailDomain:
      read('MAIL_FROM', mailFrom, 'one address such as Community <no-reply@community.example>', asSender) ??
      '',
    poolSize: read('DATABASE_POOL', '8', 'a number from 1 to 100', asCount) ?? 8,
    cacheSize: (read('CACHE_MB', '32', 'a number of megabytes from 0 to 999', asMegabytes) ?? 32) * 1_000_000,
    imageRoom:
      (read('IMAGES_MB', '2000', 'a number of megabytes from 0 to 999999', asManyMegabytes) ?? 2000) *
      1_000_000,
    logLevel: read('LOG_LEVEL', 'info', 'fatal, error, warn, info, debug or silent', asLogLevel) ?? 'info',
    metricsToken: env.METRICS_TOKEN || undefined,
    trustedProxies: read('TRUSTED_PROXIES', '', expectedProxies, asProxies) ?? new BlockList(),
  }
  if (config.demo && !development)
    problems.push('DEMO: the demo belongs to development; leave it unset where PUBLIC_URL is public.')
  if (config.demo && config.demoPort === config.port)
    problems.push('DEMO_PORT: expected a port other than PORT.')
  if (problems.length) throw new ConfigError(problems)
  return config
}

const expectedPublicUrl =
  'an https address such as https://community.example/ (http only for localhost: staff sign-in needs a secure cookie)'

const expectedHost = '127.0.0.1 or 0.0.0.0 where PUBLIC_URL is not set; with it, any address of this machine'

const expectedProxies =
  'addresses or networks of your own proxies, such as 10.0.0.5, 172.16.0.0/12, fd00::/8, separated by commas (not everybody: not /0)'

function reader(env: Record<string, string | undefined>, problems: string[]) {
  return <T>(
    name: string,
    fallback: string,
    expected: string,
    parse: (text: string) => T | undefined,
  ): T | undefined => {
    const text = env[name] || fallback
    if (text === '') return undefined
    const value = parse(text)
    // The value itself is not repeated: it may hold a password.
    if (value === undefined) problems.push(`${name}: expected ${expected}.`)
    return value
  }
}

function asPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535 ? Number(text) : undefined
}

function asCount(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100 ? Number(text) : undefined
}

function asMegabytes(text: string): number | undefined {
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined
}

function asManyMegabytes(text: string): number | undefined {
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

function asSwitch(text: string): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined
}

function asProxies(text: string): BlockList | undefined {
  const list = new BlockList()
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(part) ?? []
    const family = isIP(address)
    const bits = family === 4 ? 32 : 128
    const length = prefix === undefined ? bits : Number(prefix)
    if (!family || length < 1 || length > bits) return undefined
    list.addSubnet(address, length, family === 4 ? 'ipv4' : 'ipv6')
  }
  return list
}

function asLogLevel(text: string): string | undefined {
  return ['fatal', 'error', 'warn', 'info', 'debug', 'silent'].includes(text) ? text : undefined
}

/** The domain of the one mailbox that a `From` names (RFC 5322, 3.4). */
function asSender(text: string): string | undefined {
  const [sender, ...others] = addressparser(text)
  return others.length ? undefined : /^.+@([^\s@]+)$/.exec(sender?.address ?? '')?.[1]
}

function asDatabase(text: string): string | undefined {
  return /^postgres(ql)?:$/.test(protocolOf(text)) ? text : undefined
}

function asSmtp(text: string): string | undefined {
  return /^smtps?:$/.test(protocolOf(text)) ? text : undefined
}

function protocolOf(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : ''
}

function asPublicUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  if (!safe || url.search || url.hash || url.username) return undefined
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  return url
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function shownHost(host: string): string {
  return host === '0.0.0.0' || host === '::' || isLoopback(host)
    ? 'localhost'
    : host.includes(':')
      ? `[${host}]`
      : host
}
