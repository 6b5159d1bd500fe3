import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import { SiteFiles } from '../../infra/site-files.ts';
import { type Json, resources, SITE } from './synthesize.ts';

/** The deployments of a site, as CloudFormation compares them with those of the last time. */
function deployments(site: Readonly<Record<string, string>>, relatedHost?: string): Map<string, Json> {
  const built = mkdtempSync(join(tmpdir(), 'nod-site-'));
  const folder = join(built, 'site');
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    const stack = new Stack(new App({ outdir: join(built, 'cdk.out') }), 'Stack');
    const bucket = new Bucket(stack, 'Bucket') as IBucket;
    const origin = S3BucketOrigin.withOriginAccessControl(bucket);
    const distribution = new Distribution(stack, 'Distribution', { defaultBehavior: { origin } });
    new SiteFiles(stack, 'Files', { bucket, distribution, folder, relatedHost, after: distribution });
    return resources(Template.fromStack(stack), 'Custom::CDKBucketDeployment');
  } finally {
    rmSync(built, { recursive: true });
  }
}

const properties = (site: Readonly<Record<string, string>>, relatedHost?: string): Json[] =>
  [...deployments(site, relatedHost).values()].map(({ Properties }) => Properties);

describe('the files of the site', () => {
  it('may be kept for ever if they are hashed, and are asked for every time if they are documents', () => {
    const [assets, ...documents] = properties(SITE);
    expect(assets).toMatchObject({ DestinationBucketKeyPrefix: 'assets', Prune: false });
    expect(assets.SystemMetadata['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(documents.map(({ DistributionPaths }) => DistributionPaths)).toEqual([
      ['/home.html'],
      ['/icons/icon.svg'],
      ['/phone.html'],
    ]);
    for (const document of documents)
      expect(document.SystemMetadata['cache-control']).toMatch(/max-age=0, .*must-revalidate/);
  });

  it('lose what is a document no longer, and nothing else', () => {
    const [, first, ...others] = properties(SITE, 'new.example');
    expect(first).toMatchObject({
      Prune: true,
      Exclude: ['assets/*', 'icons/icon.svg', 'phone.html', '.well-known/webauthn'],
    });
    for (const { Prune } of others) expect(Prune).toBe(false);
  });
});

describe('a deployment', () => {
  const { 'phone.html': phone, ...others } = SITE;
  const before = deployments(SITE);

  it.each([
    ['nothing, of a site that is the same', { ...SITE }, []],
    ['a page', { ...SITE, 'phone.html': `${phone}<title>New</title>` }, ['/phone.html']],
    ['a file in a folder', { ...SITE, 'icons/icon.svg': '<svg></svg>' }, ['/icons/icon.svg']],
    ['a hashed file, of which nobody is told', { ...SITE, 'assets/home-EFGH5678.js': '' }, ['nothing']],
    // And the first one, which knows of all others.
    ['a new page', { ...SITE, 'new.html': '' }, ['/home.html', '/new.html']],
    // Of the one that is gone its own deployment tells while it is removed.
    ['a page that is gone', others, ['/home.html']],
  ])('uploads, and tells CloudFront of, what changed: %s', (_, site, told) => {
    expect(runAgain(deployments(site))).toEqual(told);
  });

  /** What CloudFront is told by the deployments that are new or differ from those before. */
  function runAgain(after: Map<string, Json>): string[] {
    return [...after]
      .filter(([id, { Properties }]) => !isDeepStrictEqual(before.get(id)?.Properties, Properties))
      .flatMap(([, { Properties }]) => Properties.DistributionPaths ?? 'nothing');
  }
});
