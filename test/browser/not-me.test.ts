import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, newRecoveryCode, signIn } from '../support/people.ts';
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

/** Somebody whose intruder has made all that there is to be made. */
async function withMaker() {
  const person = await withIntruder();
  const { username, intruder } = person;
  const planted = await addPhone(nod, intruder, 'Planted');
  await newRecoveryCode(intruder);
  await signIn(nod, { username, phone: planted });
  return { ...person, planted };
}

describe('"It wasn’t me"', () => {
  it('names what else it takes back, and says what to do next', async () => {
    const { desktop, planted } = await withMaker();
    const intruders = desktop.getByRole('listitem').filter({ hasText: 'Approved with Pixel 9' });
    await intruders.getByRole('button', { name: 'It wasn’t me' }).click();
    await desktop.getByText('It also takes back what came of it').waitFor();
    for (const part of ['the phone Planted', 'the recovery code', 'one more browser']) {
      await desktop.getByRole('listitem').filter({ hasText: part }).last().waitFor();
    }
    await button(desktop, 'End it and take it back').click();
    await focused(
      desktop.getByText('Taken back: the phone Planted, the recovery code and one more browser.'),
    );
    await desktop.getByText('You are signed in nowhere else.').waitFor();
    await desktop.getByText('There is no code yet.').waitFor();
    expect(await desktop.getByText('Planted was').count()).toBe(0);
    await desktop.getByRole('link', { name: 'Make a new one now' }).click();
    await focused(desktop.getByRole('heading', { name: 'Recovery code' }));
    expect((await planted.call('approvals')).status).toBe(401);
  });

  it('asks the phone first where the session is not fresh', async () => {
    screens.complaints.allow(/^403 \/api\/sessions\//);
    const { desktop, browser, intruder } = await withMaker();
    await age(nod, 'Sessions', `session#${(await browser.succeed('me')).session.id}`, 6 * 60);
    await button(desktop, /^It wasn’t me/)
      .first()
      .click();
    await button(desktop, 'End it and take it back').click();
    await desktop.getByRole('dialog').getByRole('heading').waitFor();
    expect((await intruder.succeed('status')).status).toBe('active');
  });

  it('is said from the phone as well', async () => {
    const { phone, planted } = await withMaker();
    const screen = await screens.phone({ as: phone });
    await screen.goto('/phone');
    const intruders = screen.getByRole('listitem').filter({ hasText: 'Firefox 143 on Windows' });
    await intruders.last().getByRole('button', { name: 'End the session of' }).click();
    await button(screen, 'It wasn’t me').click();
    await focused(
      screen.getByText('hides what it wrote, undoes what else it did, and refuses every sign-in'),
    );
    await button(screen, 'Keep').click();
    expect((await planted.call('approvals')).status).toBe(200);
  });

  it('ends the session, hides what it wrote, and can show that again', async () => {
    const { desktop, intruder, username, posts } = await withIntruder();
    const theirs = await screens.desktop({ as: intruder });
    await theirs.goto('/account');
    await theirs.getByText('This browser').waitFor();

    await button(desktop, /^It wasn’t me/).click();
    await focused(desktop.getByText('This signs the browser out, hides what it wrote'));
    await button(desktop, 'Keep').click();
    await focused(button(desktop, /^It wasn’t me/));
    await button(desktop, /^It wasn’t me/).click();
    await button(desktop, 'End it and take it back').click();
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
    await button(desktop, /^It wasn’t me/).click();
    await button(desktop, 'End it and take it back').click();
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
