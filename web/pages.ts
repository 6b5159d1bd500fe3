/**
 * The site's pages: the one list that the build, the local server and CloudFront's URL function are made from.
 * `web/pages/<name>.ts` is the entry of the page `<name>`; `web/page.html` is the document around each.
 */
export type Page = {
  name: string;
  /** The paths that show it, as the source of a regular expression over the whole path. */
  path: string;
  title: string;
  description: string;
  /** Whether it comes with its first content from the function `page`; its file stands in where that fails. */
  hasContent?: true;
};

export const PAGES: readonly Page[] = [
  {
    name: 'home',
    path: '/',
    title: 'Nod',
    description: 'A microblog that you sign in to with a nod from your phone.',
    hasContent: true,
  },
  {
    name: 'signin',
    path: '/signin',
    title: 'Sign in · Nod',
    description: 'Sign in to Nod with your phone.',
  },
  {
    name: 'register',
    path: '/register',
    title: 'Register · Nod',
    description: 'Choose a name and make your phone the way in. No password.',
  },
  {
    name: 'social',
    path: '/social',
    title: 'Signing in · Nod',
    description: 'The way back from a provider that you sign in with.',
  },
  {
    name: 'account',
    path: '/account',
    title: 'Account · Nod',
    description: 'Where you are signed in, and the phones that let you in.',
  },
  {
    name: 'activity',
    path: '/account/activity',
    title: 'Activity · Nod',
    description: 'What happened to your account in the last 90 days.',
  },
  {
    name: 'code',
    path: '/account/code',
    title: 'Your recovery code · Nod',
    description: 'The code that lets you back in when your phone is lost.',
  },
  {
    name: 'recover',
    path: '/recover',
    title: 'Lost your phone? · Nod',
    description: 'Make another phone the way in with your recovery code.',
  },
  {
    name: 'phone',
    path: '/phone',
    title: 'Your phone · Nod',
    description: 'Approve sign-ins from this phone.',
  },
  {
    name: 'profile',
    path: '/@[A-Za-z0-9_]{3,20}',
    title: 'Profile · Nod',
    description: 'Posts by one author.',
    hasContent: true,
  },
  {
    name: 'post',
    path: '/@[A-Za-z0-9_]{3,20}/pst_[0-9A-Z]{26}',
    title: 'Post · Nod',
    description: 'One post.',
    hasContent: true,
  },
  {
    name: 'offline',
    path: '/offline',
    title: 'No connection · Nod',
    description: 'Stands in for a page while Nod cannot be reached.',
  },
  {
    name: 'not-found',
    path: '/not-found',
    title: 'Not found · Nod',
    description: 'There is no such page.',
    hasContent: true,
  },
];

/** The page that answers what no other page's path matches. */
export const NOT_FOUND = 'not-found';
