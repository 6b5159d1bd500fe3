import { html, type View } from './html.ts';

/** A name within a sentence: of its own direction, and never translated. */
export const nameView = (name: string): View => html`<bdi translate="no">${name}</bdi>`;
