/** A tag: the posts that have it, newest first. */

import { tagPath } from '../../shared/feeds/formats.ts';
import { pagePath } from '../../shared/page-path.ts';
import type { List, PostResponse } from '../../shared/responses.ts';
import { given, isDoubtful } from '../lib/given.ts';
import type { View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { rememberedPerson } from '../lib/viewer.ts';
import { watchAuthors } from '../people/author-card.ts';
import { nameFeeds } from '../posts/feeds.ts';
import { noneOfTag, tagTitle, tagView } from '../posts/tag-view.ts';
import { timeline } from '../posts/timeline.ts';
import { writeAnywhere } from '../posts/writing.ts';
import { searching } from '../search/searching.ts';

const brought = given<{ tag: string; posts: List<PostResponse> | undefined }>();

/** As it is compared, where the document says so; else as it stands in the address. */
const tag = brought?.tag ?? pagePath(location.pathname).slice('/tags/'.length);
document.title = tagTitle(tag);
nameFeeds(tagPath(tag));

const layout = openLayout(view);
writeAnywhere(layout);
const found = searching(`#${tag}`);
const posts = timeline(layout, {
  ask: found.ask,
  goesOn: true,
  failed: messages.search.notLoaded,
  empty: () => found.empty(noneOfTag(), () => void posts.load()),
  below: found.reach,
  ownUsername: () => rememberedPerson()?.username,
  given: brought?.posts,
});
layout.update();
watchAuthors();
watchSession(layout, {
  onPerson(person) {
    if (brought?.posts === undefined) void (posts.isBack || posts.load());
    else if (posts.isBack || isDoubtful(brought, person)) void posts.renew();
  },
});

function view(): View {
  return tagView(tag, posts.view());
}
