/** What pages use of lit-html. Nothing else writes HTML here, which the CSP's `trusted-types` enforces. */
export { html, nothing, render, svg, type TemplateResult } from 'lit-html';

import type { nothing, TemplateResult } from 'lit-html';

/** What a view returns. */
export type View = TemplateResult | TemplateResult[] | typeof nothing;
