import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import { beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { functionFolder, ROOT, siteFolder } from '../../../infra/bundles.ts';
import { databaseClient } from '../../../infra/local/database.ts';
import { plantedSentences, startPlanting } from '../../../infra/local/demo/demo.ts';
import { FIRST, VILLAGERS } from '../../../infra/local/demo/people.ts';
import { type Planted, plantVillage } from '../../../infra/local/demo/planting.ts';
import { deedRows, userRows } from '../../../infra/local/demo/rows.ts';
import { storyPosts } from '../../../infra/local/demo/story.ts';
import {
  midnightBefore,
  recoveryCodeOf,
  sessionIdOf,
  userIdOf,
  type VillagePost,
  villageAt,
} from '../../../infra/local/demo/village.ts';
import { MEDIA_BUCKET } from '../../../infra/local/media.ts';
import { startOptions } from '../../../infra/local/options.ts';
import { rebuild } from '../../../infra/rebuilding.ts';
import type { Item } from '../../../shared/database.ts';
import { isMediaId, isSessionId, isUserId } from '../../../shared/ids.ts';
import { LANGUAGES } from '../../../shared/languages.ts';
import { MOST_ALT_CHARACTERS, mediaPath, SIZES } from '../../../shared/media/media.ts';
import { aboutSchema, linkSchema } from '../../../shared/people/profile-edit.ts';
import { postBodySchema } from '../../../shared/posts/body.ts';
import { entitiesIn } from '../../../shared/posts/entities.ts';
import { isPostId, postWrittenAt } from '../../../shared/posts/post.ts';
import { POST_LANGUAGES, postLanguageOf } from '../../../shared/posts/post-language.ts';
import { FUNCTION_NAMES } from '../../../shared/routes.ts';
import type { TableName } from '../../../shared/tables.ts';
import { displayNameSchema, isReserved, usernameSchema } from '../../../shared/users/username.ts';
import { Browser } from '../../support/browser.ts';
import { nod as startNod } from '../../support/nod.ts';
import { Phone, readyToEnrol } from '../../support/people.ts';
import { type Tables, tables } from '../../support/tables.ts';

/** As long as 56 pictures may take to draw twice, beside everything else. */
const PLANTING_MS = 300_000;

const NOW = new Date();
const time = { now: NOW, midnight: midnightBefore(NOW) };
const village = villageAt(time);
const { posts } = village;
const postAt = (text: string): VillagePost => {
  const found = posts.find((post) => post.text.includes(text));
  if (found === undefined) throw new Error(`Nobody says “${text}”.`);
  return found;
};

describe('the stories', () => {
  it('are of twenty people, in every language that Nod speaks', () => {
    expect(VILLAGERS).toHaveLength(20);
    expect(posts.length).toBeGreaterThanOrEqual(300);
    for (const villager of VILLAGERS) {
      expect(posts.filter(({ by }) => by === villager).length).toBeGreaterThanOrEqual(15);
    }
    for (const language of LANGUAGES) {
      const inIt = posts.filter((post) => post.language === postLanguageOf(language));
      expect(inIt.length, language).toBeGreaterThanOrEqual(35);
      expect(VILLAGERS.map((villager) => villager.language)).toContain(language);
    }
  });

  it('are posts by the rules of posts, no two alike', () => {
    for (const { key, text, language } of posts) {
      expect(v.safeParse(postBodySchema, text).output, key).toBe(text);
      expect(POST_LANGUAGES, key).toContain(language);
    }
    const long = posts.map(({ text }) => text).filter((text) => text.length > 12);
    expect(new Set(long).size).toBe(long.length);
  });

  it('are written in the letters of their language', () => {
    for (const { key, language, text } of posts) {
      const words = text.replace(/[#@]\w+/g, '');
      if (/\p{L}{2}/u.test(words)) {
        expect(/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(words), key).toBe(language === 'ja');
        expect(/\p{sc=Arab}/u.test(words), key).toBe(language === 'ar');
      }
    }
  });

  it('mention people who are there, and lead to places that are', () => {
    const entities = posts.flatMap(({ text }) => entitiesIn(text));
    const mentioned = entities.flatMap((entity) => (entity.kind === 'mention' ? [entity.username] : []));
    expect(mentioned.length).toBeGreaterThan(15);
    const names = VILLAGERS.map(({ username }) => username);
    for (const name of mentioned) expect(names).toContain(name);
    const tags = new Set(entities.flatMap((entity) => (entity.kind === 'tag' ? [entity.tag] : [])));
    expect(tags.size).toBeGreaterThan(20);
    expect(entities.some(({ kind }) => kind === 'link')).toBe(true);
  });

  it('are told by people whom Nod would take', () => {
    for (const villager of VILLAGERS) {
      const { username, displayName, about, links = [] } = villager;
      expect(v.parse(usernameSchema, username)).toBe(username);
      expect(isReserved(username)).toBe(false);
      expect(v.parse(displayNameSchema, displayName)).toBe(displayName);
      expect(v.parse(aboutSchema, about)).toBe(about);
      for (const link of links) expect(v.parse(linkSchema, link)).toBe(link);
      expect(isUserId(userIdOf(villager)) && isSessionId(sessionIdOf(villager))).toBe(true);
    }
  });

  it('lie in the past, whatever hour it is, and answers come after what they answer', () => {
    for (const hour of [0, 9, 23.9]) {
      const now = new Date(time.midnight.getTime() + hour * 3_600_000 + 1000);
      const then = villageAt({ now, midnight: midnightBefore(now) });
      expect(new Set(then.posts.map(({ id }) => id)).size).toBe(posts.length);
      for (const { key, id, at, answers, reposts } of then.posts) {
        expect(isPostId(id), key).toBe(true);
        expect(postWrittenAt(id)).toEqual(at);
        expect(at.getTime(), key).toBeLessThan(now.getTime());
        if (answers !== undefined) expect(id > answers.id, key).toBe(true);
        for (const repost of reposts) expect(repost.at > at && repost.at < now, key).toBe(true);
      }
    }
  });

  it('are refused where they cannot be read, with the line', () => {
    const wrong: [string, RegExp][] = [
      ['hello', /^one:1: nobody says this/],
      ['= 3 10:00 nobody\nhello', /^one:1: nobody has this name/],
      ['> 3m sam\nhello', /^one:1: it answers nothing/],
      ['= 3 10:00 sam\nhello\n>> 3m ida\nhi', /^one:3: it answers nothing/],
      ['= soon sam\nhello', /^one:1: this is no post/],
    ];
    for (const [text, why] of wrong) expect(() => storyPosts('one', text)).toThrow(why);
  });
});

describe('the village in a database', () => {
  const nod = startNod();
  const client = () => databaseClient(inject('databaseEndpoint'), { attempts: 3 });
  const plant = (now: Date, by = client()): Promise<Planted> =>
    plantVillage({ client: by, tableName: nod.db.tableName, now });
  const rowsOf = async (table: TableName): Promise<Item[]> => (await nod.rows())[table];
  const MARK = { pk: 'demo', sk: 'village' };
  const mark = () => nod.db.get({ TableName: nod.db.tableName('Users'), Key: MARK });
  /** Something to compare: the same rows, whatever order they are read in. */
  const asText = (rows: Item[]) =>
    rows
      .map((row) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([, value]) => value !== undefined)
            .sort(),
        ),
      )
      .sort();

  const outcomes: unknown[] = [];
  let half: { mark: Item | undefined; posts: number };
  beforeAll(async () => {
    vi.stubEnv('MEDIA_BUCKET', MEDIA_BUCKET);
    vi.stubEnv('AWS_ENDPOINT_URL_S3', nod.mediaEndpoint);
    vi.stubEnv('AWS_REGION', 'local');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
    vi.stubEnv('STORE_TIMEOUT_MS', '60000');
    // Killed among the posts: people, likes and follows are there already.
    const dying = client();
    const before = Math.ceil(deedRows(nod.db, village).length / 100) + 1;
    let sent = 0;
    dying.middlewareStack.add(
      (next, { commandName }) =>
        (request) => {
          if (commandName === 'TransactWriteItemsCommand' && ++sent > before + 3) throw new Error('killed');
          return next(request);
        },
      { step: 'initialize' },
    );
    await plant(NOW, dying).catch((error) => outcomes.push(error.message));
    half = { mark: await mark(), posts: (await rowsOf('Posts')).filter(({ body }) => body).length };
    outcomes.push((await plant(new Date(NOW.getTime() + 3_600_000))).outcome);
  }, PLANTING_MS);

  it('is finished where it was stopped halfway, as it had been begun', async () => {
    expect(outcomes).toEqual([expect.stringContaining('did not answer'), 'finished']);
    expect(half.mark).toMatchObject({ isWhole: false });
    expect(half.posts).toBeGreaterThan(0);
    expect(half.posts).toBeLessThan(posts.length);
    expect(await mark()).toMatchObject({ isWhole: true, now: NOW.toISOString() });
    const written = (await rowsOf('Posts')).filter(({ body }) => body !== undefined);
    expect(written.map(({ postId }) => postId).sort()).toEqual(posts.map(({ id }) => id).sort());
    const all = new Set(asText(await rowsOf('Posts')));
    for (const row of asText(deedRows(nod.db, village))) expect(all).toContain(row);
    expect(new Set(asText(await rowsOf('Users')))).toEqual(
      new Set(asText([...userRows(nod.db, village), (await mark()) as Item])),
    );
  });

  it('is planted once: npm start then says where it is, and how to be somebody in it', async () => {
    const before = Object.values(await nod.rows()).flatMap(asText);
    const planting = startPlanting({
      databaseEndpoint: inject('databaseEndpoint'),
      mediaEndpoint: nod.mediaEndpoint,
      tablePrefix: nod.db.tableName('Users').replace(/Users$/, ''),
    });
    const planted = await planting.planted;
    expect(planted).toEqual({
      outcome: 'there',
      people: 20,
      posts: posts.length,
      code: recoveryCodeOf(FIRST),
    });
    const [where, how] = plantedSentences(planted, nod.origin);
    expect(where).toContain(`has been there before: 20 people, ${posts.length} posts.`);
    expect(where).toContain(`${nod.origin}/@${FIRST.username}`);
    expect(how).toContain(recoveryCodeOf(FIRST));
    expect(Object.values(await nod.rows()).flatMap(asText)).toEqual(before);
  }, 60_000);

  it('has the counts that its rows have', async () => {
    const rows = await rowsOf('Posts');
    const written = rows.filter(({ body }) => body !== undefined);
    for (const { postId, likes = 0, reposts = 0, replies = 0 } of written) {
      const marks = rows.filter(({ sk }) => sk === `mark#${postId}`);
      expect({
        likes: marks.filter(({ liked }) => liked).length,
        reposts: marks.filter(
          ({ reposted }) => reposted !== undefined && rows.some((row) => row.postId === reposted),
        ).length,
        replies: written.filter(({ replyTo }) => (replyTo as Item | undefined)?.id === postId).length,
      }).toEqual({ likes, reposts, replies });
    }
    for (const villager of VILLAGERS) {
      const of = (list: string) =>
        rows.filter(({ pk, sk }) => pk === userIdOf(villager) && String(sk).startsWith(list)).length;
      const { body } = await new Browser(nod).call('user', { params: { username: villager.username } });
      expect(body).toMatchObject({
        displayName: villager.displayName,
        counts: {
          followers: of('follower#'),
          following: of('following#'),
          posts: posts.filter(({ by }) => by === villager).length,
        },
      });
    }
  }, 60_000);

  it('follows from its own rows: whoever rebuilds finds nothing to do', async () => {
    const done = await rebuild(client(), nod.db.tableName, new Date());
    expect(done.homes).toEqual({ put: 0, removed: 0 });
    const copies = await rowsOf('Copies');
    expect(copies.filter(({ pk }) => String(pk).startsWith('t#')).length).toBe(done.words?.put);
  }, 60_000);

  it('shows every picture, small and large, with words for it', async () => {
    expect(posts.filter(({ picture }) => picture).length).toBeGreaterThan(30);
    const rows = await rowsOf('Posts');
    for (const { id, picture } of posts) {
      if (picture === undefined) continue;
      const { media = [] } = rows.find(({ postId }) => postId === id) as { media?: Item[] };
      const [shown] = media;
      expect(shown).toMatchObject({ id: picture.id, alt: picture.alt });
      expect(isMediaId(picture.id)).toBe(true);
      expect(picture.alt.length).toBeGreaterThan(20);
      expect(picture.alt.length).toBeLessThan(MOST_ALT_CHARACTERS);
      expect(Buffer.from(String(shown?.placeholder), 'base64url').length).toBeGreaterThan(10);
      for (const size of SIZES.post) {
        const { data, info } = await fetched(mediaPath(picture.id, size));
        expect([info.width, info.height]).toEqual(size === 640 ? [640, 427] : [shown?.width, shown?.height]);
        // No picture is of one colour.
        expect(Math.max(...(await sharp(data).stats()).channels.map(({ stdev }) => stdev))).toBeGreaterThan(
          5,
        );
      }
    }
    for (const { portrait } of village.people) {
      const { info } = await fetched(mediaPath(portrait.id, 256));
      expect([info.width, info.height]).toEqual([256, 256]);
    }
    expect(rows.filter(({ pk }) => pk === 'media-due')).toEqual([]);
  }, 60_000);

  const fetched = async (path: string) => {
    const answer = await fetch(nod.origin + path);
    expect([path, answer.status]).toEqual([path, 200]);
    const data = Buffer.from(await answer.arrayBuffer());
    const { info } = await sharp(data).raw().toBuffer({ resolveWithObject: true });
    return { data, info };
  };

  it('has whole threads', async () => {
    const lost = postAt('Nell (6) has lost');
    const { body } = await new Browser(nod).call('thread', { params: { postId: lost.id } });
    const below = (post: VillagePost): VillagePost[] =>
      posts.filter(({ answers }) => answers === post).flatMap((one) => [one, ...below(one)]);
    expect(JSON.stringify(body)).toContain('otter');
    for (const { id } of below(lost)) expect(JSON.stringify(body)).toContain(id);
  });

  it('is found by words, in any of its languages, and by tag', async () => {
    const search = async (q: string) =>
      (await new Browser(nod).succeed('search', { query: { q } })).items.map(({ id }) => id);
    for (const text of ['otter', 'Sauerteig', 'zapatero', 'المنارة', 'カワウソ', '#quayconcert']) {
      const said = posts.some((post) => post.text.toLowerCase().includes(text.toLowerCase()));
      expect((await search(text)).length > 0, text).toBe(said);
    }
  });

  it('is there for whoever comes without signing in', async () => {
    const { items } = await new Browser(nod).succeed('posts');
    expect(items[0]?.body).toContain('welcome to Ottersand');
    for (const path of ['/', `/@${FIRST.username}`, `/@greta/${items[0]?.id}`]) {
      const page = await fetch(nod.origin + path);
      expect([path, page.status]).toEqual([path, 200]);
    }
  });

  it('lets one be the captain, by her code: she has news, and whom she follows at home', async () => {
    const captain = new Browser(nod);
    const body = { username: FIRST.username, code: recoveryCodeOf(FIRST) };
    const { enrolUrl } = await captain.succeed('recover', { body });
    const phone = new Phone(nod);
    await phone.succeed('device-enrol', { body: await readyToEnrol(phone, enrolUrl) });
    expect((await captain.succeed('login-complete')).user.displayName).toBe(FIRST.displayName);
    const kinds = (await captain.succeed('notices')).items.map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set([...kinds, 'replied', 'liked']));
    const home = await captain.succeed('home');
    expect(home.of).toBe('home');
    const written = new Set(home.items.map(({ author }) => author.username));
    expect(written.size).toBeGreaterThan(3);
    // Her code is spent by that: nobody is told of it any more.
    expect(await plant(new Date())).not.toHaveProperty('code');
  });
});

