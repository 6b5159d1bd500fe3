/** What somebody reads stays where it is on the screen, whatever comes or goes above it. */

/** What a list consists of, each with an id. */
const ITEM = 'main :is(.post, .entry)[id]';

export type Place = {
  /** The item at the upper edge of the screen. */
  id: string;
  /** How far below that edge it begins; less than nothing where it begins above it. */
  top: number;
};

/** Where one reads; `undefined` while the beginning of the list is on the screen. */
export function readingPlace(): Place | undefined {
  const items = [...document.querySelectorAll(ITEM)];
  const at = items.findIndex((item) => item.getBoundingClientRect().bottom > 0);
  const item = items[at];
  const top = item?.getBoundingClientRect().top ?? 0;
  return item === undefined || (at === 0 && top >= 0) ? undefined : { id: item.id, top };
}

export function goBackTo({ id, top }: Place): void {
  const item = document.getElementById(id);
  if (item !== null) scrollBy({ top: item.getBoundingClientRect().top - top, behavior: 'instant' });
}

/** Not every browser does it by itself, and those that do leave it to whoever scrolls. */
export function keepingPlace(change: () => void): void {
  const place = 'document' in globalThis ? readingPlace() : undefined;
  change();
  if (place !== undefined) goBackTo(place);
}
