/** lit-html, the only thing that writes HTML here (the CSP's `trusted-types`), under one roof. */
export { html, nothing, render, svg, type TemplateResult } from 'lit-html';

import type { nothing, TemplateResult } from 'lit-html';

/** What a view may come to. */
export type View = TemplateResult | TemplateResult[] | typeof nothing;
