import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { askToSignIn, button, focused, sentence, signedIn, traces } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Somebody whose phone has let a desktop in only while it is there, and who is writing a post. */
async function whileHere() {
  const { username, phone } = await newPerson(nod, { signIn: false });
  const desktop = await screens.desktop();
  const number = await askToSignIn(desktop, username);
  await phone.approve(number, '24h', true);
  await signedIn(desktop);
  const post = desktop.getByRole('textbox', { name: 'Your post' });
  await post.fill('Half a thought');
  const goAway = (seconds: number) => age(nod, 'Sessions', 'session#', seconds);
  return { username, phone, desktop, post, goAway, overlay: desktop.getByText(/^Your phone is away\.?$/) };
}

describe('a session that holds only while the phone is there', () => {
  it('leaves a page that everybody may read as it is when the phone goes, and says so in a bar', async () => {
    screens.complaints.allow(/^403 \/api\/posts$/);
    const { phone, desktop, post, goAway, overlay } = await whileHere();
    await post.focus();
    await goAway(100);
    await overlay.waitFor();
    await desktop.getByText('Open Nod on your phone again').waitFor();
    await focused(post);
    expect(await desktop.locator('main').evaluate((main: HTMLElement) => main.inert)).toBe(false);
    const isUncovered = await post.evaluate((field) => {
      const { x, y } = field.getBoundingClientRect();
      return field.contains(document.elementFromPoint(x + 5, y + 5));
    });
    expect(isUncovered).toBe(true);
    await post.press('End');
    await post.pressSequentially(' and the rest of it');
    await button(desktop, 'Post').click();
    await sentence(desktop, 'Your phone is away. Come back with it to go on.').waitFor();
    expect(await post.inputValue()).toBe('Half a thought and the rest of it');

    await phone.succeed('presence');
    await overlay.waitFor({ state: 'detached' });
    await button(desktop, 'Post').click();
    await desktop.getByRole('article').getByText('Half a thought and the rest of it').waitFor();
  });

  it('shows a public page that is opened meanwhile, its own author’s included', async () => {
    const { username, phone, desktop, goAway, overlay } = await whileHere();
    screens.complaints.allow(/^40[13] \/api\/timelines\/home$/);
    await goAway(100);
    await desktop.goto(`/@${username}`);
    await overlay.waitFor();
    await desktop.getByRole('heading', { name: username }).waitFor();
    await desktop.goto('/');
    await overlay.waitFor();
    expect(await desktop.getByRole('textbox', { name: 'Your post' }).inputValue()).toBe('Half a thought');
    await phone.succeed('presence');
    await overlay.waitFor({ state: 'detached' });
    // Its owner's own list, which is nobody's to see while the phone is away.
    await desktop.getByText('Follow somebody, and what they write is here.').waitFor();
  });

  it('locks a private page, and opens it again where the focus was', async () => {
    const { phone, desktop, goAway, overlay } = await whileHere();
    await desktop.goto('/account');
    const signOut = desktop.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).last();
    // What is asked for afterwards is refused, and Chromium notes that.
    await desktop.waitForLoadState('networkidle');
    await signOut.focus();
    await goAway(100);
    await overlay.waitFor();
    expect(await desktop.locator('main').evaluate((main: HTMLElement) => main.inert)).toBe(true);
    expect(await desktop.locator('main :focus').count()).toBe(0);
    const isUncovered = await signOut.evaluate((element) => {
      const { x, y } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + 5, y + 5));
    });
    expect(isUncovered).toBe(false);
    await phone.succeed('presence');
    await overlay.waitFor({ state: 'detached' });
    await focused(signOut);
  });

  it('shows nothing of a page that is opened meanwhile, and all of it afterwards', async () => {
    const { phone, desktop, goAway, overlay } = await whileHere();
    await goAway(100);
    await desktop.goto('/account');
    await overlay.waitFor();
    await phone.succeed('presence');
    await desktop.getByText('This browser').waitFor();
    expect(await desktop.getByRole('alert').count()).toBe(0);
  });

  it('can be signed out of while the phone is away, and then leaves nothing of the person', async () => {
    const { desktop, goAway, overlay } = await whileHere();
    const otherTab = await desktop.context().newPage();
    await otherTab.goto('/');
    await otherTab.getByRole('textbox', { name: 'Your post' }).waitFor();
    await goAway(100);
    await desktop.bringToFront();
    await overlay.waitFor();
    const signOut = desktop.getByRole('button', { name: 'Sign out' });
    await signOut.press('Enter');
    await sentence(desktop, 'You signed out.').waitFor();
    await otherTab.bringToFront();
    await otherTab.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await traces(desktop)).toEqual([]);
  });

  it('can be signed out of from a private page, where nothing else can be reached', async () => {
    const { desktop, goAway, overlay } = await whileHere();
    await desktop.goto('/account/activity');
    await desktop.waitForLoadState('networkidle');
    await goAway(100);
    await overlay.waitFor();
    await desktop.keyboard.press('Tab');
    const signOut = desktop.getByRole('button', { name: 'Sign out' });
    await focused(signOut);
    await signOut.press('Enter');
    await sentence(desktop, 'You signed out.').waitFor();
    expect(await traces(desktop)).toEqual([]);
  });

  it('ends when the phone stays away, says so, and keeps what was written', async () => {
    const { desktop, post, goAway } = await whileHere();
    await goAway(800);
    await sentence(desktop, 'Your phone was away for too long, so this session ended.').waitFor();
    expect(await post.count()).toBe(0);
  });
});
