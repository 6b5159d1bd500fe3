/**
 * Whose phone this is, remembered at enrolment: the device cookie cannot be read by the page, and no route
 * tells a phone its username. It is for showing only, and worth nothing unless the device still is the one.
 */
import type { DeviceResponse } from '../../shared/responses.ts';

const KEY = 'nod.phone';

type Remembered = { deviceId: string; username: string };

/** Remembers the account that this phone was just enrolled for. */
export function rememberAccount(remembered: Remembered): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(remembered));
  } catch {
    // Storage is full or switched off: the page then does without the name.
  }
}

/** This phone is nobody's any more. */
export function forgetAccount(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // What could not be kept need not be forgotten.
  }
}

/** The username that this device signs in, if this browser remembers it. */
export function rememberedUsername(device: DeviceResponse): string | undefined {
  try {
    const { deviceId, username } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Remembered>;
    return deviceId === device.id ? username : undefined;
  } catch {
    return undefined;
  }
}

/** Whether this browser was ever made somebody's phone. */
export function isAnyPhone(): boolean {
  return localStorage.getItem(KEY) !== null;
}
