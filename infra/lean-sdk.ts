/**
 * Leaves out of the functions' bundles what the AWS SDK carries for other places than Lambda: half of its
 * bytes, and so of what a cold start reads and compiles. `test/bench/` measures what it is worth.
 */
import type { Plugin } from 'esbuild';

const REPLACEMENTS: Record<string, { why: string; contents: string }> = {
  '@aws-sdk/credential-provider-node': {
    why: 'Lambda gives the role’s credentials in the environment; SSO, profiles and instance metadata are elsewhere.',
    contents: `export const defaultProvider = () => async () => ({
      accessKeyId: process.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
      sessionToken: process.env.AWS_SESSION_TOKEN,
    });`,
  },
  '@smithy/core/event-streams': {
    why: 'DynamoDB answers in one piece.',
    contents: 'export class EventStreamSerde {} export const eventStreamSerdeProvider = () => {};',
  },
  '@aws-sdk/endpoint-cache': {
    why: 'Endpoint discovery is off, and nothing fills its cache.',
    contents: 'export class EndpointCache {}',
  },
};

/** The version, for the user agent, is all that the SDK reads of its own package file. */
const OWN_PACKAGE_FILE = /[\\/]node_modules[\\/]@aws-sdk[\\/][\w-]+[\\/]package\.json$/;

export const leanSdk: Plugin = {
  name: 'lean-sdk',
  setup(build) {
    const names = Object.keys(REPLACEMENTS).map((name) => name.replaceAll('/', '\\/'));
    build.onResolve({ filter: new RegExp(`^(${names.join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'lean-sdk',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'lean-sdk' }, ({ path }) => ({
      contents: REPLACEMENTS[path]?.contents ?? '',
    }));
    build.onLoad({ filter: OWN_PACKAGE_FILE }, async ({ path }) => {
      const { default: manifest } = (await import(path, { with: { type: 'json' } })) as {
        default: { version: string };
      };
      return { contents: JSON.stringify({ version: manifest.version }), loader: 'json' };
    });
  },
};
