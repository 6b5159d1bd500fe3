export const WHO_MAY_REPLY = ['everybody', 'following', 'mentioned', 'nobody'] as const;

/** Everybody, whom the author follows, whom the post mentions, or nobody; its author always may. */
export type WhoMayReply = (typeof WHO_MAY_REPLY)[number];
