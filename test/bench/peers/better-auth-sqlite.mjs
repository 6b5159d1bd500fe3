import { DatabaseSync } from 'node:sqlite';
import { betterAuth } from 'better-auth';
import { OPTIONS } from './better-auth.mjs';
import { onLambda } from './on-lambda.mjs';

const auth = betterAuth({ ...OPTIONS, database: new DatabaseSync(process.env.BENCH_SQLITE) });
export const handler = onLambda(auth.handler);
