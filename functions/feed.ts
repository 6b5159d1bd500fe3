import { hash } from 'node:crypto';
import { feedCall } from '../shared/api/feeds.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { NodError } from '../shared/errors.ts';
import { atomOf } from '../shared/feeds/atom.ts';
import type { Feed } from '../shared/feeds/feed.ts';
import { FEED_TYPES } from '../shared/feeds/formats.ts';
import { jsonFeedOf } from '../shared/feeds/json-feed.ts';
import { authorFeed, tagFeed } from '../shared/feeds/reading.ts';
import { hasEtag } from '../shared/http/etag.ts';
import { endpoint, serveAnybody } from '../shared/http/serve.ts';
import { tagIn } from '../shared/posts/entities.ts';
import { userStore } from '../shared/users/user-store.ts';

const WRITTEN_BY = { xml: atomOf, json: jsonFeedOf };

/** The last posts of an author, or of a tag, for everybody alike: 304 to whoever has them as they are. */
export const feed = (db: Database, users = userStore(db)) =>
  endpoint(feedCall, async ({ params: { format }, query: { author, tag }, ifNoneMatch }) => {
    const text = WRITTEN_BY[format](await read(), env.siteOrigin);
    const etag = `"${hash('sha256', text, 'base64url')}"`;
    if (hasEtag(ifNoneMatch, etag)) return { status: 304, document: { headers: { etag } } };
    const type = `${FEED_TYPES[format]}; charset=utf-8`;
    return { status: 200, document: { headers: { 'content-type': type, etag }, text } };

    async function read(): Promise<Feed> {
      if (author !== undefined) return ofAuthor(author);
      if (tag === undefined) throw new NodError('invalid_input', 'Name an author or a tag.');
      const compared = tagIn(tag);
      if (compared === undefined)
        throw new NodError('not_found', 'This is no tag.', { params: { what: 'thing' } });
      return tagFeed(db, compared);
    }

    async function ofAuthor(username: string): Promise<Feed> {
      const userId = await users.idByName(username);
      const found = userId && (await authorFeed(db, userId));
      if (found) return found;
      throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' }, field: 'author' });
    }
  });

await prime('Users');

export const handler = serveAnybody(feed(database()));
