/** The phone page as a whole: which screen is on, and the ways from one to the other. */
import type { ApprovalResponse, DeviceResponse } from '../../shared/responses.ts';
import { ApiError } from '../lib/api.ts';
import { render } from '../lib/html.ts';
import { approveScreen } from './approve-screen.ts';
import type { Authenticator } from './authenticator.ts';
import { denyScreen } from './deny-screen.ts';
import { enrolScreen } from './enrol-screen.ts';
import { homeScreen, READ_IT_YOURSELF, WHERE_THE_NUMBER_IS } from './home-screen.ts';
import { findByLink } from './number-from-link.ts';
import { type Outcome, outcomeScreen } from './outcome-screen.ts';
import { RAN_OUT } from './over.ts';
import { type Finding, isNotAPhone, thisPhone, waitingRequests } from './phone-api.ts';
import { type PhoneLink, takePhoneLink } from './phone-link.ts';
import { Presence } from './presence.ts';
import { forgetAccount, rememberAccount, rememberedUsername } from './remembered-account.ts';
import { requestScreen } from './request-screen.ts';
import { isHere, returnPath } from './return-path.ts';
import { Ringing } from './ringing.ts';
import { scanScreen } from './scan-screen.ts';
import type { Screen } from './screen.ts';
import { settingsScreen } from './settings-screen.ts';
import { shell } from './shell.ts';
import { waitingScreen } from './waiting-screen.ts';
import { welcomeScreen } from './welcome-screen.ts';
import { onTap } from './worker.ts';

/** How long to wait before trying again what could not be reached. */
const RETRY_MS = 2000;

export class Phone {
  readonly authenticator: Authenticator;
  /** Whether the browser that waits is this one. */
  readonly isHere = isHere(location.search);
  readonly presence: Presence;
  readonly ringing: Ringing;
  #device: DeviceResponse | undefined;
  #username: string | undefined;
  #screen: Screen = waitingScreen();
  #leave: (() => void) | undefined;
  #isUnreachable = false;
  #isDrawing = false;

  constructor(authenticator: Authenticator) {
    this.authenticator = authenticator;
    this.presence = new Presence(this);
    this.ringing = new Ringing(this.redraw);
  }

  /** Does what the address asks for; again whenever a link changes it while the page is open. */
  open(): void {
    addEventListener('hashchange', () => {
      if (location.hash !== '') void this.start(takePhoneLink());
    });
    onTap((path) => {
      location.hash = new URL(path, location.href).hash;
    });
    void this.start(takePhoneLink());
  }

