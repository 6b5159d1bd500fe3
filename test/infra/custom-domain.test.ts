import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { isOwnRelyingPartyId } from '../../infra/related-origins.ts';
import { EVERYTHING, functionsByRouteKey, properties, resources, synthesize } from './synthesize.ts';

let template: Template;

beforeAll(() => {
  template = synthesize(EVERYTHING).template;
});

describe('an own domain', () => {
  it('has a certificate, proved in its zone, and no old TLS', () => {
    const [certificate] = resources(template, 'AWS::CertificateManager::Certificate').keys();
    template.hasResourceProperties('AWS::CertificateManager::Certificate', {
      DomainName: 'nod.example',
      ValidationMethod: 'DNS',
      DomainValidationOptions: [{ DomainName: 'nod.example', HostedZoneId: EVERYTHING.hostedZone }],
    });
    const [{ DistributionConfig }] = properties(template, 'AWS::CloudFront::Distribution');
    expect(DistributionConfig.Aliases).toEqual(['nod.example']);
    expect(DistributionConfig.ViewerCertificate).toEqual({
      AcmCertificateArn: { Ref: certificate },
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    });
  });

  it('leads to the distribution over IPv4 and IPv6', () => {
    const [distribution] = resources(template, 'AWS::CloudFront::Distribution').keys();
    const records = properties(template, 'AWS::Route53::RecordSet');
    expect(records.map(({ Type }) => Type).sort()).toEqual(['A', 'AAAA']);
    for (const record of records) {
      expect(record).toMatchObject({
        Name: 'nod.example.',
        HostedZoneId: EVERYTHING.hostedZone,
        AliasTarget: { DNSName: { 'Fn::GetAtt': [distribution, 'DomainName'] } },
      });
    }
  });

  it('is what the functions and the outputs call the site', () => {
    for (const [key, { properties }] of functionsByRouteKey(template)) {
      if (key === '$default') continue;
      expect(properties.Environment.Variables).toMatchObject({
        SITE_ORIGIN: 'https://nod.example',
        RP_ID: 'old.example',
      });
    }
    expect(template.toJSON().Outputs.SiteUrl.Value).toBe('https://nod.example/');
  });

  it('may bring its certificate', () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0f1e';
    const brought = synthesize({ ...EVERYTHING, certificate }).template;
    brought.resourceCountIs('AWS::CertificateManager::Certificate', 0);
    const [{ DistributionConfig }] = properties(brought, 'AWS::CloudFront::Distribution');
    expect(DistributionConfig.ViewerCertificate.AcmCertificateArn).toBe(certificate);
  });
});

describe('related origins', () => {
  it('go up with the documents, and only where another host’s passkeys are used', () => {
    const sources = (template: Template) =>
      properties(template, 'Custom::CDKBucketDeployment').map(
        ({ SourceObjectKeys }) => SourceObjectKeys.length,
      );
    expect(sources(template)).toEqual([1, 2]);
    expect(sources(synthesize({ ...EVERYTHING, rpId: 'nod.example' }).template)).toEqual([1, 1]);
  });

  it.each([
    ['nod.example', 'nod.example', true],
    ['nod.example', 'www.nod.example', true],
    ['nod.example', 'new.example', false],
    ['www.nod.example', 'nod.example', false],
    ['od.example', 'nod.example', false],
  ])('%s needs no asking at %s: %s', (relyingPartyId, host, isOwn) => {
    expect(isOwnRelyingPartyId(relyingPartyId, host)).toBe(isOwn);
  });
});
