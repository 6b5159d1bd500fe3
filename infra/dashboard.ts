/** One page that answers "are people signing in?". */
import { Duration, Stack } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  SingleValueWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { METRICS, type MetricName } from '../shared/metrics.ts';
import { countedMetric } from './counted-metric.ts';

export type SignInDashboardProps = {
  /** The deployed stage, by which the metrics of several Nods are told apart. */
  stageName: string;
  stage: HttpStage;
  status: LambdaFunction;
  alarms: Alarm[];
};

export class SignInDashboard extends Construct {
  constructor(scope: Construct, id: string, { stageName, stage, status, alarms }: SignInDashboardProps) {
    super(scope, id);
    const { stackName, region } = Stack.of(this);
    const counted = (name: MetricName, period: Duration) => countedMetric(stageName, name, period);
    const often = Duration.minutes(5);

    new Dashboard(this, 'Dashboard', {
      // CloudWatch's dashboards are one list for all regions.
      dashboardName: `${stackName}-${region}`,
      defaultInterval: Duration.days(1),
      widgets: [
        [
          new SingleValueWidget({
            title: 'In one day',
            width: 24,
            height: 3,
            metrics: METRICS.map((name) => counted(name, Duration.days(1))),
          }),
        ],
        [
          new GraphWidget({
            title: 'Are people signing in?',
            width: 16,
            height: 7,
            left: (['Starts', 'Approvals', 'Denials', 'Completions'] as const).map((name) =>
              counted(name, often),
            ),
          }),
          new GraphWidget({
            title: 'New, written, ended; refused',
            width: 8,
            height: 7,
            left: (['Registrations', 'Posts', 'Messages', 'RemoteEnds'] as const).map((name) =>
              counted(name, often),
            ),
            right: (['Refusals', 'LimitsMet'] as const).map((name) => counted(name, often)),
          }),
        ],
        [
          new GraphWidget({
            title: 'Calls',
            width: 8,
            height: 6,
            left: [stage.metricCount({ statistic: 'Sum' })],
            right: [stage.metricClientError(), stage.metricServerError()],
          }),
          new GraphWidget({
            title: 'How long they take (ms)',
            width: 8,
            height: 6,
            left: [
              stage.metricLatency({ statistic: 'p50', label: 'all, p50' }),
              stage.metricLatency({ statistic: 'p99', label: 'all, p99' }),
              status.metricDuration({ statistic: 'p99', label: 'status, p99' }),
            ],
          }),
          new AlarmStatusWidget({ title: 'Alarms', width: 8, height: 6, alarms }),
        ],
      ],
    });
  }
}
