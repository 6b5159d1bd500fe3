/** People who follow each other, in tests. */
import type { UserId } from '../../shared/ids.ts';
import { userStore } from '../../shared/users/user-store.ts';
import type { Browser } from './browser.ts';
import type { Nod } from './nod.ts';
import { newPerson } from './people.ts';

export type Member = { username: string; userId: UserId; browser: Browser };

export async function newMember(nod: Nod): Promise<Member & Awaited<ReturnType<typeof newPerson>>> {
  const person = await newPerson(nod);
  const userId = await userStore(nod.db).idByName(person.username);
  if (userId === undefined) throw new Error(`there is no user ${person.username}`);
  return { ...person, userId };
}

type Named = Pick<Member, 'username'>;

export const follow = (who: Pick<Member, 'browser'>, { username }: Named) =>
  who.browser.succeed('follow', { params: { username } });

export const unfollow = (who: Pick<Member, 'browser'>, { username }: Named) =>
  who.browser.succeed('unfollow', { params: { username } });

export const post = async (who: Pick<Member, 'browser'>, body: string) =>
  (await who.browser.succeed('post-create', { body: { body } })).id;

/** What somebody's home says, the first page of it. */
export async function homeOf(who: Pick<Member, 'browser'>): Promise<string[]> {
  const { items } = await who.browser.succeed('home');
  return items.map(({ body }) => body);
}
