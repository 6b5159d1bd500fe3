/** A store that throttles, is contended or is away: 503, nothing half-written, and a repeat succeeds (DESIGN.md §6.11). */
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { codeOf } from '../../shared/recovery/code.ts';
import { ROUTE_NAMES, ROUTES, type Route, type RouteName } from '../../shared/routes.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { AS_DEPLOYED, type Fault, type StoreError } from '../support/faults.ts';
import { type Nod, nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, newUsername, Phone, ticketIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod({ variables: AS_DEPLOYED });
/** One whose functions have the time for every attempt, however busy the machine is. */
const patient = startNod();

function expectUnavailable({
  status,
  problem,
  headers,
}: Pick<Reply<RouteName>, 'status' | 'problem' | 'headers'>) {
  expect([status, problem.code]).toEqual([503, 'store_unavailable']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(headers.getSetCookie()).toEqual([]);
}

/** Disturbs the line for the rest of the test, or until it is mended. */
function disturb(
  { recordingProxy }: Nod,
  ...[fault, victims]: Parameters<Nod['recordingProxy']['disturb']>
): void {
  recordingProxy.disturb(fault, victims);
  onTestFinished(() => recordingProxy.mend());
}

/** How often each error is met before the store is given up: by the SDK, or by our own repeats. */
const ATTEMPTS: [StoreError, number][] = [
  ['ProvisionedThroughputExceededException', 3],
  ['ThrottlingException', 3],
  ['InternalServerError', 3],
  ['TransactionConflict', 4],
];

describe.each(ATTEMPTS)('a store that answers with %s', (fault, attempts) => {
  async function approvedSignIn() {
    const found = await foundSignIn(patient);
    await found.phone.approve(found.number);
    return found;
  }

  it(`to a completion is asked ${attempts} times, and then a repeat succeeds`, async () => {
    const { browser, phone } = await approvedSignIn();
    const key = { headers: { 'idempotency-key': 'k' } };
    const before = patient.recordingProxy.callsFrom('login-complete', 'TransactWriteItems').length;
    disturb(patient, fault, { from: 'login-complete', operation: 'TransactWriteItems' });
    await unchanged(patient, async () => expectUnavailable(await browser.call('login-complete', key)));
    const asked = patient.recordingProxy.callsFrom('login-complete', 'TransactWriteItems').slice(before);
    expect(asked).toHaveLength(attempts);
    const transactions = new Set(asked.map(({ input }) => input.ClientRequestToken));
    expect(transactions.size, 'a cancelled transaction is over').toBe(
      fault === 'TransactionConflict' ? 4 : 1,
    );
    expect((await browser.succeed('status')).status).toBe('approved');

    patient.recordingProxy.mend();
    await browser.succeed('login-complete', key);
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await phone.succeed('sessions')).items).toHaveLength(2);
  });

  it('one time fewer is not noticed', async () => {
    const { browser } = await approvedSignIn();
    disturb(patient, fault, { from: 'login-complete', operation: 'TransactWriteItems', times: attempts - 1 });
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('to a single update, such as a count, is asked as often', async () => {
    const before = patient.recordingProxy.callsFrom('login-start', 'UpdateItem').length;
    disturb(patient, fault, { from: 'login-start', operation: 'UpdateItem' });
    const browser = new Browser(patient);
    await unchanged(patient, async () =>
      expectUnavailable(await browser.call('login-start', { body: { username: newUsername() } })),
    );
    expect(patient.recordingProxy.callsFrom('login-start', 'UpdateItem').slice(before)).toHaveLength(
      attempts,
    );
  });
});

describe('an enrolment that meets a throttled store', () => {
  it('leaves no half of a user, and its link good', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username } });
    const ticket = ticketIn(enrolUrl);
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    const body = { ticket, credential: phone.authenticator.create(publicKey), name: 'Pixel' };
    disturb(nod, 'ThrottlingException', { from: 'device-enrol', operation: 'TransactWriteItems', after: 1 });
    await unchanged(
      nod,
      async () => expectUnavailable(await phone.call('device-enrol', { body })),
      'its challenge is spent',
    );
    nod.recordingProxy.mend();
    await phone.enrol(enrolUrl);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
  });
});

