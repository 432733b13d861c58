import { expect, test } from 'vitest'
import { openApiText } from '../../server/cli/openapi.ts'

/** What a suspended member may still do, and why. */
const allowed: Record<string, string> = {
  'DELETE sessions/current': 'one may always leave',
  'DELETE sessions': 'one may always leave',
  'PUT me/notifications/read': 'nobody else sees it',
  'PATCH me': 'the language is one’s own affair; a new name is refused by the handler',
  'DELETE replies/{id}': 'one may take back what others see',
  'POST previews': 'nobody else sees it',
}

test('every route that changes something for a member is closed to a suspended one, or says here why not', () => {
  const { paths } = JSON.parse(openApiText()) as {
    paths: Record<string, Record<string, { 'x-guard'?: string }>>
  }
  const open = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      method !== 'get' && operation['x-guard'] === 'member'
        ? [`${method.toUpperCase()} ${path.replace('/api/v1/sites/{slug}/', '')}`]
        : [],
    ),
  )
  expect(open.toSorted()).toEqual(Object.keys(allowed).toSorted())
})
