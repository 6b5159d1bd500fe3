/** What somebody says about themselves, and how it changes: pure rules, of the page, the API and "It wasn't me" alike. */
import * as v from 'valibot';
import type { PostId } from '../ids.ts';
import { charactersLeft, MOST_BYTES, MOST_CHARACTERS } from '../posts/body.ts';
import { entitiesIn } from '../posts/entities.ts';
import { withFewMarks } from '../text.ts';
import type { Profile } from './profile.ts';

export const MOST_LINKS = 4;

/** Of one link, as it is written. */
export const MOST_IN_LINK = 300;

/** What the person decides on; what of it is absent is not there. */
export type Told = Pick<Profile, 'displayName' | 'about' | 'links' | 'pinned' | 'avatar' | 'lastSeen'>;

/** The fields that change, each as it is to be; `null` takes it away. */
export type ProfileChanges = { [F in keyof Told]?: NonNullable<Told[F]> | null | undefined };

/** A change, with what stood there before: as it is noted, so that it can be taken back. */
export type ProfileEdit = { before: ProfileChanges; after: ProfileChanges };

const FIELDS = ['displayName', 'about', 'links', 'pinned', 'avatar', 'lastSeen'] as const;

const ABOUT = {
  maxLength: 3000,
  pattern: '^[^\\p{Cs}\\0]*$',
  description:
    'At most 500 characters as people see them (extended grapheme clusters) and 3000 bytes, as of a post; without any it is taken away.',
  examples: ['I grow tomatoes. Ask @tom about the bees.'],
};

export const aboutSchema = v.pipe(
  v.string('Write it as text.'),
  v.metadata(ABOUT),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.regex(/^[^\p{Cs}\0]*$/u, 'This has characters that are no text.'),
  v.transform(withFewMarks),
  v.check(
    (text) => charactersLeft(text) >= 0,
    () => `What you say about yourself has at most ${MOST_CHARACTERS} characters, and ${MOST_BYTES} bytes.`,
  ),
);

const LINK = {
  pattern: '^\\S+$',
  maxLength: 300,
  description:
    'The address of a page, `http` or `https`, of a site with a name, and without a user’s name in it; `https://` may be left out.',
  examples: ['https://example.com/susan'],
};

export const linkSchema = v.pipe(
  v.string('Write the link as text.'),
  v.metadata(LINK),
  v.trim(),
  v.check(
    (text) => addressIn(text) !== undefined,
    'This is no address of a page, such as https://example.com.',
  ),
  v.transform((text) => addressIn(text) ?? text),
);

/** The address that a text is, with its scheme and in the letters in which it was written; the same rule as in posts. */
export function addressIn(text: string): string | undefined {
  if ([...text].length > MOST_IN_LINK) return undefined;
  const [found] = entitiesIn(text);
  if (found?.kind !== 'link' || found.start !== 0 || found.end !== text.length) return undefined;
  return /^https?:\/\//i.test(text) ? text : `https://${text}`;
}

/** Of what is wanted, that which is not so already; `undefined` where nothing changes. */
export function profileEdit(now: Told, wanted: ProfileChanges): ProfileEdit | undefined {
  const edit: ProfileEdit = { before: {}, after: {} };
  for (const field of FIELDS) {
    const next = wanted[field];
    if (next === undefined || isSame(field, now[field], next)) continue;
    Object.assign(edit.before, { [field]: now[field] ?? null });
    Object.assign(edit.after, { [field]: isEmpty(next) ? null : next });
  }
  return Object.keys(edit.after).length === 0 ? undefined : edit;
}

/** The profile as it is with these changes. */
export function changedProfile(profile: Profile, changes: ProfileChanges): Profile {
  const changed = { ...profile, ...changes };
  const kept = Object.entries(changed).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as Profile;
}

/** What takes an edit back: of its fields those that still are as it made them, as they were before. */
export function takingBack(now: Told, { before, after }: ProfileEdit): ProfileChanges {
  return Object.fromEntries(
    FIELDS.filter((field) => after[field] !== undefined && isSame(field, now[field], after[field])).map(
      (field) => [field, before[field] ?? null],
    ),
  );
}

type Value = string | string[] | PostId | null | undefined;

const isEmpty = (value: Value): boolean => value === undefined || value === null || value.length === 0;

/** Of the day on which somebody was last here only whether it is shown: it moves on by itself. */
function isSame(field: keyof Told, one: Value, other: Value): boolean {
  if (isEmpty(one) || isEmpty(other) || field === 'lastSeen') return isEmpty(one) === isEmpty(other);
  return JSON.stringify(one) === JSON.stringify(other);
}
