/** What the demo provider remembers: a map, gone with the process. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

type Row = { model: string; payload: AdapterPayload; endsAt: number };

export function providerMemory() {
  const rows = new Map<string, Row>();

  const found = (fits: (row: Row) => boolean): AdapterPayload | undefined =>
    [...rows.values()].find((row) => row.endsAt > Date.now() && fits(row))?.payload;

  function forget(fits: (row: Row) => boolean): void {
    for (const [key, row] of rows) if (fits(row)) rows.delete(key);
  }

  /** An arrow function, because the library takes what can be constructed for a class. */
  const adapter = (model: string): Adapter => ({
    async upsert(id, payload, expiresIn = Number.POSITIVE_INFINITY) {
      rows.set(`${model} ${id}`, { model, payload, endsAt: Date.now() + expiresIn * 1000 });
    },
    async find(id) {
      const row = rows.get(`${model} ${id}`);
      return row && row.endsAt > Date.now() ? row.payload : undefined;
    },
    findByUid: async (uid) => found((row) => row.model === model && row.payload.uid === uid),
    findByUserCode: async (code) => found((row) => row.model === model && row.payload.userCode === code),
    async consume(id) {
      const row = rows.get(`${model} ${id}`);
      if (row !== undefined) row.payload.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      rows.delete(`${model} ${id}`);
    },
    async revokeByGrantId(grantId) {
      forget((row) => row.model === model && row.payload.grantId === grantId);
    },
  });

  return {
    adapter,
    /** Withdraws what a person has let clients have; their own session there stays. */
    revoke: (accountId: string) =>
      forget(({ model, payload }) => payload.accountId === accountId && model !== 'Session'),
  };
}
