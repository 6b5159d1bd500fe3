import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { SiteFiles } from '../../infra/site-files.ts';
import { dependenciesOf, type Json, resources, SITE } from './synthesize.ts';

type Deployment = { id: string; properties: Json; waitsFor: Set<string>; files: Record<string, string> };

/** The two deployments of a site, as CloudFormation compares them with those of the last time, and what they bring. */
function deployments(site: Readonly<Record<string, string>>, relatedHost?: string): Deployment[] {
  const built = mkdtempSync(join(tmpdir(), 'nod-site-'));
  const folder = join(built, 'site');
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  try {
    const outdir = join(built, 'cdk.out');
    const stack = new Stack(new App({ outdir }), 'Stack');
    const bucket = new Bucket(stack, 'Bucket') as IBucket;
    const origin = S3BucketOrigin.withOriginAccessControl(bucket);
    const distribution = new Distribution(stack, 'Distribution', { defaultBehavior: { origin } });
    const after = new Topic(stack, 'Stage');
    new SiteFiles(stack, 'Files', { bucket, distribution, folder, relatedHost, after });
    const template = Template.fromStack(stack);
    return [...resources(template, 'Custom::CDKBucketDeployment')].map(([id, { Properties }]) => ({
      id,
      properties: Properties,
      waitsFor: dependenciesOf(template, id),
      files: Object.assign({}, ...Properties.SourceObjectKeys.map((key: string) => filesOf(outdir, key))),
    }));
  } finally {
    rmSync(built, { recursive: true });
  }
}

/** The files of an asset, by its key in the bucket of CDK's. */
function filesOf(outdir: string, key: string): Record<string, string> {
  const folder = join(outdir, `asset.${key.replace(/\.zip$/, '')}`);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [relative(folder, file), readFileSync(file, 'utf8')]),
  );
}

describe('the files of the site', () => {
  it('go up by two deployments: the hashed ones, and the documents', () => {
    const [assets, documents, ...others] = deployments(SITE);
    expect(others).toEqual([]);
    expect(assets?.files).toEqual({ 'home-ABCD1234.js': '' });
    expect(assets?.properties.DestinationBucketKeyPrefix).toBe('assets');
    const { 'assets/home-ABCD1234.js': _, ...rest } = SITE;
    expect(documents?.files).toEqual(rest);
    expect(documents?.properties).not.toHaveProperty('DestinationBucketKeyPrefix');
  });

  it('may be kept for ever if they are hashed, and are asked for every time if they are documents', () => {
    const [assets, documents] = deployments(SITE).map(({ properties }) => properties.SystemMetadata);
    expect(assets).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect(documents).toEqual({ 'cache-control': 'public, max-age=0, s-maxage=86400, must-revalidate' });
  });

  it('lose what is a document no longer, and nothing else', () => {
    const [assets, documents] = deployments(SITE).map(({ properties }) => properties);
    expect(assets.Prune).toBe(false);
    expect(documents).toMatchObject({ Prune: true, Exclude: ['assets/*'] });
  });

  it('come in order: no document before the hashed files that it names, nor before the API', () => {
    const [assets, documents] = deployments(SITE);
    expect(documents?.waitsFor).toContain(assets?.id);
    expect([...(documents?.waitsFor ?? [])].filter((id) => id.startsWith('Stage'))).toHaveLength(1);
  });

  it('are joined by the list of the sites that may use their passkeys, under a name that says it is JSON', () => {
    const [, documents] = deployments(SITE, 'new.example');
    expect(JSON.parse(documents?.files['.well-known/webauthn.json'] ?? '')).toEqual({
      origins: ['https://new.example'],
    });
    expect(documents?.files).toHaveProperty('en/home.html');
  });
});

describe('a deployment', () => {
  const { 'en/phone.html': phone, ...others } = SITE;
  const before = deployments(SITE);

  it.each([
    ['nothing, of a site that is the same', { ...SITE }, []],
    ['a page', { ...SITE, 'en/phone.html': `${phone}<title>New</title>` }, ['/*']],
    ['a file in a folder', { ...SITE, 'icons/icon.svg': '<svg></svg>' }, ['/*']],
    ['a hashed file, of which nobody is told', { ...SITE, 'assets/home-EFGH5678.js': '' }, ['nothing']],
    ['a new page', { ...SITE, 'new.html': '' }, ['/*']],
    ['a page that is gone', others, ['/*']],
  ])('uploads, and tells CloudFront of, what changed, at most once: %s', (_, site, observed) => {
    expect(runAgain(deployments(site))).toEqual(observed);
  });

  /** What CloudFront is told by the deployments that differ from those before. */
  function runAgain(after: Deployment[]): string[] {
    return after
      .filter(({ properties }, at) => !isDeepStrictEqual(before[at]?.properties, properties))
      .flatMap(({ properties }) => properties.DistributionPaths ?? 'nothing');
  }
});
