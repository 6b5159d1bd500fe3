/** What the functions count (`shared/metrics.ts`), of one deployed stage. */
import type { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC_NAMESPACE, type MetricName } from '../shared/metrics.ts';

export function countedMetric(stageName: string, metricName: MetricName, period: Duration): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { Stage: stageName },
    statistic: 'Sum',
    period,
  });
}
