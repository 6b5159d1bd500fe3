import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { FEEDS, PUBLIC_PAGES } from '../../infra/public-pages.ts';
import { SECURITY_HEADERS } from '../../shared/headers.ts';
import {
  FUNCTION_NAMES,
  grantsOf,
  ROUTE_NAMES,
  ROUTES,
  type Route,
  type RouteName,
  routeKeysOf,
  rowOf,
  STACKS,
} from '../../shared/routes.ts';
import {
  TABLE_NAMES,
  TABLES,
  type TableDefinition,
  type TableName,
  tableVariable,
} from '../../shared/tables.ts';
import { expectRoom } from './limits.ts';
import { arnOf, declared, granted, tableId } from './policies.ts';
import {
  dependenciesOf,
  EVERYTHING,
  functionIn,
  functionsByRouteKey,
  functionsByTrigger,
  type Json,
  ofApi,
  properties as propertiesOf,
  resources as resourcesOf,
  type Synthesized,
  synthesize,
} from './synthesize.ts';

let stacks: Synthesized;
let dev: Template;
let prod: Template;

beforeAll(() => {
  stacks = synthesize();
  dev = stacks.template;
  prod = synthesize({ stage: 'prod' }).template;
});

const resources = (type: string) => resourcesOf(dev, type);
const properties = (type: string) => propertiesOf(dev, type);

const routeKey = (name: RouteName): string => `${ROUTES[name].method} ${ROUTES[name].path}`;

function functionOf(key: string): { id: string; properties: Json } {
  const found = functionsByRouteKey(dev).get(key);
  if (!found) throw new Error(`no route for ${key}`);
  return found;
}

