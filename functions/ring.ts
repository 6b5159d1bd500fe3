import { serveTrigger, triggered } from '../shared/trigger.ts';

/** Placeholder: being built. */
export const ring = () => triggered('ring', async () => {});

export const handler = serveTrigger(ring());