describe('a database with people', () => {
  const used: Tables = tables();
  beforeEach(used.empty);
  const half = {
    pk: 'demo',
    sk: 'village',
    now: NOW.toISOString(),
    midnight: NOW.toISOString(),
    isWhole: false,
  };

  it.for([
    ['', []],
    [', also where a village is half planted', [half]],
  ] as const)('stays as it is%s', async ([, rows]) => {
    await used.db.putAll('Users', { put: [...rows, { pk: 'usr_x', sk: 'user', username: 'susan' }] });
    const before = await used.rows();
    const by = databaseClient(used.endpoint);
    const { outcome } = await plantVillage({ client: by, tableName: used.db.tableName, now: NOW });
    expect(outcome).toBe('peopled');
    expect(plantedSentences({ outcome, people: 0, posts: 0 }, '')).toEqual([
      expect.stringMatching(/people in this database already, so nothing was planted/),
    ]);
    expect(await used.rows()).toEqual(before);
  });
});

describe('npm start', () => {
  it('knows what it may be told', () => {
    expect(startOptions([], {})).toEqual({ demo: false });
    expect(startOptions(['--demo'], {})).toEqual({ demo: true });
    expect(startOptions([], { npm_config_demo: 'true' })).toEqual({ demo: true });
    expect(startOptions(['--help'], {})).toMatchObject({ help: expect.stringContaining('--demo') });
    for (const wrong of ['--demoo', 'demo', '--demo=yes', '-x']) {
      expect(startOptions([wrong], {})).toEqual({ problem: expect.stringContaining(wrong) });
    }
  });

  it('says so in a sentence, and starts nothing', () => {
    const start = join(ROOT, 'infra/local/start.ts');
    const { status, stdout, stderr } = spawnSync(process.execPath, [start, '--dmeo'], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: 'npm start knows --demo and --help, and not --dmeo.\n',
    });
    expect(execFileSync(process.execPath, [start, '--help'], { encoding: 'utf8' })).toContain(
      'npm start -- --demo',
    );
  });
});

describe('a deployment', () => {
  const files = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file));

  it('has nothing of it: only npm start knows the folder', () => {
    const naming = ['bin', 'functions', 'infra', 'shared', 'web']
      .flatMap(files)
      .filter((file) => /\.(ts|mjs)$/.test(file) && !file.startsWith('infra/local/demo/'))
      .filter((file) => /['"/]demo\/[\w-]+\.ts['"]/.test(readFileSync(join(ROOT, file), 'utf8')));
    expect(naming).toEqual(['infra/local/whole.ts']);
  });

  it('nor has any bundle or page a word of it', () => {
    const bundles = FUNCTION_NAMES.map((name) => join(functionFolder(name), 'index.mjs'));
    const site = readdirSync(siteFolder({ local: false }), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(js|html|json)$/.test(file))
      .map((file) => join(siteFolder({ local: false }), file));
    expect(site.length).toBeGreaterThan(20);
    for (const file of [...bundles, ...site]) {
      expect(/Ottersand|VILLAGERS/.test(readFileSync(file, 'utf8')), file).toBe(false);
    }
  });
});
