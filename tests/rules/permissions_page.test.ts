import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { permissionsPage } from '../support/routes/permissions.ts'
import { routeTable } from '../support/routes/table.ts'
import { testWorld } from '../support/world.ts'

const file = fileURLToPath(new URL('../../docs/permissions.md', import.meta.url))

// PARVIS_WRITE=1 npm run vitest -- run tests/rules/permissions_page.test.ts writes it anew.
it('the page of permissions is what the table of routes says, and that is what the server does', async () => {
  const { app } = await testWorld()
  const routes = new Map(
    app.openAPIRegistry.definitions.flatMap((one) =>
      one.type === 'route'
        ? [[`${one.route.method.toUpperCase()} ${one.route.path}`, one.route] as const]
        : [],
    ),
  )
  const page = permissionsPage(routeTable, ({ route }) => {
    const [method, path] = route.split(' ')
    const described = routes.get(`${method} /api/v1/sites/{slug}/${path}`)
    return { group: described?.tags?.[0] ?? '', summary: described?.summary ?? '' }
  })
  if (process.env.PARVIS_WRITE) await writeFile(file, page)
  expect(await readFile(file, 'utf8')).toBe(page)
})
