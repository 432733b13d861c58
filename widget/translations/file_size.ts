/**
 * How large a file is, in thousands or millions of bytes as the device's own folders say: `640 KB`, `1.4 MB`;
 * French counts octets, `1,4 Mo`.
 */
export const fileSize = (locale: 'en' | 'fr' | 'de', bytes: number): string => {
  const [kilo, mega] = locale === 'fr' ? ['Ko', 'Mo'] : ['KB', 'MB']
  if (bytes < 999_500) return `${Math.max(1, Math.round(bytes / 1000))}\u202f${kilo}`
  const millions = (bytes / 1e6).toFixed(1)
  return `${locale === 'en' ? millions : millions.replace('.', ',')}\u202f${mega}`
}
