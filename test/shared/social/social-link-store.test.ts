import { describe, expect, it } from 'vitest';
import { newUserId, type UserId } from '../../../shared/ids.ts';
import type { SocialLink } from '../../../shared/social/social-link.ts';
import { socialLinkStore } from '../../../shared/social/social-link-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const links = socialLinkStore(db);
const now = new Date('2026-01-01T00:00:00Z');

let next = 0;
const link = (userId: UserId, more: Partial<SocialLink> = {}): SocialLink => ({
  userId,
  provider: 'one',
  issuer: 'https://one.example',
  subject: `s${next++}`,
  roles: [],
  createdAt: now,
  lastUsedAt: now,
  ...more,
});

describe('a link', () => {
  it('is found by its identity and by its user', async () => {
    const own = link(newUserId(), { name: 'Ada', roles: ['admin'] });
    await db.write(...links.create(own));
    expect(await links.userIdOf(own)).toBe(own.userId);
    expect(await links.get(own.userId, 'one')).toEqual(own);
    expect(await links.ofUser(own.userId)).toEqual([own]);
  });

  it('is of one user, and a user’s only one at that provider', async () => {
    const [ours, theirs] = [link(newUserId()), link(newUserId())];
    await db.write(...links.create(ours));
    expect(await attempt(...links.create({ ...theirs, subject: ours.subject }))).toBe('refused');
    expect(await attempt(...links.create(link(ours.userId)))).toBe('refused');
    expect(await attempt(...links.create(link(ours.userId, { provider: 'two' })))).toBe('written');
  });

  it('is another at another issuer, with another subject, and in other letters', async () => {
    const own = link(newUserId(), { subject: 'Ada' });
    await db.write(...links.create(own));
    for (const other of [
      { issuer: 'https://two.example' },
      { subject: 'ada' },
      { issuer: 'https://one.example#Ada', subject: '' },
    ]) {
      expect(await links.userIdOf({ ...own, ...other })).toBeUndefined();
    }
  });

  it('is not brought back by a sign-in that it was taken away under', async () => {
    const own = link(newUserId());
    await db.write(...links.create(own));
    expect(await attempt(links.refresh({ ...own, name: 'Ada' }))).toBe('written');
    expect(await attempt(...links.remove(own, own.lastUsedAt))).toBe('written');
    expect(await attempt(links.refresh(own))).toBe('refused');
    expect(await attempt(...links.remove(own, own.lastUsedAt))).toBe('refused');
    expect(await links.userIdOf(own)).toBeUndefined();
    expect(await links.ofUser(own.userId)).toEqual([]);
  });
});
