/**
 * The site's pages: the one list that the build, the local server and CloudFront's URL function are made from.
 * `web/pages/<name>.ts` is the entry of the page `<name>`; `web/page.html` is the document around each.
 */
export type Page = {
  name: string;
  /** The paths that show it, as the source of a regular expression over the whole path. */
  path: string;
  /** Whether it comes with its first content from the function `page`; its file stands in where that fails. */
  hasContent?: true;
};

export const PAGES = [
  {
    name: 'home',
    path: '/',
    hasContent: true,
  },
  {
    name: 'signin',
    path: '/signin',
  },
  {
    name: 'register',
    path: '/register',
  },
  {
    name: 'social',
    path: '/social',
  },
  {
    name: 'account',
    path: '/account',
  },
  {
    name: 'activity',
    path: '/account/activity',
  },
  {
    name: 'hidden',
    path: '/account/hidden',
  },
  {
    name: 'code',
    path: '/account/code',
  },
  {
    name: 'recover',
    path: '/recover',
  },
  {
    name: 'phone',
    path: '/phone',
  },
  {
    name: 'profile',
    path: '/@[A-Za-z0-9_]{3,20}(?:/(?:replies|likes))?',
    hasContent: true,
  },
  {
    name: 'post',
    path: '/@[A-Za-z0-9_]{3,20}/pst_[0-9A-Z]{26}',
    hasContent: true,
  },
  {
    name: 'people',
    path: '/@[A-Za-z0-9_]{3,20}/(?:followers|following)',
    hasContent: true,
  },
  {
    name: 'search',
    path: '/search',
  },
  {
    name: 'tag',
    path: '/tags/[^/]{1,200}',
    hasContent: true,
  },
  {
    name: 'saved',
    path: '/saved',
  },
  {
    name: 'notices',
    path: '/notices',
  },
  {
    name: 'chats',
    path: '/messages(/[A-Za-z0-9_]{3,20})?',
  },
  {
    name: 'offline',
    path: '/offline',
  },
  {
    name: 'not-found',
    path: '/not-found',
    hasContent: true,
  },
] as const satisfies readonly Page[];

export type PageName = (typeof PAGES)[number]['name'];

/** The pages that the navigation leads to (`lib/places.ts`) from when they are in the list. */
const IN_NAVIGATION = ['search', 'notices', 'chats', 'saved'];

/** Which of them there are, as constants: what leads to none is in no script. */
export const PAGE_CONSTANTS: Readonly<Record<string, string>> = Object.fromEntries(
  IN_NAVIGATION.map((page) => [`__PAGE__.${page}`, String(PAGES.some(({ name }) => name === page))]),
);

/** The page that answers what no other page's path matches. */
export const NOT_FOUND = 'not-found';
