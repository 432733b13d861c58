import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import type { TestSite } from './world.ts'

export type HostAlgorithm = 'RS256' | 'ES256' | 'EdDSA'

/** The key pair of a host that signs its own tokens. */
export interface HostKey {
  algorithm: HostAlgorithm
  privateKey: KeyObject
  /** The public half as PEM. */
  pem: string
  jwk: Record<string, unknown>
}

export function makeHostKey(algorithm: HostAlgorithm): HostKey {
  const { publicKey, privateKey } = {
    RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    EdDSA: () => generateKeyPairSync('ed25519'),
  }[algorithm]()
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return { algorithm, privateKey, pem, jwk: publicKey.export({ format: 'jwk' }) as Record<string, unknown> }
}

/** A token for a site as a host signs it with its private key. */
export function hostToken(
  site: TestSite,
  key: Pick<HostKey, 'algorithm' | 'privateKey'>,
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const now = Math.floor(site.world.clock.now().getTime() / 1000)
  return new SignJWT({ sub: 'lea', aud: site.slug, iat: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg: key.algorithm, ...header })
    .sign(key.privateKey)
}

/** A server on this machine that counts what it is asked, and answers as it is told. */
export class Receiver {
  readonly asked: string[] = []
  readonly url: string
  answer: RequestListener
  private readonly server: Server

  private constructor(server: Server, answer: RequestListener) {
    this.server = server
    this.answer = answer
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    server.on('request', (request, response) => {
      this.asked.push(`${request.method} ${request.url}`)
      this.answer(request, response)
    })
  }

  static async open(answer: RequestListener = (_, response) => response.end('{}')): Promise<Receiver> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new Receiver(server, answer)
  }

  /** Answers with a key set from now on. */
  keySet(...keys: Record<string, unknown>[]): void {
    this.answer = (_, response) => response.end(JSON.stringify({ keys }))
  }

  close(): Promise<void> {
    this.server.closeAllConnections()
    return new Promise((done) => this.server.close(() => done()))
  }
}
