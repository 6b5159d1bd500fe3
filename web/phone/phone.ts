/** The phone page as a whole: which screen is on, and the ways from one to the other. */
import type { ApprovalShape } from '../../shared/shapes.ts';
import { ApiError } from '../lib/api.ts';
import { render } from '../lib/html.ts';
import { approveScreen } from './approve-screen.ts';
import type { Authenticator } from './authenticator.ts';
import { denyScreen } from './deny-screen.ts';
import { enrolScreen } from './enrol-screen.ts';
import { homeScreen, READ_IT_YOURSELF, WHERE_THE_NUMBER_IS } from './home-screen.ts';
import { findByLink } from './number-from-link.ts';
import { type Outcome, outcomeScreen } from './outcome-screen.ts';
import { type Finding, isNotAPhone, thisPhone } from './phone-api.ts';
import { type PhoneLink, takePhoneLink } from './phone-link.ts';
import { rememberedUsername } from './remembered-account.ts';
import { isHere, returnPath } from './return-path.ts';
import { scanScreen } from './scan-screen.ts';
import type { Screen } from './screen.ts';
import { shell } from './shell.ts';
import { waitingScreen } from './waiting-screen.ts';
import { welcomeScreen } from './welcome-screen.ts';

/** How long to wait before trying again what could not be reached. */
const RETRY_MS = 2000;

export class Phone {
  readonly authenticator: Authenticator;
  /** Whether the browser that waits is this one. */
  readonly isHere = isHere(location.search);
  #username: string | undefined;
  #screen: Screen = waitingScreen();
  #leave: (() => void) | undefined;
  #isUnreachable = false;
  #isDrawing = false;

  constructor(authenticator: Authenticator) {
    this.authenticator = authenticator;
  }

  /** Does what the address asks for; again whenever a link changes it while the page is open. */
  open(): void {
    addEventListener('hashchange', () => {
      if (location.hash !== '') void this.start(takePhoneLink());
    });
    void this.start(takePhoneLink());
  }

  async start(link: PhoneLink = { asks: 'nothing' }): Promise<void> {
    if (link.asks === 'enrol') return this.enrol(link.ticket);
    this.#show(waitingScreen());
    await this.#untilReached(async () => {
      const device = await thisPhone();
      this.#username = device && rememberedUsername(device);
      if (device === undefined) this.#show(welcomeScreen(this));
      else if (link.asks === 'approve') await this.#openLink(link.number);
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
  enrolled(username: string): void {
    this.#username = username;
    if (this.isHere) this.#goOn();
    else
      this.finish({
        title: 'This phone is ready',
        text: 'Go on in your browser. From now on, open this page when you sign in somewhere.',
        isGood: true,
        action: this.done(),
      });
  }

  /** Back to the page of this same browser that waits. */
  #goOn(): void {
    location.replace(returnPath(location.search));
  }

  /** The server does not know this phone, or not any more. */
  notEnrolled(): void {
    this.#username = undefined;
    this.#show(
      welcomeScreen(this, 'This phone was removed from its account, so it cannot approve any more.'),
    );
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

  askToDeny(request: ApprovalShape): void {
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
