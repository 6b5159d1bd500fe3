/**
 * A nested stack: the functions of some nouns, their routes, and what else calls them. What lasts, or is one for
 * all of Nod, is in the root stack, and comes here as a parameter.
 */
import { CfnParameter, type CfnResource, NestedStack, type RemovalPolicy } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import {
  type FunctionName,
  isSocket,
  isTriggerName,
  ROUTES,
  type Route,
  type RouteName,
  routeKeysOf,
  rowOf,
  type StackName,
  TRIGGERS,
  type Trigger,
  type TriggerName,
} from '../shared/routes.ts';
import { ApiRoute, callerRole } from './api-route.ts';
import type { BundleName } from './bundles.ts';
import type { DeadLetters } from './dead-letters.ts';
import { type LiveApi, managementEndpoint, mayTell } from './live.ts';
import { mediaFoldersOf } from './media.ts';
import { acknowledge } from './nag.ts';
import { type FunctionContext, RowFunction, type Secrets } from './row-function.ts';
import { TriggerFunction } from './trigger-function.ts';

/**
 * Each takes five of the 500 resources that a stack may have, or six if it answers HEAD as well, and up to 125 of the 10 240 characters that the policies
 * of one role may have.
 */
export const MOST_FUNCTIONS = 40;

/** The parameter by which a nested stack knows the bell's API. */
const LIVE_API = 'LiveApi';

