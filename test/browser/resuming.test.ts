import { describe, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { button, focused, openPhone, personWhoEnrolled, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

describe('a phone whose browser has forgotten whose it is', () => {
  it('says so with its key, and approves again', async () => {
    const { username, phone } = await personWhoEnrolled(nod, screens);
    await phone.context().clearCookies();
    await phone.goto('/phone');
    await phone.evaluate(() => localStorage.clear());
    await button(phone, 'This phone was set up before').click();
    await phone.getByRole('heading', { name: 'Enter the number you see' }).waitFor();
    await phone.getByText(`@${username}`).waitFor();
    await openPhone(phone);
  });

  it('is told that a key of nobody’s opens nothing', async () => {
    const { phone } = await personWithPhone(nod, screens);
    await phone.context().clearCookies();
    const stranger = await screens.phone();
    await stranger.goto('/phone');
    await button(stranger, 'This phone was set up before').click();
    await stranger.getByText('No key was used.').waitFor();
    await focused(button(stranger, 'This phone was set up before'));
  });
});
