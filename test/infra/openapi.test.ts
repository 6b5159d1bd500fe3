/** The OpenAPI document: it is one, it says of every route what the table says, and it costs nobody a byte who does not ask. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { functionFolder, siteFolder } from '../../infra/bundles.ts';
import { openApiDocument, problemsOf } from '../../infra/openapi.ts';
import type { Route } from '../../shared/api/route.ts';
import { FUNCTION_NAMES, ROUTE_NAMES, ROUTES } from '../../shared/routes.ts';

const document = openApiDocument();
const routes: [string, Route][] = Object.entries(ROUTES);

type Operation = { operationId: string; parameters: { in: string; name: string }[]; responses: object };
const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);

describe('the document', () => {
  it('is one of OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('has each route once, by its name, and its own parameters', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...ROUTE_NAMES].sort());
    for (const [name, { path }] of routes) {
      const operation = operations.find(({ operationId }) => operationId === name);
      const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path');
      const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect([name, inPath?.map((parameter) => parameter.name)]).toEqual([name, names]);
    }
  });

  it('describes every parameter of the path', () => {
    for (const [name, { path, params, names = {} }] of routes) {
      const described = Object.keys({ ...(params as { entries?: object } | undefined)?.entries, ...names });
      const needed = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
      expect([name, described]).toEqual([name, needed]);
    }
  });

  it('has only schemas that a strict validator takes', () => {
    const ajv = new Ajv2020({ strictSchema: true, validateFormats: false });
    // What follows the version of JSON Schema that OpenAPI has of its own.
    ajv.addSchema({ $id: 'nod', components: {} });
    const schemas = [...schemasIn(document)];
    expect(schemas.length).toBeGreaterThan(100);
    for (const schema of schemas) {
      const whole = { ...within$defs(schema), $defs: within$defs(document.components.schemas) };
      expect(() => ajv.compile(whole)).not.toThrow();
    }
  });

  it('lets no answer have more than it says', () => {
    for (const { responses } of operations) {
      for (const schema of schemasIn(responses))
        for (const object of objectsIn(schema)) expect(object).toSatisfy(isClosed);
    }
    for (const schema of Object.values(document.components.schemas)) {
      for (const object of objectsIn(schema)) expect(object).toSatisfy(isClosed);
    }
  });

  it('knows the problems of a route, of its caller and of its form', () => {
    expect(problemsOf(ROUTES.status)).toEqual([
      'invalid_input',
      'direct_access_refused',
      'internal',
      'store_unavailable',
    ]);
    // A browser whose phone is away may sign out.
    expect(problemsOf(ROUTES.logout)).not.toContain('phone_away');
    expect(problemsOf(ROUTES['post-create'])).toEqual([
      'invalid_input',
      'direct_access_refused',
      'not_signed_in',
      'phone_away',
      'unsupported_media_type',
      'too_large',
      'cross_origin_refused',
      'invalid_json',
      'conflict',
      'too_many',
      'not_found',
      'blocked',
      'may_not_reply',
      'image_taken',
      'internal',
      'store_unavailable',
    ]);
    expect(problemsOf(ROUTES['social-logout'])).not.toContain('cross_origin_refused');
  });
});

/** Every schema at its top: what stands under `schema`. */
function* schemasIn(value: unknown): Generator<object> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    if (key === 'schema') yield inside;
    else yield* schemasIn(inside);
  }
}

const within$defs = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));

type ObjectSchema = { type?: unknown; properties?: object; additionalProperties?: unknown };

function* objectsIn(value: unknown): Generator<ObjectSchema> {
  if (typeof value !== 'object' || value === null) return;
  if ((value as ObjectSchema).type === 'object') yield value;
  for (const inside of Object.values(value)) yield* objectsIn(inside);
}

/** Its properties are all that it has, or all that it has are of one kind. */
const isClosed = ({ properties, additionalProperties }: ObjectSchema): boolean =>
  properties === undefined ? typeof additionalProperties === 'object' : additionalProperties === false;

describe('what is built', () => {
  it.each([false, true])(
    'has the document beside the pages (local: %s), and no page names it',
    async (local) => {
      const folder = siteFolder({ local });
      expect(JSON.parse(await readFile(join(folder, 'openapi.json'), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(document)),
      );
      const files = (await readdir(folder, { recursive: true })).filter((file) =>
        /\.(js|mjs|html|css)$/.test(file),
      );
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
      expect(texts.filter((text) => text.includes('openapi'))).toEqual([]);
    },
  );

  it('has the schemas of answers, and what the document says of inputs, in no bundle', async () => {
    const site = (await readdir(siteFolder({ local: false }), { recursive: true }))
      .filter((file) => file.endsWith('.js'))
      .map((file) => join(siteFolder({ local: false }), file));
    const functions = FUNCTION_NAMES.map((name) => join(functionFolder(name), 'index.mjs'));
    for (const file of [...site, ...functions]) {
      const text = await readFile(file, 'utf8');
      // Only answers are closed objects; a summary, and a description that metadata has.
      expect([file, /strict_object|Write a post|white space around it is cut off/.test(text)]).toEqual([
        file,
        false,
      ]);
    }
  });

  // What pages say of the same is in the catalogues, which these have.
  const WITH_WORDS: readonly string[] = ['page', 'social-callback', 'social-ended'];

  it.each([
    ['A post has at most', ['post-create', 'post-edit']],
    ['The limit is a number', ['likes', 'posts', 'saved', 'search']],
    ['s name has at most 40 characters.', ['device-enrol', 'device-rename']],
    ['The number has six digits.', ['approval-find']],
    ['Choose 10m, 24h or 30d.', ['passkey-answer', 'approval-answer']],
    ['This key is no point of P-256.', ['push-subscribe']],
    ['There is no such phone.', ['device-rename', 'device-remove']],
  ])('has the input with "%s" only in its functions', async (sentence, names) => {
    const texts = await Promise.all(
      FUNCTION_NAMES.map(
        async (name) => [name, await readFile(join(functionFolder(name), 'index.mjs'), 'utf8')] as const,
      ),
    );
    expect(
      texts
        .filter(([name, text]) => text.includes(sentence) && !WITH_WORDS.includes(name))
        .map(([name]) => name)
        .sort(),
    ).toEqual([...names].sort());
  });
});