describe('the tables', () => {
  it.each(TABLE_NAMES)(
    '%s is on demand, can be restored unless it is derived, and has the keys, indexes and stream of its row',
    (name) => {
      const definition: TableDefinition = TABLES[name];
      const { Properties } = resources('AWS::DynamoDB::Table').get(tableId(dev, name));
      expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
      expect(Properties.PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: !definition.isDerived,
      });
      expect(Properties.KeySchema).toEqual(keys('pk', 'sk'));
      expect(Properties.StreamSpecification?.StreamViewType).toBe(
        definition.stream ? 'NEW_AND_OLD_IMAGES' : undefined,
      );
      expect(Properties.TimeToLiveSpecification?.AttributeName).toBe(definition.ttl);
      expect(Properties.GlobalSecondaryIndexes ?? []).toEqual(
        Object.entries(definition.indexes ?? {}).map(([IndexName, { pk, sk }]) => ({
          IndexName,
          KeySchema: keys(pk, sk),
          Projection: { ProjectionType: 'ALL' },
        })),
      );
    },
  );

  it('there is one per definition', () => {
    dev.resourceCountIs('AWS::DynamoDB::Table', TABLE_NAMES.length);
  });

  it('Sessions is swept by DynamoDB itself', () => {
    dev.hasResourceProperties('AWS::DynamoDB::Table', {
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('production keeps what cannot be made anew, a development stage leaves nothing behind', () => {
    dev.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
    dev.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: false });
    for (const name of TABLE_NAMES) {
      const definition: TableDefinition = TABLES[name];
      const isDerived = definition.isDerived === true;
      const { DeletionPolicy, UpdateReplacePolicy, Properties } = resourcesOf(
        prod,
        'AWS::DynamoDB::Table',
      ).get(tableId(prod, name));
      const policy = isDerived ? 'Delete' : 'Retain';
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual([policy, policy]);
      expect(Properties.DeletionProtectionEnabled).toBe(!isDerived);
    }
  });

  function keys(pk: string, sk: string): Json {
    return [
      { AttributeName: pk, KeyType: 'HASH' },
      { AttributeName: sk, KeyType: 'RANGE' },
    ];
  }
});

describe('the API', () => {
  it('has exactly the routes of the route table, and one for every other call', () => {
    expect([...functionsByRouteKey(dev).keys()].sort()).toEqual(
      [...ROUTE_NAMES.flatMap((name) => routeKeysOf(ROUTES[name])), '$default'].sort(),
    );
  });

  it('answers HEAD by the function of GET, under the same throttle, but where a browser brings what may be used once', () => {
    const settings: Json = ofApi(dev, 'HTTP', 'Stage')[0].RouteSettings;
    const single = ['social-callback', 'social-ended'];
    const read = ROUTE_NAMES.filter((name) => ROUTES[name].method === 'GET' && !single.includes(name));
    const heads = [...functionsByRouteKey(dev).keys()].filter((key) => key.startsWith('HEAD '));
    expect(heads.sort()).toEqual(read.map((name) => `HEAD ${ROUTES[name].path}`).sort());
    for (const name of read) {
      const head = `HEAD ${ROUTES[name].path}`;
      expect(functionOf(head).id).toBe(functionOf(routeKey(name)).id);
      expect(settings[head]).toEqual(settings[routeKey(name)]);
    }
  });

  it('has one function per route', () => {
    const ids = [...functionsByRouteKey(dev).values()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ROUTE_NAMES.length + 1);
  });

  it('calls them with payload format 2.0', () => {
    for (const { PayloadFormatVersion } of ofApi(dev, 'HTTP', 'Integration'))
      expect(PayloadFormatVersion).toBe('2.0');
  });

  it('calls them in the name of a role that may call those of one stack, each by its name, and do nothing else', () => {
    const called = new Map<string, string[]>();
    for (const { CredentialsArn, IntegrationUri } of properties('AWS::ApiGatewayV2::Integration')) {
      const function_ = functionIn(IntegrationUri);
      if (function_ === undefined) continue;
      const role = CredentialsArn['Fn::GetAtt'][0];
      called.set(role, [...(called.get(role) ?? []), function_]);
    }
    expect(called.size).toBe(STACKS.length + 1);
    for (const [role, functions] of called) {
      const { AssumeRolePolicyDocument, Policies, ManagedPolicyArns } =
        resources('AWS::IAM::Role').get(role).Properties;
      expect(ManagedPolicyArns).toBeUndefined();
      expect(AssumeRolePolicyDocument.Statement).toEqual([
        { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'apigateway.amazonaws.com' } },
      ]);
      const [{ Effect, Action, Resource, ...others }, ...more] = Policies.flatMap(
        ({ PolicyDocument }: Json) => PolicyDocument.Statement,
      );
      expect({ Effect, Action, others, more }).toEqual({
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        others: {},
        more: [],
      });
      const byText = (one: Json, other: Json) => JSON.stringify(one).localeCompare(JSON.stringify(other));
      expect([Resource].flat().sort(byText)).toEqual(functions.map(arnOf).sort(byText));
    }
    // And nobody else may call them.
    for (const { Principal } of properties('AWS::Lambda::Permission'))
      expect(Principal).toBe('events.amazonaws.com');
  });

  it('lets no other site read it', () => {
    for (const api of properties('AWS::ApiGatewayV2::Api'))
      expect(api).not.toHaveProperty('CorsConfiguration');
  });
});

