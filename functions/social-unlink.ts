import { socialUnlinkCall } from '../shared/api/social.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { unlinking } from '../shared/social/unlinking.ts';

/** Removes a link, and with it the roles that it gave and the sessions that came by it; never the last sign-in method. */
export const socialUnlink = (db: Database, unlink = unlinking(db)) =>
  endpoint(socialUnlinkCall, async ({ caller: { session }, params, now }) => {
    await unlink(session, params.provider, now);
    return { status: 204 };
  });

export const handler = serve(socialUnlink(database()));
