import { socialLinksCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { providers } from '../shared/social/provider.ts';
import { socialLinkStore } from '../shared/social/social-link-store.ts';

/** The caller's accounts at providers, with what tells them apart. */
export const socialLinks = (db: Database, links = socialLinkStore(db)) =>
  endpoint(socialLinksCall, async ({ caller: { session } }) => {
    const labels = new Map(providers().map(({ id, label }) => [id, label]));
    const own = await links.ofUser(session.userId);
    const items = own.map(({ provider, issuer, subject, name, email, createdAt, lastUsedAt }) => ({
      provider,
      // One that is configured no more still can be removed.
      label: labels.get(provider) ?? provider,
      issuer,
      subject,
      name: name ?? email ?? null,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }));
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(socialLinks(database()));
