/** A feed as Atom (RFC 4287). */
import { escapedHtml } from '../html-text.ts';
import { firstWords } from '../posts/first-words.ts';
import type { PostResponse } from '../responses.ts';
import { changedAt, type Feed, postPath, tagsIn } from './feed.ts';
import { FEED_TYPES, feedPath, tagPath } from './formats.ts';
import { pictureAddress, postHtml } from './post-html.ts';

/** @param origin the site's, `https://host` */
export function atomOf({ title, page, updated, about, author, posts }: Feed, origin: string): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', {}, origin + page),
    element('title', {}, title),
    ...(about === undefined ? [] : [element('subtitle', {}, about)]),
    element('updated', {}, updated),
    ...(author === undefined ? [] : [authorOf(author, origin)]),
    link('self', FEED_TYPES.xml, origin + feedPath(page, 'xml')),
    link('alternate', 'text/html', origin + page),
    link('alternate', FEED_TYPES.json, origin + feedPath(page, 'json')),
    element('icon', {}, `${origin}${author?.avatar ?? '/icon-192.png'}`),
    element('generator', { uri: origin }, 'Nod'),
    ...posts.map((post) => entryOf(post, origin)),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(post: PostResponse, origin: string): string {
  const { author, createdAt, language, media } = post;
  const address = origin + postPath(post);
  const lang = language === undefined ? {} : { 'xml:lang': language };
  return [
    '<entry>',
    element('id', {}, address),
    element('title', lang, firstWords(post.body, language)),
    element('published', {}, createdAt),
    element('updated', {}, changedAt(post)),
    authorOf(author, origin),
    link('alternate', 'text/html', address),
    ...media.map((one) => link('enclosure', 'image/webp', pictureAddress(one, origin), one.alt)),
    ...tagsIn(post).map((tag) =>
      element('category', { term: tag, scheme: origin + tagPath(''), label: `#${tag}` }),
    ),
    element('content', { type: 'html', ...lang }, postHtml(post, origin)),
    '</entry>',
  ].join('\n');
}

function authorOf({ username, displayName }: PostResponse['author'], origin: string): string {
  const parts = [element('name', {}, displayName), element('uri', {}, `${origin}/@${username}`)];
  return `<author>${parts.join('')}</author>`;
}

const link = (rel: string, type: string, href: string, title = ''): string =>
  element('link', { rel, type, href, ...(title === '' ? {} : { title }) });

function element(name: string, attributes: Record<string, string>, text?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${inAttribute(value)}"`);
  const open = `<${name}${written.join('')}`;
  return text === undefined ? `${open}/>` : `${open}>${inXml(text)}</${name}>`;
}

/** All that is no character there (XML 1.0 §2.2): control characters, halves of characters and two that are none. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text as a reader gets it out again; in the place of what XML cannot say stands U+FFFD. */
const inXml = (text: string): string =>
  escapedHtml(text.replace(NO_CHARACTER, '\ufffd')).replace(/\r/g, '&#13;');

/** A reader makes spaces of all white space in an attribute that is written as itself (XML 1.0 §3.3.3). */
const inAttribute = (text: string): string => inXml(text).replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
