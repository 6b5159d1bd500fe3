import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NodStack } from '../../infra/stack.ts';
import { METRICS } from '../../shared/metrics.ts';
import { type FunctionName, ROUTE_NAMES, ROUTES, routeKeysOf, rowOf } from '../../shared/routes.ts';
import { TABLE_NAMES } from '../../shared/tables.ts';
import {
  dependenciesOf,
  EVERYTHING,
  functionsByRouteKey,
  functionsByTrigger,
  type Json,
  ofApi,
  properties,
  resources,
  synthesize,
} from './synthesize.ts';

let bare: { stack: NodStack; template: Template };
let full: { stack: NodStack; template: Template };

beforeAll(() => {
  bare = synthesize();
  full = synthesize(EVERYTHING);
});

describe('the stage of the API', () => {
  const stage = (): Json => ofApi(bare.template, 'HTTP', 'Stage')[0];

  it('bounds every route, the polled one most generously', () => {
    const { RouteSettings, DefaultRouteSettings } = stage();
    const keys = ROUTE_NAMES.flatMap((name) => routeKeysOf(ROUTES[name]));
    expect(Object.keys(RouteSettings).sort()).toEqual(keys.sort());
    for (const settings of [...Object.values<Json>(RouteSettings), DefaultRouteSettings]) {
      expect(settings.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(settings.ThrottlingBurstLimit).toBeGreaterThan(0);
      // The burst of an account in the smallest regions.
      expect(settings.ThrottlingBurstLimit).toBeLessThanOrEqual(1250);
    }
    const { 'GET /api/status': status, 'HEAD /api/status': _, ...others } = RouteSettings;
    for (const { ThrottlingRateLimit } of Object.values<Json>(others)) {
      expect(status.ThrottlingRateLimit).toBeGreaterThan(ThrottlingRateLimit);
    }
  });

  it('waits for the routes that it has settings for', () => {
    for (const [id, { Properties: stage }] of resources(bare.template, 'AWS::ApiGatewayV2::Stage')) {
      const waitsFor = dependenciesOf(bare.template, id);
      for (const [route, { Properties }] of resources(bare.template, 'AWS::ApiGatewayV2::Route'))
        if (Properties.ApiId.Ref === stage.ApiId.Ref) expect(waitsFor).toContain(route);
    }
  });

  it('notes each call as JSON, with nothing that names or lets in anybody', () => {
    const { DestinationArn, Format } = stage().AccessLogSettings;
    const line = JSON.parse(Format) as Record<string, string>;
    expect(line).toMatchObject({ requestId: '$context.requestId', status: '$context.status' });
    for (const variable of Object.values(line)) {
      expect(variable).toMatch(/^\$context\.[\w.]+$/);
      expect(variable).not.toMatch(/path|query|identity|header|authorizer|domain|sourceIp/i);
    }
    // API Gateway writes their values as they are, so all of them are its own words, and no caller's.
    expect(Object.values(line).map((variable) => variable.slice('$context.'.length))).toEqual([
      'requestTime',
      'requestId',
      'routeKey',
      'status',
      'responseLatency',
      'integrationLatency',
      'integrationStatus',
      'error.message',
      'integrationErrorMessage',
      'responseLength',
      'protocol',
    ]);
    const log = resources(bare.template, 'AWS::Logs::LogGroup').get(DestinationArn['Fn::GetAtt'][0]);
    expect(log.Properties.RetentionInDays).toBe(30);
  });
});

describe('the alarms', () => {
  const alarms = (template: Template): Json[] => properties(template, 'AWS::CloudWatch::Alarm');

  it('watch for 5xx, throttles, and slow polls', () => {
    const watched = alarms(bare.template).map(({ MetricName, Metrics }) =>
      [MetricName ?? Metrics.map(({ MetricStat }: Json) => MetricStat?.Metric.MetricName)].flat().join(),
    );
    const [errors, throttles, tables, slow] = watched;
    expect(errors).toContain('5xx');
    expect(throttles).toBe('Throttles');
    expect(tables).toContain('ReadThrottleEvents');
    expect(tables).toContain('WriteThrottleEvents');
    expect(slow).toBe('Duration');
    const { id } = functionsByRouteKey(bare.template).get('GET /api/status') ?? {};
    bare.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ExtendedStatistic: 'p99',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: id } }],
    });
  });

  it('watch for bursts of refusals and of limits met, of this stage only, and need one period', () => {
    for (const MetricName of ['Refusals', 'LimitsMet']) {
      full.template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        Namespace: 'Nod',
        MetricName,
        Dimensions: [{ Name: 'Stage', Value: 'prod' }],
        Statistic: 'Sum',
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
      });
    }
  });

  it('hear of what every function refuses, that of no route included', () => {
    const refusing = [...functionsByRouteKey(full.template)].map(([key, { properties }]) => [
      key,
      properties.Environment.Variables.STAGE,
    ]);
    const keys = ROUTE_NAMES.flatMap((name) => routeKeysOf(ROUTES[name]));
    expect(refusing).toHaveLength(keys.length + 1);
    expect(refusing.filter(([, stage]) => stage !== 'prod')).toEqual([]);
  });

  it('rest while nothing happens, and look at no more metrics than an alarm can', () => {
    for (const { TreatMissingData, Metrics = [] } of alarms(bare.template)) {
      expect(TreatMissingData).toBe('notBreaching');
      expect(Metrics.filter(({ MetricStat }: Json) => MetricStat).length).toBeLessThanOrEqual(10);
    }
  });

  it('are sent to who is to be told, over a topic that CloudWatch may use', () => {
    for (const alarm of alarms(bare.template)) expect(alarm).not.toHaveProperty('AlarmActions');
    const [topic] = resources(full.template, 'AWS::SNS::Topic').keys();
    for (const alarm of alarms(full.template)) expect(alarm.AlarmActions).toEqual([{ Ref: topic }]);
    full.template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: EVERYTHING.email,
      TopicArn: { Ref: topic },
    });
    full.template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
          }),
        ]),
      },
    });
  });
});

