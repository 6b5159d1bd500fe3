/**
 * The stack: tables, an HTTP API, the site in front of it, and the functions behind it.
 *
 * The functions must know the site's host (the allowed origin and the relying-party id), and the site must know
 * the API's host. That is no circle, because an `AWS::ApiGatewayV2::Api` does not depend on its routes:
 *
 *     API ◀── distribution ◀── functions ◀── integrations and routes ◀── stage ◀── the site's files
 *      ▲                                          │
 *      └──────────────────────────────────────────┘
 *
 * So the API comes first, empty, and its routes come last; and no page is there before the routes it calls.
 */
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { TABLE_NAMES } from '../shared/tables.ts';
import { Alarms } from './alarms.ts';
import { ApiRoutes } from './api.ts';
import { ApiStage } from './api-stage.ts';
import { Budget } from './budget.ts';
import type { BundleName } from './bundles.ts';
import { SignInDashboard } from './dashboard.ts';
import { keptSecret } from './kept-secret.ts';
import { OriginSecret } from './origin-secret.ts';
import { OwnDomain } from './own-domain.ts';
import { isOwnRelyingPartyId } from './related-origins.ts';
import type { Settings } from './settings.ts';
import { Site } from './site.ts';
import { SiteFiles } from './site-files.ts';
import { Tables } from './tables.ts';
import { Triggers } from './triggers.ts';

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
    const originSecret = new OriginSecret(this, 'OriginSecret', { generation: settings.originSecret });
    const keySecret = keptSecret(this, 'KeySecret', {
      description:
        'What the keys of Nod are derived from: for Web Push and for what providers entrust to it.',
      whyKept: 'Rotating it would silence every phone and end every session that came from a provider.',
      removalPolicy,
    });
    const domain = settings.domain && new OwnDomain(this, 'Domain', settings.domain);
    const site = new Site(this, 'Site', { api, originSecret: originSecret.shown, domain, removalPolicy });
    const { host, bucket, distribution } = site;
    const relyingPartyId = settings.relyingPartyId ?? host;
    const told = {
      stage: settings.stage,
      siteOrigin: `https://${host}`,
      tables,
      keySecret,
      providers: settings.providers,
    };
    const routes = new ApiRoutes(this, 'Api', {
      api,
      functionFolder,
      told,
      relyingPartyId,
      originSecret: originSecret.accepted,
      adminUsername: settings.admin,
      pollAfterMs: settings.pollAfterMs,
      // For the order in which the secret is rotated, see OriginSecret.
      after: distribution,
      tracing,
      removalPolicy,
    });
    const triggers = new Triggers(this, 'Triggers', { functionFolder, told, tracing, removalPolicy });
    const { stage } = new ApiStage(this, 'ApiStage', { api, routes, removalPolicy });
    new SiteFiles(this, 'Files', {
      bucket,
      distribution,
      folder: siteFolder,
      relatedHost: isOwnRelyingPartyId(relyingPartyId, host) ? undefined : host,
      after: stage,
    });

    const status = routes.functions.get('status');
    if (status === undefined) throw new Error('The route table has no status.');
    const alarms = new Alarms(this, 'Alarms', {
      stage,
      status,
      tables: Object.values(tables),
      triggers,
      email,
    });
    new SignInDashboard(this, 'SignIns', { stageName: settings.stage, stage, status, alarms: alarms.all });
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
