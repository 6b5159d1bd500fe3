/** Templates as `cdk deploy` would send them, of files that stand in for the built ones. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, NestedStack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { vi } from 'vitest';
import { settingsFrom } from '../../infra/settings.ts';
import { NodStack } from '../../infra/stack.ts';
import { FUNCTION_NAMES, TRIGGER_NAMES, TRIGGERS, type TriggerName } from '../../shared/routes.ts';
import { namesIn, wholeOf } from './whole.ts';

// Seconds of a processor, which may have others to serve.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

// biome-ignore lint/suspicious/noExplicitAny: a template is as free in form as the JSON that it is
export type Json = any;

/** Every setting that adds something, at once. */
export const EVERYTHING = {
  stage: 'prod',
  domain: 'nod.example',
  hostedZone: 'Z0123456789ABCDEFGHIJ',
  rpId: 'old.example',
  admin: 'susan',
  email: 'susan@nod.example',
  budget: '20',
  tracing: 'true',
  pollAfterMs: '2000',
  PostsTable: 'restored-posts',
  PostsStream: 'arn:aws:dynamodb:us-east-1:123456789012:table/restored-posts/stream/2026-01-31T12:00:00.000',
  SessionsTable: 'restored-sessions',
  SessionsStream:
    'arn:aws:dynamodb:us-east-1:123456789012:table/restored-sessions/stream/2026-01-31T12:00:00.000',
  originSecret: '2',
  providers: [
    {
      id: 'acme',
      label: 'Acme',
      issuer: 'https://login.acme.example',
      clientId: 'nod',
      clientSecret: 'acme/client',
      tokenEndpointAuth: 'client_secret_basic',
    },
    {
      id: 'other',
      label: 'Other',
      issuer: 'https://other.example',
      clientId: 'nod',
      clientSecret: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:other-a1B2c3',
      tokenEndpointAuth: 'client_secret_post',
    },
    { id: 'public', label: 'Public', issuer: 'https://public.example', clientId: 'nod' },
  ],
};

/** A site, by the paths of its files. */
export const SITE: Readonly<Record<string, string>> = {
  'en/home.html': '<!doctype html>',
  'en/phone.html': '<!doctype html>',
  'icons/icon.svg': '<svg/>',
  'assets/home-ABCD1234.js': '',
};

export type Synthesized = {
  stack: NodStack;
  /** All stacks as one, see {@link wholeOf}. */
  template: Template;
  /** The template of the root stack. */
  root: Json;
  /** The templates of the nested stacks, by their logical ids in the root stack's template. */
  nested: ReadonlyMap<string, Json>;
};

const made = new Map<string, Synthesized>();

/** What the CDK app makes with these settings; each is made once, for nobody changes it. */
export function synthesize(context: Record<string, unknown> = {}, site = SITE): Synthesized {
  const key = JSON.stringify([context, site]);
  const known = made.get(key) ?? synthesizeAnew(context, site);
  made.set(key, known);
  return known;
}

