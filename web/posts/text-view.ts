/** What people wrote, with its links and mentions alive. It is text and nothing else: no HTML of theirs is ever read. */
import { tagPath } from '../../shared/feeds/formats.ts';
import type { Entity, LinkTarget } from '../../shared/posts/entities.ts';
import { html, type View } from '../lib/html.ts';

/** So much of an address is shown behind its host, which is always seen whole. */
const MOST_OF_REST = 24;

/** The text of a post, or what somebody says about themselves, and what the API has found in it. */
export function textView(text: string, entities: readonly Entity[]): View {
  const parts: View[] = [];
  let end = 0;
  for (const entity of entities) {
    const view = entityView(entity, text.slice(entity.start, entity.end));
    parts.push(html`${text.slice(end, entity.start)}`, view);
    end = entity.end;
  }
  return html`${parts}${text.slice(end)}`;
}

/**
 * Turned by nothing that stands around it, so that nobody reads another address than the one it leads to. It opens in the
 * same tab, as all links of the web do: whoever wants another one says so.
 */
function entityView(entity: Entity, written: string): View {
  switch (entity.kind) {
    case 'link':
      return linkView(entity, 'nofollow ugc noopener');
    case 'mention':
      return html`<a class="in-text" dir="ltr" href="/@${entity.username}" translate="no">${written}</a>`;
    case 'tag':
      return html`<a class="in-text" dir="auto" href=${tagPath(entity.tag)} translate="no"><data class="p-category" value=${entity.tag}>${written}</data></a>`;
  }
}

/** @param rel what the link says of whom it leads to */
export function linkView({ href, host, rest }: LinkTarget, rel: string): View {
  return html`<a class="in-text" dir="ltr" href=${href} rel=${rel} translate="no">${host}${shortened(rest)}</a>`;
}

function shortened(rest: string): string {
  if (rest === '/') return '';
  const characters = [...rest];
  return characters.length <= MOST_OF_REST ? rest : `${characters.slice(0, MOST_OF_REST - 1).join('')}…`;
}
