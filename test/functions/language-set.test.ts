import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, userRow } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';
import { whileWriting } from '../support/while-writing.ts';

const nod = startNod();

const languageOf = async (username: string) => (await userRow(nod, username)).language;

/** As the row of somebody who chose a language of later, or on another Nod. */
const withLanguage = async (username: string, language: string) =>
  nod.db.write({
    Put: { TableName: nod.db.tableName('Users'), Item: { ...(await userRow(nod, username)), language } },
  });

describe('the language of a user', () => {
  it('is the one of the page that they register by', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username, language: 'en' } });
    await phone.enrol(enrolUrl);
    expect(await languageOf(username)).toBe('en');
  });

  it('is none where the program that registers says none', async () => {
    const { username } = await newPerson(nod);
    expect(await languageOf(username)).toBeUndefined();
  });

  it('is what they choose, and stays so where they choose it again', async () => {
    const { browser, username } = await newPerson(nod);
    await withLanguage(username, 'tlh');
    const before = await userRow(nod, username);
    for (const _ of [1, 2]) {
      expect((await browser.call('language-set', { body: { language: 'en' } })).status).toBe(204);
    }
    expect(await userRow(nod, username), 'nothing else of the row').toEqual({ ...before, language: 'en' });
  });

  it('is chosen by who is signed in, and by nobody else', async () => {
    const { phone, username } = await newPerson(nod);
    await unchanged(nod, async () => {
      for (const caller of [new Browser(nod), phone]) {
        const { status, problem } = await caller.call('language-set', { body: { language: 'en' } });
        expect([status, problem.code]).toEqual([401, 'not_signed_in']);
      }
    });
    expect(await languageOf(username)).toBeUndefined();
  });

  it('is not chosen by a session that is ended at that very moment', async () => {
    const { browser, phone, username } = await newPerson(nod);
    const { status, problem } = await whileWriting(
      nod,
      { from: 'language-set' },
      () => browser.call('language-set', { body: { language: 'en' } }),
      () => phone.succeed('sessions-end'),
    );
    expect([status, problem.code]).toEqual([401, 'not_signed_in']);
    expect(await languageOf(username)).toBeUndefined();
  });

  it('is not taken back by "It wasn’t me", since it lets nobody in', async () => {
    const { browser, phone, username } = await newPerson(nod);
    await browser.succeed('language-set', { body: { language: 'en' } });
    const [session] = (await phone.succeed('sessions')).items;
    await phone.succeed('session-end', { params: { sessionId: session?.id ?? '' }, query: { notMe: '1' } });
    expect(await languageOf(username)).toBe('en');
  });
});
