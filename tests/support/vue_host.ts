import { createApp, defineComponent, h, ref } from 'vue'
import type { ParvisBoardEvents } from '../../docs/widget/parvis-board.d.ts'

// A company's page in Vue; `shown.value &&` is what a template's `v-if` becomes.

const box = document.querySelector<HTMLElement>('#app')!

const Community = defineComponent({
  setup() {
    const [shown, locale, told] = [ref(true), ref('en'), ref('')]
    const toggle = () => {
      shown.value = !shown.value
    }
    const speak = () => {
      locale.value = 'fr'
    }
    const onParvisVote = ({ detail }: ParvisBoardEvents['parvis-vote']) => {
      told.value += `${detail.votes} `
    }
    const tokenProvider = async () => box.dataset.token!
    return () =>
      h('main', [
        h('button', { onClick: toggle }, 'Toggle'),
        h('button', { onClick: speak }, 'Français'),
        h('output', told.value),
        shown.value &&
          h('parvis-board', {
            site: box.dataset.site,
            locale: locale.value,
            live: 'off',
            // As a component of theirs passes on what it was not given.
            view: undefined,
            tokenProvider,
            onParvisVote,
          }),
      ])
  },
})

void customElements.whenDefined('parvis-board').then(() => createApp(Community).mount(box))
