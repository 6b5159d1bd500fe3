/** What pages use of lit-html. Nothing else writes HTML here, which the CSP's `trusted-types` enforces. */
import { html as litHtml, nothing, render, svg, type TemplateResult } from 'lit-html';
import { lasting, withEnds } from './translated.ts';

export { nothing, render, svg, type TemplateResult };

/** What a view returns. */
export type View = TemplateResult | TemplateResult[] | typeof nothing;

/** lit-html's `html`, for pages that the browser translates while they are open. */
export function html(strings: TemplateStringsArray, ...values: unknown[]): TemplateResult {
  return litHtml(withEnds(strings), ...values.map(lasting));
}
