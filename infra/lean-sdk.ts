/**
 * Leaves out of the functions' bundles what the AWS SDK carries for other places than Lambda, half of its bytes,
 * and what middy does for no function of Nod: a cold start reads and compiles it all. `test/bench/` measures what
 * it is worth.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Whole modules, by the name under which they are imported. */
const MODULES: Record<string, { why: string; contents: string }> = {
  '@aws-sdk/credential-provider-node': {
    why: 'Lambda gives the role’s credentials in the environment; SSO, profiles and instance metadata are elsewhere.',
    contents: `export const defaultProvider = () => async () => ({
      accessKeyId: process.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
      sessionToken: process.env.AWS_SESSION_TOKEN,
    });`,
  },
  '@smithy/core/event-streams': {
    why: 'DynamoDB answers in one piece, and what S3 could stream (SELECT) nobody asks for.',
    contents: `export class EventStreamSerde {} export const eventStreamSerdeProvider = () => {};
      export const resolveEventStreamSerdeConfig = (config) => config;`,
  },
  '@aws-sdk/endpoint-cache': {
    why: 'Endpoint discovery is off, and nothing fills its cache.',
    contents: 'export class EndpointCache {}',
  },
  'https-proxy-agent': {
    why: 'web-push only seals what is sent here (`shared/push/send-push.ts`), and no proxy is in the way.',
    contents: 'export class HttpsProxyAgent {}',
  },
};

/**
 * What DynamoDB refuses of other operations than those with items: backups, exports, imports, global tables, indexes and
 * tables. Were one to come all the same, it would be thrown by its name as one of the SDK's exceptions without a class.
 */
const NEVER_REFUSED =
  /^(Backup|ContinuousBackups|DuplicateItem|Export|GlobalTable|Import|Index|InvalidExport|InvalidRestore|PointInTime|Policy|Replica(?!ted)|ResourceInUse|Table)/;

/** Files inside the packages, by the end of their path. */
const FILES: { end: RegExp; why: string; contents(text: string): string }[] = [
  {
    end: /@aws-sdk\/[\w-]+\/package\.json$/,
    why: 'The version, for the user agent, is all that the SDK reads of its own package file.',
    contents: (text) => `export default { version: ${JSON.stringify(JSON.parse(text).version)} };`,
  },
  {
    end: /\/util-endpoints\/lib\/aws\/partitions\.js$/,
    why: 'Nobody reads how the regions are called, and an expression finds the partition of each.',
    contents: (text) =>
      replaced(
        replaced(text, /"description": "[^"]*"/g, ''),
        /"regions": \{(?:[^{}]|\{[^{}]*\})*\}/g,
        '"regions": {}',
      ),
  },
  {
    end: /\/client-dynamodb\/dist-es\/models\/errors\.js$/,
    why: 'Items are read and written; what can go wrong with backups and tables is said to others.',
    contents: (text) =>
      replaced(text, /export class (\w+) extends __BaseException \{[\s\S]*?\n\}/g, (made, name) =>
        NEVER_REFUSED.test(name) ? `export const ${name} = undefined;` : made,
      ),
  },
  {
    end: /\/client-dynamodb\/dist-es\/schemas\/schemas_0\.js$/,
    why: 'The same, as it is read from an answer.',
    contents: (text) =>
      replaced(text, /n0_registry\.registerError\((\w+)\$, \w+\);/g, (made, name) =>
        NEVER_REFUSED.test(name) ? '' : made,
      ),
  },
  {
    end: /\/linkify-it\/build\/index\.mjs$/,
    why: 'Which ends of names make a link is said by `shared/posts/entities.ts`.',
    contents: (text) => replaced(text, 'tlds: unpackTlds(),', 'tlds: [],'),
  },
  {
    end: /\/shared-ini-file-loader\/loadSharedConfigFiles\.js$/,
    why: 'A function is configured by its environment; there is no home folder with files to look through.',
    contents: () => `export const CONFIG_PREFIX_SEPARATOR = '.';
      export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });`,
  },
  {
    end: /\/regionConfig\/getInstanceMetadataRegion\.js$/,
    why: 'Lambda says the region in the environment; instance metadata is elsewhere.',
    contents: () => 'export const getInstanceMetadataRegion = async () => undefined;',
  },
  {
    end: /\/sha256\/Sha256Js\.js$/,
    why: 'Node.js has SHA-256 of its own, and the SDK takes it.',
    contents: () => 'export class Sha256Js {}',
  },
  {
    end: /\/util-retry\/AdaptiveRetryStrategy\.js$/,
    why: 'Repeats follow the standard strategy, and the adaptive one has a rate limiter of its own.',
    contents: () => 'export class AdaptiveRetryStrategy {}',
  },
  {
    end: /\/serde\/util-stream\/stream-type-check\.js$/,
    why: 'Answers come as streams of Node.js, and only to name the web’s makes Node.js load them.',
    contents: () => 'export const isReadableStream = () => false; export const isBlob = () => false;',
  },
  {
    end: /\/isStreamingPayload\/isStreamingPayload\.js$/,
    why: 'The same for what is sent, which is text.',
    contents: () => 'export const isStreamingPayload = () => false;',
  },
  {
    end: /\/util-body-length\/calculateBodyLength\.js$/,
    why: 'What is sent is text; files, which are not, are streams that Node.js would load.',
    contents: () => "export const calculateBodyLength = (body) => Buffer.byteLength(body ?? '');",
  },
  {
    end: /\/serde\/uuid\/v4\.js$/,
    why: 'To look whether there is Web Crypto makes Node.js load it; a random UUID it has without.',
    contents: () => "import { randomUUID } from 'node:crypto'; export const bindV4 = () => randomUUID;",
  },
  {
    end: /\/submodules\/serde\/index\.js$/,
    why: 'This, too, loads Web Crypto, for the UUID alone.',
    contents: (text) => replaced(text, 'const _getRandomValues = getRandomValues;', 'let _getRandomValues;'),
  },
  {
    end: /\/@middy\/core\/index\.js$/,
    why: 'No function streams its answer, and web streams are slow to load.',
    contents: (text) =>
      replaced(text, 'import { ReadableStream } from "node:stream/web";', 'class ReadableStream {}'),
  },
  {
    end: /\/web-push\/src\/web-push-lib\.js$/,
    why: 'It takes addresses apart by `url.parse`, of which Node.js warns in the log of every new instance.',
    contents: (text) =>
      replaced(text, "const url = require('url');", 'const url = { parse: (text) => new URL(text) };'),
  },
];

