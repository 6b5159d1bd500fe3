import { activityStore } from '../shared/activity/activity-store.ts';
import { socialUnlinkCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { socialLinkStore } from '../shared/social/social-link-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Removes a link, and with it the roles that it gave; never the last sign-in method. */
export const socialUnlink = (
  db: Database,
  users = userStore(db),
  links = socialLinkStore(db),
  activity = activityStore(db),
) =>
  endpoint(socialUnlinkCall, async ({ caller: { session }, params, now }) => {
    const { userId } = session;
    const { provider } = params;
    const [user, link] = await Promise.all([users.get(userId), links.get(userId, provider)]);
    if (user === undefined || link === undefined) throw new NodError('not_found', 'There is no such link.');
    const roles = user.roles.filter((role) => !link.roles.includes(role));
    try {
      await db.write(
        users.changeLink(user, { ...user, roles, credentialCount: user.credentialCount - 1 }),
        ...links.remove(link, now),
        activity.record({ userId, at: now, kind: 'link_removed', provider }),
      );
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      const current = await users.get(userId);
      if (current !== undefined && current.credentialCount <= 1) {
        throw new NodError(
          'last_sign_in_method',
          'This is your last way in. Add a phone or another account first.',
        );
      }
      throw error;
    }
    return { status: 204 };
  });

export const handler = serve(socialUnlink(database()));
