/** The whole of Nod on this machine, rebuilt when a file changes. */
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { FUNCTION_NAMES } from '../../shared/routes.ts';
import {
  documentsFile,
  ROOT,
  sharingFolder,
  sharingOptions,
  siteFolder,
  siteOptions,
  workerOptions,
  writeDocuments,
} from '../bundles.ts';
import { bundleImageEncoder } from '../image-encoder.ts';
import { createTables, LOCAL_PREFIX, type LocalDatabase, startDatabase } from './database.ts';
import { localFunctions } from './functions.ts';
import { javaProblem } from './java.ts';
import { type LocalMedia, startMedia } from './media.ts';
import { startProviders } from './providers.ts';
import { listen } from './server.ts';
import { followClock, followStreams } from './triggers.ts';

const port = Number(process.env.PORT ?? 3000);
/** Far from the ports that people choose for a second Nod. */
const demoPort = port > 0 && port <= 64_535 ? port + 1000 : 0;
const dataFolder = resolve(process.env.NOD_DATA_DIR ?? join(ROOT, '.nod'));

/** `BELL=false npm start` is what `-c bell=false` deploys. */
const hasBell = process.env.BELL !== 'false';

const stops: (() => Promise<unknown>)[] = [];
let isStopping = false;

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const results = await Promise.allSettled(stops.map((stop) => stop()));
  for (const result of results) if (result.status === 'rejected') console.error(result.reason);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));

// A signal to npm alone ends npm and its shell, and tells us nothing but that we have another parent now.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && stop(0), 250).unref();

function refuse(sentence: string): Promise<void> {
  console.error(sentence);
  return stop(1);
}

async function start({ demo: hasDemo }: { demo: boolean }): Promise<void> {
  const problem = javaProblem();
  if (problem !== undefined) return refuse(problem);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return refuse(`PORT must be a number from 0 to 65535, and is "${process.env.PORT}".`);
  }

  const server = await listen(port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return undefined;
  });
  if (server === undefined)
    return refuse(`Port ${port} is in use: choose another, as in PORT=3001 npm start.`);
  stops.push(() => server.close());
  const providers = await startProviders(server.origin, demoPort).catch((error: Error) => error);
  if (providers instanceof Error) return refuse(providers.message);
  stops.push(() => providers.demo.close());

  const startingDatabase = startDatabase({ folder: join(dataFolder, 'dynamodb') }).then(async (database) => {
    void database.gone.then(() => {
      if (!isStopping) console.error('  The database is gone. End this with Ctrl-C and start it again.');
    });
    await createTables(database.endpoint, LOCAL_PREFIX);
    console.log('  The database is there.');
    return database;
  });
  // Whoever ends this before it is there must not leave it behind.
  stops.push(() => startingDatabase.then((database) => database.stop()));
  const startingMedia = startMedia(join(dataFolder, 'media'));
  stops.push(() => startingMedia.then((media) => media.stop()));
  const planting = hasDemo
    ? Promise.all([startingDatabase, startingMedia]).then(plantDemo, () => undefined)
    : undefined;
  // Before the streams are followed: what follows from the village comes with it.
  const [database, media, decoySecret, keySecret, builds, village] = await Promise.all([
    startingDatabase,
    startingMedia,
    retainedSecret('decoy-secret'),
    retainedSecret('key-secret'),
    build(),
    planting,
  ]);
  if (isStopping) return;

  const functions = localFunctions({
    siteOrigin: server.origin,
    relyingPartyId: 'localhost',
    databaseEndpoint: database.endpoint,
    mediaEndpoint: media.endpoint,
    tablePrefix: LOCAL_PREFIX,
    decoySecret,
    keySecret,
    originSecret: server.originSecret,
    bellEndpoint: hasBell ? server.bellEndpoint : undefined,
    folderOf: sharingFolder,
    variables: {
      DOCUMENTS: documentsFile({ local: true }),
      ...passedOn(['NOD_LIMITS_SCALE', 'POLL_AFTER_MS', 'ADMIN_USERNAME', 'LOCAL_PUSH_ORIGIN']),
      ...providers.variables,
    },
  });
  stops.push(() => functions.stop());
  builds.onFunctions(() => functions.reload());
  const streams = await followStreams({
    functions,
    databaseEndpoint: database.endpoint,
    tablePrefix: LOCAL_PREFIX,
    hasBell,
  });
  const clock = followClock(functions);
  stops.push(async () => {
    clock.stop();
    await streams.stop();
  });
  server.serve({
    functions,
    siteFolder: siteFolder({ local: true }),
    mediaEndpoint: media.endpoint,
  });

  console.log(`
  nod is ready

  Blog       ${server.origin}
  Phone      ${server.origin}/phone
             ${server.origin}/phone?practice   a phone to practise with, in this computer's browser
  Provider   ${providers.demo.issuer}   a demo OpenID provider with two people in it, on this machine only
  Database   ${database.endpoint}   Amazon DynamoDB Local, data in ${relative(process.cwd(), dataFolder) || '.'}

  Use Chrome or Firefox: Safari refuses Secure cookies on http://localhost.
  Ctrl-C stops everything.
${(village?.(server.origin) ?? []).map((sentence) => `\n  ${sentence}`).join('')}${village === undefined ? '' : '\n'}`);
}

