/**
 * Plants the village in the tables of this machine: the rows of the truth as the stores write them, pictures by the encoder
 * of `media-create`, and then what follows from them (`rebuild`). Every id follows from the time of the planting, which is
 * written first; that it is whole, last. So one that was stopped halfway is recognised, and finished.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import sharp from 'sharp';
import { allRows } from '../../../shared/copies/all-rows-store.ts';
import { connect, type Database, type Item, type Write } from '../../../shared/database.ts';
import type { MediaId } from '../../../shared/ids.ts';
import { type EncodedImage, encodedImage } from '../../../shared/media/encoding.ts';
import { mediaBucket } from '../../../shared/media/media-bucket.ts';
import { noticeFollows } from '../../../shared/notices/notice-follows.ts';
import { noticeMarks } from '../../../shared/notices/notice-marks.ts';
import { noticePosts } from '../../../shared/notices/notice-posts.ts';
import { followKey } from '../../../shared/people/follow-store.ts';
import { markKey } from '../../../shared/posts/mark-store.ts';
import { postKey } from '../../../shared/posts/post-store.ts';
import { recoveryStore } from '../../../shared/recovery/recovery-store.ts';
import { matchesSecret } from '../../../shared/secrets.ts';
import type { TableName } from '../../../shared/tables.ts';
import { rebuild } from '../../rebuilding.ts';
import { FIRST, VILLAGERS } from './people.ts';
import { deedRows, postRows, userRows } from './rows.ts';
import {
  midnightBefore,
  type PlantingTime,
  recoveryCodeOf,
  userIdOf,
  type Village,
  type VillagePicture,
  type VillagePost,
  villageAt,
} from './village.ts';

export type Planting = {
  client: DynamoDBClient;
  tableName(table: TableName): string;
  now: Date;
};

/** What has become of it; `peopled`: somebody else lives in this database, and nothing was planted. */
export type Planted = {
  outcome: 'planted' | 'finished' | 'there' | 'peopled';
  people: number;
  posts: number;
  /** By which one can be the first of them, while nobody has been. */
  code?: string;
};

/** As many rows as a transaction takes (Amazon DynamoDB Developer Guide, "Amazon DynamoDB Transactions"). */
const ROWS_AT_ONCE = 100;

/** Nobody's user id, and no name. */
const MARK = { pk: 'demo', sk: 'village' };

/** So many pictures are drawn side by side. */
const AT_ONCE = 4;

/** What happened so long before it is planted waits to be read; by far not all that ever did. */
const NEWS_DAYS = 4;

/** @throws {NodError} `store_unavailable`; it may be called again */
export async function plantVillage({ client, tableName, now }: Planting): Promise<Planted> {
  const db = inTransactions(connect(client, tableName));
  const users = tableName('Users');
  const mark = await db.get({ TableName: users, Key: MARK });
  const isWhole = mark?.isWhole === true;
  if (!isWhole && (await isPeopled(client, users))) return { outcome: 'peopled', people: 0, posts: 0 };

  const time = mark === undefined ? { now, midnight: midnightBefore(now) } : timeIn(mark);
  const village = villageAt(time);
  const counts = { people: village.people.length, posts: village.posts.length };
  if (isWhole) return { outcome: 'there', ...counts, ...(await unspentCode(db)) };

  const putMark = (isWhole: boolean) =>
    db.put({
      Put: {
        TableName: users,
        Item: { ...MARK, now: time.now.toISOString(), midnight: time.midnight.toISOString(), isWhole },
      },
    });
  await putMark(false);
  const put = (table: TableName, rows: Item[]) => putMissing({ client, db, table, rows });
  const [images] = await Promise.all([
    drawAll(picturesOf(village)),
    put('Users', userRows(db, village)).then(() => put('Posts', deedRows(db, village))),
  ]);
  await put('Posts', postRows(db, village, images));
  await rebuild(client, tableName, now, db);
  await tellNews(db, village, time.now);
  await putMark(true);
  return { outcome: mark === undefined ? 'planted' : 'finished', ...counts, ...(await unspentCode(db)) };
}