/** The text with a part of it replaced. That it is there no longer must not go by unseen: somebody changed it. */
export function replaced(
  text: string,
  part: string | RegExp,
  by: string | ((found: string, ...groups: string[]) => string),
): string {
  const changed = text.replace(part, by as string);
  if (changed === text) throw new Error(`There is no ${part} in it any more.`);
  return changed;
}

/**
 * Modules are loaded with all that they name at their top, and `node:http` is slow to load, while the SDK asks for
 * it only where an endpoint has no TLS: a bundle that would load it always fails the build.
 */
export const noHttpAtTheTop: Plugin = {
  name: 'no-http-at-the-top',
  setup(build) {
    build.onEnd(({ metafile }) => {
      const outputs = Object.entries(metafile?.outputs ?? {});
      const loading = outputs.filter(([, { imports }]) =>
        imports.some(({ kind, path }) => kind === 'import-statement' && /^(node:)?http$/.test(path)),
      );
      return { errors: loading.map(([file]) => ({ text: `${file} imports node:http at its top.` })) };
    });
  },
};

/**
 * @param whole whether all functions are built: then each patch has something to patch, and one that has nothing
 *   fails the build, because it would leave in all bundles what it is there to leave out
 */
export function leanSdk({ whole }: { whole: boolean }): Plugin {
  return {
    name: 'lean-sdk',
    setup(build) {
      // Grows with every rebuild, each of which reads only what has changed.
      const met = new Set<string>();
      const names = Object.keys(MODULES).map((name) => name.replaceAll('/', '\\/'));
      build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => {
        met.add(path);
        return { path, namespace: 'lean-sdk', sideEffects: false };
      });
      build.onLoad({ filter: /.*/, namespace: 'lean-sdk' }, ({ path }) => ({
        contents: MODULES[path]?.contents ?? '',
      }));
      // They do not say that loading them does nothing, as the rest of the SDK does: who only reads would have it all, and who
      // only knows what a link is, how one is found.
      build.onResolve(
        { filter: /^(@aws-sdk\/lib-dynamodb|linkify-it)$/ },
        async ({ path, pluginData, ...from }) => {
          if (pluginData === 'as it is') return undefined;
          const found = await build.resolve(path, { ...from, pluginData: 'as it is' });
          return { ...found, sideEffects: false };
        },
      );
      for (const { end, contents } of FILES) {
        build.onLoad({ filter: end }, async ({ path }) => {
          met.add(end.source);
          return { contents: contents(await readFile(path, 'utf8')), loader: 'js' };
        });
      }
      build.onEnd(({ errors }) => {
        // A build that stopped early has not come to everything.
        if (!whole || errors.length > 0) return undefined;
        const all = [...Object.keys(MODULES), ...FILES.map(({ end }) => end.source)];
        const idle = all.filter((patch) => !met.has(patch));
        return { errors: idle.map((patch) => ({ text: `The patch for ${patch} meets nothing.` })) };
      });
    },
  };
}
