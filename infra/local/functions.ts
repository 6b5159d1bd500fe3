/**
 * The functions on this machine: each bundle as it is, with an environment of its own, in one worker that starts with
 * the first call. A worker for each would cost five times the processor and twenty times the memory.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2,
  DynamoDBStreamEvent,
  ScheduledEvent,
} from 'aws-lambda';
import type { ConnectEvent, DisconnectEvent } from '../../shared/http/connect.ts';
import {
  FUNCTION_NAMES,
  type FunctionName,
  grantsOf,
  isSocket,
  isTriggerName,
  type Route,
  type RouteName,
  rowOf,
  type Trigger,
  type TriggerName,
} from '../../shared/routes.ts';
import { type TableName, tableVariable } from '../../shared/tables.ts';
import { functionFolder, ROOT } from '../bundles.ts';
import { localTableName, REGION } from './database.ts';
import { MEDIA_BUCKET } from './media.ts';

/** What a worker is given when it starts, is asked, and answers. */
export type WorkerData = {
  functions: Record<FunctionName, { file: string; env: Record<string, string>; timeoutMs: number }>;
  compileCache: string;
};
export type Invocation = { id: number; name: FunctionName; event: APIGatewayProxyEventV2 | TriggerEvent };
/** What a function is called with that no call over HTTP is for. */
export type TriggerEvent = DynamoDBStreamEvent | ScheduledEvent | ConnectEvent | DisconnectEvent;
export type Outcome = { id: number; result?: unknown; error?: string };

/** As long as a deployed function may take. */
const TIMEOUT_MS = { route: 10_000, trigger: 60_000 };
function timeoutOf(name: FunctionName): number {
  const { seconds }: Partial<Route> = rowOf(name);
  if (seconds !== undefined) return seconds * 1000;
  return TIMEOUT_MS[isTriggerName(name) && !isSocket(name) ? 'trigger' : 'route'];
}

export type Settings = {
  siteOrigin: string;
  relyingPartyId: string;
  databaseEndpoint: string;
  tablePrefix: string;
  decoySecret: string;
  keySecret: string;
  /** What the server shows in CloudFront's place. */
  originSecret: string;
  /** Where functions tell pages to look; without it there is no bell. */
  bellEndpoint?: string | undefined;
  /** Where S3 is, with the bucket of the pictures; without it none can be uploaded. */
  mediaEndpoint?: string | undefined;
  /** The folder with a function's `index.mjs`: the deployed one, if nothing else is said. */
  folderOf?: (name: FunctionName) => string;
  /** Passed on to every function as they are, such as `NOD_LIMITS_SCALE`. */
  variables: Record<string, string>;
};

