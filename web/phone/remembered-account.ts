/**
 * Whose phone this is, remembered at enrolment: the device cookie cannot be read by the page, and no route
 * tells a phone its username. It is for showing only, and worth nothing unless the device still is the one.
 */
import type { DeviceResponse } from '../../shared/responses.ts';
import { browserStore } from '../lib/storage.ts';

const KEY = 'nod.phone';

type Remembered = { deviceId: string; username: string };

/** Remembers the account that this phone was just enrolled for. */
export function rememberAccount(remembered: Remembered): void {
  browserStore.write(KEY, JSON.stringify(remembered));
}

/** This phone is nobody's any more. */
export function forgetAccount(): void {
  browserStore.remove(KEY);
}

/** The username that this device signs in, if this browser remembers it. */
export function rememberedUsername(device: DeviceResponse): string | undefined {
  const kept = browserStore.readJson(KEY) as Partial<Remembered> | null | undefined;
  return kept?.deviceId === device.id ? kept.username : undefined;
}

/** Whether this browser was ever made somebody's phone. */
export function isAnyPhone(): boolean {
  return browserStore.read(KEY) !== null;
}
