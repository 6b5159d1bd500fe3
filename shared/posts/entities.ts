/**
 * What in a text leads somewhere: links, mentions and tags. Answers of the API name it beside the text, so that no page
 * loads what finds it, and whoever is told of a mention or finds a tag is by the same rule. It takes nothing away: what is
 * in no entity is text.
 */
import { LinkifyIt } from 'linkify-it';

/** Where an entity stands: the text's UTF-16 code units from `start` up to `end`. */
type Place = { start: number; end: number };

export type LinkTarget = {
  /** An absolute address of `http:` or `https:`, without a name or password. */
  href: string;
  /** The whole host as people are to see it, with its port: in letters only where these deceive nobody. */
  host: string;
  /** What follows the host as it was written: path, query and fragment. */
  rest: string;
};

export type Entity = Place &
  (
    | ({ kind: 'link' } & LinkTarget)
    | {
        kind: 'mention';
        /** Of Nod's form, lowered; whether somebody has it is not known here. */
        username: string;
      }
    | {
        kind: 'tag';
        /** Without its sign, as it is compared: NFKC, lowered. */
        tag: string;
      }
  );

/** Writing that puts no space between words, or glues what follows to a word: a Latin word in it ends where it begins. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
/** Whatever is turned, hidden or not there in an address that a person reads. */
const UNSEEN = '\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff';
/** Nothing begins inside of a word, an address or another entity. */
const NOT_INSIDE = `(?<!(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]|[_@＠#＃&/])`;

