import { type Messages, messages } from './messages.ts';

/** How a browser is called in a sentence: "Firefox 143 on Windows". */
export function browserName({ browser, os }: { browser: string; os: string }): string {
  return messages.names.browserOn(named(browser), named(os));
}

type Unnamed = keyof Messages['names']['unnamed'];

/** What has no name of its own comes in English (`shared/sessions/browser-facts.ts`). */
const named = (name: string): string =>
  Object.hasOwn(messages.names.unnamed, name) ? messages.names.unnamed[name as Unnamed] : name;

/** What kind of machine the browser runs on, as far as its operating system tells. */
export function machineName(os: string): 'computer' | 'phone' | 'browser' {
  if (/windows|mac ?os|linux|ubuntu|chrome ?os/i.test(os)) return 'computer';
  return /android|ios/i.test(os) ? 'phone' : 'browser';
}