describe.each(ROUTE_NAMES)('the function of %s', (name) => {
  const grants = Object.entries(grantsOf(name)) as [TableName, string[]][];

  it('runs the bundle on a current Node, and keeps its log for a month', () => {
    const { properties: made } = functionOf(routeKey(name));
    expect(made).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: rowOf(name).memory ?? 256,
      Timeout: rowOf(name).seconds ?? 10,
    });
    const logGroup = resources('AWS::Logs::LogGroup').get(made.LoggingConfig.LogGroup.Ref);
    expect(logGroup.Properties.RetentionInDays).toBe(30);
    const { LogFormat, SystemLogLevel } = made.LoggingConfig;
    // Only of polls there are so many that Lambda's own lines about each would be most of the log.
    expect([LogFormat, SystemLogLevel]).toEqual(
      name === 'status' ? ['JSON', 'WARN'] : [undefined, undefined],
    );
  });

  it('is told its own tables, the site and nothing else', () => {
    const { needsDecoySecret, needsKeySecret, tellsOfBell, onMedia }: Route = ROUTES[name];
    const { Variables } = functionOf(routeKey(name)).properties.Environment;
    const tables = Object.fromEntries(
      grants.map(([table]) => [tableVariable(table), { Ref: tableId(dev, table) }]),
    );
    expect(Variables).toEqual({
      ...tables,
      STAGE: 'dev',
      SITE_ORIGIN: expect.anything(),
      RP_ID: expect.anything(),
      ORIGIN_SECRET: expect.anything(),
      ...(needsDecoySecret ? { DECOY_SECRET: expect.anything() } : {}),
      ...(needsKeySecret ? { KEY_SECRET: expect.anything() } : {}),
      ...(tellsOfBell ? { BELL: 'true' } : {}),
      ...(onMedia ? { MEDIA_BUCKET: { Ref: mediaBucketId() } } : {}),
    });
    for (const secret of ['DECOY_SECRET', 'KEY_SECRET', 'ORIGIN_SECRET'].filter((name) => name in Variables))
      expect(JSON.stringify(Variables[secret])).toContain('{{resolve:secretsmanager:');
  });

  it('never rings a phone through a push service of its own machine', () => {
    for (const template of [dev, prod]) {
      expect(JSON.stringify(template.toJSON())).not.toContain('LOCAL_PUSH_ORIGIN');
    }
  });

  it('may do what its row declares and write its own log, and nothing else', () => {
    const { properties: made } = functionOf(routeKey(name));
    expect(granted(dev, made, 'Media').sort()).toEqual(declared(dev, name, made).sort());
  });
});

/** The bucket of the pictures, by its logical id. */
const mediaBucketId = () =>
  [...resources('AWS::S3::Bucket').keys()].find((id) => id.startsWith('Media')) ?? 'there is none';

describe('the bucket', () => {
  it('is closed to everybody but the distribution', () => {
    dev.resourceCountIs('AWS::S3::Bucket', 2);
    dev.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: Match.anyValue(),
      AccessControl: Match.absent(),
    });
    const statements = properties('AWS::S3::BucketPolicy').flatMap(
      (policy) => policy.PolicyDocument.Statement,
    );
    const allow = statements.filter(({ Effect }) => Effect === 'Allow');
    for (const { Principal } of allow) expect(Principal).not.toEqual({ AWS: '*' });
    expect(allow.filter(({ Principal }) => Principal.Service === 'cloudfront.amazonaws.com')).toEqual(
      // The site's files and the pictures, each to be read and to be listed.
      Array(2).fill(
        expect.objectContaining({ Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } } }),
      ),
    );
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    );
  });

  it('is kept in production', () => {
    prod.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain' });
    prod.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });
});

