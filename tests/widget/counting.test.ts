import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counting } from '../../widget/translations/counting.ts'
import { coreWords } from '../../widget/translations/words.ts'

// The first view writes its numbers without `Intl`, and as `Intl` writes them.

const locales = ['en', 'fr', 'de'] as const
const whole = fc.oneof(fc.nat(12), fc.nat({ max: 99_999 }), fc.nat())
const units = fc.constantFrom('year', 'month', 'week', 'day', 'hour', 'minute')
const spaced = (text: string) => text.replace(/\s/g, ' ')

test.each(locales)('numbers, plurals and ages are those of Intl in %s', async (locale) => {
  const { number, plural } = counting(locale)
  const { default: words } = await coreWords[locale]()
  const numbers = new Intl.NumberFormat(locale)
  const rules = new Intl.PluralRules(locale)
  fc.assert(
    fc.property(whole, units, (count, unit) => {
      expect(number(count)).toBe(numbers.format(count))
      const form = rules.select(count) === 'one' ? 'one' : 'other'
      expect(plural(count, 'one', 'other')).toBe(`${numbers.format(count)}\u00a0${form}`)
      const long = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
      expect(spaced(words.age(unit, count))).toBe(spaced(long.format(count)))
    }),
    { numRuns: 1000 },
  )
})
