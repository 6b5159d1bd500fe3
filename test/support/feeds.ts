/** Feeds as strict readers take them: what is not as its standard wants it is thrown. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';

const ATOM = 'http://www.w3.org/2005/Atom';

type Element = { name: string; attributes: Record<string, string>; children: Element[]; text: string };

/** The elements of a document, all of one namespace. @throws {Error} if it is not well-formed XML 1.0 with namespaces */
function elementsOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (uri !== ATOM) throw new Error(`<${local}> is of ${uri}`);
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const element = { name: local, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [feed] = root.children;
  if (feed === undefined) throw new Error('There is no element.');
  return feed;
}

/** RFC 3339, as RFC 4287 §3.3 wants it. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** How often an element may be in another: RFC 4287 §4.1.1 and §4.1.2, as far as Nod has it. */
const CHILDREN: Record<string, Record<string, [least: number, most: number]>> = {
  feed: {
    id: [1, 1],
    title: [1, 1],
    subtitle: [0, 1],
    updated: [1, 1],
    icon: [0, 1],
    generator: [0, 1],
    author: [0, 9],
    link: [1, 9],
    entry: [0, 20],
  },
  entry: {
    id: [1, 1],
    title: [1, 1],
    published: [0, 1],
    updated: [1, 1],
    content: [1, 1],
    author: [1, 9],
    link: [1, 9],
    category: [0, 99],
  },
  author: { name: [1, 1], uri: [0, 1] },
};

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(`This is no Atom: ${what}`);
}

function checkElement({ name, attributes, children, text }: Element): void {
  const allowed = CHILDREN[name];
  if (allowed !== undefined) {
    check(text.trim() === '', `text in <${name}>`);
    for (const child of children) check(child.name in allowed, `<${child.name}> in <${name}>`);
    for (const [child, [least, most]] of Object.entries(allowed)) {
      const count = children.filter((one) => one.name === child).length;
      check(count >= least && count <= most, `${count} <${child}> in <${name}>`);
    }
    children.forEach(checkElement);
    // At most one alternate of a type and language (§4.1.1, §4.1.2).
    const alternates = children.filter((one) => one.name === 'link' && one.attributes.rel === 'alternate');
    check(new Set(alternates.map((one) => one.attributes.type)).size === alternates.length, 'alternates');
    check(allowed.link === undefined || alternates.length > 0, `no alternate of <${name}>`);
    return;
  }
  check(children.length === 0, `elements in <${name}>`);
  if (name === 'updated' || name === 'published') check(DATE.test(text), `the date ${text}`);
  if (name === 'id' || name === 'uri' || name === 'icon')
    check(new URL(text).href === text, `the IRI ${text}`);
  if (name === 'link')
    check(new URL(attributes.href ?? '').href === attributes.href, `the link ${attributes.href}`);
  if (name === 'category') check(attributes.term !== undefined, 'a category without a term');
  if (name === 'content') check(attributes.type === 'html', 'content that is no HTML');
}

/** @throws {Error} if it is no Atom (RFC 4287) */
export function readAtom(xml: string) {
  const feed = elementsOf(xml);
  check(feed.name === 'feed', `the element <${feed.name}>`);
  checkElement(feed);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  const self = feed.children.filter(({ name, attributes }) => name === 'link' && attributes.rel === 'self');
  check(self.length === 1, 'not one link to itself');
  const ids = entries.map((entry) => childOf(entry, 'id')?.text);
  check(new Set(ids).size === ids.length, 'entries of one id');
  return { feed, entries, parsed: parseAtomFeed(xml) };
}

export const childOf = ({ children }: Element, name: string): Element | undefined =>
  children.find((child) => child.name === name);

export const childrenOf = ({ children }: Element, name: string): Element[] =>
  children.filter((child) => child.name === name);

const url = { type: 'string', pattern: '^https?://' };
const date = { type: 'string', pattern: DATE.source };
const text = { type: 'string' };
const authors = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    additionalProperties: false,
    minProperties: 1,
    properties: { name: text, url, avatar: url },
  },
};

/** JSON Feed 1.1, without what Nod has not. */
const isJsonFeed = new Ajv2020({ allErrors: true, validateFormats: false }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'items', 'feed_url', 'home_page_url'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    home_page_url: url,
    feed_url: url,
    description: text,
    icon: url,
    authors,
    items: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'url', 'content_html'],
        properties: {
          id: url,
          url,
          content_html: text,
          content_text: text,
          image: url,
          date_published: date,
          date_modified: date,
          authors,
          language: { type: 'string', pattern: '^[a-z]{2,3}$' },
          tags: { type: 'array', items: text, uniqueItems: true },
          attachments: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['url', 'mime_type'],
              properties: { url, mime_type: { const: 'image/webp' }, title: text },
            },
          },
        },
      },
    },
  },
});

/** @throws {Error} if it is no JSON Feed 1.1 */
export function readJsonFeed(json: string) {
  const feed = JSON.parse(json);
  const isFeed: boolean = isJsonFeed(feed);
  if (!isFeed) throw new Error(`This is no JSON Feed: ${JSON.stringify(isJsonFeed.errors)}`);
  if (!json.isWellFormed()) throw new Error('There are halves of characters in it.');
  return { feed, parsed: parseJsonFeed(json) };
}
