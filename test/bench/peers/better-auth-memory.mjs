import { betterAuth } from 'better-auth/minimal';
import { OPTIONS } from './better-auth.mjs';
import { onLambda } from './on-lambda.mjs';

// better-auth loads it late as well, and for an early import esbuild would then leave out that it has to be run.
const { memoryAdapter } = await import('better-auth/adapters/memory');

const withDates = (name, value) => (/At$/.test(name) ? new Date(value) : value);
const { user, session } = JSON.parse(process.env.BENCH_ROWS, withDates);
const rows = { user: [user], session: [session], account: [], verification: [] };

const auth = betterAuth({ ...OPTIONS, database: memoryAdapter(rows) });
export const handler = onLambda(auth.handler);
