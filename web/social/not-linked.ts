/** A link that was not made, as the account page is told of it in its fragment. */
export type NotLinked = { provider: string; why: string };

/** What the fragment says, if it says that. */
export function notLinked(fragment: string): NotLinked | undefined {
  const words = new URLSearchParams(fragment.replace(/^#/, ''));
  const provider = words.get('not-linked');
  return provider === null ? undefined : { provider, why: words.get('why') ?? '' };
}

/** Why it was not made, and what to do next, for each code that the way back from a provider ends with. */
export function notLinkedSentence({ why }: Pick<NotLinked, 'why'>, label: string): string {
  switch (why) {
    case 'turned_back':
      return `You came back from ${label} without signing in there. Nothing was changed.`;
    case 'link_taken':
      return `That account at ${label} belongs to another user here already.`;
    case 'linked_already':
      return `You have a link to ${label} already. Remove that one first.`;
    case 'provider_unavailable':
      return `${label} does not answer properly at the moment. Try again later.`;
    case 'provider_refused':
      return `Nod cannot take the account that you came back with from ${label}. Nothing was changed.`;
    default:
      return `${label} was not linked. Try again.`;
  }
}
