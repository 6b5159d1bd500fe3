/**
 * The places that the navigation leads to: the one list of them, in their order. A place that is added is one entry here.
 */
import type { View } from './html.ts';
import {
  approveIcon,
  homeIcon,
  keyIcon,
  messagesIcon,
  noticesIcon,
  personIcon,
  savedIcon,
  searchIcon,
  settingsIcon,
} from './icons.ts';
import { messages } from './messages.ts';
import { phonePath } from './remembered-account.ts';
import type { Person } from './viewer.ts';

/** What a browser finds its way by, such as for a badge. */
export type PlaceName =
  | 'home'
  | 'approve'
  | 'search'
  | 'notices'
  | 'messages'
  | 'profile'
  | 'saved'
  | 'settings'
  | 'signIn'
  | 'register';

export type Place = {
  name: PlaceName;
  path: string;
  /** A few letters, or it does not fit below its icon on a phone. */
  word: string;
  icon: View;
  /** Says of its badge, for screen readers, how many things wait there. */
  waiting?(count: number): string;
};

/** Whether a page is in `web/pages.ts`: until it is, its place is left out of the scripts (`infra/bundles.ts`). */
declare const __PAGE__: Record<'search' | 'notices' | 'chats' | 'saved', boolean>;

/** On a phone so many stand at the lower edge; the others are in the line at the top. */
export const AT_THE_THUMB = 5;

/** The places of whoever is here. @param isPhone whether this browser approves sign-ins */
export function placesOf({ person, isPhone }: { person: Person | undefined; isPhone: boolean }): Place[] {
  const { layout, navigation } = messages;
  const isKnown = person !== undefined;
  const places: (Place | false)[] = [
    { name: 'home', path: '/', word: layout.home, icon: homeIcon() },
    isPhone && {
      name: 'approve',
      path: phonePath(),
      word: layout.approve,
      icon: approveIcon(),
      waiting: layout.browsersWait,
    },
    __PAGE__.search && { name: 'search', path: '/search', word: navigation.search, icon: searchIcon() },
    isKnown &&
      __PAGE__.notices && {
        name: 'notices',
        path: '/notices',
        word: navigation.notices,
        icon: noticesIcon(),
        waiting: navigation.unread,
      },
    isKnown &&
      __PAGE__.chats && {
        name: 'messages',
        path: '/messages',
        word: navigation.messages,
        icon: messagesIcon(),
        waiting: navigation.unread,
      },
    isKnown && {
      name: 'profile',
      path: `/@${person.username}`,
      word: navigation.profile,
      icon: personIcon(),
    },
    isKnown && __PAGE__.saved && { name: 'saved', path: '/saved', word: navigation.saved, icon: savedIcon() },
    isKnown && { name: 'settings', path: '/account', word: navigation.settings, icon: settingsIcon() },
    !isKnown && { name: 'signIn', path: '/signin', word: layout.signIn, icon: keyIcon() },
    !isKnown && { name: 'register', path: '/register', word: layout.register, icon: personIcon() },
  ];
  return places.filter((place) => place !== false);
}
