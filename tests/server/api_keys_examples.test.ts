import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../server/api_keys/scopes.ts'
import { makeServer } from '../../server/http/server.ts'
import { makeKey, type TestKey } from '../support/api_key.ts'
import { listening } from '../support/http_server.ts'
import { type TestSite, testWorld } from '../support/world.ts'

// Each command of docs/api/api-keys.md, as it stands there, against a real server.

const document = await readFile(new URL('../../docs/api/api-keys.md', import.meta.url), 'utf8')
const commands = [...document.matchAll(/```sh\n(curl .*?)\n```/gs)].map((match) => match[1]!)

const run = promisify(execFile)

let site: TestSite
let key: TestKey
let number: number
let serving: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  const { site: make, world, app } = await testWorld()
  site = await make()
  key = await makeKey(site, await site.staff('admin'), { name: 'Help desk' })
  number = await site.idea(await site.member('Lea'))
  serving = await listening(makeServer(world, app))
})
afterAll(() => serving.close())

async function answerOf(command: string) {
  const env = {
    ...process.env,
    PARVIS: `${serving.origin}/api/v1/sites/${site.slug}`,
    PARVIS_KEY: key.key,
  }
  const { stdout } = await run('sh', ['-ec', command.replace('/123/', `/${number}/`)], { env })
  return JSON.parse(stdout)
}

describe('the commands of the document', () => {
  it('are four', () => expect(commands).toHaveLength(4))

  it('read, post, decide and read the roadmap', async () => {
    const [read, post, decide, plan] = commands as [string, string, string, string]
    expect((await answerOf(read)).items[0].number).toBe(number)
    const posted = await answerOf(post)
    expect(posted.author.name).toBe('Help desk')
    expect((await answerOf(post)).number, 'a repeat of the ticket').toBe(posted.number)
    await answerOf(decide)
    expect((await site.get(`threads/${number}`)).body.status).toBe('planned')
    expect(await answerOf(plan)).toHaveProperty('stages')
  })
})

describe('the document', () => {
  it('says of every scope what it opens', () => {
    const told = [...document.matchAll(/^\| `(\w+)` \| .+ \|$/gm)].map((match) => match[1])
    expect(told).toEqual([...scopes])
  })
})
