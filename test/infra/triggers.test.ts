import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  grantsOf,
  isSocket,
  TRIGGER_NAMES,
  TRIGGERS,
  type Trigger,
  type TriggerName,
} from '../../shared/routes.ts';
import { type TableName, tableVariable } from '../../shared/tables.ts';
import { allowed, arnOf, declared, granted, tableId } from './policies.ts';
import { functionsByTrigger, type Json, properties, resources, synthesize } from './synthesize.ts';

let dev: Template;
beforeAll(() => {
  dev = synthesize().template;
});

const triggerOf = (name: TriggerName): Trigger['trigger'] => TRIGGERS[name].trigger;
const ofKind = (kind: Trigger['trigger']['kind']) =>
  TRIGGER_NAMES.filter((name) => triggerOf(name).kind === kind);

function functionOf(name: TriggerName): { id: string; properties: Json } {
  const found = functionsByTrigger(dev).get(name);
  if (!found?.properties) throw new Error(`nothing calls ${name}`);
  return found;
}

/** The policy of the bell's whose one resource has a wildcard: `test/infra/bell.test.ts` looks at it. */
const CONNECTIONS = 'Connections';
/** The same of the pictures': `test/infra/media.test.ts`. */
const PICTURES = ['Media', 'Edge'];

const queueArn = (): Json => arnOf([...resources(dev, 'AWS::SQS::Queue').keys()][0] ?? '');

function streamArn(name: TriggerName): Json {
  const trigger = triggerOf(name);
  if (trigger.kind !== 'stream') throw new Error(`${name} follows no stream`);
  return { 'Fn::GetAtt': [tableId(dev, trigger.table), 'StreamArn'] };
}

describe.each(TRIGGER_NAMES)('the function of %s', (name) => {
  it('has time for what nobody waits for, and is told its tables, the site and its keys', () => {
    const { Timeout, MemorySize, Environment } = functionOf(name).properties;
    const {
      needsKeySecret,
      needsOriginSecret,
      onMedia,
      forgetsAtEdge,
      memory = 256,
    }: Trigger = TRIGGERS[name];
    expect({ Timeout, MemorySize }).toEqual({ Timeout: isSocket(name) ? 10 : 60, MemorySize: memory });
    const tables = (Object.keys(grantsOf(name)) as TableName[]).map((table) => [
      tableVariable(table),
      { Ref: tableId(dev, table) },
    ]);
    // No secret of CloudFront's where nothing comes through it.
    expect(needsOriginSecret).toBe(name === 'live-connect' || undefined);
    expect(Environment.Variables).toEqual({
      ...Object.fromEntries(tables),
      STAGE: 'dev',
      SITE_ORIGIN: expect.anything(),
      ...(needsKeySecret ? { KEY_SECRET: expect.anything() } : {}),
      ...(needsOriginSecret ? { ORIGIN_SECRET: expect.anything() } : {}),
      ...(name === 'bell' ? { BELL_ENDPOINT: expect.anything() } : {}),
      ...(onMedia ? { MEDIA_BUCKET: expect.anything() } : {}),
      ...(forgetsAtEdge ? { DISTRIBUTION_ID: expect.anything() } : {}),
    });
  });

  it('may do what its row declares, read its own stream, and leave what it could not do', () => {
    const made = functionOf(name).properties;
    const reading = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
    const expected = [
      ...declared(dev, name, made),
      ...(isSocket(name) ? [] : [allowed('sqs:SendMessage', queueArn())]),
      ...(triggerOf(name).kind === 'stream'
        ? reading.map((action) => allowed(`dynamodb:${action}`, streamArn(name)))
        : []),
    ];
    expect(granted(dev, made, CONNECTIONS, ...PICTURES).sort()).toEqual(expected.sort());
  });
});

describe.each(ofKind('stream'))('the stream of %s', (name) => {
  it('is followed from now on, by its patterns, and no record holds up the next for long', () => {
    const [{ FilterCriteria, ...mapping }] = properties(dev, 'AWS::Lambda::EventSourceMapping').filter(
      ({ FunctionName }) => FunctionName.Ref === functionOf(name).id,
    );
    expect(mapping).toMatchObject({
      EventSourceArn: streamArn(name),
      StartingPosition: 'LATEST',
      BatchSize: 50,
      ParallelizationFactor: 10,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 600,
      DestinationConfig: { OnFailure: { Destination: queueArn() } },
    });
    const trigger = triggerOf(name);
    expect(FilterCriteria.Filters.map(({ Pattern }: Json) => JSON.parse(Pattern))).toEqual(
      trigger.kind === 'stream' && trigger.patterns,
    );
    // More than five must be asked for (Lambda quotas).
    expect(FilterCriteria.Filters.length).toBeLessThanOrEqual(5);
  });

  it('has at most two readers: with more, DynamoDB throttles them (Developer Guide, "Capturing changes with Streams")', () => {
    const followers = properties(dev, 'AWS::Lambda::EventSourceMapping').filter(
      ({ EventSourceArn }) => JSON.stringify(EventSourceArn) === JSON.stringify(streamArn(name)),
    );
    expect(followers.length).toBeLessThanOrEqual(2);
  });

  it('is watched: an alarm goes off when the function is a minute behind', () => {
    dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IteratorAge',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: functionOf(name).id } }],
      Threshold: 60_000,
    });
  });
});

describe.each(ofKind('schedule'))('the clock of %s', (name) => {
  it('calls it once for each time, and leaves a time that it could not do', () => {
    const trigger = triggerOf(name);
    const minutes = trigger.kind === 'schedule' ? trigger.everySeconds / 60 : Number.NaN;
    const function_ = arnOf(functionOf(name).id);
    dev.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: minutes === 1 ? 'rate(1 minute)' : `rate(${minutes} minutes)`,
      State: 'ENABLED',
      Targets: [
        Match.objectLike({
          Arn: function_,
          DeadLetterConfig: { Arn: queueArn() },
          RetryPolicy: { MaximumRetryAttempts: 0 },
        }),
      ],
    });
    dev.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: functionOf(name).id },
      MaximumRetryAttempts: 0,
      DestinationConfig: { OnFailure: { Destination: queueArn() } },
    });
    const [rule = ''] = [...resources(dev, 'AWS::Events::Rule')].flatMap(([id, { Properties }]) =>
      JSON.stringify(Properties.Targets[0].Arn) === JSON.stringify(function_) ? [id] : [],
    );
    dev.hasResourceProperties('AWS::Lambda::Permission', {
      FunctionName: function_,
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf(rule),
    });
  });
});

describe('the dead-letter queue', () => {
  it('is encrypted, keeps a message as long as can be, and takes nothing over a line without TLS', () => {
    dev.resourceCountIs('AWS::SQS::Queue', 1);
    dev.hasResourceProperties('AWS::SQS::Queue', {
      SqsManagedSseEnabled: true,
      MessageRetentionPeriod: 1_209_600,
    });
    dev.hasResourceProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 'sqs:*',
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('lets in the clock’s own rules and no other service', () => {
    const rules = [...resources(dev, 'AWS::Events::Rule').keys()].map(arnOf);
    const [{ PolicyDocument }] = properties(dev, 'AWS::SQS::QueuePolicy');
    const allow = PolicyDocument.Statement.filter(({ Effect }: Json) => Effect === 'Allow');
    expect(allow.map(({ Condition }: Json) => Condition.ArnEquals['aws:SourceArn'])).toEqual(rules);
  });

  it('is watched: an alarm goes off for the first message', () => {
    const [queue] = resources(dev, 'AWS::SQS::Queue').keys();
    dev.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
      Threshold: 0,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });
});
