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
