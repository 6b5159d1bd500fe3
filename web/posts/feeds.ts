/** The feeds of a page: the same posts for programs that look by themselves whether there are new ones. */
import { FEED_TYPES, type FeedFormat, feedPath } from '../../shared/feeds/formats.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Of each format. @param page its path */
export const feedsOf = (page: string): { type: string; href: string }[] =>
  Object.entries(FEED_TYPES).map(([format, type]) => ({ type, href: feedPath(page, format as FeedFormat) }));

/** Names them in the head of a document that came without content; in one with content they are there. */
export function nameFeeds(page: string): void {
  if (document.querySelector('link[rel=alternate]') !== null) return;
  for (const feed of feedsOf(page))
    document.head.append(Object.assign(document.createElement('link'), { rel: 'alternate', ...feed }));
}

/** Leads to one of them, which whoever reads feeds gives to their program. */
export const feedLink = (page: string): View =>
  html`<a href=${feedPath(page, 'xml')} type=${FEED_TYPES.xml}>${messages.posts.feed}</a>`;
