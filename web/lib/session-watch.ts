/**
 * Keeps a page true to the session behind it: the status answers decide who is shown as signed in, when the page
 * is locked, and when it is cleared and left for the sign-in page.
 */

import type { StatusResponse, UserResponse } from '../../shared/responses.ts';
import type { Reason } from '../../shared/sessions/session.ts';
import { action } from './action.ts';
import { noteActivity } from './activity.ts';
import { serverNow } from './clock.ts';
import { keepName, keptProvider } from './kept-signin.ts';
import type { Layout } from './layout.ts';
import { phoneAwayLock, silentLock } from './lock-overlay.ts';
import { signOut } from './sign-out.ts';
import { signinAddress } from './signin-address.ts';
import { forgetPerson, forgetTraces, onPersonChanged, rememberedPerson, rememberPerson } from './viewer.ts';
import { type Watch, watchStatus } from './watch.ts';

/**
 * Another sign-in in this browser closes the earlier session (`here`), or makes its cookie worthless (`none`), a
 * moment before the new cookie arrives; a poll in between must not throw the person out.
 */
const SECOND_LOOK_MS = 1000;

type Options = {
  /** Who is signed in, or that nobody is; called when it is first known. */
  onPerson?(person: UserResponse | undefined): void;
  /** The phone is back, and the API answers again as it did before it was away. */
  onReturn?(): void;
  /** Whether the page makes sense only for somebody who is signed in, and so is covered while it is locked. */
  required?: boolean;
};

export type SessionWatch = Pick<Watch, 'during'> & {
  /** Leaves for the sign-in page at once, for a page that knows already that the session is over. */
  leave(reason: Reason): void;
  /** Takes everything off the screen and goes there; no later answer leads elsewhere. */
  go(to: string): void;
};

/** Watches this browser's session for a page. */
export function watchSession(
  layout: Layout,
  { onPerson = () => {}, onReturn = () => {}, required = false }: Options = {},
): SessionWatch {
  const expected = rememberedPerson();
  let person: UserResponse | undefined;
  let endsAt = Number.POSITIVE_INFINITY;
  let isAway = false;
  let isSilent = false;
  let isLeaving = false;
  let looksAgain = false;
  /** Whether the page knows who is signed in. */
  let isShown = false;

  const signingOut = action(() => showLock());
  /** What the page can still do while the phone is away. */
  const leavingAway = {
    signingOut,
    async signOut(): Promise<void> {
      let goTo = '';
      const isDone = await signingOut.run(async () => {
        goTo = await watch.during(signOut);
      });
      if (isDone && !isLeaving) go(goTo);
    },
  };

  const watch = watchStatus({
    of: 'session',
    onAnswer(answer) {
      if (isLeaving) return;
      if (answer.user === undefined) ended(answer);
      else live(answer, answer.user);
    },
    onSilence(next) {
      isSilent = next;
      showLock();
    },
  });

  function live({ status, expiresAt, unread }: StatusResponse, user: UserResponse): void {
    const isOther = person !== undefined && person.username !== user.username;
    // What is on the screen belongs to somebody else, or was cleared for a session that turned out to live.
    if (isOther || looksAgain) {
      reload();
      return;
    }
    rememberPerson(user);
    endsAt = expiresAt === undefined ? endsAt : Date.parse(expiresAt);
    const isBack = isAway && status !== 'walkaway';
    isAway = status === 'walkaway';
    person = user;
    layout.setPerson(user, unread);
    showLock();
    if (isBack) onReturn();
    // While the phone is away the API answers nothing that a private page could show.
    if (isShown || (isAway && required)) return;
    isShown = true;
    noteActivity(() => !isAway);
    onPerson(user);
  }

  function ended({ status, reason }: StatusResponse): void {
    // A page that everybody may read stays, unless somebody was signed in and has to be told why that ended.
    const isNews = person !== undefined || (expected !== undefined && isSessionsEnd(status, reason));
    if (!isNews && !required) {
      nobody();
      return;
    }
    const mayBeOvertaken = reason === 'here' || (status === 'none' && person !== undefined);
    if (mayBeOvertaken && !looksAgain) {
      looksAgain = true;
      layout.clear();
      setTimeout(() => watch.ask(), SECOND_LOOK_MS);
      return;
    }
    leave(reasonOf(status, reason));
  }

  function reasonOf(status: StatusResponse['status'], reason: Reason | undefined): Reason | undefined {
    if (isSessionsEnd(status, reason)) return reason;
    if (person === undefined) return undefined;
    // The cookie has gone: at the end of its lifetime, or because another tab signed out.
    return serverNow() >= endsAt - 1000 ? 'lifetime' : 'here';
  }

  /** Nobody is signed in, and nobody was: there is nothing to watch until another tab signs in. */
  function nobody(): void {
    watch.stop();
    forgetPerson();
    layout.setPerson(undefined);
    onPersonChanged((someone) => someone !== undefined && reload());
    onPerson(undefined);
  }

  function leave(reason: Reason | undefined): void {
    const name = person?.username ?? expected?.username;
    // Somebody whom a provider let in may have no phone, so the sign-in page offers the provider and not the name.
    if (name !== undefined) keepName(keptProvider() === undefined ? name : '');
    // Who signed out takes everything along, in every tab; who was signed out finds again what they were writing.
    if (reason === 'here' || reason === 'not_me') forgetTraces();
    else forgetPerson();
    go(signinAddress(reason, location.pathname + location.search));
  }

  function go(to: string): void {
    isLeaving = true;
    watch.stop();
    layout.clear();
    location.replace(to);
  }

  function reload(): void {
    isLeaving = true;
    location.reload();
  }

  function showLock(): void {
    const isSignedIn = person !== undefined || expected !== undefined;
    const lock = isAway
      ? phoneAwayLock(required, leavingAway)
      : isSilent && isSignedIn
        ? silentLock(required)
        : undefined;
    layout.setOverlay(lock && 'overlay' in lock ? lock.overlay : undefined);
    layout.setBar(lock && 'bar' in lock ? lock.bar : undefined);
  }

  return { during: watch.during, leave, go };
}

/** Without a session cookie the answer is about a sign-in that waits, or waited: not what ended here. */
function isSessionsEnd(status: StatusResponse['status'], reason: Reason | undefined): boolean {
  return status === 'closed' || (status === 'timeout' && reason !== 'unanswered');
}
