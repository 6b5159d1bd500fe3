/** What several routes take or answer with, and how the document says it. */
import * as v from 'valibot';
import { isMessageId } from '../chats/message.ts';
import { isDeviceId } from '../devices/device.ts';
import { isBrowserId, isSessionId } from '../ids.ts';
import { LANGUAGES } from '../languages.ts';
import { isNoticeId } from '../notices/notice.ts';
import { isPostId } from '../posts/post.ts';

// Metadata of an input is said by a name, so that the bundles can leave it out (`infra/lean-schemas.ts`).
export const SESSION_ID = {
  pattern: '^ses_[A-Za-z0-9_-]{22}$',
  description: 'A session, by its id.',
  examples: ['ses_kq3Jt0cW0Yf1xk9q8yB2nA'],
};
export const DEVICE_ID = {
  pattern: '^dev_[A-Za-z0-9_-]{1,684}$',
  description: 'A phone, by the id of its WebAuthn credential.',
  examples: ['dev_q83vEjRWeJA'],
};
export const BROWSER_ID = {
  pattern: '^brw_[A-Za-z0-9_-]{22}$',
  description: 'A known browser, by its id.',
  examples: ['brw_kq3Jt0cW0Yf1xk9q8yB2nA'],
};
export const POST_ID = {
  pattern: '^pst_[0-7][0-9A-HJKMNP-TV-Z]{25}$',
  description: 'A post, by its id; ids sort by age.',
  examples: ['pst_01KAQ3W8ZB7N2D4F6H8JKMNPQR'],
};
export const MESSAGE_ID = {
  pattern: '^msg_[0-7][0-9A-HJKMNP-TV-Z]{25}$',
  description: 'A message, by its id; ids of a conversation sort by age.',
  examples: ['msg_01KAQ3W8ZB7N2D4F6H8JKMNPQR'],
};
export const NOTICE_ID = {
  pattern: '^ntc_[0-7][0-9A-HJKMNP-TV-Z]{25}$',
  description: 'A notice, by its id; ids of one person’s sort by age.',
  examples: ['ntc_01KAQ3W8ZB7N2D4F6H8JKMNPQR'],
};

export const LANGUAGE = {
  description: 'What the person is told in while no page is open, as `lang` names it (BCP 47).',
};

export const sessionId = v.pipe(v.string(), v.metadata(SESSION_ID), v.guard(isSessionId));
export const browserId = v.pipe(v.string(), v.metadata(BROWSER_ID), v.guard(isBrowserId));
export const deviceId = v.pipe(v.string(), v.metadata(DEVICE_ID), v.guard(isDeviceId));
export const postId = v.pipe(v.string(), v.metadata(POST_ID), v.guard(isPostId));
export const noticeId = v.pipe(v.string(), v.metadata(NOTICE_ID), v.guard(isNoticeId));
export const messageId = v.pipe(v.string(), v.metadata(MESSAGE_ID), v.guard(isMessageId));

/** A language that Nod speaks. */
export const language = v.pipe(
  v.picklist(LANGUAGES, 'Choose a language that Nod speaks.'),
  v.metadata(LANGUAGE),
);

/** A moment, as `Date.prototype.toISOString` writes it. */
export const timestamp = v.pipe(
  v.string(),
  v.metadata({
    format: 'date-time',
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$',
    description: 'ISO 8601, UTC, to the millisecond.',
    examples: ['2026-11-28T11:41:06.000Z'],
  }),
);

/** RFC 4648 §5, without padding. */
export const base64url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]*$/));

/** How many. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const username = v.pipe(v.string(), v.regex(/^[a-z0-9_]{3,20}$/), v.examples(['susan']));

/** A page of a list. */
export const listOf = <S extends v.GenericSchema, More extends v.ObjectEntries = Record<never, never>>(
  item: S,
  more: More = {} as More,
) =>
  v.strictObject({
    ...more,
    items: v.array(item),
    next: v.pipe(
      v.nullable(v.string()),
      v.description('The cursor of the next page, which is opaque; null on the last one.'),
    ),
  });

/** An answer that is a document for a browser. */
export const htmlDocument = v.string();

/** The same for a program that reads feeds, in one of the formats of `feeds/formats.ts`. */
export const feedDocument = v.string();

/** An answer without a body. */
export const nothing = v.undefined_();
