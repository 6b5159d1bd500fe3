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

/** What a document has of its own. */
export type Content = {
  status: 200 | 404;
  /** The document of which page of `pages.ts`. */
  page: 'home' | 'profile' | 'people' | 'post' | 'not-found';
  title: string;
  description: string;
  /** The one address of what it shows (RFC 6596); none where there is nothing. */
  path?: string;
  /** The Open Graph type (ogp.me). */
  type: 'website' | 'profile' | 'article';
  main: View;
  /** What its script would ask for. */
  given: object;
};

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

/** For previews and search engines. */
function headOf({ title, description, path, type }: Content, origin: string): View {
  if (path === undefined) return html`<meta name="robots" content="noindex">`;
  const address = origin + path;
  return html`<link rel="canonical" href=${address}>
    <meta property="og:site_name" content="Nod">
    <meta property="og:type" content=${type}>
    <meta property="og:title" content=${title}>
    <meta property="og:description" content=${description}>
    <meta property="og:url" content=${address}>
    <meta property="og:image" content="${origin}/icon-512.png">
    <meta name="twitter:card" content="summary">`;
}

/** Without the marks by which lit-html would find its parts again: the script draws all of it anew. */
function written(view: View): string {
  return view === nothing ? '' : collectResultSync(render(view)).replace(/<!--[^>]*-->|<\?>/g, '');
}
