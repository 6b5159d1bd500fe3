/**
 * The OpenAPI 3.1 document of the API, made from the route table when the site is built (`/openapi.json`). What it
 * says of an input is what the handler's schema takes: `test/shared/api/inputs.test.ts` compares the two.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { feedDocument, htmlDocument } from '../shared/api/fields.ts';
import type { Auth, Route } from '../shared/api/route.ts';
import { type ErrorCode, MISSING } from '../shared/errors.ts';
import { FEED_TYPES } from '../shared/feeds/formats.ts';
import { BROWSER_COOKIE, DEVICE_COOKIE, SESSION_COOKIE, SIGNIN_COOKIE } from '../shared/http/cookies.ts';
import { PHRASES, STATUS } from '../shared/http/problem.ts';
import { ROUTES } from '../shared/routes.ts';

type Schema = v.GenericSchema &
  Partial<{
    pipe: readonly (Schema & { title?: string })[];
    entries: Record<string, Schema>;
    item: Schema;
    wrapped: Schema;
    options: readonly unknown[];
  }>;

const NOUNS: Record<string, string> = {
  SignIn: 'Signing in and out',
  Account: 'Phones, sessions and what happened to the account',
  Blog: 'Posts and their authors',
  People: 'People, and whom one does not want to see',
  Messages: 'What two people write to each other',
  Pages: 'Public pages',
};

const rows: [string, Route][] = Object.entries(ROUTES);

/** Every problem that a route may answer with, each once. */
export function problemsOf({
  method,
  auth,
  whileAway,
  form,
  body,
  params,
  problems = [],
}: Route): ErrorCode[] {
  const isWrite = method !== 'GET';
  const codes: ErrorCode[] = [
    // An `Idempotency-Key` of a wrong length is refused by every route.
    'invalid_input',
    'direct_access_refused',
    ...OF_CALLER[auth].filter((code) => !(whileAway && code === 'phone_away')),
    ...(isWrite ? (['unsupported_media_type', 'too_large'] as const) : []),
    ...(isWrite && !form ? (['cross_origin_refused'] as const) : []),
    ...(body !== undefined && !form ? (['invalid_json'] as const) : []),
    ...(params !== undefined ? (['not_found'] as const) : []),
    ...problems,
    'internal',
    'store_unavailable',
  ];
  return [...new Set(codes)];
}

const SIGNED_IN = ['not_signed_in', 'phone_away'] as const;
const PHONE = ['not_a_phone', 'user_disabled'] as const;

/** What checking the caller may refuse with (`shared/http/auth.ts`). */
const OF_CALLER: Record<Auth, readonly ErrorCode[]> = {
  open: [],
  any: [],
  signin: ['not_waiting'],
  reader: [],
  user: SIGNED_IN,
  fresh: [...SIGNED_IN, 'reauth_required'],
  phone: PHONE,
  'user or phone': [...SIGNED_IN, ...PHONE],
  'fresh or phone': [...SIGNED_IN, ...PHONE, 'reauth_required'],
};

/** Where more than one is named, any of them will do; an empty one is nobody. */
const SECURITY: Record<Auth, { session?: []; signin?: []; device?: [] }[]> = {
  open: [],
  any: [],
  signin: [{ signin: [] }],
  reader: [{ session: [] }, {}],
  user: [{ session: [] }],
  fresh: [{ session: [] }],
  phone: [{ device: [] }],
  'user or phone': [{ session: [] }, { device: [] }],
  'fresh or phone': [{ session: [] }, { device: [] }],
};

const cookie = (name: string, description: string) => ({ type: 'apiKey', in: 'cookie', name, description });

export function openApiDocument() {
  const named = namedAnswers();
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, row] of rows) {
    const operations = paths[row.path] ?? {};
    paths[row.path] = operations;
    operations[row.method.toLowerCase()] = operation(name, row, named);
  }
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Nod',
      version: String(version),
      description:
        'A microblog that one signs in to with a nod from one’s phone. JSON in and out; what goes wrong is problem details (RFC 9457) with a stable `code`. Writes come from pages of the site only: with its own `Origin`, or none and `Sec-Fetch-Site: same-origin`. An answer 429 without a `code` comes from what stands before the functions.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The site that this document is from.' }],
    tags: Object.entries(NOUNS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        session: cookie(SESSION_COOKIE, 'A browser that is signed in.'),
        signin: cookie(SIGNIN_COOKIE, 'A browser that waits for a sign-in.'),
        device: cookie(DEVICE_COOKIE, 'An enrolled phone.'),
        browser: cookie(BROWSER_COOKIE, 'A browser that its user has approved before; nothing asks for it.'),
      },
      responses: problemResponses(),
      schemas: {
        Problem: PROBLEM,
        ...Object.fromEntries([...named].map(([schema, title]) => [title, outputOf(schema, named, true)])),
      },
    },
  };
}