/** While everything else is built. @returns what there is to say of it, given where the blog is */
async function plantDemo([{ endpoint: databaseEndpoint }, { endpoint: mediaEndpoint }]: [
  LocalDatabase,
  LocalMedia,
]): Promise<(origin: string) => string[]> {
  const { plantedSentences, startPlanting } = await import('./demo/demo.ts');
  const planting = startPlanting({ databaseEndpoint, mediaEndpoint, tablePrefix: LOCAL_PREFIX });
  stops.push(() => planting.stop());
  try {
    const planted = await planting.planted;
    return (origin) => plantedSentences(planted, origin);
  } catch (error) {
    if (isStopping) return () => [];
    throw error;
  }
}

/** Builds functions and site, the site with the practice phone, and again whenever one of their files changes. */
async function build(): Promise<{ onFunctions(then: () => void): void }> {
  let onFunctions = () => {};
  const pages = siteOptions({ local: true });
  await Promise.all([
    bundleImageEncoder(ROOT, sharingFolder('media-create')),
    buildAndWatch(`The ${FUNCTION_NAMES.length} functions are`, sharingOptions(), async () => onFunctions()),
    buildAndWatch('The pages are', pages, async (metafile) => {
      await writeDocuments(metafile, { local: true });
      // The documents with content are read once.
      onFunctions();
    }),
    buildAndWatch('The service worker is', workerOptions({ local: true }), async () => {}),
  ]);
  return {
    onFunctions(then) {
      onFunctions = then;
    },
  };
}

/** Fulfilled once it is built. A mistake is printed by esbuild, and mended by the next change. */
async function buildAndWatch(
  what: string,
  options: esbuild.BuildOptions,
  then: (metafile: esbuild.Metafile) => Promise<void>,
): Promise<void> {
  const first = Promise.withResolvers<void>();
  let isFirst = true;
  const context = await esbuild.context({
    ...options,
    metafile: true,
    plugins: [
      ...(options.plugins ?? []),
      {
        name: 'nod',
        setup(build) {
          build.onEnd(async ({ metafile, errors }) => {
            if (metafile !== undefined && errors.length === 0) {
              await then(metafile);
              console.log(`  ${what} ${isFirst ? 'built' : 'rebuilt'}.`);
              isFirst = false;
            }
            first.resolve();
          });
        },
      },
    ],
  });
  stops.push(() => context.dispose());
  await context.watch();
  await first.promise;
}

/** A secret that is made once and kept, as a deployment keeps it. */
async function retainedSecret(name: string): Promise<string> {
  const file = join(dataFolder, name);
  await mkdir(dataFolder, { recursive: true });
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept !== undefined && kept !== '') return kept;
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

function passedOn(names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** Runs it until it is stopped. */
export async function startWhole(options: { demo: boolean }): Promise<void> {
  try {
    await start(options);
  } catch (error) {
    console.error(error);
    await stop(1);
  }
}
