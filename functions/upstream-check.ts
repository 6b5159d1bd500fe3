import { serveTrigger, triggered } from '../shared/trigger.ts';

/** Placeholder: being built. */
export const upstreamCheck = () => triggered('upstream-check', async () => {});

export const handler = serveTrigger(upstreamCheck());
