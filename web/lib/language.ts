/** The language that the page is written in: times and numbers in its sentences are in the same one. */
export const LANGUAGE = typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en';
