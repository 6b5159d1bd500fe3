import { isAnyPhone } from '../phone/remembered-account.ts';
import { isTouched } from '../signin/this-phone.ts';

/** Whether this browser is on the phone that lets its person in, so that a code kept here is lost with it. */
export function isOnPhone(): boolean {
  return isTouched() || isAnyPhone();
}
