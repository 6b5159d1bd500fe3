/**
 * What the document of the API allows of an input, the handler's schema takes, and what it forbids, the schema refuses:
 * the same for whatever can be made up. Where JSON Schema cannot say all that a schema does, it stands in `DIFFERENCES`.
 */
import { ECDH } from 'node:crypto';
import type { JsonSchema } from '@valibot/to-json-schema';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inputOf } from '../../../infra/openapi.ts';
import { isActivityId } from '../../../shared/activity/activity.ts';
import type { Route, Schema } from '../../../shared/api/route.ts';
import { isMessageId } from '../../../shared/chats/message.ts';
import { messageText, tooManyIn } from '../../../shared/chats/message-body.ts';
import { isUserId } from '../../../shared/ids.ts';
import { isNoticeId } from '../../../shared/notices/notice.ts';
import { addressIn } from '../../../shared/people/profile-edit.ts';
import { isMarkedPlace } from '../../../shared/posts/mark.ts';
import { isPostId } from '../../../shared/posts/post.ts';
import { parseCode } from '../../../shared/recovery/code.ts';
import { ROUTES } from '../../../shared/routes.ts';
import { isListPlace } from '../../../shared/sessions/session-lists.ts';
import { withFewMarks } from '../../../shared/text.ts';
import { allowedBy, nearly } from '../../support/json-inputs.ts';

type Difference = {
  /** The fields, as `route place path`, that it is about. */
  fields: string[];
  /** What the document speaks of, made of what was sent. */
  means?: (sent: string) => string;
  /** What must hold besides, which the document says in words only. */
  holds?: (sent: string) => boolean;
};

/** Whether a cursor's text is one of a kind that is given out. */
const GIVEN_OUT: ((text: string) => boolean)[] = [
  isPostId,
  isMessageId,
  isActivityId,
  isListPlace,
  isMarkedPlace,
  isUserId,
  isNoticeId,
];

const decoded = (cursor: string) => Buffer.from(cursor, 'base64url').toString('latin1');

const DIFFERENCES: Record<string, Difference> = {
  'names are measured and matched when they are composed (NFC) and without white space around them': {
    fields: [
      'profile-edit body displayName',
      'register body displayName',
      'social-continue body displayName',
      'device-enrol body name',
      'device-rename body name',
    ],
    means: (sent) => sent.normalize('NFC').trim(),
  },
  'so are posts, without composing them, but with line feeds for all line breaks and thirty marks in a row; JSON Schema counts code points, not characters or bytes':
    {
      fields: ['post-create body body', 'post-edit body body', 'profile-edit body about'],
      means: (sent) => withFewMarks(sent.replace(/\r\n?/g, '\n').trim()),
      holds: (sent) => {
        const kept = withFewMarks(sent.replace(/\r\n?/g, '\n').trim());
        return [...new Intl.Segmenter().segment(kept)].length <= 500 && Buffer.byteLength(kept) <= 3000;
      },
    },
  'so is a message, which is measured in characters and in bytes': {
    fields: ['message-create body body'],
    means: (sent) => sent.replace(/\r\n?/g, '\n').trim(),
    holds: (sent) => tooManyIn(messageText(sent)) === 0,
  },
  'so is what a picture shows, in code points': {
    fields: ['post-create body media.*.alt'],
    means: (sent) => sent.replace(/\r\n?/g, '\n').trim(),
  },
  'a length is one of code points in JSON Schema, and of UTF-16 code units here': {
    fields: [
      'device-options body ticket',
      'device-enrol body ticket',
      'device-enrol body credential.response.transports.*',
      'push-subscribe body endpoint',
      'social-start body next',
      'social-logout body logout_token',
    ],
    means: (sent) => sent.replace(/[\u{10000}-\u{10ffff}]/gu, 'xx'),
  },
  'a link is one that is alive in posts': {
    fields: ['profile-edit body links.*'],
    means: (sent) => sent.trim(),
    holds: (sent) => addressIn(sent.trim()) !== undefined,
  },
  'what is searched for has something in it besides white space': {
    fields: ['search query q', 'search-people query q'],
    holds: (sent) => sent.trim() !== '',
  },
  'a limit may have zeros before it': {
    fields: ['posts query limit', 'saved query limit', 'likes query limit', 'search query limit'],
    means: (sent) => (/^\d{1,3}$/.test(sent) ? String(Number(sent)) : sent),
  },
  'a recovery code checks itself, and some characters beyond ASCII are those of ASCII': {
    fields: ['recover body code'],
    means: (sent) => (parseCode(sent) === undefined ? sent : '0'.repeat(28)),
    holds: (sent) => parseCode(sent) !== undefined,
  },
  'a key is a point of P-256': { fields: ['push-subscribe body keys.p256dh'], holds: isPoint },
  'a cursor is one that was given out': {
    fields: [
      'posts query cursor',
      'thread query cursor',
      'activity query cursor',
      'sessions query cursor',
      'chats query cursor',
      'chat query cursor',
      'home query cursor',
      'saved query cursor',
      'likes query cursor',
      'search query cursor',
      'followers query cursor',
      'following query cursor',
      'hides query cursor',
      'notices query cursor',
    ],
    holds: (sent) => GIVEN_OUT.some((isOne) => isOne(decoded(sent))),
  },
};