  async start(link: PhoneLink = { asks: 'nothing' }): Promise<void> {
    if (link.asks === 'enrol') return this.enrol(link.ticket);
    this.#show(waitingScreen());
    await this.#untilReached(async () => {
      const device = await thisPhone();
      this.#belongsTo(device, device && rememberedUsername(device));
      if (device === undefined) this.#show(welcomeScreen(this));
      else if (link.asks === 'approve') await this.#openLink(link.number);
      else if (link.asks === 'request') await this.#openRequest(link.sessionId);
      else this.home({ focusesNumber: true });
    });
  }

  async #openLink(number: string): Promise<void> {
    const trustsLinks = this.authenticator.trustsLinks === true;
    try {
      const found = await findByLink(number, { isHere: this.isHere, trustsLinks });
      if (found !== undefined) return this.approve(found);
    } catch (error) {
      // Whatever is wrong with the link's number, the one on the screen can be typed.
      if (!(error instanceof ApiError) || isNotAPhone(error)) throw error;
    }
    this.home({ hint: READ_IT_YOURSELF, focusesNumber: true });
  }

  async #openRequest(id: string): Promise<void> {
    const request = (await waitingRequests()).find(({ sessionId }) => sessionId === id);
    if (request === undefined) this.finish({ ...RAN_OUT, action: this.done() });
    else this.#show(requestScreen(this, request));
  }

  /** Whose phone this is, as far as is known: nobody's, or that of an account. */
  #belongsTo(device: DeviceResponse | undefined, username: string | undefined): void {
    this.#device = device;
    this.#username = username;
    this.ringing.forget();
    if (device === undefined) this.presence.stop();
    else this.presence.start();
  }

  readonly redraw = (): void => {
    // Taking a focused element away makes it say `blur`, and whoever hears that may ask for a redraw.
    if (this.#isDrawing) {
      queueMicrotask(this.redraw);
      return;
    }
    const notice = this.authenticator.notice;
    const view = {
      screen: this.#screen,
      username: this.#username,
      notice,
      isUnreachable: this.#isUnreachable,
      onSettings: () => void this.settings(),
    };
    this.#isDrawing = true;
    render(shell(view), document.body);
    this.#isDrawing = false;
  };

  #show(screen: Screen): void {
    this.#leave?.();
    this.#screen = screen;
    document.title = `${screen.title} · Nod`;
    this.redraw();
    scrollTo(0, 0);
    document.querySelector<HTMLElement>(screen.focus ?? 'h1')?.focus({ preventScroll: true });
    this.#leave = screen.enter?.();
  }

  home({ hint = WHERE_THE_NUMBER_IS, focusesNumber = false } = {}): void {
    this.#show(homeScreen(this, { hint, focusesNumber }));
  }

  enrol(ticket: string): void {
    // Whose phone it was so far is told beside whose it will be, and nowhere else.
    this.#username = undefined;
    this.#show(enrolScreen(this, ticket));
  }

  /** This phone now is that account's. */
  enrolled(device: DeviceResponse, username: string, text: string): void {
    rememberAccount({ deviceId: device.id, username });
    this.#belongsTo(device, username);
    if (this.isHere) this.#goOn();
    else
      this.finish({
        title: 'This phone is ready',
        text,
        isGood: true,
        action: this.done(),
      });
  }

  /** Back to the page of this same browser that waits. */
  #goOn(): void {
    location.replace(returnPath(location.search));
  }

  /** The phone's key has said whose it is. */
  resumed(device: DeviceResponse, username: string): void {
    rememberAccount({ deviceId: device.id, username });
    this.#belongsTo(device, username);
    this.home({ focusesNumber: true });
  }

  /** The server does not know this phone, or not any more. */
  notEnrolled(): void {
    this.#belongsTo(undefined, undefined);
    this.#show(
      welcomeScreen(this, 'This phone was removed from its account, so it cannot approve any more.'),
    );
  }

  /** This phone was removed by its own settings. */
  removed(text: string): void {
    forgetAccount();
    this.#belongsTo(undefined, undefined);
    this.finish({
      title: 'This phone is removed',
      text,
      action: { label: 'Done', go: () => void this.start() },
    });
  }

  renamed(device: DeviceResponse): void {
    this.#device = device;
  }

  settings(): void {
    if (this.#device !== undefined) this.#show(settingsScreen(this, this.#device, this.#username));
  }

  scan(): void {
    this.#show(scanScreen(this));
  }

  approve(found: Finding): void {
    this.#show(approveScreen(this, found));
  }

  approved(text: string): void {
    if (this.isHere) this.#goOn();
    else
      this.finish({
        title: 'Approved',
        text,
        isGood: true,
        action: this.done(),
      });
  }

  askToDeny(request: ApprovalResponse): void {
    this.#show(denyScreen(this, request));
  }

  denied(isReported: boolean): void {
    this.finish({
      title: isReported ? 'Denied and reported' : 'Denied',
      text: 'Nobody was let in. The browser that asked has been told no.',
      action: this.done(),
    });
  }

  /** Where an outcome leads: back to the browser that waits if it is this one, else to the number. */
  done(): Outcome['action'] {
    return this.isHere
      ? { label: 'Back to signing in', go: () => this.#goOn() }
      : { label: 'Done', go: () => this.home() };
  }

  finish(outcome: Outcome): void {
    this.#show(outcomeScreen(outcome));
  }

  /**
   * Runs what repeats by itself: a lost connection becomes a quiet bar and not an error. Answers how long to
   * wait before the next time, where that is not as usual.
   */
  async reaching(task: () => Promise<void>): Promise<number | undefined> {
    try {
      await task();
      this.#noteReached(true);
      return undefined;
    } catch (error) {
      if (isNotAPhone(error)) this.notEnrolled();
      else if (error instanceof ApiError && error.code === 'user_disabled') this.#disabled();
      else this.#noteReached(false);
      return error instanceof ApiError && error.retryAfter !== undefined ? error.retryAfter * 1000 : RETRY_MS;
    }
  }

  async #untilReached(task: () => Promise<void>): Promise<void> {
    const screen = this.#screen;
    while (this.#screen === screen) {
      const pause = await this.reaching(task);
      if (pause === undefined) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  #noteReached(isReached: boolean): void {
    if (this.#isUnreachable !== isReached) return;
    this.#isUnreachable = !isReached;
    this.redraw();
  }

  #disabled(): void {
    this.finish({
      title: 'This account is switched off',
      text: 'Nobody can sign in with it now. Ask the people who run this site.',
      action: { label: 'Look again', go: () => void this.start() },
    });
  }
}
