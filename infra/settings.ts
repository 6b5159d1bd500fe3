/** What an operator may choose with `-c name=value` or in the context of `cdk.json`, checked before anything is built. */
import * as v from 'valibot';
import { TRIGGER_NAMES, TRIGGERS, type Trigger } from '../shared/routes.ts';
import { type Provider, parseProviders } from '../shared/social/provider.ts';
import { TABLE_NAMES, type TableName } from '../shared/tables.ts';
import { isReserved, usernameSchema } from '../shared/users/username.ts';
import { type DeploymentRecord, recordName } from './deployment-record.ts';

export type Settings = {
  /** Which of several Nods in one account this is; part of the stack's name. */
  stage: string;
  /** Whether the stage keeps what people wrote when the stack is removed: only `prod` does. */
  production: boolean;
  /** The site's own host name; without one it is at CloudFront's. */
  domain: Domain | undefined;
  /** The WebAuthn relying-party id; without one, the host of the site. */
  relyingPartyId: string | undefined;
  /** Which generation of the secret CloudFront shows the API. */
  originSecret: number;
  /** Whose enrolment makes an admin. */
  admin: string | undefined;
  /** Who is told of alarms and of the budget. */
  email: string | undefined;
  /** Dollars a month for the whole account, above which somebody is told. */
  budget: number | undefined;
  /** Whether AWS X-Ray follows the calls. */
  tracing: boolean;
  /** Whether pages are told when to look, so that they need not poll each second. */
  bell: boolean;
  /** How long a page in use waits between two polls, in milliseconds: polls are most of what Nod costs. */
  pollAfterMs: number | undefined;
  /** The OpenID providers that people may sign in with. */
  providers: Providers | undefined;
  /** Tables that were restored from a backup, to be used instead of the stack's own. */
  restoredTables: Partial<Record<TableName, RestoredTable>>;
};

export type Domain = {
  name: string;
  /** Where its records are made. */
  hostedZoneId: string;
  /** A certificate in us-east-1, for a stack in another region. */
  certificateArn: string | undefined;
};

export type RestoredTable = {
  name: string;
  /** The ARN of its stream, where a function follows the table. */
  stream: string | undefined;
};

export type Providers = {
  /** What the functions read, see `shared/social/provider.ts`. */
  json: string;
  /** Names or ARNs of the clients' secrets in Secrets Manager. */
  secrets: string[];
};

/** A setting that is not to be had; its message is one sentence for the operator. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

/** The region that CloudFront takes certificates from. */
const CERTIFICATE_REGION = 'us-east-1';

const STAGE = /^[a-z][a-z0-9]{0,15}$/;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;
const HOSTED_ZONE = /^Z[A-Z0-9]{1,31}$/;
const CERTIFICATE = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/;
const TABLE = /^[A-Za-z0-9_.-]{3,255}$/;
/** A name as Secrets Manager takes it, or an ARN with the six characters at its end. */
const SECRET =
  /^([A-Za-z0-9/_+=.@-]{1,512}|arn:aws:secretsmanager:[a-z0-9-]+:\d{12}:secret:\S+-[A-Za-z0-9]{6})$/;
/** Lambda takes 4 kB of variables, and the others are short. */
const MOST_PROVIDERS_BYTES = 3000;
const STREAM = /^arn:aws:dynamodb:[a-z0-9-]+:\d{12}:table\/[A-Za-z0-9_.-]+\/stream\/[\dT:.-]+$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Reads the settings by name, from the context of the CDK app.
 * @param region where the stack will be, if that is known already
 * @throws {SettingError}
 */