/** Problem details as `shared/http/problem.ts` sends them. */
const PROBLEM = {
  type: 'object',
  description: 'RFC 9457.',
  properties: {
    type: { const: 'about:blank' },
    title: { type: 'string', description: 'The phrase of the status.' },
    status: { type: 'integer' },
    code: { enum: Object.keys(STATUS), description: 'Stable: programs may switch on it.' },
    detail: {
      type: 'string',
      description:
        'A sentence in English, for who writes a program. People are told by `code` and `params`, in their language.',
    },
    params: {
      type: 'object',
      description:
        'What a sentence of this code names besides, where it names something. As stable as the code.',
      properties: {
        what: {
          enum: [...new Set([...MISSING, 'code', 'signature', 'passkey', 'key'])],
          description:
            'Of `not_found`: what there is not. Of `ticket_used`: whether the link was, the recovery code or the phone. Of `ticket_expired`: whether the link is over, or the session that has made it. Of `assertion_refused` and `attestation_refused`: what does not hold.',
        },
        method: { enum: ['phone', 'link'], description: 'Of `last_sign_in_method`: what would be removed.' },
        why: {
          enum: ['late', 'often'],
          description: 'Of `not_editable`: whether its day is over, or it was edited too often.',
        },
        most: {
          type: 'integer',
          description:
            'Of `too_many_phones`, `too_many_follows` and `too_many_hidden`: how many there may be.',
        },
        provider: {
          type: 'string',
          description:
            'Of `already_linked`, `provider_declined`, `provider_account_refused` and `signed_out_there`: its name for people.',
        },
      },
      additionalProperties: false,
    },
    field: { type: 'string', description: 'The field of the input that it is about, as a dotted path.' },
    reason: { type: 'string', description: 'Why a session is over.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
  additionalProperties: false,
} as const;

/** What a call is sent with. */
function requestBodyOf({ body, form, bytes }: Route): object {
  if (bytes !== undefined) return { requestBody: { required: true, content: { [`${bytes.type}*`]: {} } } };
  if (body === undefined) return {};
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return { requestBody: { required: true, content: { [type]: { schema: inputOf(body) } } } };
}

function operation(name: string, row: Route, named: Named): object {
  const { summary, stack, auth, answers } = row;
  const description = descriptionOf(row);
  return {
    operationId: name,
    tags: [stack],
    summary,
    ...(description === undefined ? {} : { description }),
    security: SECURITY[auth],
    parameters: parametersOf(row),
    ...requestBodyOf(row),
    responses: {
      ...problemRefs(row),
      // A page says itself what is not there.
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [status, answer(Number(status), schema, named)]),
      ),
    },
  };
}

/** What a caller must know besides, the act that a step-up has to be for included. */
function descriptionOf({ description, act }: Route): string | undefined {
  if (act === undefined) return description;
  return `${description === undefined ? '' : `${description} `}A session must be fresh, in all or for \`${act}\`.`;
}

const PHRASES_OF_ANSWERS: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  302: 'Found',
  304: 'Not Modified',
  404: 'Not Found',
};

/** Answers that are no JSON, and as what they come. */
const DOCUMENTS = new Map<v.GenericSchema, readonly string[]>([
  [htmlDocument, ['text/html']],
  [feedDocument, Object.values(FEED_TYPES)],
]);

function answer(status: number, schema: v.GenericSchema, named: Named): object {
  const description = PHRASES_OF_ANSWERS[status];
  if (description === undefined) throw new Error(`What is an answer ${status}?`);
  const types = DOCUMENTS.get(schema);
  if (types !== undefined)
    return { description, content: Object.fromEntries(types.map((type) => [type, {}])) };
  if (schema.type === 'undefined') return { description };
  return { description, content: { 'application/json': { schema: outputOf(schema, named) } } };
}

/** What problems a route may answer with, by their status. */
function byStatus(row: Route): [status: number, codes: ErrorCode[]][] {
  return [...Map.groupBy(problemsOf(row), (code) => STATUS[code])].sort(([a], [b]) => a - b);
}

const problemName = (status: number, codes: ErrorCode[], page = false): string =>
  [status, ...codes, ...(page ? ['page'] : [])].join('.');

function problemRefs(row: Route): Record<string, object> {
  return Object.fromEntries(
    byStatus(row).map(([status, codes]) => [
      status,
      { $ref: `#/components/responses/${problemName(status, codes, row.hasProblemPage)}` },
    ]),
  );
}

/** Every problem response of every route, by its name: most are those of many routes. */
function problemResponses(): Record<string, object> {
  const all = rows.flatMap(([, row]) =>
    byStatus(row).map(([status, codes]): [string, object] => [
      problemName(status, codes, row.hasProblemPage),
      problemResponse(status, codes, row.hasProblemPage),
    ]),
  );
  return Object.fromEntries(all);
}

