import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FUNCTION_NAMES, grantsOf, pathOf, ROUTES, type Route, rowOf } from '../../shared/routes.ts';

const FUNCTIONS = join(import.meta.dirname, '../../functions');
const routes: [string, Route][] = Object.entries(ROUTES);

describe('the route table', () => {
  it('has a row for every function, and a function for every row', () => {
    const files = readdirSync(FUNCTIONS).sort();
    expect(files).toEqual(FUNCTION_NAMES.map((name) => `${name}.ts`).sort());
  });

  it('has every row under the name that its call has', () => {
    expect(routes.filter(([name, row]) => name !== row.name)).toEqual([]);
  });

  it('names every method and path once, whatever its parameters are called', () => {
    const addresses = routes.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(routes)('writes the path of %s as API Gateway does', (_, { path }) => {
    expect(path).toMatch(/^\/api(\/([a-z.-]+|\{[a-zA-Z]+\}))+$/);
  });

  // Coming back from a provider is a navigation, so it is a GET that writes (DESIGN.md §6.8).
  const writers = ['social-callback', 'social-ended'];
  it.each(routes.filter(([name, { method }]) => method === 'GET' && !writers.includes(name)))(
    'lets %s, which reads, write no more than its caller’s activity',
    (name, { grants }) => {
      // On which day that was, for those who show it (DESIGN.md §5.11).
      const noting = name === 'me' ? ['UpdateItem'] : [];
      for (const action of Object.values(grants).flat()) {
        expect(['GetItem', 'BatchGetItem', 'Query', ...noting]).toContain(action);
      }
    },
  );

  it('gives the secret of decoys only to what derives one', () => {
    const holders = routes.filter(([, { needsDecoySecret }]) => needsDecoySecret).map(([name]) => name);
    expect(holders).toEqual(['login-start']);
  });
});

describe('every function', () => {
  // A function reads its environment when it is called; only the region is asked for when a client is made.
  beforeAll(() => {
    vi.stubEnv('AWS_REGION', 'local');
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  it.each(FUNCTION_NAMES)(
    '%s exports a handler, and itself as a function of its dependencies',
    async (name) => {
      const exported: Record<string, unknown> = await import(join(FUNCTIONS, `${name}.ts`));
      const ownName = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      expect(Object.keys(exported).sort()).toEqual(['handler', ownName].sort());
      expect(exported.handler).toBeTypeOf('function');
      const make = exported[ownName] as (dependencies: object) => { name: string };
      expect(make({}).name).toBe(name);
    },
  );
});

describe('grants', () => {
  it('are those of the row and those that checking the caller takes, each once', () => {
    expect(grantsOf('status')).toEqual({ Sessions: ['BatchGetItem', 'GetItem'], Copies: ['BatchGetItem'] });
    expect(grantsOf('me')).toEqual({
      Sessions: ['GetItem', 'UpdateItem'],
      Users: ['GetItem', 'UpdateItem'],
    });
    expect(grantsOf('user')).toEqual({
      Users: ['GetItem'],
      Posts: ['BatchGetItem'],
      Sessions: ['GetItem'],
    });
    expect(grantsOf('login-cancel')).toEqual({ Sessions: ['DeleteItem', 'GetItem', 'UpdateItem'] });
    expect(grantsOf('approvals')).toEqual({ Sessions: ['BatchGetItem', 'Query'], Users: ['GetItem'] });
    expect(grantsOf('devices')).toEqual({ Sessions: ['GetItem', 'UpdateItem'], Users: ['GetItem', 'Query'] });
  });

  it('leave the table as it is', () => {
    const grants = () => FUNCTION_NAMES.map((name) => rowOf(name).grants);
    const before = structuredClone(grants());
    for (const name of FUNCTION_NAMES) grantsOf(name);
    expect(grants()).toEqual(before);
  });
});

describe('a path', () => {
  it('has its parameters filled in, so that none can leave its segment', () => {
    expect(pathOf('status')).toBe('/api/status');
    expect(pathOf('user', { username: 'susan' })).toBe('/api/users/susan');
    expect(pathOf('user', { username: '../admin?x=1#y' })).toBe('/api/users/..%2Fadmin%3Fx%3D1%23y');
  });

  it('is none without its parameters', () => {
    expect(() => pathOf('user', { name: 'susan' })).toThrow(TypeError);
  });
});