function isPoint(key: string): boolean {
  try {
    return ECDH.convertKey(key, 'prime256v1', 'base64url', 'base64url', 'uncompressed').length > 0;
  } catch {
    return false;
  }
}

const ajv = new Ajv2020({ strict: false, validateFormats: false });

/** The document's verdict, and the schema's. */
function verdicts(name: string, place: string, schema: Schema, document: JsonSchema = inputOf(schema)) {
  const validate = ajv.compile(document as object);
  return (sent: unknown): { document: boolean; schema: boolean } => {
    let holds = true;
    const meant = mapTexts(sent, '', (text, path) => {
      const here = Object.values(DIFFERENCES).filter(({ fields }) =>
        fields.includes(`${name} ${place} ${path}`),
      );
      holds &&= here.every(({ holds = () => true }) => holds(text));
      return here.reduce((before, { means = (same) => same }) => means(before), text);
    });
    const judged = place === 'query' ? numbered(meant, document) : meant;
    // A list is no body (`shared/http/serve.ts`), whatever a schema makes of it.
    const isTaken = !Array.isArray(sent) && v.safeParse(schema, sent).success;
    return { document: validate(judged) && holds, schema: isTaken };
  };
}

function mapTexts(value: unknown, path: string, map: (text: string, path: string) => string): unknown {
  if (typeof value === 'string') return map(value, path);
  const inside = (key: string) => (path === '' ? key : `${path}.${key}`);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, inside('*'), map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapTexts(item, inside(key), map)]),
  );
}

/** A query's texts, where one that is a number is written as JSON writes it, and is meant as one. */
function numbered(query: unknown, { properties = {} }: JsonSchema): unknown {
  return Object.fromEntries(
    Object.entries(query as Record<string, unknown>).map(([key, text]) => {
      const isNumber = (properties[key] as JsonSchema | undefined)?.type === 'integer';
      return [key, isNumber && /^-?(0|[1-9]\d*)$/.test(String(text)) ? Number(text) : text];
    }),
  );
}

/** What comes in a path, a query or a form is text; a body is any JSON. */
const texts = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]))
    : {};

const routes: [string, Route][] = Object.entries(ROUTES);
const inputs = routes.flatMap(([name, { params, query, body, form }]) =>
  Object.entries({ params, query, body })
    .filter((entry): entry is [string, Schema] => entry[1] !== undefined)
    .map(([place, schema]) => ({ name, place, schema, isText: place !== 'body' || form === true })),
);

it.each(inputs)('$name: what the document says of its $place is what its handler does', (input) => {
  const { name, place, schema, isText } = input;
  const document = inputOf(schema);
  const judge = verdicts(name, place, schema, document);
  const seen = { allowed: 0, forbidden: 0 };
  fc.assert(
    fc.property(nearly(allowedBy(document)), (made) => {
      const sent = isText ? texts(made) : made;
      const verdict = judge(sent);
      seen[verdict.document ? 'allowed' : 'forbidden']++;
      expect(verdict).toEqual({ document: verdict.document, schema: verdict.document });
    }),
    { numRuns: 300 },
  );
  // A comparison of refusals alone, or of none, would prove nothing.
  expect(seen.allowed).toBeGreaterThan(5);
  expect(seen.forbidden).toBeGreaterThan(5);
});

