/** What somebody must look at, and who is told. */
import { Aws, Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { MetricName } from '../shared/metrics.ts';
import { isOfBell, TRIGGER_NAMES, TRIGGERS, type Trigger } from '../shared/routes.ts';
import { countedMetric } from './counted-metric.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { FunctionStacks } from './function-stacks.ts';

const PERIOD = Duration.minutes(5);

export type AlarmsProps = {
  /** The deployed stage, by which the metrics of several Nods are told apart. */
  stageName: string;
  stage: HttpStage;
  functions: FunctionStacks;
  tables: readonly ITable[];
  deadLetters: DeadLetters;
  /** Who is told; the dashboard shows the alarms anyway. */
  email: string | undefined;
};

export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: Topic | undefined;

  constructor(
    scope: Construct,
    id: string,
    { stageName, stage, functions, tables, deadLetters, email }: AlarmsProps,
  ) {
    super(scope, id);
    this.#topic = email === undefined ? undefined : this.#topicFor(email);

    this.#alarm('ServerErrors', {
      description: 'More than 1 % of the calls fail with 5xx.',
      metric: new MathExpression({
        expression: 'IF(errors > 4, 100 * errors / calls, 0)',
        usingMetrics: {
          errors: stage.metricServerError({ period: PERIOD }),
          calls: stage.metricCount({ period: PERIOD, statistic: 'Sum' }),
        },
        label: '5xx, percent of calls',
        period: PERIOD,
      }),
      threshold: 1,
    });
    this.#alarm('FunctionThrottles', {
      description:
        'Lambda refuses calls: the account has no concurrency left, which all its functions share.',
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'Throttles',
        statistic: 'Sum',
        period: PERIOD,
      }),
      threshold: 10,
    });
    this.#alarm('TableThrottles', {
      description: 'DynamoDB refuses reads or writes: one key is too hot, or the account’s limit is reached.',
      metric: new MathExpression({
        expression: 'SUM(METRICS())',
        usingMetrics: Object.fromEntries(
          tables.flatMap((table, at) => [
            [`reads${at}`, table.metric('ReadThrottleEvents', { statistic: 'Sum', period: PERIOD })],
            [`writes${at}`, table.metric('WriteThrottleEvents', { statistic: 'Sum', period: PERIOD })],
          ]),
        ),
        label: 'Throttled reads and writes',
        period: PERIOD,
      }),
      threshold: 10,
    });
    this.#alarm('SlowStatus', {
      description: 'One poll of a hundred takes longer than half a second: ended sessions stay on screens.',
      metric: functions.of('status').metricDuration({ statistic: 'p99', period: PERIOD }),
      threshold: 500,
    });
    this.#alarm('DeadLetters', {
      description: 'A stream’s or the clock’s function gave something up: it is in the dead-letter queue.',
      metric: deadLetters.queue.metricApproximateNumberOfMessagesVisible({
        statistic: 'Maximum',
        period: PERIOD,
      }),
      threshold: 0,
    });
    for (const name of TRIGGER_NAMES) {
      const { trigger }: Trigger = TRIGGERS[name];
      const handler = functions.find(name);
      if (trigger.kind !== 'stream' || handler === undefined) continue;
      this.#alarm(`${name}Late`, {
        description: `${name} is more than a minute behind what is written to ${trigger.table}.`,
        metric: handler.metric('IteratorAge', { statistic: 'Maximum', period: PERIOD }),
        threshold: 60_000,
      });
    }
    const ofBell = TRIGGER_NAMES.filter(isOfBell).flatMap((name) => functions.find(name) ?? []);
    if (ofBell.length > 0) {
      this.#alarm('BellErrors', {
        description:
          'The functions of the bell fail: pages poll each second again, and cost what that costs.',
        metric: new MathExpression({
          expression: 'SUM(METRICS())',
          usingMetrics: Object.fromEntries(
            ofBell.map((handler, at) => [`errors${at}`, handler.metricErrors({ period: PERIOD })]),
          ),
          label: 'Errors of the bell',
          period: PERIOD,
        }),
        threshold: 10,
      });
    }
    this.#burst(
      'Refusals',
      {
        description:
          'More than 300 refused authentications in five minutes: somebody is trying secrets, numbers or keys.',
        threshold: 300,
      },
      stageName,
    );
    this.#burst(
      'LimitsMet',
      {
        description:
          'More than 50 calls over a limit in five minutes: people never meet one, so it is a flood.',
        threshold: 50,
      },
      stageName,
    );
  }

  /** More than a threshold of what the functions count, in one period: a burst is over before the next. */
  #burst(id: MetricName, watched: Omit<Watched, 'metric' | 'periods'>, stageName: string): void {
    this.#alarm(id, { ...watched, metric: countedMetric(stageName, id, PERIOD), periods: 1 });
  }

  /** Two of three periods above the threshold: neither a blip nor a long wait. */
  #alarm(id: string, { description, metric, threshold, periods = 2 }: Watched): void {
    const alarm = new Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 2 * periods - 1,
      datapointsToAlarm: periods,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (this.#topic !== undefined) {
      alarm.addAlarmAction(new SnsAction(this.#topic));
      alarm.addOkAction(new SnsAction(this.#topic));
    }
    this.all.push(alarm);
  }

  #topicFor(email: string): Topic {
    const topic = new Topic(this, 'Topic', { displayName: 'Alarms of Nod', enforceSSL: true });
    topic.addSubscription(new EmailSubscription(email));
    // `enforceSSL` makes a policy, and with one of its own a topic loses the default that lets alarms in.
    topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    return topic;
  }
}

type Watched = {
  description: string;
  metric: IMetric;
  threshold: number;
  /** In how many of twice as many, less one, it must be above; 2 unless set. */
  periods?: 1 | 2;
};
