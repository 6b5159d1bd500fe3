/**
 * Where one was in a timeline, for the way back. A browser that keeps whole pages needs none of it; others load the document
 * anew, with its first page only. It is kept for the tab, and gone with the next sign-out (`lib/viewer.ts`).
 */
import type { List, PostResponse } from '../../shared/responses.ts';
import { ownClock } from '../lib/clock.ts';
import { goBackTo, type Place, readingPlace } from '../lib/reading-place.ts';
import { tabStore } from '../lib/storage.ts';
import { rememberedPerson, TIMELINES } from '../lib/viewer.ts';

type Kept = List<PostResponse> & {
  path: string;
  /** Who was signed in; `null`: nobody. */
  whose: string | null;
  place: Place | undefined;
  /** By the computer's clock. */
  at: number;
};

/** The ways back of so many pages, of so many posts each, and for so long. */
const MOST_TIMELINES = 4;
const MOST_POSTS = 200;
const FOR_MS = 30 * 60_000;

const whoIsHere = (): string | null => rememberedPerson()?.username ?? null;

/** What this page's timeline was when one left it, if one has come back. */
export function keptTimeline(): Kept | undefined {
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (arrival?.type !== 'back_forward') return undefined;
  return all().find(({ path, at, whose }) => path === here() && whose === whoIsHere() && isNew(at));
}

/** Keeps the timeline whenever its page is left. */
export function keepTimeline(current: () => List<PostResponse>): void {
  addEventListener('pagehide', () => {
    // A page that was cleared belongs to somebody who has signed out, and leaves nothing.
    if (document.querySelector('main .post') === null) return;
    const { items, next } = current();
    const others = all().filter(({ path, at }) => path !== here() && isNew(at));
    if (items.length <= MOST_POSTS) {
      others.unshift({
        path: here(),
        whose: whoIsHere(),
        items,
        next,
        place: readingPlace(),
        at: ownClock(),
      });
    }
    tabStore.write(TIMELINES, JSON.stringify(others.slice(0, MOST_TIMELINES)));
  });
}

/** Once the kept posts are drawn. The browser would go where the shorter document ended. */
export function goBackInTimeline({ place }: Kept): void {
  if (place === undefined) return;
  history.scrollRestoration = 'manual';
  goBackTo(place);
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto';
  });
}

const here = (): string => location.pathname + location.search;

const isNew = (at: number): boolean => Math.abs(ownClock() - at) < FOR_MS;

function all(): Kept[] {
  const kept = tabStore.readJson(TIMELINES);
  return Array.isArray(kept) ? kept : [];
}
