/**
 * The stack: tables, an HTTP API, the site in front of it, and the functions behind it.
 *
 * The functions must know the site's host (the allowed origin and the relying-party id), and the site must know
 * the API's host. That is no circle, because an `AWS::ApiGatewayV2::Api` does not depend on its routes:
 *
 *     API ◀── distribution ◀── functions ◀── integrations and routes ──▶ API
 *
 * So the API comes first, empty, and its routes come last.
 */
import { CfnOutput, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import type { RouteName } from '../shared/routes.ts';
import { TABLE_NAMES } from '../shared/tables.ts';
import { ApiRoutes } from './api.ts';
import type { Settings } from './settings.ts';
import { Site } from './site.ts';
import { Tables } from './tables.ts';

export type NodStackProps = StackProps & {
  settings: Settings;
  /** The folder with the bundle of a route's function. */
  functionFolder: (name: RouteName) => string;
  /** The folder of the built site, with the hashed files under `assets/`. */
  siteFolder: string;
};

export class NodStack extends Stack {
  constructor(scope: Construct, id: string, props: NodStackProps) {
    super(scope, id, props);
    const { settings, functionFolder, siteFolder } = props;
    const removalPolicy = settings.production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;

    const { tables } = new Tables(this, 'Tables', { removalPolicy });
    const api = new HttpApi(this, 'HttpApi', { apiName: this.stackName });
    const site = new Site(this, 'Site', { api, folder: siteFolder, removalPolicy });
    new ApiRoutes(this, 'Api', {
      api,
      tables,
      functionFolder,
      siteOrigin: `https://${site.host}`,
      relyingPartyId: settings.relyingPartyId ?? site.host,
      removalPolicy,
    });

    new CfnOutput(this, 'SiteUrl', { value: `https://${site.host}/` });
    new CfnOutput(this, 'ApiId', { value: api.apiId });
    for (const name of TABLE_NAMES) new CfnOutput(this, `${name}Table`, { value: tables[name].tableName });
  }
}
