/** How long to wait, in words: "40 seconds", "7 Minuten". */
export const waiting =
  (locale: string) =>
  (seconds: number): string => {
    const unit = seconds < 90 ? 'second' : 'minute'
    const count = unit === 'second' ? seconds : Math.ceil(seconds / 60)
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
  }
