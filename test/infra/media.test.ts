import { describe, expect, it } from 'vitest';
import { MEDIA_HEADERS } from '../../shared/headers.ts';
import {
  functionsByRouteKey,
  functionsByTrigger,
  type Json,
  properties,
  resources,
  synthesize,
} from './synthesize.ts';

const { template } = synthesize();

/** What the policy of that name lets a function do. */
function statements(made: Json, name: string): Json[] {
  const role = resources(template, 'AWS::IAM::Role').get(made.Role['Fn::GetAtt'][0]);
  const policy = role?.Properties.Policies.find(({ PolicyName }: Json) => PolicyName === name);
  return policy?.PolicyDocument.Statement ?? [];
}

const create = () => functionsByRouteKey(template).get('POST /api/media')?.properties;
const sweep = () => functionsByTrigger(template).get('media-sweep')?.properties;

describe('pictures', () => {
  it('are written by one function, moved and deleted by another, and that is all', () => {
    const [[written, ...none], [moved, listed, ...nor]] = [
      statements(create(), 'Media'),
      statements(sweep(), 'Media'),
    ];
    expect([written?.Action, moved?.Action, listed?.Action]).toEqual([
      's3:PutObject',
      ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      's3:ListBucket',
    ]);
    expect([...none, ...nor]).toEqual([]);
    const pathOf = (resource: Json) => resource['Fn::Join'][1].at(-1);
    expect(pathOf(written?.Resource)).toBe('/media/*');
    expect(moved?.Resource.map(pathOf)).toEqual(['/held/*', '/media/*']);
    expect(pathOf(listed?.Resource)).toEqual({ Ref: expect.any(String) });
    expect(statements(create(), 'Edge')).toEqual([]);
    const [edge] = statements(sweep(), 'Edge');
    expect(edge?.Action).toBe('cloudfront:CreateInvalidation');
    expect(JSON.stringify(edge?.Resource)).not.toContain('*');
  });

  it('are kept by the edge for an hour, and run nothing', () => {
    const [distribution] = properties(template, 'AWS::CloudFront::Distribution');
    const shown = distribution?.DistributionConfig.CacheBehaviors.find(
      ({ PathPattern }: Json) => PathPattern === '/media/*',
    );
    const cache = resources(template, 'AWS::CloudFront::CachePolicy').get(
      shown.CachePolicyId.Ref,
    )?.Properties;
    expect(cache.CachePolicyConfig).toMatchObject({ MinTTL: 0, DefaultTTL: 3600, MaxTTL: 3600 });
    const headers = resources(template, 'AWS::CloudFront::ResponseHeadersPolicy').get(
      shown.ResponseHeadersPolicyId.Ref,
    )?.Properties.ResponseHeadersPolicyConfig;
    expect(headers.SecurityHeadersConfig.ContentSecurityPolicy).toEqual({
      ContentSecurityPolicy: MEDIA_HEADERS['content-security-policy'],
      Override: true,
    });
    expect(headers.CustomHeadersConfig.Items).toContainEqual({
      Header: 'cross-origin-resource-policy',
      Value: 'cross-origin',
      Override: true,
    });
  });
});
