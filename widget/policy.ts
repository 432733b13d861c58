// The page's one Trusted Types policy of ours. Lit's templates use it too (the build
// points lit-html here: its own name would collide with a host's Lit), and DOMPurify.
// Lit hands it only the fixed strings of our templates; DOMPurify only what it cleaned.

type Policy = { createHTML(html: string): unknown; createScriptURL(url: string): unknown }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes

const refuse = () => {
  throw new TypeError('Parvis makes no script URLs.')
}

export const policy: Policy | undefined = factory?.createPolicy('parvis', {
  createHTML: (html) => html,
  createScriptURL: refuse,
})
