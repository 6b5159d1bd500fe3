/**
 * The page's own scanner. A code that it reads stands on the screen in front of the person, so scanning
 * counts as reading the number (DESIGN.md §5); a link does not.
 */
import { html, nothing } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { type CameraProblem, cameraProblemOf, closeCamera, codeReader, openCamera } from './camera.ts';
import { type Finding, findByNumber } from './phone-api.ts';
import { phoneLinkOfCode } from './phone-link.ts';
import type { PhoneContext, Screen } from './screen.ts';

const LOOK_EVERY_MS = 150;

type Options = {
  /** The code is for a phone that is to be set up. */
  onTicket(ticket: string): void;
  /** It is the number of somebody who waits. */
  onFound(found: Finding): void;
  onRetry(): void;
  onClose(): void;
};

export function scanScreen(context: PhoneContext, options: Options): Screen {
  const { onTicket, onFound, onRetry, onClose } = options;
  let hint = messages.phone.point;
  let problem: CameraProblem | undefined;
  let isOpen = false;
  let isOn = true;

  return {
    title: messages.phone.scanner,
    body: () => html`
      <h1 tabindex="-1">${messages.phone.scanner}</h1>
      ${
        problem === undefined
          ? html`<div class="scanner" ?data-open=${isOpen}>
                <video playsinline muted aria-label=${messages.phone.picture}></video>
                <span class="scanner-frame" aria-hidden="true"></span>
              </div>
              <p class="scanner-hint" role="status">${hint}</p>`
          : html`<p class="lead" role="alert">${messages.phone.camera[problem]}</p>`
      }
    `,
    actions: () => html`
      ${
        problem === undefined
          ? nothing
          : html`<button type="button" class="button wide" @click=${onRetry}>${messages.common.tryAgain}</button>`
      }
      <button type="button" class="button wide quiet" @click=${onClose}>${messages.phone.close}</button>
    `,
    enter: () => {
      const closeOnEscape = ({ key }: KeyboardEvent) => {
        if (key === 'Escape') onClose();
      };
      document.addEventListener('keydown', closeOnEscape);
      void watch();
      return () => {
        isOn = false;
        document.removeEventListener('keydown', closeOnEscape);
      };
    },
  };

  async function watch(): Promise<void> {
    let stream: MediaStream | undefined;
    try {
      const reading = codeReader();
      stream = await openCamera();
      const read = await reading;
      const video = document.querySelector<HTMLVideoElement>('.scanner video');
      if (!isOn || video === null) return;
      video.srcObject = stream;
      await video.play();
      isOpen = true;
      context.redraw();
      let last: string | undefined;
      while (isOn) {
        const text = await read(video);
        // The same code is not sent again, because each try with a wrong number counts.
        if (text !== undefined && text !== last) await take(text);
        last = text ?? last;
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    } catch (error) {
      problem = cameraProblemOf(error);
      if (isOn) context.redraw();
    } finally {
      if (stream !== undefined) closeCamera(stream);
    }
  }

  async function take(text: string): Promise<void> {
    const link = phoneLinkOfCode(text, location.origin);
    if (!isOn) return;
    if (link === undefined) return say(messages.phone.foreign);
    if (link.asks === 'enrol') return onTicket(link.ticket);
    if (link.asks !== 'approve') return;
    try {
      const found = await findByNumber(link.number);
      if (isOn) onFound(found);
    } catch (error) {
      const sentence = context.sentenceOf(error);
      if (sentence !== undefined) say(sentence);
    }
  }

  function say(sentence: string): void {
    hint = sentence;
    if (isOn) context.redraw();
  }
}
