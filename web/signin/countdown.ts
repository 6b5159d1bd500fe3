import { serverNow } from '../lib/clock.ts';
import { html, type View } from '../lib/html.ts';
import { countdown } from '../lib/time.ts';
import type { Waiting } from './waiting.ts';

/** What the page waits for, and how long it still does. */
export function countdownView({ expiresAt }: Pick<Waiting, 'expiresAt'>, isSilent: boolean): View {
  if (isSilent) return html`<p class="waiting">Nod cannot be reached. Still trying.</p>`;
  const left = countdown(Date.parse(expiresAt) - serverNow());
  return html`<p class="waiting" role="timer">Waiting for your phone · <span class="digits">${left}</span></p>`;
}

/** Renders the countdown anew each second until stopped. */
export function everySecond(update: () => void): { stop(): void } {
  const timer = setInterval(update, 1000);
  return { stop: () => clearInterval(timer) };
}
