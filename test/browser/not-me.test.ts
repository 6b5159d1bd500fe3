import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { button, focused, sentence } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Somebody who finds a browser in the list that wrote two posts. */
async function withIntruder() {
  const person = await newPerson(nod);
  const intruder = await signIn(nod, person);
  for (const body of ['Buy this.', 'And this.']) await intruder.succeed('post-create', { body: { body } });
  await person.browser.succeed('post-create', { body: { body: 'My own words.' } });
  const desktop = await screens.desktop({ as: person.browser });
  await desktop.goto('/account');
  const posts = async () =>
    (await person.browser.succeed('posts', { query: { author: person.username } })).items.map(
      ({ body }) => body,
    );
  return { ...person, intruder, desktop, posts };
}

describe('"It wasn’t me"', () => {
  it('ends the session, hides what it wrote, and can show that again', async () => {
    const { desktop, intruder, username, posts } = await withIntruder();
    const theirs = await screens.desktop({ as: intruder });
    await theirs.goto('/account');
    await theirs.getByText('This browser').waitFor();

    await button(desktop, 'It wasn’t me').click();
    await focused(desktop.getByText('This signs the browser out, hides what it wrote'));
    await button(desktop, 'Keep').click();
    await focused(button(desktop, 'It wasn’t me'));
    await button(desktop, 'It wasn’t me').click();
    await button(desktop, 'End it and hide its posts').click();
    await focused(desktop.getByText('Firefox 143 on Windows is signed out. 2 posts are hidden.'));
    await sentence(theirs, 'This session was reported as somebody else’s, and ended.').waitFor();
    expect(await posts()).toEqual(['My own words.']);

    await button(desktop, 'Show them again').click();
    await focused(desktop.getByText('2 posts are shown again.'));
    expect(await posts()).toHaveLength(3);
    await desktop.goto(`/@${username}`);
    await desktop.getByText('Buy this.').waitFor();
  });

  it('stands on the activity page, where the posts can be shown again as well', async () => {
    const { desktop, posts } = await withIntruder();
    await button(desktop, 'It wasn’t me').click();
    await button(desktop, 'End it and hide its posts').click();
    await button(desktop, 'Show them again').waitFor();
    await desktop.goto('/account/activity');
    await desktop.getByText('was signed out because you said that it was not you').waitFor();
    await desktop.getByText('2 posts by Firefox 143 on Windows were hidden').waitFor();
    await button(desktop, 'Show again').click();
    await focused(desktop.getByRole('listitem').filter({ hasText: '2 posts were shown again' }));
    expect(await button(desktop, 'Show again').count()).toBe(0);
    expect(await posts()).toHaveLength(3);
  });
});
