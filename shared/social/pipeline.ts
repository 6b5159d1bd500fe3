/**
 * What happens between "the provider says who this is" and "signed in": a list of plain functions, each of which takes
 * the state so far and returns it a step further, asks the person something, or refuses by throwing. Nothing is written
 * before the end, where everything is written in one transaction. So the pipeline can stop for a question and later run
 * again from the top, with the answer.
 *
 * Add a function of your own where it belongs in the list, see DESIGN.md §5.5.
 */
import { NodError } from '../errors.ts';
import { newUserId, type UserId } from '../ids.ts';
import type { User } from '../users/user.ts';
import type { UserStore } from '../users/user-store.ts';
import { isReserved } from '../users/username.ts';
import type { Answers, Question } from './authorization-request.ts';
import { isAuthAllowed, rolesFrom } from './claims.ts';
import type { Identity } from './openid.ts';
import { displayNameFrom, textAt, usernamesFrom } from './profile-claims.ts';
import type { Provider } from './provider.ts';
import type { SocialLink } from './social-link.ts';
import type { SocialLinkStore } from './social-link-store.ts';

/** What the pipeline knows of one person so far. */
export type PipelineState = {
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

export type Step = (
  state: PipelineState,
  stores: Stores,
) => PipelineState | Question | Promise<PipelineState | Question>;

export const PIPELINE: readonly Step[] = [
  readProfileClaims,
  authAllowed,
  findLink,
  confirmLink,
  chooseUsername,
  createUser,
  linkIdentity,
  loadExtraData,
  updateProfile,
  isActive,
];

export const isQuestion = (outcome: PipelineState | Question): outcome is Question => 'question' in outcome;

/** Runs all steps, or stops at the first question. @throws {NodError} if a step refuses */
export async function run(
  state: PipelineState,
  stores: Stores,
  steps = PIPELINE,
): Promise<PipelineState | Question> {
  let outcome: PipelineState | Question = state;
  for (const step of steps) {
    outcome = await step(outcome, stores);
    if (isQuestion(outcome)) return outcome;
  }
  return outcome;
}

/** Details from claims and userinfo. */
function readProfileClaims(state: PipelineState): PipelineState {
  const { claims } = state.identity;
  const displayName = displayNameFrom(claims);
  return {
    ...state,
    details: { usernames: usernamesFrom(claims), ...(displayName === undefined ? {} : { displayName }) },
  };
}

/** Whom the operator lets in, by `allow` in the provider's configuration. */
function authAllowed(state: PipelineState): PipelineState {
  if (isAuthAllowed(state.provider, state.identity.claims)) return state;
  const { label } = state.provider;
  throw new NodError('provider_account_refused', `Your account at ${label} may not sign in here.`, {
    params: { provider: label },
  });
}

/** Whose identity this is: by issuer and subject, and never by e-mail. */
async function findLink(state: PipelineState, { users, links }: Stores): Promise<PipelineState> {
  const { identity, provider, linking } = state;
  const owner = await links.ownerOf(identity);
  if (linking !== undefined && owner !== undefined && owner.userId !== linking) {
    throw new NodError('link_taken', 'This account belongs to another user here already.');
  }
  const userId = linking ?? owner?.userId;
  if (userId === undefined) return state;
  // Several entries of the configuration may be of one issuer, and an entry may get another id.
  const [user, link] = await Promise.all([
    users.get(userId),
    links.get(userId, owner?.provider ?? provider.id),
  ]);
  if (owner === undefined && link !== undefined) {
    const { label } = provider;
    throw new NodError('already_linked', `You have a link to ${label} already. Remove that one first.`, {
      params: { provider: label },
    });
  }
  const found = {
    ...(user === undefined ? {} : { user }),
    ...(link === undefined ? {} : { link }),
  };
  return { ...state, ...found, before: found };
}

/** Nobody's account gets a link that they have not looked at: the provider may have signed in somebody else. */
function confirmLink(state: PipelineState): PipelineState | Question {
  if (state.linking === undefined || state.link !== undefined || state.answers.link) return state;
  const { issuer, subject } = state.identity;
  return { question: 'link', issuer, subject };
}

async function chooseUsername(state: PipelineState, { users }: Stores): Promise<PipelineState | Question> {
  if (state.user !== undefined) return state;
  const { username } = state.answers;
  const isFree = async (name: string) => !isReserved(name) && !(await users.isTaken(name, state.now));
  if (username === undefined) {
    const displayName = state.details?.displayName ?? null;
    for (const suggestion of state.details?.usernames ?? []) {
      if (await isFree(suggestion)) return { question: 'username', suggestion, displayName };
    }
    return { question: 'username', suggestion: null, displayName };
  }
  if (await isFree(username)) return state;
  throw new NodError('username_taken', 'This name is taken. Choose another one.', { field: 'username' });
}

function createUser(state: PipelineState): PipelineState {
  const { username, displayName, language } = state.answers;
  if (state.user !== undefined || username === undefined) return state;
  const user: User = {
    id: newUserId(),
    username,
    displayName: displayName ?? state.details?.displayName ?? username,
    roles: [],
    createdAt: state.now,
    ...(language === undefined ? {} : { language }),
    credentialCount: 0,
    phones: 0,
  };
  return { ...state, user };
}

function linkIdentity(state: PipelineState): PipelineState {
  const { user, link, provider, identity, now } = state;
  if (user === undefined || link !== undefined) return state;
  const { issuer, subject } = identity;
  return {
    ...state,
    user: { ...user, credentialCount: user.credentialCount + 1 },
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
function loadExtraData(state: PipelineState): PipelineState {
  if (state.link === undefined) return state;
  const { name: _, email: __, ...link } = state.link;
  const { claims } = state.identity;
  const [name, email] = [displayNameFrom(claims), textAt(claims, 'email')];
  return {
    ...state,
    link: {
      ...link,
      ...(name === undefined ? {} : { name }),
      ...(email === undefined ? {} : { email }),
      lastUsedAt: state.now,
    },
  };
}

/** The roles that the link gives take the place of those that it gave the last time; others stay. */
function updateProfile(state: PipelineState): PipelineState {
  const { user, link } = state;
  if (user === undefined || link === undefined) return state;
  const given = rolesFrom(state.provider, state.identity.claims);
  const others = user.roles.filter((role) => !link.roles.includes(role));
  return {
    ...state,
    user: { ...user, roles: [...new Set([...others, ...given])] },
    link: { ...link, roles: given },
  };
}

function isActive(state: PipelineState): PipelineState {
  if (state.user?.disabled !== true) return state;
  throw new NodError('user_disabled', 'This account is disabled.');
}
