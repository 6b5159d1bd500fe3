/** What the service worker shows in place of a page while Nod cannot be reached. It goes on by itself. */
import { html, render } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { whileVisible } from '../lib/while-visible.ts';

const RETRY_MS = 5000;
/** How long one attempt may take. */
const PATIENCE_MS = 4000;

draw(messages.missing.tryNow);
document.querySelector('h1')?.focus();
whileVisible(RETRY_MS, goOnIfReached);

function draw(label: string): void {
  render(
    html`<main class="empty tall offline-page">
      <span class="dot breathing" aria-hidden="true"></span>
      <h1 tabindex="-1">${messages.missing.offline}</h1>
      <p class="muted">${messages.missing.offlineMore}</p>
      <button type="button" class="button quiet" aria-live="polite" @click=${tryNow}>${label}</button>
    </main>`,
    document.body,
  );
}

async function tryNow(): Promise<void> {
  draw(messages.missing.trying);
  await goOnIfReached();
  draw(messages.missing.tryAgain);
}

async function goOnIfReached(): Promise<undefined> {
  if (await isReached()) goOn();
}

/** Asks for the document anew: with HEAD, which the worker leaves to the network. */
async function isReached(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await fetch(location.pathname, { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

/**
 * The worker shows this page at the address that was asked for, so a reload is enough; opened by its own address it
 * leads home.
 */
function goOn(): void {
  if (location.pathname === '/offline') location.replace('/');
  else location.reload();
}
