/**
 * What happens between "the provider says who this is" and "signed in": a list of plain functions, each of which
 * looks at the way so far and returns it a step further, asks the person something, or refuses by throwing.
 * Nothing is written on the way: at its end everything is, in one transaction. So the way can stop for a question
 * and later begin again from the top, with the answer.
 *
 * Add a function of your own where it belongs in the list, see DESIGN.md §5.5.
 */
import { NodError } from '../errors.ts';
import { newUserId, type UserId } from '../ids.ts';
import type { User } from '../users/user.ts';
import type { UserStore } from '../users/user-store.ts';
import { isReserved } from '../users/username.ts';
import { isAllowedIn, rolesFrom } from './claims.ts';
import type { Answers, Question } from './dance.ts';
import { displayNameFrom, textAt, usernamesFrom } from './details.ts';
import type { Identity } from './openid.ts';
import type { Provider } from './provider.ts';
import type { SocialLink } from './social-link.ts';
import type { SocialLinkStore } from './social-link-store.ts';

/** One person's way through the pipeline. */
export type Way = {
  provider: Provider;
  identity: Identity;
  /** What the person has answered so far. */
  answers: Answers;
  /** Who adds the identity to an account that they are signed in to; absent when they sign in with it. */
  linking?: UserId;
  now: Date;
  /** How the person may be called here, by the provider's word; nothing is decided by it. */
  details?: { usernames: string[]; displayName?: string };
  /** The user and the link as they are to become. */
  user?: User;
  link?: SocialLink;
  /** As they were before, where they were. */
  before: { user?: User; link?: SocialLink };
};

export type Stores = { users: UserStore; links: SocialLinkStore };

export type Step = (way: Way, stores: Stores) => Way | Question | Promise<Way | Question>;

export const PIPELINE: readonly Step[] = [
  takeDetails,
  mayComeIn,
  findLink,
  confirmLink,
  chooseUsername,
  createUser,
  linkIdentity,
  loadExtraData,
  updateProfile,
  isActive,
];

export const isQuestion = (outcome: Way | Question): outcome is Question => 'question' in outcome;

/** Goes the whole way, or as far as the first question. @throws {NodError} if a step refuses */
export async function run(way: Way, stores: Stores, steps = PIPELINE): Promise<Way | Question> {
  let outcome: Way | Question = way;
  for (const step of steps) {
    outcome = await step(outcome, stores);
    if (isQuestion(outcome)) return outcome;
  }
  return outcome;
}

/** Details from claims and userinfo. */
function takeDetails(way: Way): Way {
  const { claims } = way.identity;
  const displayName = displayNameFrom(claims);
  return {
    ...way,
    details: { usernames: usernamesFrom(claims), ...(displayName === undefined ? {} : { displayName }) },
  };
}

/** Whom the operator lets in, by `allow` in the provider's configuration. */
function mayComeIn(way: Way): Way {
  if (isAllowedIn(way.provider, way.identity.claims)) return way;
  throw new NodError('provider_refused', `Your account at ${way.provider.label} may not sign in here.`);
}

/** Whose identity this is: by issuer and subject, and never by e-mail. */
async function findLink(way: Way, { users, links }: Stores): Promise<Way> {
  const { identity, provider, linking } = way;
  const ownerId = await links.userIdOf(identity);
  if (linking !== undefined && ownerId !== undefined && ownerId !== linking) {
    throw new NodError('link_taken', 'This account belongs to another user here already.');
  }
  const userId = linking ?? ownerId;
  if (userId === undefined) return way;
  const [user, link] = await Promise.all([users.get(userId), links.get(userId, provider.id)]);
  if (ownerId === undefined && link !== undefined) {
    throw new NodError('link_taken', `You have a link to ${provider.label} already. Remove that one first.`);
  }
  const found = {
    ...(user === undefined ? {} : { user }),
    ...(link === undefined ? {} : { link }),
  };
  return { ...way, ...found, before: found };
}

/** Nobody's account gets a link that they have not looked at: the provider may have signed in somebody else. */
function confirmLink(way: Way): Way | Question {
  if (way.linking === undefined || way.link !== undefined || way.answers.link) return way;
  const { issuer, subject } = way.identity;
  return { question: 'link', issuer, subject };
}

async function chooseUsername(way: Way, { users }: Stores): Promise<Way | Question> {
  if (way.user !== undefined) return way;
  const { username } = way.answers;
  const isFree = async (name: string) => !isReserved(name) && !(await users.isTaken(name, way.now));
  if (username === undefined) {
    const displayName = way.details?.displayName ?? null;
    for (const suggestion of way.details?.usernames ?? []) {
      if (await isFree(suggestion)) return { question: 'username', suggestion, displayName };
    }
    return { question: 'username', suggestion: null, displayName };
  }
  if (await isFree(username)) return way;
  throw new NodError('username_taken', 'This name is taken. Choose another one.', { field: 'username' });
}

function createUser(way: Way): Way {
  const { username, displayName } = way.answers;
  if (way.user !== undefined || username === undefined) return way;
  const user: User = {
    id: newUserId(),
    username,
    displayName: displayName ?? way.details?.displayName ?? username,
    roles: [],
    createdAt: way.now,
    waysIn: 0,
    phones: 0,
  };
  return { ...way, user };
}

function linkIdentity(way: Way): Way {
  const { user, link, provider, identity, now } = way;
  if (user === undefined || link !== undefined) return way;
  const { issuer, subject } = identity;
  return {
    ...way,
    user: { ...user, waysIn: user.waysIn + 1 },
    link: {
      userId: user.id,
      provider: provider.id,
      issuer,
      subject,
      roles: [],
      createdAt: now,
      lastUsedAt: now,
    },
  };
}

/** What the provider says that the account page shows, to tell one link from another. */
function loadExtraData(way: Way): Way {
  if (way.link === undefined) return way;
  const { name: _, email: __, ...link } = way.link;
  const { claims } = way.identity;
  const [name, email] = [displayNameFrom(claims), textAt(claims, 'email')];
  return {
    ...way,
    link: {
      ...link,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      lastUsedAt: way.now,
    },
  };
}

/** The roles that the link gives take the place of those that it gave the last time; others stay. */
function updateProfile(way: Way): Way {
  const { user, link } = way;
  if (user === undefined || link === undefined) return way;
  const given = rolesFrom(way.provider, way.identity.claims);
  const others = user.roles.filter((role) => !link.roles.includes(role));
  return {
    ...way,
    user: { ...user, roles: [...new Set([...others, ...given])] },
    link: { ...link, roles: given },
  };
}

function isActive(way: Way): Way {
  if (way.user?.disabled !== true) return way;
  throw new NodError('user_disabled', 'This account is disabled.');
}
