import { receiptResponse } from '../shared/activity/receipt.ts';
import { receiptStore } from '../shared/activity/receipt-store.ts';
import { receiptCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

/** What a phone signed to let one of the caller's sessions in, to be checked with public tools. */
export const receipt = (db: Database, receipts = receiptStore(db)) =>
  endpoint(receiptCall, async ({ caller: { session }, params: { sessionId } }) => {
    const found = await receipts.get(session.userId, sessionId);
    if (found === undefined)
      throw new NodError('not_found', 'There is no receipt of this session.', {
        params: { what: 'receipt' },
      });
    return { status: 200, body: receiptResponse(found) };
  });

export const handler = serve(receipt(database()));