const LINK = /* @__PURE__ */ new RegExp(`${NOT_INSIDE}https?:(?=//)`, 'giu');
const END_OF_LINK = /* @__PURE__ */ new RegExp(`[${UNSEEN}]|(?<=[A-Za-z0-9])[${UNSPACED}]`, 'u');
/** Signs that an address may have inside, and a sentence or its emphasis behind it. */
const AFTER_LINK = /[*:'"~]+$/;

/**
 * Not of somewhere else: `@name@host` and `@name.host` are names of other places. What follows a name may be a word of
 * a writing without spaces, but no letter that would belong to it.
 */
const MENTION = /* @__PURE__ */ new RegExp(
  `${NOT_INSIDE}(?<![.+-])[@＠]([A-Za-z0-9_]{3,20})(?![_@＠]|[.-]?[A-Za-z0-9]|(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])`,
  'gu',
);

/** Letters of any writing; a number alone counts things. Between letters, what some languages write within a word. */
const TAG = /* @__PURE__ */ new RegExp(
  `${NOT_INSIDE}[#＃](?=[\\p{N}_]*\\p{L})([\\p{L}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_]|[·・\\u200c\\u200d](?=[\\p{L}\\p{N}])){0,99})(?![\\p{L}\\p{M}\\p{N}_@＠])`,
  'gu',
);

/** Ends of names that people write without `https://`: none that is also a word, or the end of a file's name. */
const BARE_ENDS =
  'ai app art biz blog br ca ch club co com cz de dev edu es eu fi fr gov gr hu ie info io jp kr mx name net nl news nz online org page pl pt ro ru se site social tech tr tv tw ua uk wiki xyz za';

let finder: LinkifyIt | undefined;

/** Made once, when there is something to find: its expressions take a phone some milliseconds. */
function linkFinder(): LinkifyIt {
  finder ??= new LinkifyIt({ fuzzyEmail: false, fuzzyLink: true, tlds: BARE_ENDS.split(' ') });
  return finder;
}

/** The entities of a text in their order; none overlaps another. */
export function entitiesIn(text: string): Entity[] {
  const found = [...linksIn(text), ...bareLinksIn(text), ...mentionsIn(text), ...tagsIn(text)];
  // Of those that overlap the link has it, which comes first of all that begin at one place.
  found.sort((one, other) => one.start - other.start);
  let end = 0;
  return found.filter((entity) => {
    if (entity.start < end) return false;
    end = entity.end;
    return true;
  });
}

function linksIn(text: string): Entity[] {
  return [...text.matchAll(LINK)].flatMap(({ 0: scheme, index: start }) => {
    const from = start + scheme.length;
    const reach = text.slice(from).search(END_OF_LINK);
    const before = reach < 0 ? text : text.slice(0, from + reach);
    const end = from + linkFinder().testSchemaAt(before, scheme, from);
    return linkAt(text, { start, end }, '');
  });
}

/** `example.com/path`, which many write so: it must be plain, or a sentence without a space after its end is one, too. */
function bareLinksIn(text: string): Entity[] {
  if (!/[a-z]\.[a-z]/.test(text)) return [];
  return (linkFinder().match(text) ?? []).flatMap(({ schema, index: start, lastIndex: end, raw }) => {
    if (schema !== '' || !/^[a-z0-9.-]+\.[a-z]+(?:[/?#][\x21-\x7e]*)?$/.test(raw)) return [];
    return linkAt(text, { start, end }, 'https://');
  });
}

function linkAt(text: string, { start, end }: Place, scheme: string): Entity[] {
  const written = text.slice(start, end).replace(AFTER_LINK, '');
  const after = text.slice(start + written.length);
  const [, host = '', port = '', rest = ''] = /^(?:https?:\/\/)?([^/?#:]+)(:\d+)?(.*)$/i.exec(written) ?? [];
  const url = parsed(scheme + written);
  // A name before an @ is not where it leads. What has no dot, or is a number, is no name of a site.
  if (url === undefined || /^[@＠]/.test(after) || !/\.[a-z][a-z0-9-]*$/.test(url.hostname)) return [];
  return [
    {
      kind: 'link',
      start,
      end: start + written.length,
      href: url.href,
      host: (isHonest(host, url.hostname) ? host.toLowerCase() : url.hostname) + port,
      rest,
    },
  ];
}

/** Letters of writings that look alike. Whatever of Cyrillic and Greek is made of the first only looks Latin. */
const LIKE_LATIN = /^[аеорсухіјѕһԁԛԝӏьαορνυικτχω\d-]+$/u;
const ALIKE = ['\\p{sc=Latin}', '\\p{sc=Cyrillic}', '\\p{sc=Greek}', '\\p{sc=Armenian}|\\p{sc=Cherokee}'];

/**
 * Whether a host may be shown as it was written: if it is the one that it leads to, no label mixes letters of writings
 * that look alike, and none is of such letters only (Unicode UTS #39 §5.2, in short).
 */
function isHonest(written: string, hostname: string): boolean {
  if (parsed(`http://${written}`)?.hostname !== hostname) return false;
  return written
    .toLowerCase()
    .split('.')
    .every(
      (label) =>
        /^[\p{L}\p{M}\p{N}-]+$/u.test(label) &&
        label.normalize('NFKC') === label &&
        ALIKE.filter((writing) => new RegExp(writing, 'u').test(label)).length <= 1 &&
        (/^[\d-]+$/.test(label) || !LIKE_LATIN.test(label)),
    );
}

/** Not by `URL.parse`: Safari 17 has none. */
function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

const mentionsIn = (text: string): Entity[] =>
  [...text.matchAll(MENTION)].map(({ 0: written, 1: name = '', index: start }) => ({
    kind: 'mention',
    start,
    end: start + written.length,
    username: name.toLowerCase(),
  }));

const tagsIn = (text: string): Entity[] =>
  [...text.matchAll(TAG)].map(({ 0: written, 1: tag = '', index: start }) => ({
    kind: 'tag',
    start,
    end: start + written.length,
    tag: tag.normalize('NFKC').toLowerCase(),
  }));

/** The tag that a text is, without its sign: as it is compared, and `undefined` if it is none. */
export function tagIn(text: string): string | undefined {
  const [found] = tagsIn(`#${text}`);
  return found?.kind === 'tag' && found.end === text.length + 1 ? found.tag : undefined;
}
