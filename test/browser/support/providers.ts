/** The ways to a provider and back as people go them, on screens. */
import type { Page } from 'playwright-core';
import type { Person } from '../../../infra/local/demo-people.ts';
import { age } from '../../support/ageing.ts';
import type { Nod } from '../../support/nod.ts';
import { newUsername } from '../../support/people.ts';
import { button } from './flows.ts';

/** Somebody new at the provider. */
export function newPersonThere(people: Person[]): Person {
  const sub = newUsername();
  const person = { sub, name: `Person ${sub}`, preferred_username: sub, email: `${sub}@example.org` };
  people.push(person);
  return person;
}

/** Goes from the sign-in page to the provider, and comes back as somebody. */
export async function continueAs(page: Page, person: Person, path = '/signin'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: /^Continue with Demo/ }).click();
  await pick(page, person);
}

/** Says at the provider who one is. */
export const pick = (page: Page, { name }: Person): Promise<void> =>
  button(page, new RegExp(`^${name} `)).click();

/** Signs in for the first time, with the name that is suggested. Ends signed in, on `path`'s `next`. */
export async function registerAs(page: Page, person: Person, path = '/signin'): Promise<void> {
  await continueAs(page, person, path);
  await button(page, 'Create my account').click();
}

/** Makes the session of a browser older than it may be for what only a fresh one may do. */
export async function ageSession(nod: Nod, page: Page): Promise<void> {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === '__Host-session')?.value ?? '';
  await age(nod, 'Sessions', `session#${session.split('.')[1]}`, 301);
}
