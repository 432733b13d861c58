// The page's one Trusted Types policy of ours. Lit's templates use it too (the build
// points lit-html here: its own name would collide with a host's Lit), and DOMPurify.
// Lit hands it only the fixed strings of our templates; DOMPurify only what it cleaned.

type Policy = { createHTML(html: string): unknown }
type Factory = { createPolicy(name: string, rules: Policy): Policy }

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes

// A second version of the script on a page draws nothing, and a name is there for one policy alone. What a policy
// has no rule for, such as script URLs, it refuses.
export const policy: Policy | undefined =
  factory && !customElements.get('parvis-board')
    ? factory.createPolicy('parvis', { createHTML: (html) => html })
    : undefined
