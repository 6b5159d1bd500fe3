/** The service worker, as the phone page knows it. */

type Policy = { createScriptURL(url: string): string };

declare global {
  /** The CSP's `require-trusted-types-for` takes a script's address only from a policy made here. */
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;
}

/** How long to wait for the worker to be installed. */
const PATIENCE_MS = 15_000;

/** Installs the worker, or its new version. The page does without where that fails, as in some private windows. */
export async function registerWorker(): Promise<void> {
  const policy = globalThis.trustedTypes?.createPolicy('service-worker', { createScriptURL: (url) => url });
  try {
    await navigator.serviceWorker?.register(policy?.createScriptURL('/sw.js') ?? '/sw.js');
  } catch (error) {
    console.info('No service worker here.', error);
  }
}

/** The worker once it can be rung. @throws {DOMException} `TimeoutError` if there is none */
export function activeWorker(): Promise<ServiceWorkerRegistration> {
  return new Promise((resolve, reject) => {
    void navigator.serviceWorker.ready.then(resolve);
    setTimeout(() => reject(new DOMException('There is no service worker.', 'TimeoutError')), PATIENCE_MS);
  });
}

/** Does what a tap on a notification asks of the page that is open already. */
export function onTap(open: (path: string) => void): void {
  try {
    navigator.serviceWorker?.addEventListener('message', ({ data }) => {
      if (typeof data?.opens === 'string') open(data.opens);
    });
  } catch {
    // A browser that blocks site data may refuse the very look at it; then no worker is there to be tapped.
  }
}
