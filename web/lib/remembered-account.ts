/**
 * Whose phone this is, remembered at enrolment: the device cookie cannot be read by the page, and no route
 * tells a phone its username. It is for showing only, and worth nothing unless the device still is the one.
 */
import type { DeviceResponse } from '../../shared/responses.ts';
import { noteVisitor, PHONE } from './first-paint.ts';
import { browserStore } from './storage.ts';

/** `practice`: it is the practice phone, which has an address of its own (DESIGN.md §9). */
type Remembered = { deviceId: string; username: string; practice?: boolean };

/** Remembers the account that this phone was just enrolled for. */
export function rememberAccount(account: Remembered): void {
  browserStore.write(PHONE, JSON.stringify(account));
  noteVisitor();
}

/** This phone is nobody's any more. */
export function forgetAccount(): void {
  browserStore.remove(PHONE);
  noteVisitor();
}

/** The username that this device signs in, if this browser remembers it. */
export function rememberedUsername(device: DeviceResponse): string | undefined {
  const { deviceId, username } = remembered();
  return deviceId === device.id ? username : undefined;
}

/** The username that this browser is the phone of, as far as it remembers; whether it still is one, the API says. */
export const phoneOfUsername = (): string | undefined => remembered().username;

/** Whether this browser was ever made somebody's phone. */
export const isAnyPhone = (): boolean => phoneOfUsername() !== undefined;

declare const __PRACTICE__: boolean;

/** The page by which this browser approves. */
export const phonePath = (): string => (__PRACTICE__ && remembered().practice ? '/phone?practice' : '/phone');

function remembered(): Partial<Remembered> {
  return (browserStore.readJson(PHONE) ?? {}) as Partial<Remembered>;
}