/** DynamoDB Local waits for its disk after each row of a batch, and once for all of a transaction: a tenth of the time. */
const inTransactions = (db: Database): Database => ({
  ...db,
  async putAll(table, { put = [], remove = [] }) {
    const TableName = db.tableName(table);
    const writes: Write[] = [
      ...put.map((Item) => ({ Put: { TableName, Item } })),
      ...remove.map((Key) => ({ Delete: { TableName, Key } })),
    ];
    for (let at = 0; at < writes.length; at += ROWS_AT_ONCE) {
      await db.write(...writes.slice(at, at + ROWS_AT_ONCE));
    }
  },
});

async function unspentCode(db: Database): Promise<{ code?: string }> {
  const code = recoveryCodeOf(FIRST);
  const kept = await recoveryStore(db).get(userIdOf(FIRST));
  return matchesSecret(code, kept?.codeHash) ? { code } : {};
}

const timeIn = ({ now, midnight }: Item): PlantingTime => ({
  now: new Date(String(now)),
  midnight: new Date(String(midnight)),
});

/** Whether somebody is there who is nobody of the village, also since it was half planted. */
async function isPeopled(client: DynamoDBClient, table: string): Promise<boolean> {
  const villagers = new Set<unknown>(VILLAGERS.map(userIdOf));
  for await (const { pk, sk } of allRows(client, table)) {
    if (sk === 'user' && !villagers.has(pk)) return true;
  }
  return false;
}

const picturesOf = ({ people, posts }: Village): VillagePicture[] => [
  ...people.map(({ portrait }) => portrait),
  ...posts.flatMap(({ picture }) => picture ?? []),
];

/** Draws the pictures, and puts their files where those of uploaded ones are. */
async function drawAll(pictures: readonly VillagePicture[]): Promise<Map<MediaId, EncodedImage>> {
  const bucket = mediaBucket();
  const images = new Map<MediaId, EncodedImage>();
  const left = [...pictures];
  const drawOn = async () => {
    for (let picture = left.pop(); picture !== undefined; picture = left.pop()) {
      const { id, use, svg } = picture;
      const png = await sharp(Buffer.from(svg())).png({ compressionLevel: 1 }).toBuffer();
      const image = await encodedImage(png, 'png', use);
      await Promise.all(image.files.map(({ size, bytes }) => bucket.put(id, size, bytes)));
      images.set(id, image);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, drawOn));
  return images;
}

/** Those that are there stay as they are: since it was begun, somebody may have liked a post, or followed somebody. */
async function putMissing({
  client,
  db,
  table,
  rows,
}: {
  client: DynamoDBClient;
  db: Database;
  table: TableName;
  rows: Item[];
}): Promise<void> {
  const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
  const there = new Set<string>();
  for await (const row of allRows(client, db.tableName(table))) there.add(keyOf(row));
  await db.putAll(table, { put: rows.filter((row) => !there.has(keyOf(row))) });
}

/** What she was told in the last days whom one can be, by what tells it of a stream's changes, each at its own time. */
async function tellNews(db: Database, { posts, follows }: Village, now: Date): Promise<void> {
  const since = now.getTime() - NEWS_DAYS * 24 * 60 * 60 * 1000;
  const soon = (at: Date) => new Date(Math.min(at.getTime() + 30 * 60 * 1000, now.getTime()));
  const isAbout = ({ answers, text }: VillagePost) =>
    answers?.by === FIRST || text.includes(`@${FIRST.username}`);
  const news: { at: Date; tell(): Promise<void> }[] = [
    ...follows
      .filter(({ of }) => of === FIRST)
      .map(({ at, follower, followed }) => ({
        at,
        tell: () => noticeFollows(db, { key: followKey(follower, followed) }, at),
      })),
    ...posts.filter(isAbout).map(({ at, by, id, text }) => ({
      at,
      tell: () => noticePosts(db, { key: postKey(userIdOf(by), id), after: { body: text } }, at),
    })),
    ...posts
      .filter(({ by }) => by === FIRST)
      .flatMap(({ at, id, likes, reposts }) =>
        [...new Set([...likes, ...reposts].map(({ by }) => by))].map((villager) => ({
          at: soon(at),
          tell: () => noticeMarks(db, { key: markKey(userIdOf(villager), id) }, soon(at)),
        })),
      ),
  ];
  const told = news
    .filter(({ at }) => at.getTime() > since)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
  for (const { tell } of told) await tell();
}
