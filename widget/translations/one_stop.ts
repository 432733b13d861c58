/** Ends a sentence with one full stop, where what it ends with is a sentence of its own, as many a rule is. */
export const oneStop = (text: string): string => text.replace(/\.?$/, '.')

/** Words that may be a sentence themselves, where something else comes after them. */
export const noStop = (text: string): string => text.replace(/\.$/, '')
