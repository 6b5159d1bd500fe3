/** What a phone may be called: by its owner, and unless they say otherwise. */
export const NAME_LENGTH = 40;

export const NAME_HINT = 'You will see it in your browser when this phone lets you in.';

/** Why a name will not do, as far as the page knows; the server has the last word. */
export function nameProblem(name: string): string | undefined {
  return name.trim() === '' ? 'Give the phone a name, such as “My phone”.' : undefined;
}

/**
 * The name that a phone is offered at enrolment, from what its browser says of itself. Only a suggestion:
 * the person can write another.
 */
export function suggestedPhoneName(userAgent: string): string {
  if (/iPhone/.test(userAgent)) return 'iPhone';
  if (/iPad/.test(userAgent)) return 'iPad';
  if (/Android/.test(userAgent)) return /\bPixel\b/.test(userAgent) ? 'Pixel' : 'Android phone';
  return 'This computer';
}
