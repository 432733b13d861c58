import type { Page } from 'playwright-core'

interface Node {
  nodeId: string
  parentId?: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  description?: { value: string }
  properties?: { name: string; value: { value: unknown } }[]
}

const controls = /^(button|link|textbox|searchbox|combobox|checkbox|radio|DisclosureTriangle|spinbutton)$/
/** What tells the controls in it from those of another. */
const groups = /^(group|radiogroup|toolbar)$/

/**
 * The controls of a screen that are told by the same role, name, description and groups, and do different things: links that lead
 * elsewhere, or any two others. As the browser tells them to a screen reader, through all shadow roots; what is inert
 * behind a dialog is not told.
 */
export async function alike(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] }
  await session.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told = new Map<string, Set<string>>()
  for (const node of nodes) {
    if (node.ignored || !controls.test(node.role?.value ?? '')) continue
    const within: string[] = []
    for (let up = byId.get(node.parentId ?? ''); up; up = byId.get(up.parentId ?? ''))
      if (groups.test(up.role?.value ?? '') && up.name?.value) within.push(up.name.value)
    const key = [
      `${node.role!.value} “${node.name?.value ?? ''}” ${node.description?.value ?? ''}`,
      ...within,
    ].join(' in ')
    const url = node.properties?.find(({ name }) => name === 'url')?.value.value
    const does = node.role!.value === 'link' && url ? String(url) : node.nodeId
    told.set(key, (told.get(key) ?? new Set()).add(does))
  }
  return [...told].filter(([, does]) => does.size > 1).map(([key, does]) => `${key}: ${does.size} things`)
}