const MAY_TELL_ALL = {
  [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${LIVE_API}>/live/POST/@connections/*]`]:
    'API Gateway names connections as they come, and all of this stage are the bell’s.',
};

/** The parameter by which a nested stack knows the bucket of the pictures. */
const MEDIA_BUCKET = 'MediaBucket';

const onAllPictures = (actions: readonly string[]) =>
  Object.fromEntries(
    mediaFoldersOf(actions).map((folder) => [
      `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::<${MEDIA_BUCKET}>/${folder}/*]`,
      'Pictures are named as they come, and all that are there are Nod’s.',
    ]),
  );

export type FunctionStackProps = {
  api: HttpApi;
  /** Without it there is no bell. */
  live: LiveApi | undefined;
  functionFolder: (name: BundleName) => string;
  context: Omit<FunctionContext, 'secret'>;
  /** As dynamic references, which the root stack resolves. */
  secrets: Secrets;
  relyingPartyId: string;
  adminUsername: string | undefined;
  pollAfterMs: number | undefined;
  deadLetters: DeadLetters;
  tracing: boolean;
  removalPolicy: RemovalPolicy;
};

export class FunctionStack extends NestedStack {
  readonly functions: ReadonlyMap<FunctionName, LambdaFunction>;
  /** The stack as the root stack's template has it. */
  readonly stackResource: CfnResource;
  readonly #secrets: Secrets;

  constructor(
    scope: Construct,
    name: StackName,
    { names, ...props }: FunctionStackProps & { names: readonly FunctionName[] },
  ) {
    super(scope, name, { description: `Functions of Nod: ${name}` });
    if (names.length > MOST_FUNCTIONS) {
      throw new Error(
        `The stack ${name} would have ${names.length} functions of at most ${MOST_FUNCTIONS}: give the next noun ` +
          'a stack of its own (STACKS in shared/routes.ts).',
      );
    }
    if (this.nestedStackResource === undefined) throw new Error(`${name} is in no stack.`);
    this.stackResource = this.nestedStackResource;
    // The names of all functions and logs begin with it.
    this.stackResource.overrideLogicalId(name);
    this.#secrets = props.secrets;

    const made = names.map((name): [FunctionName, LambdaFunction] => [name, this.#function(name, props)]);
    this.functions = new Map(made);
    this.#routes(props.api, props.live);
  }

  #function(name: FunctionName, props: FunctionStackProps): LambdaFunction {
    const { functionFolder, deadLetters, tracing, removalPolicy } = props;
    const { onMedia } = rowOf(name);
    const context: FunctionContext = {
      ...props.context,
      secret: (name) => this.#secret(name),
      ...(onMedia === undefined ? {} : { media: this.#media(props) }),
    };
    const common = { context, folder: functionFolder(name), tracing, removalPolicy };
    if (isTriggerName(name)) {
      const told = name === 'bell' && props.live ? this.#tells(props.live) : {};
      const made = new TriggerFunction(this, name, { ...common, ...told, name, deadLetters });
      if (name === 'bell') acknowledge(made, MAY_TELL_ALL);
      if (onMedia !== undefined) acknowledge(made, onAllPictures(onMedia));
      return made.handler;
    }
    const { method, path } = ROUTES[name];
    const environment = this.#environment(name, props);
    const description = `${method} ${path}`;
    const made = new RowFunction(this, name, { ...common, name, description, environment });
    if (onMedia !== undefined) acknowledge(made, onAllPictures(onMedia));
    return made.handler;
  }

  /** The bucket by a parameter with a name of ours, so that what is granted on it can be named, too. */
  #media({ context: { media } }: FunctionStackProps): FunctionContext['media'] {
    const known = this.node.tryFindChild(MEDIA_BUCKET) as CfnParameter | undefined;
    if (known === undefined) this.setParameter(MEDIA_BUCKET, media.bucketName);
    const parameter = known ?? new CfnParameter(this, MEDIA_BUCKET, { type: 'String' });
    return { ...media, bucketName: parameter.valueAsString };
  }

  /** What it takes to tell pages to look. */
  #tells(live: LiveApi) {
    this.setParameter(LIVE_API, live.api.apiId);
    const { valueAsString: apiId } = new CfnParameter(this, LIVE_API, { type: 'String' });
    return {
      environment: { BELL_ENDPOINT: managementEndpoint(this, apiId) },
      policies: { Connections: mayTell(this, apiId) },
    };
  }

  #environment(name: RouteName, { relyingPartyId, adminUsername, pollAfterMs, live }: FunctionStackProps) {
    const route: Route = ROUTES[name];
    return {
      RP_ID: relyingPartyId,
      ORIGIN_SECRET: this.#secret('Origin'),
      ...(route.needsDecoySecret ? { DECOY_SECRET: this.#secret('Decoy') } : {}),
      ...(route.needsAdminUsername && adminUsername ? { ADMIN_USERNAME: adminUsername } : {}),
      ...(name === 'status' && pollAfterMs ? { POLL_AFTER_MS: String(pollAfterMs) } : {}),
      ...(route.tellsOfBell && live ? { BELL: 'true' } : {}),
    };
  }

  #routes(api: HttpApi, live: LiveApi | undefined): void {
    const called = [...this.functions].filter(([name]) => !isTriggerName(name) || isSocket(name));
    if (called.length === 0) return;
    const caller = callerRole(
      this,
      'Caller',
      called.map(([, handler]) => handler),
    );
    for (const [name, handler] of called) {
      const where = isTriggerName(name)
        ? { api: live?.api ?? api, routeKeys: socketRoutes(name) }
        : { api, routeKeys: routeKeysOf(ROUTES[name]) };
      new ApiRoute(this, `${name}-route`, {
        ...where,
        handler,
        caller,
        whyOpen: 'The function itself checks the caller, by the row of the route table.',
      });
    }
  }

  /**
   * A secret is a parameter that nobody is shown: one dynamic reference in the root stack's template for each nested
   * stack, where a template may have 60, instead of one for each function. It is there if a function needs it.
   */
  #secret(name: keyof Secrets): string {
    const id = `${name}Secret`;
    const known = this.node.tryFindChild(id) as CfnParameter | undefined;
    if (known !== undefined) return known.valueAsString;
    this.setParameter(id, this.#secrets[name]);
    return new CfnParameter(this, id, { type: 'String', noEcho: true }).valueAsString;
  }
}

function socketRoutes(name: TriggerName): string[] {
  const { trigger }: Trigger = TRIGGERS[name];
  return trigger.kind === 'socket' ? [trigger.route] : [];
}