describe('the distribution', () => {
  const distribution = (): Json => properties('AWS::CloudFront::Distribution')[0].DistributionConfig;
  const behaviours = (): Json[] => [distribution().DefaultCacheBehavior, ...distribution().CacheBehaviors];
  const behaviour = (path: string): Json => behaviours().find(({ PathPattern }) => PathPattern === path);

  it('adds the security headers everywhere', () => {
    const policies = [...resources('AWS::CloudFront::ResponseHeadersPolicy').keys()].map((Ref) => ({ Ref }));
    expect(policies).toHaveLength(3);
    expect(behaviours()).toHaveLength(11);
    for (const { ResponseHeadersPolicyId } of behaviours()) {
      expect(policies).toContainEqual(ResponseHeadersPolicyId);
    }
  });

  it.for([
    ['security', true],
    // A document with something inline has a policy of its own, which allows just that.
    ['pages', false],
  ] as const)('adds each of them, over what an origin says: %s', ([name, isOverPolicy]) => {
    const { ResponseHeadersPolicyConfig } = properties('AWS::CloudFront::ResponseHeadersPolicy').find(
      ({ ResponseHeadersPolicyConfig: { Name } }) => JSON.stringify(Name).includes(`-${name}`),
    );
    const { SecurityHeadersConfig: known, CustomHeadersConfig: custom } = ResponseHeadersPolicyConfig;
    expect(known).toEqual({
      ContentSecurityPolicy: {
        ContentSecurityPolicy: SECURITY_HEADERS['content-security-policy'],
        Override: isOverPolicy,
      },
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: 63_072_000,
        IncludeSubdomains: true,
        Preload: false,
        Override: true,
      },
      ContentTypeOptions: { Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ReferrerPolicy: { ReferrerPolicy: SECURITY_HEADERS['referrer-policy'], Override: true },
    });
    const others = Object.keys(SECURITY_HEADERS).length - Object.keys(known).length;
    expect(custom.Items).toHaveLength(others);
    for (const { Header, Value, Override } of custom.Items) {
      expect({ [Header]: Value, Override }).toEqual({
        [Header]: SECURITY_HEADERS[Header as keyof typeof SECURITY_HEADERS],
        Override: true,
      });
    }
  });

  it('never answers for the API itself', () => {
    // Neither a page of its own for an error, nor one that it has kept: of one query, for every other.
    const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
    expect(distribution().CustomErrorResponses).toEqual(
      codes.map((ErrorCode) => ({ ErrorCode, ErrorCachingMinTTL: 0 })),
    );
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    const allViewerExceptHostHeader = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
    expect(behaviour('/api/*')).toMatchObject({
      CachePolicyId: cachingDisabled,
      OriginRequestPolicyId: allViewerExceptHostHeader,
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    });
    expect(behaviour('/api/*')).not.toHaveProperty('FunctionAssociations');
  });

  describe('answers a public page', () => {
    const group = (): Json => distribution().OriginGroups.Items[0];
    const originOf = (at: number): Json =>
      distribution().Origins.find(({ Id }: Json) => Id === group().Members.Items[at].OriginId);

    it.for(PUBLIC_PAGES)('%s by the API, and by the file where that fails or is silent', (path) => {
      expect(distribution().OriginGroups.Quantity).toBe(1);
      expect(behaviour(path).TargetOriginId).toBe(group().Id);
      expect(group().FailoverCriteria.StatusCodes.Items).toEqual([429, 500, 502, 503, 504]);
      expect(originOf(0)).toMatchObject({
        OriginPath: '/api/pages',
        ConnectionAttempts: 1,
        ConnectionTimeout: 2,
        CustomOriginConfig: { OriginReadTimeout: 5, OriginProtocolPolicy: 'https-only' },
      });
      expect(originOf(1)).toMatchObject({ S3OriginConfig: expect.anything() });
      expect(originOf(1).Id).toBe(distribution().DefaultCacheBehavior.TargetOriginId);
      expect(behaviour(path).FunctionAssociations).toEqual(
        distribution().DefaultCacheBehavior.FunctionAssociations,
      );
      expect(behaviour(path).AllowedMethods).toEqual(['GET', 'HEAD']);
    });

    it('shows the API the origin secret there, too, and follows its rotation', () => {
      const api = distribution().Origins.find(({ Id }: Json) => Id === behaviour('/api/*').TargetOriginId);
      expect(originOf(0).OriginCustomHeaders).toEqual(api.OriginCustomHeaders);
      expect(originOf(0).DomainName).toEqual(api.DomainName);
    });

    it('passes on nothing of the viewer’s but the path and whom it is drawn for, and keeps an answer for two seconds', () => {
      const policies = resources('AWS::CloudFront::CachePolicy');
      const [[id, policy] = []] = [...policies].filter(([id]) => id.includes('PageCache'));
      for (const path of PUBLIC_PAGES) {
        expect(behaviour(path).CachePolicyId).toEqual({ Ref: id });
        expect(behaviour(path)).not.toHaveProperty('OriginRequestPolicyId');
      }
      expect(policy.Properties.CachePolicyConfig).toMatchObject({
        MinTTL: 0,
        DefaultTTL: 2,
        MaxTTL: 2,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['path', 'visitor'] },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      });
    });

    it.for(FEEDS)('and a feed by the API alone, as little of the viewer’s passed on: %s', (path) => {
      expect(behaviour(path).TargetOriginId).toBe(behaviour('/api/*').TargetOriginId);
      expect(behaviour(path)).not.toHaveProperty('OriginRequestPolicyId');
      expect(behaviour(path).AllowedMethods).toEqual(['GET', 'HEAD']);
      expect(behaviour(path).FunctionAssociations).toEqual(
        distribution().DefaultCacheBehavior.FunctionAssociations,
      );
      const policies = resources('AWS::CloudFront::CachePolicy');
      const { CachePolicyConfig } = policies.get(behaviour(path).CachePolicyId.Ref).Properties;
      expect(CachePolicyConfig).toMatchObject({
        MinTTL: 0,
        MaxTTL: 2,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: { HeaderBehavior: 'none' },
          QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['author', 'tag'] },
        },
      });
      // The first that fits has it.
      const paths = distribution().CacheBehaviors.map(({ PathPattern }: Json) => PathPattern);
      expect(paths.indexOf(path)).toBeGreaterThan(paths.indexOf('/api/*'));
      expect(paths.indexOf(path)).toBeLessThan(paths.indexOf('/@*'));
    });

    it('only once the hashed files are there that it names', () => {
      const { root } = stacks;
      const [assets] = Object.entries<Json>(root.Resources).find(
        ([, { Type, Properties }]) =>
          Type === 'Custom::CDKBucketDeployment' && Properties.DestinationBucketKeyPrefix === 'assets',
      ) ?? [''];
      expect(rowOf('page').stack).toBe(STACKS.at(-1));
      expect(root.Resources[rowOf('page').stack].DependsOn).toContain(assets);
    });
  });

  it('speaks HTTPS only, over HTTP/2 and HTTP/3', () => {
    expect(distribution().HttpVersion).toBe('http2and3');
    for (const { ViewerProtocolPolicy } of behaviours())
      expect(ViewerProtocolPolicy).toBe('redirect-to-https');
  });

  it('finds the document of a path', () => {
    const [functionId, varyId] = resources('AWS::CloudFront::Function').keys();
    expect(distribution().DefaultCacheBehavior.FunctionAssociations).toEqual([
      { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': [functionId, 'FunctionARN'] } },
      { EventType: 'viewer-response', FunctionARN: { 'Fn::GetAtt': [varyId, 'FunctionARN'] } },
    ]);
    dev.hasResourceProperties('AWS::CloudFront::Function', {
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
    });
  });
});

