/** What holds this phone's key: the phone itself, by way of its browser. */
import { startAuthentication, type startRegistration } from '@simplewebauthn/browser';
import { messages } from '../lib/messages.ts';
import { thisMachine } from '../lib/this-phone.ts';

export type CreationOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

export type Authenticator = {
  /** The browser's own unless said otherwise, which only the screen that enrols a phone loads. */
  startRegistration?: (options: { optionsJSON: CreationOptions }) => ReturnType<typeof startRegistration>;
  startAuthentication: (options: {
    optionsJSON: Parameters<typeof startAuthentication>[0]['optionsJSON'];
  }) => ReturnType<typeof startAuthentication>;
  /** What it is part of: a computer with Touch ID or Windows Hello can be the phone, too. */
  machine: 'phone' | 'computer';
  /** What the button says that asks the person for the gesture. */
  approveLabel: string;
  /** What the phone is called unless the person says otherwise; else the user agent suggests it. */
  phoneName?(options: CreationOptions): Promise<string>;
  /** Stands above every screen, where the person has to know that this is no ordinary phone. */
  notice?: string;
  /**
   * Whether the number in a link is taken as read off the screen (DESIGN.md §5 says no): only where the page
   * and the screen are the same computer.
   */
  trustsLinks?: true;
};

/** The authenticator that is part of the phone: its screen lock opens it. */
export const phoneAuthenticator: Authenticator = {
  startAuthentication,
  get machine() {
    return thisMachine();
  },
  // A computer may check a finger, a face or a PIN, and only it knows which.
  get approveLabel() {
    return messages.phone.approve[thisMachine()];
  },
};

/** Whether the person closed the phone's prompt, or let it run out (WebAuthn Level 3 §5.1.3). */
export function isDeclined(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}