describe('the dashboard', () => {
  it('shows every metric that the functions count, of this stage only', () => {
    const [{ DashboardBody }] = properties(full.template, 'AWS::CloudWatch::Dashboard');
    const text = JSON.stringify(DashboardBody);
    for (const name of METRICS) expect(text).toContain(`\\"Nod\\",\\"${name}\\",\\"Stage\\",\\"prod\\"`);
  });
});

describe('what is optional', () => {
  it('is not there unless asked for', () => {
    for (const type of ['AWS::Budgets::Budget', 'AWS::SNS::Topic', 'AWS::Route53::RecordSet'])
      bare.template.resourceCountIs(type, 0);
    for (const { TracingConfig } of properties(bare.template, 'AWS::Lambda::Function'))
      expect(TracingConfig).toBeUndefined();
    expect(JSON.stringify(bare.template.toJSON())).not.toMatch(/ADMIN_USERNAME|xray/);
    expect(bare.stack.terminationProtection).toBe(false);
  });

  it('is a budget for the account, with somebody who is told', () => {
    full.template.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY', BudgetLimit: { Amount: 20, Unit: 'USD' } },
      NotificationsWithSubscribers: Match.arrayWith([
        Match.objectLike({ Subscribers: [{ SubscriptionType: 'EMAIL', Address: EVERYTHING.email }] }),
      ]),
    });
  });

  it('is the first admin’s name, told to the function that enrols and to no other', () => {
    const observed = [...functionsByRouteKey(full.template)].flatMap(([key, { properties }]) =>
      'ADMIN_USERNAME' in properties.Environment.Variables
        ? [`${key} ${properties.Environment.Variables.ADMIN_USERNAME}`]
        : [],
    );
    expect(observed).toEqual(['POST /api/devices susan']);
  });

  it('are OpenID providers: told to who asks for them, and their secrets open to who acts as their client', () => {
    const functions = new Map<FunctionName, Json>(
      ROUTE_NAMES.map((name) => [
        name,
        functionsByRouteKey(full.template).get(`${ROUTES[name].method} ${ROUTES[name].path}`)?.properties,
      ]),
    );
    for (const [name, { properties }] of functionsByTrigger(full.template)) functions.set(name, properties);
    const roles = resources(full.template, 'AWS::IAM::Role');
    const secrets = [
      EVERYTHING.providers[1]?.clientSecret,
      { 'Fn::Join': ['', expect.arrayContaining([':secret:acme/client-??????'])] },
    ];
    for (const [name, { Environment, Role }] of functions) {
      const { needsProviders } = rowOf(name);
      const observed = Environment.Variables.SOCIAL_PROVIDERS;
      expect(observed && JSON.parse(observed), name).toEqual(needsProviders && EVERYTHING.providers);
      const statements = roles
        .get(Role['Fn::GetAtt'][0])
        .Properties.Policies.flatMap(({ PolicyDocument }: Json) => PolicyDocument.Statement)
        .filter(({ Action }: Json) => JSON.stringify(Action).includes('secretsmanager'));
      expect(statements, name).toEqual(
        needsProviders === 'secrets'
          ? [
              {
                Effect: 'Allow',
                Action: 'secretsmanager:GetSecretValue',
                Resource: expect.arrayContaining(secrets),
              },
            ]
          : [],
      );
    }
    expect(JSON.stringify(bare.template.toJSON())).not.toMatch(/SOCIAL_PROVIDERS|GetSecretValue/);
  });

  it('is how often pages ask', () => {
    const made = functionsByRouteKey(full.template).get('GET /api/status')?.properties;
    expect(made.Environment.Variables.POLL_AFTER_MS).toBe('2000');
  });

  it('is a restored table in the place of the stack’s own, which stays', () => {
    full.template.resourceCountIs('AWS::DynamoDB::Table', TABLE_NAMES.length);
    expect(full.template.toJSON().Outputs.PostsTable.Value).toBe('restored-posts');
    const made = functionsByRouteKey(full.template).get('POST /api/posts')?.properties;
    expect(made.Environment.Variables.TABLE_POSTS).toBe('restored-posts');
    const role = resources(full.template, 'AWS::IAM::Role').get(made.Role['Fn::GetAtt'][0]).Properties;
    expect(JSON.stringify(role.Policies)).toContain(':table/restored-posts');
    full.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: EVERYTHING.SessionsStream,
    });
  });

  it('is X-Ray', () => {
    const roles = resources(full.template, 'AWS::IAM::Role');
    for (const { properties } of functionsByRouteKey(full.template).values()) {
      expect(properties.TracingConfig).toEqual({ Mode: 'Active' });
      const { Policies } = roles.get(properties.Role['Fn::GetAtt'][0]).Properties;
      expect(JSON.stringify(Policies)).toContain('xray:PutTraceSegments');
    }
  });

  it('is the protection of production against removal', () => {
    expect(full.stack.terminationProtection).toBe(true);
  });
});