describe('the nested stacks', () => {
  it('are those that the rows name, each with the functions of its rows', () => {
    expect([...stacks.nested.keys()]).toEqual([...STACKS]);
    const made = [...functionsByRouteKey(dev).entries(), ...functionsByTrigger(dev).entries()];
    for (const name of FUNCTION_NAMES) {
      const key = name in ROUTES ? routeKey(name as RouteName) : name;
      const { id = '' } = made.find(([found]) => found === key)?.[1] ?? {};
      const { stack } = rowOf(name);
      expect(stacks.nested.get(stack).Resources, name).toHaveProperty(id.slice(stack.length));
    }
  });

  it('are deployed one after the other, and the stage after all of them', () => {
    const { root } = stacks;
    const nestedIds = new Set<string>(stacks.nested.keys());
    STACKS.forEach((stack, at) => {
      const before = [root.Resources[stack].DependsOn ?? []].flat();
      expect(before.filter((id) => nestedIds.has(id))).toEqual(STACKS.slice(0, at).slice(-1));
    });
    const stages = Object.values<Json>(root.Resources).filter(
      ({ Type }) => Type === 'AWS::ApiGatewayV2::Stage',
    );
    expect(stages).toHaveLength(2);
    for (const { DependsOn } of stages) expect(DependsOn).toEqual(expect.arrayContaining([...STACKS]));
  });

  it('have no table, bucket, secret or anything else that lasts or is one for all', () => {
    const types = [...stacks.nested.values()].flatMap(({ Resources }) =>
      Object.values<Json>(Resources).map(({ Type }) => Type),
    );
    expect([...new Set(types)].sort()).toEqual([
      'AWS::ApiGatewayV2::Integration',
      'AWS::ApiGatewayV2::Route',
      'AWS::Events::Rule',
      'AWS::IAM::Role',
      'AWS::Lambda::EventInvokeConfig',
      'AWS::Lambda::EventSourceMapping',
      'AWS::Lambda::Function',
      'AWS::Lambda::Permission',
      'AWS::Logs::LogGroup',
    ]);
  });

  it('are given secrets as parameters that nobody is shown, and only those that their functions need', () => {
    for (const [name, { Parameters, Resources }] of stacks.nested) {
      const secrets = Object.entries<Json>(Parameters).filter(([id]) => id.endsWith('Secret'));
      for (const [id, { NoEcho }] of secrets) {
        expect(NoEcho, `${name} ${id}`).toBe(true);
        expect(JSON.stringify(Resources)).toContain(`{"Ref":"${id}"}`);
      }
      expect(JSON.stringify({ Parameters, Resources })).not.toContain('{{resolve:');
    }
  });
});