it.each(inputs)('$name: the examples of its $place are taken', ({ name, place, schema }) => {
  const example = exampleOf(inputOf(schema));
  expect(verdicts(name, place, schema)(place === 'body' ? example : texts(example))).toEqual({
    document: true,
    schema: true,
  });
});

function exampleOf(schema: JsonSchema): unknown {
  const { examples: [example] = [], properties, required = [], oneOf = [], items } = schema;
  const [first] = properties === undefined ? [...oneOf, ...(schema.anyOf ?? [])] : oneOf;
  if (example !== undefined) return example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (first !== undefined) return exampleOf(first as JsonSchema);
  if (schema.type === 'array') return [exampleOf(items as JsonSchema)];
  if (properties === undefined) return schema.type === 'string' ? 'AAAAAAAAAAAAAAAAAAAAAA' : {};
  // All of which one must be there, unless they exclude each other.
  const [one] = (schema.anyOf ?? []) as JsonSchema[];
  const besides = schema.not === undefined ? one && Object.keys(properties) : one?.required;
  const keys = [...required, ...(besides ?? [])];
  return Object.fromEntries(keys.map((key) => [key, exampleOf(properties[key] as JsonSchema)]));
}

it('takes no list for what an authenticator says of extensions', () => {
  const { body } = ROUTES['device-resume'];
  const assertion = exampleOf(inputOf(body)) as { assertion: object };
  const sent = (clientExtensionResults: unknown) => ({
    assertion: { ...assertion.assertion, clientExtensionResults },
  });
  const judge = verdicts('device-resume', 'body', body);
  expect(judge(sent({ x: 1 }))).toEqual({ document: true, schema: true });
  for (const list of [[], ['x']]) expect(judge(sent(list))).toEqual({ document: false, schema: false });
});

describe('the comparison', () => {
  const short = v.object({ text: v.pipe(v.string(), v.maxLength(3)) });
  const differs = (schema: Schema, document: JsonSchema) => () =>
    fc.assert(
      fc.property(nearly(allowedBy(document)), (sent) => {
        const verdict = verdicts('pretend', 'body', schema, document)(sent);
        expect(verdict.schema).toBe(verdict.document);
      }),
      { numRuns: 300 },
    );
  const documented = (text: JsonSchema): JsonSchema => ({
    type: 'object',
    properties: { text: { type: 'string', ...text } },
    required: ['text'],
  });

  it('finds a document that allows a character too many, or forbids one', () => {
    expect(differs(short, documented({ maxLength: 4 }))).toThrow();
    expect(differs(short, documented({ maxLength: 2 }))).toThrow();
  });

  it('finds a bound that was lost behind a transformation, and a check that was left out', () => {
    const transformed = v.object({
      text: v.pipe(
        v.string(),
        v.transform((text) => text.trim()),
        v.maxLength(3),
      ),
    });
    expect(differs(transformed, documented({}))).toThrow();
    const checked = v.object({
      text: v.pipe(
        v.string(),
        v.check((text) => text !== ''),
      ),
    });
    expect(differs(checked, documented({}))).toThrow();
  });

  it('is not needed for what no metadata says: that makes no document', () => {
    expect(() =>
      inputOf(
        v.pipe(
          v.string(),
          v.check((text) => text !== ''),
        ),
      ),
    ).toThrow('check');
    expect(() => inputOf(v.pipe(v.string(), v.trim(), v.minLength(1)))).toThrow('trim');
    expect(() => inputOf(v.pipe(v.string(), v.regex(/^\p{L}$/u)))).toThrow('flags');
  });

  it('has no difference that is about no field', () => {
    const fields = Object.values(DIFFERENCES).flatMap(({ fields }) => fields);
    for (const field of fields) {
      const [name, place] = field.split(' ');
      expect(
        inputs.some((input) => input.name === name && input.place === place),
        field,
      ).toBe(true);
    }
  });
});
