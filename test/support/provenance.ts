/**
 * Whoever gives trust says who gave it (DESIGN.md §6.15): what a function puts into a table is of a kind that is listed
 * here, and where that kind lets somebody in, or speaks in somebody's name, the row carries the session that made it.
 */
import type { TableName } from '../../shared/tables.ts';
import { TABLE_NAMES } from '../../shared/tables.ts';
import type { DatabaseCall } from './recording-proxy.ts';

/** What the key of a row begins with, and whether it carries `sessionId`; if not, why not. */
const KINDS: Record<TableName, Record<string, 'made by a session' | `no: ${string}`>> = {
  Users: {
    'device#': 'made by a session',
    'link#': 'made by a session',
    recovery: 'made by a session',
    profile: 'made by a session',
    user: 'no: the person, whom no session makes',
    'name#': 'no: goes with the person',
  },
  SocialLinks: { link: 'made by a session' },
  Posts: {
    'post#': 'made by a session',
    'hidden#': 'made by a session',
    'edit#': 'made by a session',
    'follow#': 'made by a session',
    'reports#open': 'made by a session',
    'reported#': 'made by a session',
    'following#': 'no: a list of follows',
    'follower#': 'no: a list of follows',
    'copying#': 'no: says how far something has been copied',
    'saved#': 'no: the undo log says it, and only its owner sees it',
    'liked#': 'no: the undo log says it, and only its owner sees it',
    'message#': 'made by a session',
    'inbox#': 'no: names the last message of a conversation, which says it',
    'inboxat#': 'no: a list of conversations',
    'media-due': 'no: says when files are deleted',
    'media#': 'made by a session',
  },
  // Made anew from the other tables, whose rows say it.
  Copies: {
    't#': 'no: a list of posts',
    'who#': 'no: a list of people',
    'home#': 'no: a list of posts',
    'notes#': 'no: tells of what other rows say',
    'noted#': 'no: a list of notices',
    'meant#': 'no: a list of people',
    unread: 'no: counts',
    'chat#': 'no: counts',
  },
  Sessions: {
    'ticket#': 'made by a session',
    'session#': 'no: is one, and says what has let it in',
    'number#': 'no: names the session that shows it, and lets nobody in without its phone',
    'active#': 'no: a list of sessions',
    'pending-known#': 'no: a list of sessions',
    'pending-unknown#': 'no: a list of sessions',
    'recovering#': 'no: a list of sessions',
    'decoy#': 'no: lets nobody in',
    'challenge#': 'no: five minutes, for a phone whose row is looked at when it is answered',
    'browser#': 'made by a session',
    'seat#': 'no: two minutes, and lets nobody in',
    'activity#': 'no: tells what happened',
    'receipt#': 'no: tells what a phone signed',
    'undo#': 'made by a session',
    'idempotency#': 'no: names a post or a message',
    'oidcout#': 'no: refuses who has signed out there',
    'oidc#': 'no: ten minutes, for the browser that began; who links is looked at when it comes back',
    upstream: 'no: goes with its session',
    'recheck#': 'no: goes with its session',
    'removed#': 'no: keeps what a removed row carried',
    'news#': 'no: is told',
    'news-due#': 'no: a list of news',
    'alert#': 'no: is told',
    'alerted#': 'no: says that it is told once',
    'alerts-due#': 'no: a list of alerts',
    'ring-again#': 'no: rings once more',
    'bell#': 'no: hears when to look, for as long as the session or the phone in its key lives',
    count: 'no: counts',
    rings: 'no: counts',
    'unread-changed': 'no: says when to look',
    'jti#': 'no: refuses what was used',
    'name#': 'no: lets nobody in, ten minutes',
  },
};

/** Rows that functions have put without saying who made them, or of a kind that nobody has thought about. */
export function unattributed(calls: readonly DatabaseCall[]): string[] {
  const found = calls.flatMap(putsOf).flatMap(({ tableName, item }) => {
    const table = TABLE_NAMES.find((candidate) => tableName.endsWith(`-${candidate}`));
    const [pk, sk] = [textIn(item.pk), textIn(item.sk)];
    const kinds = Object.entries(table === undefined ? {} : KINDS[table]);
    const kind = kinds.find(([prefix]) => sk.startsWith(prefix) || pk.startsWith(prefix));
    if (kind === undefined) return [`${table ?? tableName}: ${pk} ${sk} is of no kind that is listed`];
    const isMissing = kind[1] === 'made by a session' && !textIn(item.sessionId).startsWith('ses_');
    return isMissing ? [`${table}: ${kind[0]} does not say which session made it`] : [];
  });
  return [...new Set(found)];
}

type Attributes = Record<string, { S?: string }>;

const textIn = (attribute: { S?: string } | undefined): string => attribute?.S ?? '';

function putsOf({ operation, input }: DatabaseCall): { tableName: string; item: Attributes }[] {
  const puts: Record<string, unknown>[] =
    operation === 'PutItem'
      ? [input]
      : operation === 'TransactWriteItems'
        ? (input.TransactItems as { Put?: Record<string, unknown> }[]).flatMap(({ Put }) =>
            Put === undefined ? [] : [Put],
          )
        : operation === 'BatchWriteItem'
          ? Object.entries(input.RequestItems as Record<string, { PutRequest?: object }[]>).flatMap(
              ([TableName, rows]) =>
                rows.flatMap(({ PutRequest }) =>
                  PutRequest === undefined ? [] : [{ TableName, ...PutRequest }],
                ),
            )
          : [];
  return puts.map(({ TableName, Item }) => ({ tableName: String(TableName), item: Item as Attributes }));
}
