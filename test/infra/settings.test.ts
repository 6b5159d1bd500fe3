import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordsIn, writeRecords } from '../../infra/deployment-record.ts';
import { SettingError, settingsFrom } from '../../infra/settings.ts';

const settings = (given: Record<string, unknown>, region?: string) =>
  settingsFrom((name) => given[name], region);
const refusal = (given: Record<string, unknown>, region?: string) => {
  try {
    settings(given, region);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingError);
    const { message } = error as SettingError;
    // One sentence, which begins with what was given.
    expect(message).toMatch(/^-c \w+(=\S*)?: [^\n]+\.$/);
    return message;
  }
  throw new Error('nothing was refused');
};

const sessionsStream =
  'arn:aws:dynamodb:us-east-1:123456789012:table/restored-sessions/stream/2026-01-31T12:00:00.000';
const own = { domain: 'nod.example', hostedZone: 'Z0123456789ABCDEFGHIJ' };

describe('the settings', () => {
  it('are a development stage at CloudFront’s host, unless told otherwise', () => {
    expect(settings({})).toEqual({
      stage: 'dev',
      production: false,
      domain: undefined,
      relyingPartyId: undefined,
      originSecret: 1,
      admin: undefined,
      email: undefined,
      budget: undefined,
      tracing: false,
      bell: true,
      pollAfterMs: undefined,
      providers: undefined,
      restoredTables: {},
    });
  });

  it('come as text from the command line, and as numbers and booleans from cdk.json', () => {
    const chosen = {
      stage: 'prod',
      email: 'susan@nod.example',
      admin: 'Susan_1',
      ...own,
      rpId: 'nod.example',
      UsersTable: 'Nod-prod-Users-restored',
    };
    const expected = {
      stage: 'prod',
      production: true,
      domain: { name: 'nod.example', hostedZoneId: own.hostedZone, certificateArn: undefined },
      relyingPartyId: 'nod.example',
      originSecret: 3,
      admin: 'susan_1',
      email: 'susan@nod.example',
      budget: 12.5,
      tracing: true,
      bell: false,
      pollAfterMs: 2000,
      providers: undefined,
      restoredTables: { Users: { name: 'Nod-prod-Users-restored', stream: undefined } },
    };
    expect(
      settings({
        ...chosen,
        originSecret: '3',
        budget: '12.5',
        tracing: 'true',
        bell: 'false',
        pollAfterMs: '2000',
      }),
    ).toEqual(expected);
    expect(
      settings({ ...chosen, originSecret: 3, budget: 12.5, tracing: true, bell: false, pollAfterMs: 2000 }),
    ).toEqual(expected);
  });

  it.each([
    { stage: 'Prod' },
    { stage: '' },
    { stage: 1 },
    { stage: 'averyveryverylong' },
    { rpId: 'https://nod.example' },
    { rpId: 'localhost' },
    { domain: 'nod.example/' },
    { domain: 'nod.example' },
    { hostedZone: own.hostedZone },
    { ...own, rpId: 'nod.example', hostedZone: 'nod.example' },
    { ...own, rpId: 'nod.example', certificate: 'arn:aws:acm:eu-west-1:123456789012:certificate/1' },
    { certificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1' },
    { originSecret: '0' },
    { originSecret: '1.5' },
    { originSecret: 'two' },
    { originSecret: '' },
    { admin: 'me' },
    { admin: 'susan!' },
    { admin: 'admin' },
    { admin: 7 },
    { email: 'susan' },
    { budget: '20' },
    { budget: '-1', email: 'susan@nod.example' },
    { budget: 'much', email: 'susan@nod.example' },
    { tracing: 'maybe' },
    { bell: 'no' },
    { pollAfterMs: '10' },
    { pollAfterMs: 'often' },
    { UsersTable: 'no/table' },
    { SessionsTable: 'restored-sessions' },
    { SessionsTable: 'restored-sessions', SessionsStream: 'restored-sessions' },
    { SessionsStream: sessionsStream },
  ])('are refused in one sentence: %o', (given) => {
    refusal(given);
  });
});

describe('the OpenID providers', () => {
  const acme = {
    id: 'acme',
    label: 'Acme',
    issuer: 'https://login.acme.example',
    clientId: 'nod',
    clientSecret: 'acme/client',
    tokenEndpointAuth: 'client_secret_basic',
  };
  const open = { id: 'open', label: 'Open', issuer: 'https://open.example', clientId: 'nod' };

  it('are a list in cdk.json, and its JSON on the command line', () => {
    const expected = { json: JSON.stringify([acme, open]), secrets: ['acme/client'] };
    expect(settings({ providers: [acme, open] }).providers).toEqual(expected);
    expect(settings({ providers: JSON.stringify([acme, open], null, 2) }).providers).toEqual(expected);
  });

  it.each([
    ['no JSON', '[', 'is not JSON'],
    ['no list', { acme }, 'as a whole'],
    ['what Nod itself refuses', [{ ...acme, id: 'Acme!' }], '0.id'],
    ['two with one id', [acme, acme], 'one id'],
    // The schema lets this through for a provider on the same machine, and a deployment has none.
    ['an address without TLS', [{ ...open, issuer: 'http://localhost:4000' }], 'https://'],
    ['what is no secret’s name', [{ ...acme, clientSecret: 'the secret itself?' }], 'the secret itself?'],
    [
      'half an ARN',
      [{ ...acme, clientSecret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:acme' }],
      'the whole ARN',
    ],
    [
      'more than a function can be told',
      [{ ...open, parameters: { claims: 'x'.repeat(3000) } }],
      '3000 bytes',
    ],
  ])('are refused with what is wrong: %s', (_, providers, complaint) => {
    expect(refusal({ providers })).toContain(complaint);
  });
});

describe('an own domain', () => {
  it('is in us-east-1, where CloudFront takes the certificate from, or brings one from there', () => {
    const given = { ...own, rpId: 'nod.example' };
    expect(settings(given, 'us-east-1').domain?.name).toBe('nod.example');
    expect(refusal(given, 'eu-central-1')).toContain('eu-central-1');
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0f1e-2d3c';
    expect(settings({ ...given, certificate }, 'eu-central-1').domain?.certificateArn).toBe(certificate);
  });
});

describe('the relying-party id', () => {
  const deployed = (relyingPartyId: string) => ({ 'nod:dev': { relyingPartyId, originSecret: 1 } });

  it('is the own domain, or what is chosen with its first deployment', () => {
    expect(settings(own).relyingPartyId).toBe('nod.example');
    expect(settings({ ...own, domain: 'nod.nod.example', rpId: 'nod.example' }).relyingPartyId).toBe(
      'nod.example',
    );
  });

  it('is the one that was deployed, from then on', () => {
    const record = deployed('nod.example');
    expect(settings({ ...own, ...record }).relyingPartyId).toBe('nod.example');
    expect(settings({ ...own, ...record, rpId: 'nod.example' }).relyingPartyId).toBe('nod.example');
  });

  it('does not change by itself', () => {
    const record = deployed('nod.example');
    expect(refusal({ ...own, ...record, rpId: 'new.example' })).toContain('nod.example');
    expect(refusal({ ...record, rpId: 'new.example' })).toContain('nod.example');
    expect(refusal(record)).toContain('nod.example');
    // Another stage is another Nod.
    expect(settings({ ...own, ...record, stage: 'prod', rpId: 'new.example' }).relyingPartyId).toBe(
      'new.example',
    );
  });

  it('stays CloudFront’s host when an own domain comes later', () => {
    const record = deployed('d111111abcdef8.cloudfront.net');
    expect(settings({ ...own, ...record }).relyingPartyId).toBe('d111111abcdef8.cloudfront.net');
    expect(refusal({ ...own, ...record, rpId: 'nod.example' })).toContain('cloudfront.net');
    // Without one it is whatever host the distribution has: a stage that was removed gets another one.
    expect(settings(record).relyingPartyId).toBeUndefined();
  });
});

describe('the generation of the origin secret', () => {
  const deployed = { 'nod:dev': { relyingPartyId: 'd1.cloudfront.net', originSecret: 4 } };

  it('is the deployed one, or the one after it', () => {
    expect(settings(deployed).originSecret).toBe(4);
    expect(settings({ ...deployed, originSecret: '4' }).originSecret).toBe(4);
    expect(settings({ ...deployed, originSecret: '5' }).originSecret).toBe(5);
  });

  it.each(['3', '6', '1'])('is no other: %s', (originSecret) => {
    expect(refusal({ ...deployed, originSecret })).toContain('generation 4');
  });
});

describe('the record of a deployment', () => {
  it('is taken from the outputs, added to what the file has, and found by the settings', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nod-record-'));
    const file = join(folder, 'cdk.context.json');
    const outputs = (stage: string, host: string, generation: string) => ({
      [`Nod-${stage}`]: {
        SiteUrl: `https://${host}/`,
        Stage: stage,
        RelyingPartyId: host,
        OriginSecretGeneration: generation,
      },
    });
    try {
      await writeRecords(file, recordsIn(outputs('dev', 'd1.cloudfront.net', '1')));
      await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), other: 1 }));
      await writeRecords(file, recordsIn(outputs('prod', 'nod.example', '2')));
      await writeRecords(file, recordsIn({ Elsewhere: { Url: 'x' } }));
      const context = JSON.parse(await readFile(file, 'utf8'));
      expect(context).toEqual({
        'nod:dev': { relyingPartyId: 'd1.cloudfront.net', originSecret: 1 },
        'nod:prod': { relyingPartyId: 'nod.example', originSecret: 2 },
        other: 1,
      });
      expect(settings({ ...context, ...own, stage: 'prod' })).toMatchObject({
        relyingPartyId: 'nod.example',
        originSecret: 2,
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
