/** A post as HTML, for whoever shows it elsewhere: its text with what leads somewhere, and its pictures. */
import { escapedHtml } from '../html-text.ts';
import { mediaPath, type PostMedia, SIZES } from '../media/media.ts';
import type { Entity } from '../posts/entities.ts';
import type { PostResponse } from '../responses.ts';
import { tagPath } from './formats.ts';

const [, LARGE] = SIZES.post;

/** The absolute address of a picture's largest file, whose size is the picture's. */
export const pictureAddress = ({ id }: Pick<PostMedia, 'id'>, origin: string): string =>
  origin + mediaPath(id, LARGE);

/** Nothing of what people wrote is anything but text in it. All addresses are absolute. */
export function postHtml({ body, entities, media }: PostResponse, origin: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const entity of entities) {
    parts.push(textHtml(body.slice(end, entity.start)), entityHtml(entity, body, origin));
    end = entity.end;
  }
  parts.push(textHtml(body.slice(end)));
  return [
    `<p dir="auto">${parts.join('')}</p>`,
    ...media.map(
      (one) =>
        `<p><img src="${escapedHtml(pictureAddress(one, origin))}" width="${one.width}" height="${one.height}" alt="${escapedHtml(one.alt)}"></p>`,
    ),
  ].join('\n');
}

const textHtml = (text: string): string => escapedHtml(text).replace(/\n/g, '<br>');

/** As on Nod's own pages: an address is shown as the one that it leads to, and turned by nothing around it. */
function entityHtml(entity: Entity, body: string, origin: string): string {
  const written = escapedHtml(body.slice(entity.start, entity.end));
  switch (entity.kind) {
    case 'link':
      return `<a href="${escapedHtml(entity.href)}" dir="ltr" rel="nofollow ugc noopener">${escapedHtml(entity.host + entity.rest)}</a>`;
    case 'mention':
      return `<a href="${escapedHtml(`${origin}/@${entity.username}`)}" dir="ltr">${written}</a>`;
    case 'tag':
      return `<a href="${escapedHtml(origin + tagPath(entity.tag))}" dir="auto">${written}</a>`;
  }
}
