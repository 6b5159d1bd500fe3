/** The service worker, as the phone page knows it. */

type Policy = { createScriptURL(url: string): string };

declare global {
  /** Where the CSP lets no plain text name a script (`require-trusted-types-for`). */
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;
}

let registering: Promise<ServiceWorkerRegistration> | undefined;

/** Registers the worker, once; `undefined` where the browser has none, as in some private windows. */
export async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  registering ??= navigator.serviceWorker?.register(address());
  return registering?.catch(() => undefined);
}

function address(): string {
  const policy = globalThis.trustedTypes?.createPolicy('service-worker', { createScriptURL: (url) => url });
  return policy?.createScriptURL('/sw.js') ?? '/sw.js';
}

/** Does what a tap on a notification asks of the page that is open already. */
export function onTap(open: (path: string) => void): void {
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (typeof data?.opens === 'string') open(data.opens);
  });
}
