import { execFile, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

// Each recipe of docs/sso.md, as it stands there, run by its own language where that is on this machine.

const document = await readFile(new URL('../../docs/sso.md', import.meta.url), 'utf8')

interface Language {
  name: string
  /** The word after the fence. */
  fence: string
  program: string
  file: string
  args: string[]
}

const languages: Language[] = [
  { name: 'Node', fence: 'js', program: process.execPath, file: 'recipe.mjs', args: ['recipe.mjs'] },
  { name: 'PHP', fence: 'php', program: 'php', file: 'recipe.php', args: ['recipe.php'] },
  { name: 'Python', fence: 'python', program: 'python3', file: 'recipe.py', args: ['recipe.py'] },
  { name: 'Ruby', fence: 'ruby', program: 'ruby', file: 'recipe.rb', args: ['recipe.rb'] },
  { name: 'Go', fence: 'go', program: 'go', file: 'recipe.go', args: ['run', 'recipe.go'] },
  { name: 'Java', fence: 'java', program: 'java', file: 'ParvisToken.java', args: ['ParvisToken.java'] },
]

const isHere = ({ program }: Language) =>
  spawnSync('sh', ['-c', 'command -v "$0"', program], { stdio: 'ignore' }).status === 0

/** The code of a recipe, by the heading it stands under. */
function recipe(heading: string, fence: string): string {
  const section = document.split(/^### /m).find((text) => text.startsWith(`${heading}\n`))
  const code = section?.match(new RegExp(`\`\`\`${fence}\n(.*?)\n\`\`\``, 's'))?.[1]
  if (!code) throw new Error(`docs/sso.md has no recipe for ${heading}.`)
  return code
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-recipes-'))
})
afterAll(() => rm(folder, { recursive: true }))

const run = promisify(execFile)

/** What the program prints: the token. The document's site is the one at hand. */
async function tokenOf(language: Language, heading: string, slug: string, secret: string): Promise<string> {
  await writeFile(join(folder, language.file), recipe(heading, language.fence).replaceAll('acme', slug))
  const { stdout } = await run(language.program, language.args, {
    cwd: folder,
    // Go runs what it has built in its temporary folder, which one in memory may forbid.
    env: { ...process.env, TMPDIR: undefined, PARVIS_SSO_SECRET: secret },
  })
  return stdout.trim()
}

describe('the recipe of the document', () => {
  for (const language of languages.filter(isHere)) {
    it(`for ${language.name} signs on`, { timeout: 180_000 }, async () => {
      const site = await (await testWorld()).site()
      const token = await tokenOf(language, language.name, site.slug, site.secret)
      const answer = await site.post('sessions/sso', { token })
      expect(answer.status, answer.text).toBe(201)
      expect(answer.body.member.name).toBe('Zoë Brandt')
      const other = await site.post('sessions/sso', {
        token: await tokenOf(language, language.name, site.slug, 'another secret'),
      })
      expect(other.status).toBe(401)
    })
  }

  for (const { name, fence } of languages.filter((language) => !isHere(language))) {
    it(`for ${name}, which is not here to be run, says the same claims and signs with the secret`, () => {
      const code = recipe(name, fence)
      for (const claim of ['aud', 'sub', 'name', 'email', 'iat', 'exp'])
        expect(code).toMatch(new RegExp(`\\b${claim}\\b`))
      expect(code).toMatch(/hmac/i)
      expect(code).toContain('PARVIS_SSO_SECRET')
      expect(code).not.toMatch(/base64_decode|b64decode|urlsafe_decode|DecodeString|getDecoder/)
    })
  }

  it('is run at least for Node', () => {
    expect(languages.filter(isHere).map(({ name }) => name)).toContain('Node')
  })

  it('has none whose code is not one of these', () => {
    const fences = [...document.matchAll(/^```(\w+)$/gm)].map(([, fence]) => fence)
    const known = languages.map(({ fence }) => fence)
    expect(known.filter((fence) => !fences.includes(fence))).toEqual([])
    expect(fences.filter((fence) => ![...known, 'sh', 'http'].includes(fence!))).toEqual([])
  })

  it('with a key pair signs on by the public key alone', async () => {
    const site = await (await testWorld()).site()
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    const pem = (key: typeof publicKey, type: 'spki' | 'pkcs8') =>
      key.export({ type, format: 'pem' }).toString()
    await writeFile(join(folder, 'parvis-private.pem'), pem(privateKey, 'pkcs8'))
    const draft = { name: 'Portal', algorithm: 'EdDSA', key: pem(publicKey, 'spki') }
    expect((await site.post('connections', draft, await site.staff('admin'))).status).toBe(201)
    const token = await tokenOf(languages[0]!, 'With a key pair', site.slug, '')
    const answer = await site.post('sessions/sso', { token })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body.member.name).toBe('Zoë Brandt')
  })
})
