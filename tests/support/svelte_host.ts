import { mount } from 'svelte'
import Community from './svelte_host.svelte'

const box = document.querySelector<HTMLElement>('#app')!

void customElements
  .whenDefined('parvis-board')
  .then(() =>
    mount(Community, { target: box, props: { site: box.dataset.site!, token: box.dataset.token! } }),
  )
