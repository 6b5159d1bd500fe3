/**
 * A page's document with its first content in it, as the function `page` answers: drawn by the same views as in the browser,
 * for whoever has no script, before the script is there, and for whatever reads pages. The script draws it once more in
 * its place (`lib/layout.ts`).
 */
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { escapedHtml, jsonInHtml } from '../../shared/html-text.ts';
import { directionOf } from '../../shared/languages.ts';
import type { Visitor } from '../../shared/visitor.ts';
import { noteServerTime } from '../lib/clock.ts';
import { frame } from '../lib/frame.ts';
import { GIVEN } from '../lib/given.ts';
import { headerLine } from '../lib/header.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { languageSwitch } from '../lib/language-choice.ts';
import { language, messages } from '../lib/messages.ts';
import { feedsOf } from '../posts/feeds.ts';

/** What a document has of its own. */
export type Content = {
  status: 200 | 404;
  /** The document of which page of `pages.ts`. */
  page: 'home' | 'profile' | 'people' | 'post' | 'tag' | 'not-found';
  title: string;
  description: string;
  /** The one address of what it shows (RFC 6596); none where there is nothing. */
  path?: string;
  /** Whether nothing is to be found there yet. */
  isEmpty?: boolean;
  /** The page whose feeds have what it shows. */
  feeds?: string;
  /** The Open Graph type (ogp.me), and what else it says of that, such as `profile:username`. */
  type: 'website' | 'profile' | 'article';
  properties?: readonly Property[];
  /** The pictures that stand for it; without any that is the site's. */
  pictures?: readonly Picture[];
  main: View;
  /** What its script would ask for. */
  given: object;
};

/** A property (ogp.me), and what it is. */
type Property = readonly [name: string, content: string];

/** By the path of its file, with the size of that in pixels; `isLarge` if it is to be shown as large as there is room. */
export type Picture = { path: string; width: number; height: number; alt: string; isLarge?: true };

const SITE = 'Nod';

const ICON: Picture = { path: '/icon-512.png', width: 512, height: 512, alt: SITE };

/** What a document has of where, when and for whom it is drawn. */
type Setting = {
  /** The site's. */
  origin: string;
  /** Where the script with the words of its language is. */
  messages: string;
  visitor: Visitor;
  now: Date;
};

/**
 * The document in the language that is spoken (`lib/messages.ts`).
 * @param template of the page, with places for what is its own: `{{title}}` and so on
 */
export function documentOf(
  template: string,
  content: Content,
  { origin, messages: script, visitor, now }: Setting,
): string {
  noteServerTime(now.toUTCString());
  const { title, description, path = '', main, given } = content;
  const header = headerLine({ person: undefined, path, waiting: false, isPhone: false, badges: {} });
  const values: Record<string, string> = {
    language,
    direction: directionOf(language),
    messages: script,
    theme: visitor.theme ?? '',
    visitor: visitor.traits.join(' '),
    noscript: messages.noscript.toWrite,
    title: escapedHtml(title),
    description: escapedHtml(description),
    head: written(headOf(content, origin)),
    body: `${written(frame(header, main, languageSwitch()))}
    <script type="application/json" id="${GIVEN}">${jsonInHtml({ ...given, at: now.toISOString() })}</script>`,
  };
  // In one go, so that nothing that people wrote is taken for a place in the template.
  return template.replace(/\{\{(\w+)\}\}/g, (place, name: string) => values[name] ?? place);
}

/** For previews, search engines, and programs that read feeds. */
function headOf(content: Content, origin: string): View {
  const { title, description, path, type, isEmpty = false, feeds, properties = [], pictures = [] } = content;
  const unlisted = html`<meta name="robots" content="noindex">`;
  if (path === undefined) return unlisted;
  const shown = pictures.length === 0 ? [ICON] : pictures;
  const said: readonly Property[] = [
    ['site_name', SITE],
    ['type', type],
    ['title', title],
    ['description', description],
    ['url', origin + path],
    ...shown.flatMap((one) => pictureProperties(one, origin)),
  ];
  return html`<link rel="canonical" href=${origin + path}>
    ${feeds === undefined ? nothing : feedsOf(feeds).map(({ type, href }) => html`<link rel="alternate" type=${type} href=${href}>`)}
    ${said.map(([name, content]) => html`<meta property="og:${name}" content=${content}>`)}
    ${properties.map(([name, content]) => html`<meta property=${name} content=${content}>`)}
    <meta name="twitter:card" content=${shown.some(({ isLarge }) => isLarge) ? 'summary_large_image' : 'summary'}>
    ${isEmpty ? unlisted : nothing}`;
}

/** Each belongs to the image before it, whose address must be absolute (ogp.me, "Structured Properties"). */
const pictureProperties = ({ path, width, height, alt }: Picture, origin: string): Property[] => [
  ['image', origin + path],
  ['image:width', String(width)],
  ['image:height', String(height)],
  ...(alt === '' ? [] : [['image:alt', alt] as const]),
];

/** Without the marks by which lit-html would find its parts again: the script draws all of it anew. */
function written(view: View): string {
  return view === nothing ? '' : collectResultSync(render(view)).replace(/<!--[^>]*-->|<\?>/g, '');
}
