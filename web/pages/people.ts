/** Who follows somebody, or whom they follow. */
import { pagePath } from '../../shared/page-path.ts';
import { followListIn } from '../../shared/people/follow.ts';
import type { List, ProfileResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { fetched, noneIfNotFound } from '../lib/fetched.ts';
import { given } from '../lib/given.ts';
import type { View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { watchSession } from '../lib/session-watch.ts';
import { followButtons } from '../people/follow-buttons.ts';
import { type Listed, noPeople, peopleList, peopleTitle, peopleView } from '../people/people-view.ts';
import { userNotFoundView } from '../posts/profile-view.ts';

const path = pagePath(location.pathname);
const list = followListIn(path);
const username = (path.split('/')[1] ?? '').slice('@'.length).toLowerCase();

type Row = Listed & { id: string };

const rowsOf = ({ items, next }: List<Listed>): List<Row> => ({
  items: items.map((person) => ({ ...person, id: person.username })),
  next,
});

const brought = given<{ profile: ProfileResponse | 'none'; people: List<Listed> | undefined }>();

const layout = openLayout(view);
const buttons = followButtons(layout);
const people = paged<Row>(layout, {
  ask: async (cursor) => rowsOf(await call(list, { params: { username }, query: { cursor } })),
  failed: messages.people.notLoaded,
  came: (count) => messages.people.morePeople(count),
  given: brought?.people && rowsOf(brought.people),
});
const profile = fetched<ProfileResponse | 'none'>(layout, {
  failed: messages.people.notLoaded,
  rows: 6,
  ask: () => bothParts().catch(noneIfNotFound),
  given: brought?.profile,
});

if (brought === undefined) void profile.load();
else layout.update();
watchSession(layout, {
  onPerson(person) {
    // The document is the same for everybody; whom the reader follows is asked for.
    if (brought !== undefined && person !== undefined) void people.renew();
  },
});

async function bothParts(): Promise<ProfileResponse> {
  const [found] = await Promise.all([call('user', { params: { username } }), people.load()]);
  document.title = peopleTitle(found, list);
  return found;
}

function view(): View {
  return profile.view((found) =>
    found === 'none'
      ? userNotFoundView(username)
      : peopleView(
          found,
          list,
          people.view(
            (rows) => peopleList(rows, buttons),
            () => noPeople(list),
          ),
        ),
  );
}
