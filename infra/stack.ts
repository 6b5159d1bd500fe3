/**
 * The root stack: tables, an HTTP API, the site in front of it, and the nested stacks with the functions behind it.
 * What lasts, or is one for all of Nod, is here; a nested stack has the functions of some nouns and their routes.
 *
 * The functions must know the site's host (the allowed origin and the relying-party id), and the site must know
 * the API's host. That is no circle, because an `AWS::ApiGatewayV2::Api` does not depend on its routes:
 *
 *     API ◀── distribution ◀── functions with their routes, stack after stack ◀── stage ◀── the site's files
 *      ▲                                          │
 *      └──────────────────────────────────────────┘
 *
 * So the API comes first, empty, and its routes come last; and no page is there before the routes it calls.
 *
 * A deployed resource never moves from one of the stacks to another: the new one would make what the old one still
 * has, and API Gateway refuses a second route of the same name.
 */
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { TABLE_NAMES } from '../shared/tables.ts';
import { Alarms } from './alarms.ts';
import { ApiStage } from './api-stage.ts';
import { Budget } from './budget.ts';
import type { BundleName } from './bundles.ts';
import { CustomDomain } from './custom-domain.ts';
import { SignInDashboard } from './dashboard.ts';
import { DeadLetters } from './dead-letters.ts';
import { FunctionStacks } from './function-stacks.ts';
import { LiveApi, LiveStage } from './live.ts';
import { Media } from './media.ts';
import { NoRoute } from './no-route.ts';
import { OriginSecret } from './origin-secret.ts';
import { isOwnRelyingPartyId } from './related-origins.ts';
import { retainedSecret } from './retained-secret.ts';
import type { Settings } from './settings.ts';
import { Site } from './site.ts';
import { SiteFiles } from './site-files.ts';
import { Tables } from './tables.ts';

export type NodStackProps = StackProps & {
  settings: Settings;
  /** The folder with the bundle of a function. */
  functionFolder: (name: BundleName) => string;
  /** The folder of the built site, with the hashed files under `assets/`. */
  siteFolder: string;
};

export class NodStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { settings, functionFolder, siteFolder, ...props }: NodStackProps,
  ) {
    super(scope, id, { terminationProtection: settings.production, ...props });
    const { tracing, email, budget } = settings;
    const removalPolicy = settings.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    const { tables } = new Tables(this, 'Tables', { restored: settings.restoredTables, removalPolicy });
    const api = new HttpApi(this, 'HttpApi', { apiName: this.stackName, createDefaultStage: false });
    const live = settings.bell ? new LiveApi(this, 'Live') : undefined;
    const originSecret = new OriginSecret(this, 'OriginSecret', { generation: settings.originSecret });
    const keySecret = retainedSecret(this, 'KeySecret', {
      description:
        'What the keys of Nod are derived from: for Web Push and for what providers entrust to it.',
      whyKept: 'Rotating it would silence every phone and end every session that came from a provider.',
      removalPolicy,
    });
    // With another secret the decoys' user ids would change, and asking twice would tell a decoy from a person
    // (DESIGN.md §2). Whoever may read a function's configuration learns only how to do the same.
    const decoySecret = retainedSecret(this, 'DecoySecret', {
      description: 'What the decoys of Nod are derived from.',
      whyKept: 'Rotating it would tell decoys from people.',
      removalPolicy,
    });
    const domain = settings.domain && new CustomDomain(this, 'Domain', settings.domain);
    const media = new Media(this, 'Media', { removalPolicy });
    const site = new Site(this, 'Site', {
      api,
      liveHost: live?.host,
      originSecret: originSecret.shown,
      domain,
      media,
      removalPolicy,
    });
    const { host, bucket, distribution } = site;
    const relyingPartyId = settings.relyingPartyId ?? host;
    const deadLetters = new DeadLetters(this, 'DeadLetters');
    // For the order in which the secret is rotated, see OriginSecret.
    const common = { api, after: distribution, tracing, removalPolicy };
    const functions = new FunctionStacks(this, 'Functions', {
      ...common,
      live,
      functionFolder,
      context: {
        stage: settings.stage,
        siteOrigin: `https://${host}`,
        tables,
        providers: settings.providers,
        media: { bucketName: media.bucket.bucketName, distribution },
      },
      secrets: { Origin: originSecret.accepted, Key: keySecret, Decoy: decoySecret },
      relyingPartyId,
      adminUsername: settings.admin,
      pollAfterMs: settings.pollAfterMs,
      deadLetters,
    });
    const noRoute = new NoRoute(this, 'NoRoute', {
      ...common,
      folder: functionFolder('no-route'),
      environment: { STAGE: settings.stage, ORIGIN_SECRET: originSecret.accepted },
    });
    const routes = [...functions.resources, noRoute];
    const { stage } = new ApiStage(this, 'ApiStage', { api, routes, removalPolicy });
    if (live !== undefined) new LiveStage(this, 'LiveStage', { api: live.api, after: functions.resources });
    const files = new SiteFiles(this, 'Files', {
      bucket,
      distribution,
      folder: siteFolder,
      relatedHost: isOwnRelyingPartyId(relyingPartyId, host) ? undefined : host,
      after: stage,
    });
    // Nor may a document that comes with content, which has been built into its function.
    functions.last.node.addDependency(files.assets);

    const alarms = new Alarms(this, 'Alarms', {
      stageName: settings.stage,
      stage,
      functions,
      tables: Object.values(tables),
      deadLetters,
      email,
    });
    new SignInDashboard(this, 'SignIns', {
      stageName: settings.stage,
      stage,
      status: functions.of('status'),
      alarms: alarms.all,
    });
    if (budget !== undefined && email !== undefined) new Budget(this, 'Costs', { dollars: budget, email });

    const outputs = {
      SiteUrl: `https://${host}/`,
      ApiId: api.apiId,
      ...Object.fromEntries(TABLE_NAMES.map((name) => [`${name}Table`, tables[name].tableName])),
      // What `npm run deploy` notes.
      Stage: settings.stage,
      RelyingPartyId: relyingPartyId,
      OriginSecretGeneration: String(settings.originSecret),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
