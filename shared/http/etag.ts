/** Whether whoever asks has an answer already (RFC 9110 §13.1.2). */

/** @param ifNoneMatch the header. An edge that compresses makes a tag a weak one, and the comparison is the weak one */
export function hasEtag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
