/** The phone page as a whole: which screen is on, and where each thing that can come of one leads. */
import type {
  AnswerBody,
  ApprovalResponse,
  DeviceResponse,
  RecoveryResponse,
} from '../../shared/responses.ts';
import { ApiError } from '../lib/api.ts';
import { cookiesNeeded } from '../lib/cookies-needed.ts';
import { html, render } from '../lib/html.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { renewPhoneBell } from '../lib/phone-bell.ts';
import { forgetAccount, rememberAccount, rememberedUsername } from '../lib/remembered-account.ts';
import { UNTIL_SHOWN, whileVisible } from '../lib/while-visible.ts';
import { noteEnrolledHere } from '../signin/waiting.ts';
import { approveScreen } from './approve-screen.ts';
import type { Authenticator } from './authenticator.ts';
import { type Denied, denialWords, denyScreen } from './deny-screen.ts';
import type { Enrolled } from './enrol-screen.ts';
import { failureSentence, isNotAPhone, type RequestEnded } from './errors.ts';
import { homeScreen } from './home-screen.ts';
import { Installing } from './installing.ts';
import { type Outcome, outcomeScreen } from './outcome-screen.ts';
import { type Finding, thisPhone, waitingRecoveries, waitingRequests } from './phone-api.ts';
import { findByLink, type PhoneLink, takePhoneLink } from './phone-link.ts';
import { Presence } from './presence.ts';
import { isHere, returnPath } from './return-path.ts';
import { Ringing } from './ringing.ts';
import { RingingCard } from './ringing-card.ts';
import type { PhoneContext, Screen } from './screen.ts';
import { shell, waitingScreen } from './shell.ts';
import { onTap } from './worker.ts';

declare const __PRACTICE__: boolean;

/** How long to wait before trying again what could not be reached. */
const RETRY_MS = 2000;

/** What the home screen begins with. */
type HomeAsks = { hint?: string; focusesNumber?: boolean; recoveries?: readonly RecoveryResponse[] };

export class Phone implements PhoneContext {
  readonly authenticator: Authenticator;
  readonly isHere = isHere(location.search);
  readonly #presence = new Presence(this);
  readonly #ringing: Ringing;
  readonly #installing: Installing;
  #device: DeviceResponse | undefined;
  #username: string | undefined;
  #screen: Screen = waitingScreen();
  #leave: (() => void) | undefined;
  #isUnreachable = false;
  #isDrawing = false;

  constructor(authenticator: Authenticator) {
    this.authenticator = authenticator;
    this.#ringing = new Ringing(this.redraw);
    this.#installing = new Installing(this.redraw);
  }

  /** Does what the address asks for; again whenever a link changes it while the page is open. */
  open(): void {
    addEventListener('hashchange', () => {
      if (location.hash !== '') void this.#start(takePhoneLink());
    });
    onTap((path) => {
      location.hash = new URL(path, location.href).hash;
    });
    void this.#start(takePhoneLink());
  }

  readonly redraw = (): void => {
    // Removing a focused element fires `blur`, and its listener may ask for a redraw during this one.
    if (this.#isDrawing) {
      queueMicrotask(this.redraw);
      return;
    }
    const view = {
      screen: this.#screen,
      username: this.#username,
      notice: this.authenticator.notice ?? cookiesNeeded(),
      isUnreachable: this.#isUnreachable,
      onSettings: () => void this.#settings(),
    };
    this.#isDrawing = true;
    render(shell(view), document.body);
    this.#isDrawing = false;
  };

  readonly reaching = async (task: () => Promise<void>): Promise<number | undefined> => {
    try {
      await task();
      this.#noteReached(true);
      return undefined;
    } catch (error) {
      if (isNotAPhone(error)) this.#notEnrolled();
      else if (error instanceof ApiError && error.code === 'user_disabled') this.#disabled();
      else this.#noteReached(false);
      return error instanceof ApiError && error.retryAfter !== undefined ? error.retryAfter * 1000 : RETRY_MS;
    }
  };

  readonly sentenceOf = (error: unknown): string | undefined =>
    isNotAPhone(error) ? void this.#notEnrolled() : failureSentence(error);

