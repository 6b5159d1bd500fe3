import type { AlertsResponse } from '../responses.ts';
import type { AlertKind } from './alert.ts';

export const alertsResponse = (wanted: readonly AlertKind[] = []): AlertsResponse => ({
  mentions: wanted.includes('mentions'),
  replies: wanted.includes('replies'),
  messages: wanted.includes('messages'),
});
