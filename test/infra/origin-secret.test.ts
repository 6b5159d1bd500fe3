import { isDeepStrictEqual } from 'node:util';
import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  dependenciesOf,
  functionsByRouteKey,
  type Json,
  properties,
  resources,
  type Synthesized,
  synthesize,
} from './synthesize.ts';

const DEPLOYED = { 'nod:dev': { relyingPartyId: 'd1.cloudfront.net', originSecret: 1 } };

let before: Synthesized;
let after: Synthesized;
let first: Template;
let second: Template;

beforeAll(() => {
  before = synthesize(DEPLOYED);
  after = synthesize({ ...DEPLOYED, originSecret: '2' });
  first = before.template;
  second = after.template;
});

/** The logical ids of the secrets that a value consists of. */
function secretsIn(value: Json): string[] {
  const text = JSON.stringify(value);
  expect(text).toContain('{{resolve:secretsmanager:');
  return [...text.matchAll(/"Ref":"(\w+)"/g)].map(([, id = '']) => id);
}

/** What CloudFront shows the API. */
function shown(template: Template): string[] {
  const [{ DistributionConfig }] = properties(template, 'AWS::CloudFront::Distribution');
  const headers = DistributionConfig.Origins.flatMap((origin: Json) => origin.OriginCustomHeaders ?? []);
  // Of the API of calls, also by the way of the public pages, and of that of the bell.
  expect(headers.map(({ HeaderName }: Json) => HeaderName)).toEqual(Array(3).fill('x-origin-secret'));
  for (const { HeaderValue } of headers) expect(HeaderValue).toEqual(headers[0].HeaderValue);
  return secretsIn(headers[0].HeaderValue);
}

/** The functions that ask for it: of all calls, and of who opens a connection. */
function asking(template: Template): { id: string; properties: Json }[] {
  const opening = functionsByRouteKey(template, 'WEBSOCKET').get('$connect');
  if (opening === undefined) throw new Error('there is no bell');
  return [...functionsByRouteKey(template).values(), opening];
}

/** What each function accepts. */
function accepted(template: Template): string[][] {
  return asking(template).map(({ properties }) => secretsIn(properties.Environment.Variables.ORIGIN_SECRET));
}

describe('the origin secret', () => {
  it('is made by the stack, and known to CloudFront and to every function', () => {
    const [secret = '', ...others] = shown(first);
    expect(others).toEqual([]);
    const { GenerateSecretString, Name } = resources(first, 'AWS::SecretsManager::Secret').get(
      secret,
    ).Properties;
    expect(GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 64 });
    // Without a name of ours nothing stands in the way of making it again.
    expect(Name).toBeUndefined();
    for (const each of accepted(first)) expect(each).toEqual([secret]);
  });

  it('is rotated in one deployment: CloudFront shows the new one and the old one before a function asks for it', () => {
    const [old = ''] = shown(first);
    const [new_ = '', ...others] = shown(second);
    expect(new_).not.toBe(old);
    expect(others).toEqual([old]);
    for (const each of accepted(second)) expect(each).toEqual([new_]);

    const [distribution] = resources(second, 'AWS::CloudFront::Distribution').keys();
    for (const { id } of asking(second)) {
      expect(dependenciesOf(second, id)).toContain(distribution);
    }
  });

  it('reaches the functions of nested stacks by their parameters: no template but the root stack’s changes', () => {
    expect(after.nested).toEqual(before.nested);
    const functions = Template.fromJSON(after.root).findResources('AWS::Lambda::Function', {
      Properties: { Description: 'Calls of no route' },
    });
    const [noRoute = ''] = Object.keys(functions);
    const [distribution = ''] = resources(second, 'AWS::CloudFront::Distribution').keys();
    const changed = Object.entries<Json>(after.root.Resources)
      .filter(([id, resource]) => !isDeepStrictEqual(resource, before.root.Resources[id]))
      .map(([id]) => id);
    const stacks = [...after.nested.keys()];
    const [secret = ''] = shown(second);
    expect(changed.sort()).toEqual([secret, distribution, noRoute, ...stacks].sort());

    const root = Template.fromJSON(after.root);
    for (const id of [noRoute, ...stacks]) {
      expect(dependenciesOf(root, id), id).toContain(distribution);
    }
    for (const stack of stacks) {
      const { Parameters } = after.root.Resources[stack].Properties;
      expect(secretsIn(Parameters.OriginSecret)).toEqual([secret]);
      expect(after.nested.get(stack).Parameters.OriginSecret).toEqual({ Type: 'String', NoEcho: true });
    }
  });

  it('keeps that order where the functions are told nothing of the distribution', () => {
    const { template } = synthesize({
      domain: 'nod.example',
      hostedZone: 'Z0123456789',
      rpId: 'nod.example',
    });
    const [distribution] = resources(template, 'AWS::CloudFront::Distribution').keys();
    for (const { id, properties } of asking(template)) {
      expect(JSON.stringify(properties.Environment)).not.toContain(distribution);
      expect(dependenciesOf(template, id)).toContain(distribution);
    }
  });
});
