import { describe, expect, it } from 'vitest';
import { NodError } from '../../../shared/errors.ts';
import {
  isQuestion,
  PIPELINE,
  type PipelineState,
  run,
  type Step,
  type Stores,
} from '../../../shared/social/pipeline.ts';
import { type Provider, parseProviders } from '../../../shared/social/provider.ts';
import { socialLinkStore } from '../../../shared/social/social-link-store.ts';
import { userStore } from '../../../shared/users/user-store.ts';
import { tables } from '../../support/tables.ts';

const { db } = tables();
const stores: Stores = { users: userStore(db), links: socialLinkStore(db) };

const [provider] = parseProviders(
  JSON.stringify([{ id: 'one', label: 'One', issuer: 'https://one.example', clientId: 'nod' }]),
) as [Provider];

const state = (more: Partial<PipelineState> = {}): PipelineState => ({
  provider,
  identity: {
    issuer: 'https://one.example',
    subject: 'ada',
    claims: { name: 'Ada', email: 'ada@example.org' },
  },
  answers: {},
  now: new Date(),
  before: {},
  ...more,
});

/** What an operator adds, as in DESIGN.md §5.5. */
const isVerified: Step = (own) => {
  if (own.identity.claims.email_verified === true) return own;
  throw new NodError('provider_refused', 'Verify your e-mail address there first.');
};

describe('the pipeline', () => {
  it('stops at the first question, and goes on from the top with its answer', async () => {
    expect(await run(state(), stores)).toEqual({
      question: 'username',
      suggestion: 'ada',
      displayName: 'Ada',
    });
    const outcome = await run(state({ answers: { username: 'ada' } }), stores);
    expect(isQuestion(outcome)).toBe(false);
    expect(outcome).toMatchObject({
      user: { username: 'ada', displayName: 'Ada', credentialCount: 1, phones: 0 },
      link: { provider: 'one', subject: 'ada', email: 'ada@example.org' },
    });
  });

  it('takes an operator’s own step, wherever it is put', async () => {
    const steps = [isVerified, ...PIPELINE];
    await expect(run(state(), stores, steps)).rejects.toThrow('Verify your e-mail');
    const identity = { ...state().identity, claims: { email_verified: true } };
    expect(await run(state({ identity }), stores, steps)).toMatchObject({ question: 'username' });
  });

  it('writes nothing', async () => {
    const before = await db.get({ TableName: db.tableName('Users'), Key: { pk: 'name#ada', sk: 'name' } });
    await run(state({ answers: { username: 'ada' } }), stores);
    expect(before).toBeUndefined();
    expect(await stores.links.ownerOf(state().identity)).toBeUndefined();
  });

  it('makes no user without a link, and lets nobody in without both', async () => {
    const outcome = (await run(state({ answers: { username: 'ada' } }), stores)) as PipelineState;
    expect(outcome.link?.userId).toBe(outcome.user?.id);
  });
});
