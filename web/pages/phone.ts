import { phoneAuthenticator } from '../phone/authenticator.ts';
import { Phone } from '../phone/phone.ts';
import { registerWorker } from '../phone/worker.ts';

/** Set by esbuild: whether this is the build for one's own machine. The rest of that branch is cut away. */
declare const __PRACTICE__: boolean;

async function authenticatorHere() {
  if (__PRACTICE__ && new URLSearchParams(location.search).has('practice')) {
    return (await import('../phone/practice-authenticator.ts')).practiceAuthenticator;
  }
  return phoneAuthenticator;
}

void registerWorker();
new Phone(await authenticatorHere()).open();
