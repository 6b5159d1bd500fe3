/** The thread in which the village is planted, for `demo.ts`: it draws, and what it takes for that goes with it. */
import { parentPort, workerData } from 'node:worker_threads';
import { databaseClient, localTableName } from '../database.ts';
import { plantVillage } from './planting.ts';

export type PlantingInput = { databaseEndpoint: string; tablePrefix: string };

const { databaseEndpoint, tablePrefix } = workerData as PlantingInput;
const client = databaseClient(databaseEndpoint, { attempts: 3 });
const tableName = (table: Parameters<typeof localTableName>[1]) => localTableName(tablePrefix, table);
parentPort?.postMessage(await plantVillage({ client, tableName, now: new Date() }));
client.destroy();
