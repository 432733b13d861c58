import type { Component } from 'svelte'

declare const Community: Component<{ site: string; token: string }>
export default Community