export function settingsFrom(read: (name: string) => unknown, region?: string): Settings {
  const stage =
    text('stage', STAGE, 'a stage has 1 to 16 characters of a-z and 0-9, the first a letter') ?? 'dev';
  const record = read(recordName(stage)) as DeploymentRecord | undefined;
  const domain = domainFrom();
  const email = text('email', EMAIL, 'this is no e-mail address');
  return {
    stage,
    production: stage === 'prod',
    domain,
    relyingPartyId: relyingPartyId(),
    originSecret: originSecret(),
    admin: admin(),
    email,
    budget: budget(),
    tracing: isSaid('tracing', false),
    bell: isSaid('bell', true),
    pollAfterMs: pollAfterMs(),
    providers: providers(),
    restoredTables: restoredTables(),
  };

  function text(name: string, form: RegExp, complaint: string): string | undefined {
    const value = read(name) ?? undefined;
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || !form.test(value)) throw refused(name, complaint);
    return value;
  }

  function number(name: string, complaint: string): number | undefined {
    const value = read(name) ?? undefined;
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !(number > 0) || number > 1e9) throw refused(name, complaint);
    return number;
  }

  function refused(name: string, complaint: string): SettingError {
    const value = read(name) ?? undefined;
    return new SettingError(
      value === undefined ? `-c ${name}: ${complaint}.` : `-c ${name}=${value}: ${complaint}.`,
    );
  }

  function domainFrom(): Domain | undefined {
    const name = text('domain', HOST, 'this is no host name, such as nod.example');
    const hostedZoneId = text(
      'hostedZone',
      HOSTED_ZONE,
      'a hosted zone is given by its id, such as Z0123456789ABCDEFGHIJ, which Route 53 shows beside its name',
    );
    const certificateArn = text(
      'certificate',
      CERTIFICATE,
      `this is no ARN of a certificate in ${CERTIFICATE_REGION}`,
    );
    if (name === undefined) {
      const idle = hostedZoneId ? 'hostedZone' : certificateArn ? 'certificate' : undefined;
      if (idle !== undefined) throw refused(idle, 'it is for an own domain, so -c domain=… belongs to it');
      return undefined;
    }
    if (hostedZoneId === undefined) {
      throw refused('domain', 'the id of the Route 53 zone that it is in is needed, too: -c hostedZone=…');
    }
    if (certificateArn === undefined && region !== undefined && region !== CERTIFICATE_REGION) {
      throw refused(
        'domain',
        `CloudFront takes certificates from ${CERTIFICATE_REGION} only, and the stack would be in ${region}; ` +
          `deploy it in ${CERTIFICATE_REGION}, or make a certificate there and give -c certificate=<its ARN>`,
      );
    }
    return { name, hostedZoneId, certificateArn };
  }

  /** The one that is given, or else the one that was deployed, or else the site's host: it never changes by itself. */
  function relyingPartyId(): string | undefined {
    const given = text('rpId', HOST, 'the relying-party id is a host name, such as nod.example');
    const deployed = record?.relyingPartyId;
    if (given !== undefined && deployed !== undefined && given !== deployed) {
      throw refused(
        'rpId',
        `the stage ${stage} was deployed with ${deployed}, and with another relying-party id no enrolled phone ` +
          `could approve anything any more; if that is meant, first run npx cdk context --reset ${recordName(stage)}`,
      );
    }
    if (domain === undefined) {
      const isOfCloudFront = deployed?.endsWith('.cloudfront.net') === true;
      if (given === undefined && deployed !== undefined && !isOfCloudFront) {
        throw refused(
          'domain',
          `the stage ${stage} was deployed for ${deployed}, so its domain must be given again`,
        );
      }
      return given;
    }
    return given ?? deployed ?? domain.name;
  }

  function originSecret(): number {
    const complaint = 'the generations of the secret are counted 1, 2, 3, …';
    const deployed = record?.originSecret;
    const generation = number('originSecret', complaint) ?? deployed ?? 1;
    if (!Number.isInteger(generation)) throw refused('originSecret', complaint);
    if (deployed !== undefined && generation !== deployed && generation !== deployed + 1) {
      throw refused(
        'originSecret',
        `the stage ${stage} has generation ${deployed}, and while it is being deployed any other than ` +
          `${deployed + 1} would lock everybody out`,
      );
    }
    return generation;
  }

  function admin(): string | undefined {
    const name = read('admin') ?? undefined;
    if (name === undefined) return undefined;
    const { success, output, issues } = v.safeParse(usernameSchema, name);
    if (!success) throw refused('admin', issues[0].message.replace(/\.$/, ''));
    if (isReserved(output)) throw refused('admin', 'nobody can register this name');
    return output;
  }

  function budget(): number | undefined {
    const dollars = number('budget', 'a budget is dollars a month, such as 20');
    if (dollars !== undefined && email === undefined) {
      throw refused('budget', 'somebody must be told when it is used up: -c email=…');
    }
    return dollars;
  }

  function pollAfterMs(): number | undefined {
    const complaint = 'pages wait 500 to 60000 milliseconds between two polls';
    const wait = number('pollAfterMs', complaint);
    if (wait !== undefined && (wait < 500 || wait > 60_000)) throw refused('pollAfterMs', complaint);
    return wait;
  }

  /** A list, as `cdk.json` has it, or its JSON, as the command line has it. */
  function providers(): Providers | undefined {
    const given = read('providers') ?? undefined;
    if (given === undefined) return undefined;
    let list: Provider[];
    try {
      list = parseProviders(typeof given === 'string' ? given : JSON.stringify(given));
    } catch (error) {
      const complaint = (error as Error).message.replace(/^SOCIAL_PROVIDERS,? /, '').replace(/\.$/, '');
      throw new SettingError(`-c providers: ${complaint}.`);
    }
    if (list.some(({ issuer }) => !issuer.startsWith('https://')))
      throw new SettingError('-c providers: an issuer begins with https://.');
    const json = JSON.stringify(typeof given === 'string' ? JSON.parse(given) : given);
    if (Buffer.byteLength(json) > MOST_PROVIDERS_BYTES)
      throw new SettingError(`-c providers: the list is longer than ${MOST_PROVIDERS_BYTES} bytes of JSON.`);
    const secrets = list.flatMap(({ clientSecret }) => clientSecret ?? []);
    for (const secret of secrets) {
      if (!SECRET.test(secret))
        throw new SettingError(`-c providers: ${secret} is neither a name nor the whole ARN of a secret.`);
    }
    return { json, secrets: [...new Set(secrets)] };
  }

  /** By the names of the outputs, such as `-c UsersTable=…`. */
  function restoredTables(): Settings['restoredTables'] {
    const restored = TABLE_NAMES.flatMap((table): [TableName, RestoredTable][] => {
      const name = text(`${table}Table`, TABLE, 'this is no name of a table');
      const stream = text(`${table}Stream`, STREAM, 'this is no ARN of a table’s stream');
      if (name === undefined && stream !== undefined) {
        throw refused(`${table}Stream`, `it is for a restored table, so -c ${table}Table=… belongs to it`);
      }
      if (name === undefined) return [];
      if (stream === undefined && isFollowed(table)) {
        throw refused(
          `${table}Table`,
          `a function follows this table, so switch its stream on and give its ARN, too: -c ${table}Stream=…`,
        );
      }
      return [[table, { name, stream }]];
    });
    return Object.fromEntries(restored);
  }

  function isSaid(name: string, otherwise: boolean): boolean {
    const value = read(name) ?? otherwise;
    if (![true, false, 'true', 'false'].includes(value as string)) throw refused(name, 'say true or false');
    return String(value) === 'true';
  }
}

function isFollowed(table: TableName): boolean {
  return TRIGGER_NAMES.some((name) => {
    const { trigger }: Trigger = TRIGGERS[name];
    return trigger.kind === 'stream' && trigger.table === table;
  });
}
