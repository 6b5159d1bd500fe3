/** The bell as it is deployed: its API, the way to it, what it may do, and that all of it can be left out. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { FUNCTION_NAMES, isOfBell, THROTTLE } from '../../shared/routes.ts';
import {
  dependenciesOf,
  functionsByRouteKey,
  functionsByTrigger,
  type Json,
  ofApi,
  properties,
  resources,
  synthesize,
} from './synthesize.ts';

let dev: Template;
let without: Template;

beforeAll(() => {
  dev = synthesize().template;
  without = synthesize({ bell: 'false' }).template;
});

const apiId = (): string =>
  [...resources(dev, 'AWS::ApiGatewayV2::Api')].find(
    ([, { Properties }]) => Properties.ProtocolType === 'WEBSOCKET',
  )?.[0] ?? '';
const stage = (): Json => ofApi(dev, 'WEBSOCKET', 'Stage')[0];
const distribution = (template: Template): Json =>
  properties(template, 'AWS::CloudFront::Distribution')[0].DistributionConfig;

/** A value as CloudFormation fills it in, with names for what it does not know yet. */
function filledIn(value: Json): string {
  if (typeof value === 'string') return value;
  if (value.Ref) return `<${value.Ref}>`;
  if (value['Fn::GetAtt']) return `<${value['Fn::GetAtt'][0]}>`;
  return value['Fn::Join'][1].map(filledIn).join(value['Fn::Join'][0]);
}

describe('the API of the bell', () => {
  it('opens and closes connections by the functions, and takes everything else as a sign of life', () => {
    const routes = ofApi(dev, 'WEBSOCKET', 'Route');
    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual(['$connect', '$default', '$disconnect']);
    for (const route of routes) {
      expect(route.AuthorizationType ?? 'NONE').toBe('NONE');
      expect(route).not.toHaveProperty('RouteResponseSelectionExpression');
    }
    const { 'live-connect': connect, 'live-disconnect': disconnect } = Object.fromEntries(
      functionsByTrigger(dev),
    );
    const functions = functionsByRouteKey(dev, 'WEBSOCKET');
    expect(functions.get('$connect')?.id).toBe(connect?.id);
    expect(functions.get('$disconnect')?.id).toBe(disconnect?.id);
    expect(functions.size).toBe(2);
    dev.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      ApiId: { Ref: apiId() },
      IntegrationType: 'MOCK',
      RequestTemplates: { 200: '{"statusCode":200}' },
      TemplateSelectionExpression: '200',
    });
  });

  it('calls them by the address that WebSocket APIs know, in the name of the stack’s role', () => {
    const proxies = ofApi(dev, 'WEBSOCKET', 'Integration').filter(
      ({ IntegrationType }) => IntegrationType === 'AWS_PROXY',
    );
    expect(proxies).toHaveLength(2);
    for (const { IntegrationUri, CredentialsArn, PayloadFormatVersion } of proxies) {
      expect(filledIn(IntegrationUri)).toMatch(
        /^arn:<AWS::Partition>:apigateway:<AWS::Region>:lambda:path\/2015-03-31\/functions\/<SignInlive\w+>\/invocations$/,
      );
      expect(PayloadFormatVersion).toBe('1.0');
      expect(CredentialsArn['Fn::GetAtt'][0]).toMatch(/^SignInCaller/);
    }
  });

  it('has one stage, named like the path of the site, bounded, and there after its routes', () => {
    expect(ofApi(dev, 'WEBSOCKET', 'Stage')).toHaveLength(1);
    expect(stage()).toMatchObject({
      StageName: 'live',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: THROTTLE.rate, ThrottlingBurstLimit: THROTTLE.burst },
    });
    // That would need a role in the settings of the account, which all of its APIs share.
    expect(stage()).not.toHaveProperty('AccessLogSettings');
    dev.resourceCountIs('AWS::ApiGateway::Account', 0);
  });
});

describe('the way to it', () => {
  it('is /live of the site, with all that a viewer sends, the secret, and nothing that is kept', () => {
    const { CacheBehaviors, Origins } = distribution(dev);
    const behaviour = CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === '/live');
    const api = CacheBehaviors.find(({ PathPattern }: Json) => PathPattern === '/api/*');
    const { TargetOriginId, PathPattern: _, AllowedMethods, ...rest } = behaviour;
    const { TargetOriginId: __, PathPattern: ___, AllowedMethods: ____, ...others } = api;
    expect(rest).toEqual(others);
    expect(AllowedMethods).toEqual(['GET', 'HEAD']);
    const origin = Origins.find(({ Id }: Json) => Id === TargetOriginId);
    expect(filledIn(origin.DomainName)).toBe(`<${apiId()}>.execute-api.<AWS::Region>.<AWS::URLSuffix>`);
    expect(origin).not.toHaveProperty('OriginPath');
    expect(origin.CustomOriginConfig).toMatchObject({ OriginProtocolPolicy: 'https-only' });
    expect(origin.OriginCustomHeaders).toEqual([
      { HeaderName: 'x-origin-secret', HeaderValue: expect.anything() },
    ]);
  });

  it('is no circle: the distribution waits for the empty API, and the functions for the distribution', () => {
    const [id = ''] = resources(dev, 'AWS::CloudFront::Distribution').keys();
    expect(dependenciesOf(dev, id)).toContain(apiId());
    for (const route of resources(dev, 'AWS::ApiGatewayV2::Route').keys())
      expect(dependenciesOf(dev, id)).not.toContain(route);
    for (const { id: function_ } of functionsByRouteKey(dev, 'WEBSOCKET').values())
      expect(dependenciesOf(dev, function_)).toContain(id);
  });
});

