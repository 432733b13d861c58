const vowels = /^(?:[aeiouœæ]|y[^aeiouy])/i

/**
 * Whose something is, in French: « de Marit », « d’Aurélie ». Before an H it stays « de », which is right for names
 * from elsewhere and not wrong for those of France.
 */
export const ofWhom = (name: string): string => `${vowels.test(name.normalize('NFD')) ? 'd’' : 'de '}${name}`
