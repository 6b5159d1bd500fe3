/**
 * What the operator's dashboard counts, in CloudWatch's embedded metric format (EMF): one line of JSON in the
 * function's log, from which CloudWatch makes the metric afterwards. The call itself waits for no service.
 */
import { env } from './env.ts';
import { logMetric } from './log.ts';

export const METRIC_NAMESPACE = 'Nod';

export const METRICS = [
  /** Sign-ins that a browser asked for, of any name. */
  'Starts',
  'Approvals',
  'Denials',
  /** Browsers that are signed in: after an approval, or after a registration. */
  'Completions',
  /** Sessions ended from somewhere else than their own browser. */
  'RemoteEnds',
  /** Names that became users, by enrolling a phone or through a provider. */
  'Registrations',
  'Posts',
  'Messages',
  /** Refused authentications, but for sessions that are over and such as must be made fresh (`http/security-log.ts`). */
  'Refusals',
  /** Calls over a limit. */
  'LimitsMet',
] as const;

export type MetricName = (typeof METRICS)[number];

/** Counts what has just been written. Outside a deployment nobody looks, and nothing is counted. */
export function count(name: MetricName, times = 1): void {
  const { stage } = env;
  if (stage === undefined || times === 0) return;
  logMetric(metricLine(name, times, stage, new Date()));
}

/** The line as the EMF specification has it; the stage keeps two Nods of one account apart. */
export function metricLine(name: MetricName, times: number, stage: string, now: Date) {
  const metric = { Name: name, Unit: 'Count' };
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [{ Namespace: METRIC_NAMESPACE, Dimensions: [['Stage']], Metrics: [metric] }],
    },
    Stage: stage,
    [name]: times,
  };
}