describe('that there is a bell', () => {
  it('is known to the functions that say so: to browsers, and to phones', () => {
    const told = [...functionsByRouteKey(dev)].filter(
      ([, { properties: made }]) => made.Environment.Variables.BELL === 'true',
    );
    expect(
      told
        .map(([routeKey]) => routeKey)
        .filter((routeKey) => routeKey.startsWith('GET '))
        .sort(),
    ).toEqual(['GET /api/devices/current', 'GET /api/status']);
  });
});

describe('who may tell a page anything', () => {
  it('is the function bell, by POST on its own stage, and nobody else', () => {
    const roles = [...resources(dev, 'AWS::IAM::Role')].flatMap(([role, { Properties }]) =>
      (Properties.Policies ?? []).flatMap(({ PolicyDocument }: Json) =>
        PolicyDocument.Statement.filter((statement: Json) =>
          JSON.stringify(statement).includes('execute-api'),
        ).map((statement: Json) => ({ role, ...statement })),
      ),
    );
    expect(roles).toHaveLength(1);
    const [{ role, Resource, ...statement }] = roles;
    expect(statement).toEqual({ Effect: 'Allow', Action: 'execute-api:ManageConnections' });
    expect(filledIn(Resource)).toBe(
      `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${apiId()}>/live/POST/@connections/*`,
    );
    const { properties: bell } = functionsByTrigger(dev).get('bell') ?? {};
    expect(bell.Role['Fn::GetAtt'][0]).toBe(role);
    expect(filledIn(bell.Environment.Variables.BELL_ENDPOINT)).toBe(
      `https://<${apiId()}>.execute-api.<AWS::Region>.<AWS::URLSuffix>/live`,
    );
    expect(JSON.stringify([...resources(dev, 'AWS::IAM::Policy').values()])).not.toContain('execute-api');
  });
});

describe('the alarms', () => {
  it('tell of functions of the bell that fail, and of one that is late', () => {
    const errors = properties(dev, 'AWS::CloudWatch::Alarm').find(({ AlarmDescription }) =>
      AlarmDescription.includes('functions of the bell'),
    );
    const watched = errors.Metrics.flatMap(({ MetricStat }: Json) => MetricStat?.Metric ?? []);
    expect(watched.map(({ MetricName }: Json) => MetricName)).toEqual(['Errors', 'Errors', 'Errors']);
    const ids = [...functionsByTrigger(dev)].filter(([name]) => isOfBell(name)).map(([, { id }]) => id);
    expect(watched.map(({ Dimensions }: Json) => Dimensions[0].Value.Ref).sort()).toEqual(ids.sort());
    dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: functionsByTrigger(dev).get('bell')?.id } }],
    });
  });
});

describe('without a bell', () => {
  it('there is no API, way, function, alarm or word of it', () => {
    expect(ofApi(without, 'WEBSOCKET', 'Route')).toEqual([]);
    without.resourceCountIs('AWS::ApiGatewayV2::Api', 1);
    without.resourceCountIs('AWS::ApiGatewayV2::Stage', 1);
    // Of rings, and of both kinds of copies.
    without.resourceCountIs('AWS::Lambda::EventSourceMapping', 3);
    const patterns = (template: Template) =>
      distribution(template).CacheBehaviors.map(({ PathPattern }: Json) => PathPattern);
    expect(patterns(without)).toEqual(patterns(dev).filter((pattern: string) => pattern !== '/live'));
    const text = JSON.stringify(without.toJSON());
    expect(text).not.toMatch(/"BELL|execute-api:ManageConnections|WEBSOCKET|the bell/);
    const all = FUNCTION_NAMES.length + 1;
    const custom = 2;
    without.resourceCountIs('AWS::Lambda::Function', all - FUNCTION_NAMES.filter(isOfBell).length + custom);
  });

  it('everything else is as with it', () => {
    const withIt = functionsByRouteKey(dev);
    for (const [key, { properties: made }] of functionsByRouteKey(without)) {
      const { Environment, ...others } = withIt.get(key)?.properties ?? {};
      const { BELL: _, ...variables } = Environment.Variables;
      expect({ ...others, Environment: { Variables: variables } }, key).toEqual(made);
    }
    without.hasResourceProperties('AWS::CloudFront::Distribution', Match.anyValue());
  });
});
