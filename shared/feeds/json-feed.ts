/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import type { PostResponse } from '../responses.ts';
import { changedAt, type Feed, postPath, tagsIn } from './feed.ts';
import { feedPath } from './formats.ts';
import { pictureAddress, postHtml } from './post-html.ts';

/** @param origin the site's, `https://host` */
export function jsonFeedOf({ title, page, about, author, posts }: Feed, origin: string): string {
  const authors = author === undefined ? {} : { authors: [authorOf(author, origin)] };
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: origin + page,
    feed_url: origin + feedPath(page, 'json'),
    ...(about === undefined ? {} : { description: about }),
    icon: `${origin}${author?.avatar ?? '/icon-512.png'}`,
    ...authors,
    items: posts.map((post) => itemOf(post, origin)),
  };
  // Halves of characters, which JSON may name and hardly any reader takes, are none here (ECMA-262 `toWellFormed`).
  return JSON.stringify(feed, (_, value) => (typeof value === 'string' ? value.toWellFormed() : value));
}

/** Without a title: a post has none, and readers then show it as one. */
function itemOf(post: PostResponse, origin: string): object {
  const { author, body, createdAt, editedAt, language, media } = post;
  const address = origin + postPath(post);
  const tags = tagsIn(post);
  const [first] = media;
  return {
    id: address,
    url: address,
    content_html: postHtml(post, origin),
    content_text: body,
    date_published: createdAt,
    ...(editedAt === undefined ? {} : { date_modified: changedAt(post) }),
    authors: [authorOf(author, origin)],
    ...(language === undefined ? {} : { language }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(first === undefined ? {} : { image: pictureAddress(first, origin) }),
    ...(media.length === 0
      ? {}
      : {
          attachments: media.map((one) => ({
            url: pictureAddress(one, origin),
            mime_type: 'image/webp',
            ...(one.alt === '' ? {} : { title: one.alt }),
          })),
        }),
  };
}

function authorOf({ username, displayName, avatar }: PostResponse['author'], origin: string): object {
  return {
    name: displayName,
    url: `${origin}/@${username}`,
    ...(avatar === undefined ? {} : { avatar: origin + avatar }),
  };
}