describe('a store that is away', () => {
  /** Signed in, waiting for a second sign-in, and an enrolled phone: everybody that a route could ask for. */
  let everybody: Browser;
  beforeAll(async () => {
    const { browser, phone, username } = await newPerson(nod);
    await browser.succeed('login-start', { body: { username } });
    for (const [name, value] of phone.cookies) browser.cookies.set(name, value);
    everybody = browser;
  });

  const ticket = `usr_${'A'.repeat(22)}.tic_${'A'.repeat(22)}.${'A'.repeat(43)}`;
  const credential = new Phone(nod).authenticator.create({
    rp: { id: 'localhost', name: 'Nod' },
    user: { id: 'eA', name: 'x', displayName: 'x' },
    challenge: 'A'.repeat(43),
    pubKeyCredParams: [],
  });

  const assertion = new Phone(nod).authenticator.get({ challenge: 'A'.repeat(43) }, { userHandle: null });

  /** What open routes are called with: they look at it before they ask the store. All others ask first who calls. */
  const OPEN: { [N in RouteName]?: unknown } = {
    register: { username: newUsername() },
    'device-options': { ticket },
    'device-enrol': { ticket, credential, name: 'x' },
    'device-resume-options': undefined,
    'device-resume': { assertion },
    'passkey-options': undefined,
    'passkey-answer': { assertion },
    recover: { username: newUsername(), code: codeOf(new Uint8Array(16)) },
    'login-start': { username: newUsername() },
    posts: undefined,
    post: undefined,
    user: undefined,
    page: undefined,
  };
  const ASKING = ROUTE_NAMES.filter(
    (name) => name in OPEN || !['open', 'any'].includes(ROUTES[name].auth) || name === 'status',
  );

  const postId = `pst_${'0'.repeat(26)}`;
  const params = {
    postId,
    replyId: postId,
    username: 'susan',
    sessionId: 'x',
    messageId: `msg_${'0'.repeat(26)}`,
    deviceId: 'dev_x',
    provider: 'x',
    browserId: 'x',
    language: 'en',
    document: 'home.html',
  };
  function call(name: RouteName): Promise<Reply<RouteName>> {
    const { method, bytes }: Route = ROUTES[name];
    const rawBody = bytes === undefined ? JSON.stringify(OPEN[name] ?? {}) : Buffer.from('no matter');
    const headers = bytes === undefined ? {} : { headers: { 'content-type': `${bytes.type}x` } };
    return everybody.call(name, { params, ...(method === 'GET' ? {} : { rawBody }), ...headers });
  }

  const FAULTS: Fault[] = ['cut', 'InternalServerError'];
  it.each(ASKING)('is a 503 of %s, and changes nothing', async (name) => {
    await unchanged(nod, async () => {
      for (const fault of FAULTS) {
        nod.recordingProxy.disturb(fault);
        const reply = await call(name);
        nod.recordingProxy.mend();
        expectUnavailable(reply);
      }
    });
  });

  it('and says nothing is given up before the function is', async () => {
    disturb(nod, 'silence');
    for (const name of ['status', 'me'] as const) expectUnavailable(await call(name));
    nod.recordingProxy.mend();
    expect((await everybody.succeed('status')).status).toBe('active');
  });

  it('for a while only delays', async () => {
    disturb(nod, { answerAfterMs: 300 });
    expect((await everybody.succeed('status')).status).toBe('active');
    disturb(nod, 'cut', { operation: 'BatchGetItem', times: 2 });
    expect((await everybody.succeed('status')).status).toBe('active');
  });
});