export type LocalFunctions = {
  /** @throws {Error} where Lambda would answer with an error: a crash, a throw or a time-out */
  invoke(name: RouteName, event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>;
  /** The same, for what no call over HTTP is for. @throws {Error} where Lambda would note a failure */
  trigger(name: TriggerName, event: TriggerEvent): Promise<unknown>;
  /** Takes the bundles anew from the next call on; calls under way finish on the old ones. */
  reload(): void;
  stop(): Promise<void>;
};

export function localFunctions(settings: Settings): LocalFunctions {
  let current: Instance | undefined;
  function instance(): Instance {
    if (current === undefined || current.isDead) current = new Instance(settings);
    return current;
  }
  return {
    invoke: (name, event) => instance().invoke(name, event) as Promise<APIGatewayProxyStructuredResultV2>,
    trigger: (name, event) => instance().invoke(name, event),
    reload() {
      void current?.retire();
      current = undefined;
    },
    async stop() {
      await current?.kill();
    },
  };
}

/**
 * How long the store is waited for: where everything shares two processors it is seldom away and often late, and a call
 * that is given up and repeated makes it later still. A deployed function waits as `env.ts` says.
 */
const PATIENCE = { STORE_TIMEOUT_MS: '8000', STORE_CONNECT_MS: '5000' };

/** What the deployed function has in its environment: the tables of its grants and nothing of the others. */
export function environmentOf(name: FunctionName, settings: Settings): Record<string, string> {
  const {
    needsDecoySecret,
    needsKeySecret,
    needsOriginSecret,
    tellsOfBell,
    onMedia,
  }: Partial<Route & Trigger> = rowOf(name);
  const { bellEndpoint, mediaEndpoint } = settings;
  const tables = Object.keys(grantsOf(name)) as TableName[];
  return {
    ...PATIENCE,
    ...settings.variables,
    ...Object.fromEntries(
      tables.map((table) => [tableVariable(table), localTableName(settings.tablePrefix, table)]),
    ),
    SITE_ORIGIN: settings.siteOrigin,
    ...(isTriggerName(name) ? {} : { RP_ID: settings.relyingPartyId }),
    ...(isTriggerName(name) && !needsOriginSecret ? {} : { ORIGIN_SECRET: settings.originSecret }),
    ...(needsDecoySecret ? { DECOY_SECRET: settings.decoySecret } : {}),
    ...(needsKeySecret ? { KEY_SECRET: settings.keySecret } : {}),
    ...(tellsOfBell && bellEndpoint ? { BELL: 'true' } : {}),
    ...(name === 'bell' && bellEndpoint ? { BELL_ENDPOINT: bellEndpoint } : {}),
    ...(onMedia && mediaEndpoint ? { MEDIA_BUCKET, AWS_ENDPOINT_URL_S3: mediaEndpoint } : {}),
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL_DYNAMODB: settings.databaseEndpoint,
    AWS_ACCESS_KEY_ID: accessKeyOf(name),
    AWS_SECRET_ACCESS_KEY: 'local',
  };
}

/** Each function signs with a key of its own, so that whoever watches the database can tell them apart. */
export function accessKeyOf(name: FunctionName): string {
  return name.replaceAll('-', '0');
}

/** The worker with the bundles as they were when it started. */
class Instance {
  isDead = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve(outcome: Outcome): void; timer: NodeJS.Timeout }>();
  #nextId = 0;

  constructor(settings: Settings) {
    const { folderOf = functionFolder } = settings;
    const functions = FUNCTION_NAMES.map((name) => [
      name,
      {
        file: join(folderOf(name), 'index.mjs'),
        env: environmentOf(name, settings),
        timeoutMs: timeoutOf(name),
      },
    ]);
    this.#worker = new Worker(new URL('./function-worker.mjs', import.meta.url), {
      name: 'functions',
      env: {},
      workerData: {
        functions: Object.fromEntries(functions),
        compileCache: join(ROOT, 'dist/compile-cache'),
      } satisfies WorkerData,
    });
    this.#worker.on('message', (outcome: Outcome) => this.#settle(outcome));
    this.#worker.on('error', (error: Error) => this.#die(error.stack ?? error.message));
    this.#worker.on('exit', () => this.#die('the functions stopped'));
  }

  async invoke(name: FunctionName, event: Invocation['event']): Promise<unknown> {
    const id = this.#nextId++;
    const { result, error } = await new Promise<Outcome>((resolve) => {
      const timer = setTimeout(
        () => this.#settle({ id, error: 'the function took too long' }),
        timeoutOf(name),
      );
      this.#waiting.set(id, { resolve, timer });
      this.#worker.postMessage({ id, name, event } satisfies Invocation);
    });
    if (error !== undefined) throw new Error(error);
    return result;
  }

  /** Stops once the calls under way are answered. */
  async retire(): Promise<void> {
    while (this.#waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await this.kill();
  }

  async kill(): Promise<void> {
    this.isDead = true;
    await this.#worker.terminate();
  }

  #settle(outcome: Outcome): void {
    const waiting = this.#waiting.get(outcome.id);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(outcome.id);
    waiting.resolve(outcome);
  }

  #die(error: string): void {
    this.isDead = true;
    for (const id of this.#waiting.keys()) this.#settle({ id, error });
  }
}