function synthesizeAnew(
  context: Record<string, unknown>,
  site: Readonly<Record<string, string>>,
): Synthesized {
  const built = mkdtempSync(join(tmpdir(), 'nod-infra-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(built, path, '..'), { recursive: true });
    writeFileSync(join(built, path), text);
  };
  for (const name of [...FUNCTION_NAMES, 'no-route']) write(`functions/${name}/index.mjs`, name);
  for (const [path, text] of Object.entries(site)) write(`site/${path}`, text);
  try {
    const flags = JSON.parse(readFileSync('cdk.json', 'utf8')).context;
    const quick = {
      // CDK's own rules take seconds to load; `npm run check` has them checked.
      '@aws-cdk/core:validateAgainstDefaultRules': false,
      'aws:cdk:disable-asset-staging': true,
      'aws:cdk:disable-stack-trace': true,
    };
    const app = new App({ outdir: join(built, 'cdk.out'), context: { ...flags, ...quick, ...context } });
    const settings = settingsFrom((name) => app.node.tryGetContext(name));
    const stack = new NodStack(app, `Nod-${settings.stage}`, {
      settings,
      functionFolder: (name) => join(built, 'functions', name),
      siteFolder: join(built, 'site'),
    });
    const root = Template.fromStack(stack).toJSON();
    const nested = new Map(
      stack.node
        .findAll()
        .filter((construct) => NestedStack.isNestedStack(construct))
        .map((construct) => [
          stack.resolve(construct.nestedStackResource?.logicalId),
          Template.fromStack(construct).toJSON(),
        ]),
    );
    return { stack, template: Template.fromJSON(wholeOf(root, nested)), root, nested };
  } finally {
    rmSync(built, { recursive: true });
  }
}

/** The resources of a type, by logical id. */
export function resources(template: Template, type: string): Map<string, Json> {
  return new Map(Object.entries(template.findResources(type)));
}

export function properties(template: Template, type: string): Json[] {
  return [...resources(template, type).values()].map(({ Properties }) => Properties);
}

/** The API of calls, and that of the bell. */
export type Protocol = 'HTTP' | 'WEBSOCKET';

/** What belongs to one of the APIs: its routes, integrations or its stage. */
export function ofApi(template: Template, protocol: Protocol, type: string): Json[] {
  const [id] = [...resources(template, 'AWS::ApiGatewayV2::Api')].find(
    ([, { Properties }]) => Properties.ProtocolType === protocol,
  ) ?? [''];
  return properties(template, `AWS::ApiGatewayV2::${type}`).filter(({ ApiId }) => ApiId.Ref === id);
}

/** The function of each route key, found as API Gateway finds it: from the route over its integration. */
export function functionsByRouteKey(
  template: Template,
  protocol: Protocol = 'HTTP',
): Map<string, { id: string; properties: Json }> {
  const integrations = resources(template, 'AWS::ApiGatewayV2::Integration');
  const functions = resources(template, 'AWS::Lambda::Function');
  return new Map(
    ofApi(template, protocol, 'Route').flatMap(({ RouteKey, Target }) => {
      const { IntegrationUri } = integrations.get(Target['Fn::Join'][1][1].Ref).Properties;
      const id = functionIn(IntegrationUri);
      return id === undefined ? [] : [[RouteKey, { id, properties: functions.get(id).Properties }]];
    }),
  );
}

/** The function that an integration calls; a mock calls none. */
export const functionIn = (integrationUri: Json): string | undefined =>
  namesIn(integrationUri).find((name) => !name.startsWith('AWS::'));

/** The function of each trigger, found as AWS finds it: from the stream's mapping, the clock's rule, or the bell's routes. */
export function functionsByTrigger(template: Template): Map<TriggerName, { id: string; properties: Json }> {
  const functions = resources(template, 'AWS::Lambda::Function');
  const ids: string[] = [
    ...properties(template, 'AWS::Lambda::EventSourceMapping').map(({ FunctionName }) => FunctionName.Ref),
    ...properties(template, 'AWS::Events::Rule').flatMap(({ Targets }) =>
      Targets.map(({ Arn }: Json) => Arn['Fn::GetAtt'][0]),
    ),
    ...[...functionsByRouteKey(template, 'WEBSOCKET').values()].map(({ id }) => id),
  ];
  return new Map(
    TRIGGER_NAMES.map((name) => {
      // Logical ids have no hyphens.
      const start = TRIGGERS[name].stack + name.replaceAll('-', '');
      const [id = '', ...others] = ids.filter((id) => id.startsWith(start));
      if (others.length > 0) throw new Error(`${name} is called from several sides`);
      return [name, { id, properties: functions.get(id)?.Properties }];
    }),
  );
}

/** Everything that a resource waits for, over others, too. */
export function dependenciesOf(template: Template, id: string): Set<string> {
  const all = template.toJSON().Resources as Record<string, Json>;
  const found = new Set<string>();
  const visit = (id: string) => {
    const { Metadata: _, DependsOn = [], ...resource } = all[id] ?? {};
    for (const next of [...[DependsOn].flat(), ...namesIn(resource)]) {
      if (found.has(next) || !(next in all)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit(id);
  return found;
}
