/** Putting Nod on this phone's home screen, where the browser offers it. */
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Chromium's offer (Manifest Incubations, `BeforeInstallPromptEvent`); no part of the library's types. */
type Offer = Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> };

export class Installing {
  #offer: Offer | undefined;
  readonly #redraw: () => void;

  /** Begins to listen: the browser offers it once, soon after the page has loaded. */
  constructor(redraw: () => void) {
    this.#redraw = redraw;
    addEventListener('beforeinstallprompt', (event) => {
      // Its own bar would come at any time; ours stands where it is of use.
      event.preventDefault();
      this.#keep(event as Offer);
    });
    addEventListener('appinstalled', () => this.#keep(undefined));
  }

  /** Nothing where the browser offers nothing: it is installed, or cannot be. */
  template(): View {
    if (this.#offer === undefined) return nothing;
    return html`
      <section class="card ringing" aria-labelledby="install-title">
        <h2 id="install-title">${messages.phoneSettings.installTitle}</h2>
        <div class="phone-choices">
          <button type="button" class="button small quiet" @click=${() => void this.#install()}>${messages.phoneSettings.install}</button>
        </div>
      </section>
    `;
  }

  #keep(offer: Offer | undefined): void {
    this.#offer = offer;
    this.#redraw();
  }

  async #install(): Promise<void> {
    const offer = this.#offer;
    // An offer can be taken up once.
    this.#keep(undefined);
    await offer?.prompt();
  }
}
