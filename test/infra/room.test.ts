/** That many more routes have room: the stacks of a route table with 80 pretend routes in it. */
import { App, Stack } from 'aws-cdk-lib';
import { expect, it, vi } from 'vitest';
import { FunctionStack, type FunctionStackProps, MOST_FUNCTIONS } from '../../infra/function-stack.ts';
import { FUNCTION_NAMES, ROUTE_NAMES, ROUTES, type Route, type RouteName } from '../../shared/routes.ts';
import { expectRoom } from './limits.ts';
import { EVERYTHING, functionsByRouteKey, synthesize } from './synthesize.ts';

const PRETEND = 'pretend-';

/**
 * The real table, and twins of its rows, so that each pretend route has such grants and secrets as routes have. They
 * fill one stack after the other.
 */
vi.mock('../../shared/routes.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../shared/routes.ts')>();
  const originals = new Map<string, RouteName>();
  const twins: Record<string, Route> = {};
  for (const stack of real.STACKS) {
    const taken = real.FUNCTION_NAMES.filter((name) => real.rowOf(name).stack === stack).length;
    for (let free = 40 - taken; free > 0 && originals.size < 80; free--) {
      const original = real.ROUTE_NAMES[originals.size % real.ROUTE_NAMES.length] as RouteName;
      const row: Route = real.ROUTES[original];
      const name = `pretend-${originals.size}-${original}`;
      twins[name] = { ...row, stack, path: row.path.replace('/api', `/api/pretend-${originals.size}`) };
      originals.set(name, original);
    }
  }
  const names = Object.keys(twins);
  return {
    ...real,
    ROUTES: { ...real.ROUTES, ...twins },
    ROUTE_NAMES: [...real.ROUTE_NAMES, ...names],
    FUNCTION_NAMES: [...real.FUNCTION_NAMES, ...names],
    rowOf: (name: RouteName) => twins[name] ?? real.rowOf(name),
    grantsOf: (name: RouteName) => real.grantsOf(originals.get(name) ?? name),
  };
});

it.each([
  ['a development stage', {}],
  ['everything that can be chosen', EVERYTHING],
])('80 more routes leave room in every template: %s', (what, context) => {
  const made = synthesize(context);
  const pretend = ROUTE_NAMES.filter((name) => name.startsWith(PRETEND));
  expect(pretend).toHaveLength(80);
  for (const name of pretend) {
    const { method, path } = ROUTES[name];
    expect(functionsByRouteKey(made.template).has(`${method} ${path}`), name).toBe(true);
  }
  expectRoom(`80 more routes, ${what}`, made);
});

it('a stack that is full takes no further function, and says so while it is described', () => {
  const stack = new Stack(new App(), 'Stack');
  const names = FUNCTION_NAMES.slice(0, MOST_FUNCTIONS + 1);
  expect(
    () => new FunctionStack(stack, 'Blog', { names } as FunctionStackProps & { names: typeof names }),
  ).toThrow('The stack Blog would have 41 functions of at most 40');
});