  readonly #start = async (link: PhoneLink = { asks: 'nothing' }): Promise<void> => {
    if (link.asks === 'enrol') return this.#enrol(link.ticket);
    this.#show(waitingScreen());
    await this.#untilReached(async () => {
      const device = await thisPhone();
      this.#belongsTo(device, device && rememberedUsername(device));
      if (device === undefined) await this.#welcome();
      else if (link.asks === 'approve') await this.#openLink(link.number);
      else if (link.asks === 'request') await this.#openRequest(link.sessionId);
      else if (link.asks === 'recovery') await this.#openRecovery();
      else this.#home({ focusesNumber: true });
    });
  };

  async #openLink(number: string): Promise<void> {
    const trustsLinks = this.authenticator.trustsLinks === true;
    try {
      const found = await findByLink(number, { isHere: this.isHere, trustsLinks });
      if (found !== undefined) return this.#approve(found);
    } catch (error) {
      // Whatever is wrong with the link's number, the one on the screen can be typed.
      if (!(error instanceof ApiError) || isNotAPhone(error)) throw error;
    }
    this.#home({ hint: messages.phone.readItYourself, focusesNumber: true });
  }

  async #openRequest(id: string): Promise<void> {
    const request = (await waitingRequests()).find(({ sessionId }) => sessionId === id);
    if (request === undefined) return this.#over('expired');
    const [onFound, onScan, onNotMe, onOver] = [this.#approve, this.#scan, this.#deny, this.#over];
    return this.#showLater(async () => {
      const { requestScreen } = await import('./request-screen.ts');
      return requestScreen(this, { request, onFound, onScan, onNotMe, onOver });
    });
  }

  async #openRecovery(): Promise<void> {
    const recoveries = await waitingRecoveries();
    if (recoveries.length === 0) return this.#over('recovery');
    this.#home({ recoveries });
  }

  /** Whose phone this is, as far as is known: nobody's, or that of an account. */
  #belongsTo(device: DeviceResponse | undefined, username: string | undefined): void {
    this.#device = device;
    this.#username = username;
    this.#ringing.forget();
    if (device === undefined) this.#presence.stop();
    else this.#presence.start();
  }

  #show(screen: Screen): void {
    this.#leave?.();
    this.#screen = screen;
    document.title = `${screen.title} · Nod`;
    this.redraw();
    scrollTo(0, 0);
    document.querySelector<HTMLElement>(screen.focus ?? 'h1')?.focus({ preventScroll: true });
    this.#leave = screen.enter?.();
  }

  /** Shows a screen whose code comes first, because most visits do without it; unless another one is shown by then. */
  #showLater(screen: () => Promise<Screen>): Promise<void> {
    const before = this.#screen;
    return this.#untilReached(async () => {
      const next = await lazyImport(screen);
      if (this.#screen === before) this.#show(next);
    });
  }

  #welcome(news?: string): Promise<void> {
    const onResumed = ({ device, username }: AnswerBody<'device-resume'>) => {
      this.#serves(device, username);
      this.#home({ focusesNumber: true });
    };
    return this.#showLater(async () => {
      const { welcomeScreen } = await import('./welcome-screen.ts');
      return welcomeScreen(this, { ...(news === undefined ? {} : { news }), onScan: this.#scan, onResumed });
    });
  }

  #home({ hint, focusesNumber = false, recoveries = [] }: HomeAsks = {}): void {
    const [presence, ringing, installing] = [this.#presence, this.#ringing, this.#installing];
    const [onFound, onScan, onNotMe, onOver] = [this.#approve, this.#scan, this.#deny, this.#over];
    const onRecoveryStopped = () => {
      const [title, text] = [messages.phone.stopped, messages.phone.stoppedMore];
      this.#finish({ title, text, isGood: true, action: this.#done() });
    };
    const leads = { onFound, onScan, onNotMe, onRecoveryStopped, onOver };
    const kept = { presence, ringing, installing };
    this.#show(homeScreen(this, { hint, focusesNumber, recoveries, ...kept, ...leads }));
  }

  readonly #enrol = (ticket: string): Promise<void> => {
    // The enrolment screen itself says whose phone this was so far and whose it becomes; the header must not.
    this.#username = undefined;
    const onEnrolled = ({ device, username, text }: Enrolled) => {
      this.#serves(device, username);
      noteEnrolledHere(ticket);
      const title = messages.enrol.ready[this.authenticator.machine];
      this.#goOn({ title, text, besides: this.#firstOffers() });
    };
    const onDead = (text: string) => {
      const action = { label: messages.phone.done, go: () => void this.#start() };
      this.#finish({ title: messages.enrol.dead, text, action });
    };
    this.#show(waitingScreen());
    return this.#showLater(async () => {
      const { enrolScreen } = await import('./enrol-screen.ts');
      return enrolScreen(this, { ticket, onEnrolled, onDead });
    });
  };

  /** This phone now is that account's, which is remembered. */
  #serves(device: DeviceResponse, username: string): void {
    const { trustsLinks: practice = false } = this.authenticator;
    rememberAccount({ deviceId: device.id, username, ...(__PRACTICE__ ? { practice } : {}) });
    this.#belongsTo(device, username);
    renewPhoneBell();
  }

  readonly #scan = (): void => {
    const [onFound, onRetry] = [this.#approve, this.#scan];
    const onTicket = (ticket: string) => void this.#enrol(ticket);
    void this.#showLater(async () => {
      const { scanScreen } = await import('./scan-screen.ts');
      return scanScreen(this, { onTicket, onFound, onRetry, onClose: () => void this.#start() });
    });
  };

  readonly #approve = (found: Finding): void => {
    const onApproved = ({ text, withPresence }: { text: string; withPresence: boolean }) => {
      if (withPresence) this.#presence.start();
      this.#goOn({ title: messages.phone.approved, text });
    };
    const [onDenied, onOver] = [this.#denied, this.#over];
    this.#show(approveScreen(this, { found, onApproved, onDenied, onOver }));
  };

  readonly #deny = (request: ApprovalResponse): void => {
    const [onDenied, onOver] = [this.#denied, this.#over];
    this.#show(denyScreen(this, { request, onDenied, onOver, onBack: () => this.#home() }));
  };

  readonly #denied = (denied: Denied): void => this.#finish({ ...denialWords(denied), action: this.#done() });

  /** Nothing is left to be answered. */
  readonly #over = (why: RequestEnded): void =>
    this.#finish({ ...messages.phone.over[why], action: this.#done() });

  async #settings(): Promise<void> {
    if (this.#device === undefined) return;
    const onRenamed = (device: DeviceResponse) => {
      this.#device = device;
    };
    const onRemoved = (text: string) => {
      forgetAccount();
      this.#belongsTo(undefined, undefined);
      const action = { label: messages.phone.done, go: () => void this.#start() };
      this.#finish({ title: messages.phoneSettings.removed, text, action });
    };
    const [device, username, ringing] = [this.#device, this.#username, this.#ringing];
    const onDone = () => this.#home();
    await this.#showLater(async () => {
      const { settingsScreen } = await import('./settings-screen.ts');
      return settingsScreen(this, { device, username, ringing, onRenamed, onRemoved, onDone });
    });
  }

  /** The server does not know this phone, or not any more. */
  #notEnrolled(): void {
    this.#belongsTo(undefined, undefined);
    void this.#welcome(messages.phone.removed);
  }

  /** What was asked for is done: back to the browser that waits, where it is this one, else said here. */
  #goOn(outcome: Omit<Outcome, 'isGood' | 'action'>): void {
    if (this.isHere) this.#goBack();
    else this.#finish({ ...outcome, isGood: true, action: this.#done() });
  }

  /** What a phone that is new here is offered at once: to ring, and a place on the home screen. */
  #firstOffers(): NonNullable<Outcome['besides']> {
    const [ringing, installing] = [this.#ringing, this.#installing];
    const card = new RingingCard(ringing);
    return {
      template: () => html`${card.template()} ${installing.template()}`,
      enter: () => whileVisible(UNTIL_SHOWN, () => this.reaching(() => ringing.look())),
    };
  }

  /** Back to the page of this same browser that waits. */
  #goBack(): void {
    location.replace(returnPath(location.search));
  }

  /** Where an outcome leads: back to the browser that waits if it is this one, else to the number. */
  #done(): Outcome['action'] {
    return this.isHere
      ? { label: messages.phone.backToSignIn, go: () => this.#goBack() }
      : { label: messages.phone.done, go: () => this.#home() };
  }

  #finish(outcome: Outcome): void {
    this.#show(outcomeScreen(outcome));
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
    this.#finish({
      title: messages.phone.disabled,
      text: messages.phone.disabledMore,
      action: { label: messages.phone.lookAgain, go: () => void this.#start() },
    });
  }
}
