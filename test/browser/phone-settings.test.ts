/** What a phone says of itself, and how it comes and goes: its name, one more phone, the only one, removal. */
import { describe, expect, it } from 'vitest';
import { Browser as ApiBrowser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, newRecoveryCode, signIn } from '../support/people.ts';
import { button, enrol, focused, openPhone, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** A phone on screen that was invited by somebody who has one already. */
async function invitedPhone() {
  const person = await newPerson(nod);
  const { enrolUrl } = await person.browser.succeed('device-invite');
  const phone = await screens.phone();
  await phone.goto(enrolUrl);
  await phone.getByText(`This adds the phone to @${person.username}.`).waitFor();
  await button(phone, 'Make this phone my key').click();
  await phone.getByText('It is one of your phones now.').waitFor();
  return { ...person, screen: phone };
}

describe('the settings of a phone', () => {
  it('give it another name', async () => {
    const { phone, browser } = await personWithPhone(nod, screens);
    await openPhone(phone);
    await button(phone, 'This phone’s settings').click();
    await focused(phone.getByRole('heading', { name: 'This phone', exact: true }));
    await phone.getByLabel('Name').fill('  Kitchen phone ');
    await button(phone, 'Save the name').click();
    await phone.getByText('It is called Kitchen phone.').waitFor();
    await focused(phone.getByLabel('Name'));
    expect((await browser.succeed('devices')).items).toMatchObject([{ name: 'Kitchen phone' }]);
  });

  it('say beside the field what a name has to be', async () => {
    const { phone } = await personWithPhone(nod, screens);
    await openPhone(phone);
    await button(phone, 'This phone’s settings').click();
    await phone.getByLabel('Name').fill(' ');
    await button(phone, 'Save the name').click();
    await phone.getByText('Give the phone a name, such as “My phone”.').waitFor();
    await focused(phone.getByLabel('Name'));
  });

  it('remove it, and sign out what it let in, if that is wanted', async () => {
    const { screen, phone, browser, username } = await invitedPhone();
    const letInBefore = await signIn(nod, { username, phone });
    await openPhone(screen);
    await button(screen, 'This phone’s settings').click();
    await button(screen, 'Remove').click();
    await focused(button(screen, 'Remove this phone'));
    await screen.getByLabel('Also sign out the browsers that it let in').check();
    await button(screen, 'Remove this phone').click();
    await screen.getByRole('heading', { name: 'This phone is removed' }).waitFor();
    expect((await browser.succeed('devices')).items).toHaveLength(1);
    expect(await letInBefore.succeed('status'), 'what another phone let in stays').toMatchObject({
      status: 'active',
    });
    await button(screen, 'Done').click();
    await screen.getByRole('heading', { name: 'Your phone is the key' }).waitFor();
  });

  it('say why the only phone stays', async () => {
    const { phone, browser } = await personWithPhone(nod, screens);
    await openPhone(phone);
    await button(phone, 'This phone’s settings').click();
    await phone.getByText('It is your only way in, so it stays').waitFor();
    expect(await button(phone, 'Remove').count()).toBe(0);
    // With another one it can go, also where that was added while this page was open.
    await addPhone(nod, browser);
    await button(phone, 'Done').click();
    await button(phone, 'This phone’s settings').click();
    await button(phone, 'Remove').waitFor();
  });
});

describe('an invitation', () => {
  it('to a phone that is one already adds nothing', async () => {
    const { username, phone, browser } = await personWithPhone(nod, screens);
    const { enrolUrl } = await browser.succeed('device-invite');
    await enrol(phone, enrolUrl);
    await phone.getByText(`This phone has a key for @${username} already`).waitFor();
    expect((await browser.succeed('devices')).items).toHaveLength(1);
  });
});

describe('a recovery', () => {
  it('says that it makes the only phone, and the browser goes on', async () => {
    const { username, browser } = await newPerson(nod);
    const code = await newRecoveryCode(browser);
    const [stranded, phone] = [new ApiBrowser(nod), await screens.phone()];
    const { enrolUrl } = await stranded.succeed('recover', { body: { username, code } });
    await phone.goto(enrolUrl);
    await phone.getByText(`This makes it the only phone of @${username}.`).waitFor();
    await phone.getByText('All other phones are removed, and every browser is signed out.').waitFor();
    await button(phone, 'Make this my only phone').click();
    await phone.getByText('It is your only phone now. Go on in your browser').waitFor();
    await stranded.succeed('login-complete');
    expect((await stranded.succeed('devices')).items).toHaveLength(1);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'recovered' });
  });
});