describe('the stack', () => {
  it('has no function but those of routes and triggers, and those that fill and empty the bucket', () => {
    const ours = [...functionsByRouteKey(dev).values(), ...functionsByTrigger(dev).values()];
    const ids = ours.map(({ id }) => id);
    expect(new Set(ids).size).toBe(FUNCTION_NAMES.length + 1);
    const others = [...resources('AWS::Lambda::Function').keys()].filter((id) => !ids.includes(id));
    expect(others.sort()).toEqual([
      expect.stringMatching(/^CustomCDKBucketDeployment/),
      expect.stringMatching(/^CustomS3AutoDeleteObjects/),
    ]);
  });

  it.each([
    ['a development stage', {}],
    ['everything that can be chosen', EVERYTHING],
    ['without a bell', { bell: 'false' }],
  ])('is templates that CloudFormation takes: %s', (what, context) => {
    expectRoom(what, synthesize(context));
  });

  it('says where the site, the API and the tables are, and what must be kept', () => {
    const tables = TABLE_NAMES.map((name) => `${name}Table`);
    const kept = ['Stage', 'RelyingPartyId', 'OriginSecretGeneration'];
    expect(Object.keys(dev.toJSON().Outputs).sort()).toEqual(['ApiId', 'SiteUrl', ...tables, ...kept].sort());
  });

  it('needs nothing to be prepared or given', () => {
    expect(Object.keys(dev.toJSON().Parameters)).toEqual(['BootstrapVersion']);
  });

  it('has no circle: a function waits for the distribution, which waits for no function', () => {
    const [distribution] = resources('AWS::CloudFront::Distribution').keys();
    const { id } = functionOf('GET /api/status');
    expect(dependenciesOf(dev, id)).toContain(distribution);
    for (const resource of Object.keys(dev.toJSON().Resources)) {
      expect(dependenciesOf(dev, resource), resource).not.toContain(resource);
    }
  });
});

describe('removing a development stage', () => {
  it('leaves no resource behind', () => {
    for (const [id, resource] of Object.entries<Json>(dev.toJSON().Resources)) {
      expect(resource.DeletionPolicy ?? 'Delete', id).toBe('Delete');
    }
  });

  it('leaves no log behind: each function writes to a log of the stack, and can make no other', () => {
    for (const { LoggingConfig, Role } of properties('AWS::Lambda::Function')) {
      const log = resources('AWS::Logs::LogGroup').get(LoggingConfig.LogGroup.Ref);
      expect(log.Properties.RetentionInDays).toBe(30);
      const { ManagedPolicyArns, Policies } = resources('AWS::IAM::Role').get(
        Role['Fn::GetAtt'][0],
      ).Properties;
      expect(ManagedPolicyArns ?? []).toEqual([]);
      expect(JSON.stringify(Policies)).not.toMatch(/logs:(\*|CreateLogGroup)/);
    }
  });

  it('empties the bucket first', () => {
    dev.resourceCountIs('Custom::S3AutoDeleteObjects', 2);
  });
});

describe('production', () => {
  it('keeps bucket and logs, and the secrets that others are derived from', () => {
    // The tables are looked at above.
    prod.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    const secrets = resourcesOf(prod, 'AWS::SecretsManager::Secret');
    for (const [id, { DeletionPolicy }] of secrets)
      expect(DeletionPolicy, id).toBe(/Decoy|Key/.test(id) ? 'Retain' : 'Delete');
    prod.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });
});
