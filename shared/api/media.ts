/** Pictures. */
import * as v from 'valibot';
import { isMediaId } from '../ids.ts';
import { MOST_ALT_CHARACTERS, MOST_BYTES, MOST_PER_POST } from '../media/media.ts';
import { withFewMarks } from '../text.ts';
import { count } from './fields.ts';
import { type Call, type Declaration, route } from './route.ts';

export const MEDIA_ID = {
  pattern: '^img_[A-Za-z0-9_-]{22}$',
  description:
    'A picture, by its id. Its files are `/media/<id>-640.webp` and `/media/<id>-1600.webp`, an avatar’s is `/media/<id>-256.webp`.',
  examples: ['img_kq3Jt0cW0Yf1xk9q8yB2nA'],
};
const USE = { description: 'What it is for: `avatar` is cut to a square of 256 pixels.' };
const ALT = {
  maxLength: MOST_ALT_CHARACTERS,
  pattern: '^[^\\p{Cs}\\0]*$',
  description: 'What is to be seen, in words, for whoever does not see it.',
  examples: ['A heron stands in the reeds.'],
};

export const mediaId = v.pipe(
  v.string(),
  v.metadata(MEDIA_ID),
  v.guard(isMediaId, 'There is no such picture.'),
);

const alt = v.pipe(
  v.string('Write the description as text.'),
  v.metadata(ALT),
  v.transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  v.check(
    (text) => [...text].length <= MOST_ALT_CHARACTERS,
    () => `A description has at most ${MOST_ALT_CHARACTERS} characters.`,
  ),
  v.regex(/^[^\p{Cs}\0]*$/u, 'A description is text; this has characters that are none.'),
  v.transform(withFewMarks),
);

/** The pictures of a post that is written: one's own, in the order in which they are shown. */
export const attachedMedia = v.pipe(
  v.array(v.object({ id: mediaId, alt: v.optional(alt, '') }), 'Name the pictures in a list.'),
  v.maxLength(MOST_PER_POST, () => `A post has at most ${MOST_PER_POST} pictures.`),
);

const width = v.pipe(count, v.description('Of its largest file, in pixels.'));
const placeholder = v.pipe(
  v.string(),
  v.description(
    'A [thumbhash](https://evanw.github.io/thumbhash/) in base64url, to be shown until the picture is there.',
  ),
);

/** A picture in a post. */
export const postMedia = v.strictObject({ id: mediaId, width, height: count, placeholder, alt: v.string() });

export const mediaResponse = v.pipe(
  v.strictObject({ id: mediaId, width, height: count, placeholder }),
  v.title('Media'),
);

export const mediaCreateCall = {
  name: 'media-create',
  method: 'POST',
  path: '/api/media',
  auth: 'user',
  bytes: { type: 'image/', most: MOST_BYTES },
  query: v.object({
    for: v.optional(
      v.pipe(v.picklist(['post', 'avatar'], 'A picture is for a post or an avatar.'), v.metadata(USE)),
      'post',
    ),
  }),
} as const satisfies Call;

export const MEDIA = {
  'media-create': route(mediaCreateCall, {
    summary: 'Upload a picture',
    description:
      'The body is the picture itself: JPEG, PNG, WebP, GIF or AVIF, of which the first frame counts; at most 4 MB and 50 megapixels. What is kept is made anew of its pixels, upright, without what the file says of place, time and camera. A picture that no post, or no profile, shows within a day is deleted.',
    stack: 'Media',
    grants: {
      Posts: ['PutItem'],
      Sessions: ['GetItem', 'PutItem', 'UpdateItem', 'ConditionCheckItem'],
    },
    onMedia: ['PutObject'],
    answers: { 201: mediaResponse },
    problems: ['image_type_refused', 'image_unreadable', 'image_too_large', 'too_many'],
    // A whole processor, and twice what 50 megapixels have ever taken: `test/functions/media-memory.test.ts`.
    memory: 1769,
    seconds: 28,
    throttle: { rate: 10, burst: 20 },
  }),
} as const satisfies Record<string, Call & Declaration>;
