/** Where a viewer is, as CloudFront tells it. */

type Headers = Readonly<Record<string, string | undefined>>;

/** More than any city and country have; what is longer is cut. */
const MOST_CHARACTERS = 60;

/**
 * City and country, such as "São Paulo, Brazil", or `null` where CloudFront does not know. It writes both
 * percent-encoded ("S%C3%A3o Paulo").
 */
export function placeOf(headers: Headers): string | null {
  const parts = [headers['cloudfront-viewer-city'], headers['cloudfront-viewer-country-name']];
  return (
    parts
      .map((part = '') => [...decoded(part).replace(/\p{C}/gu, '').trim()].slice(0, MOST_CHARACTERS).join(''))
      .filter((part) => part !== '')
      .join(', ') || null
  );
}

/** The address of the viewer; CloudFront writes `address:port`, where an IPv6 address has colons of its own. */
export function addressOf(headers: Headers): string | undefined {
  return headers['cloudfront-viewer-address']?.replace(/:\d+$/, '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // It is not encoded, then: a percent sign stands for itself.
    return text;
  }
}
