/** Ends a sentence with one full stop, where what it ends with is a sentence of its own, as many a rule is. */
export const oneStop = (text: string): string => text.replace(/\.?$/, '.')