function problemResponse(status: number, codes: ErrorCode[], page = false): object {
  const phrase = PHRASES[status as keyof typeof PHRASES];
  const retryAfter = {
    description: 'Seconds after which a repeat makes sense.',
    schema: { type: 'string', pattern: '^[0-9]+$' },
  };
  return {
    description: `${phrase}: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
    ...([429, 502, 503].includes(status) ? { headers: { 'retry-after': retryAfter } } : {}),
    content: {
      'application/problem+json': {
        schema: {
          $ref: '#/components/schemas/Problem',
          properties: { status: { const: status }, code: { enum: codes } },
        },
      },
      ...(page ? { 'text/html': {} } : {}),
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'Makes a repeat after a lost answer safe: the same key, which is drawn anew for each attempt.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const AS_PHONE = {
  name: 'as',
  in: 'query',
  description: '`phone` asks for the phone where the browser is a phone and signed in, too.',
  schema: { type: 'string' },
};

function parametersOf({ path, params, query, texts = {}, names = {}, auth, idempotent }: Route): object[] {
  const text = { type: 'string' };
  const inPath = params === undefined ? {} : propertiesOf(inputOf(params));
  const inQuery = query === undefined ? undefined : inputOf(query);
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
      name,
      in: 'path',
      required: true,
      ...(names[name] === undefined ? {} : { description: names[name] }),
      schema: inPath[name] ?? text,
    })),
    ...Object.entries(propertiesOf(inQuery)).map(([name, schema]) => ({
      name,
      in: 'query',
      required: inQuery?.required?.includes(name) ?? false,
      schema: asItself(schema),
    })),
    ...Object.entries(texts).map(([name, description]) => ({ name, in: 'query', description, schema: text })),
    ...(auth.endsWith('or phone') ? [AS_PHONE] : []),
    ...(idempotent ? [IDEMPOTENCY_KEY] : []),
  ];
}

/** A default stands in a schema as the text that a query would have; in the document it has its own type. */
function asItself(schema: JsonSchema | boolean): JsonSchema | boolean {
  return typeof schema === 'object' && schema.type === 'integer' && schema.default !== undefined
    ? { ...schema, default: Number(schema.default) }
    : schema;
}

const propertiesOf = (schema: JsonSchema | undefined) => schema?.properties ?? {};

/** Marks a JSON Schema that the metadata of its pipe has said in full. */
const SAID = 'x-said';

/** Nothing is left out silently: what JSON Schema cannot say, and no metadata says instead, fails the build. */
const STRICT = {
  target: 'draft-2020-12',
  errorMode: 'throw',
  /** The metadata of a pipe says all that follows it there: what is transformed, and then checked. */
  overrideAction({ valibotAction: { type }, jsonSchema }) {
    const said = (jsonSchema as Record<string, unknown>)[SAID] as JsonSchema | undefined;
    if (said !== undefined) return { ...said, [SAID]: said } as JsonSchema;
    return type === 'metadata' ? ({ ...jsonSchema, [SAID]: { ...jsonSchema } } as JsonSchema) : undefined;
  },
} satisfies ConversionConfig;

/** The JSON Schema of what a schema takes. */
export function inputOf(schema: v.GenericSchema): JsonSchema {
  return plain(toJsonSchema(schema, { ...STRICT, typeMode: 'input' }));
}

/** The JSON Schema of an answer, in which those that have a title are referred to. */
function outputOf(schema: v.GenericSchema, named: Named, itself = false): JsonSchema {
  const others = [...named].filter(([other]) => !itself || other !== schema);
  return plain(
    toJsonSchema(schema, {
      ...STRICT,
      typeMode: 'output',
      definitions: Object.fromEntries(others.map(([other, title]) => [title, other])),
      overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
    }),
  );
}

/** Without what is only the converter's: its marks, definitions and empty lists. */
function plain(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, function (this: unknown, key, value) {
    if (key === SAID || key === '$schema' || key === '$defs') return undefined;
    if (key === 'required' && Array.isArray(value) && value.length === 0) return undefined;
    return value;
  });
  return JSON.parse(text);
}

/** The answers that have a title of their own, at any depth. */
type Named = Map<v.GenericSchema, string>;

function namedAnswers(): Named {
  const named: Named = new Map();
  for (const [, { answers }] of rows)
    for (const schema of Object.values(answers)) collect(schema as Schema, named);
  return named;
}

function collect(schema: Schema, named: Named): void {
  const title = schema.pipe?.find(({ type }) => (type as string) === 'title')?.title;
  // A titled schema with a description of its own, in a further pipe, is another one.
  if (title !== undefined && schema.pipe?.[0]?.pipe === undefined) named.set(schema, title);
  const parts = [
    ...(schema.pipe?.slice(0, 1) ?? []),
    ...Object.values(schema.entries ?? {}),
    ...[schema.item, schema.wrapped].filter((part) => part !== undefined),
    ...((schema.options ?? []) as Schema[]).filter((part) => typeof part === 'object'),
  ];
  for (const part of parts) collect(part, named);
}
