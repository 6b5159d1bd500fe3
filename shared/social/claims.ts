/**
 * Looking into what a provider says of a person: its words are taken as text, and never trusted to have a form.
 */
import type { Role } from '../users/user.ts';
import type { Claims } from './openid.ts';
import type { Provider } from './provider.ts';

/** A claim by its name, or by a path with dots, such as Keycloak's `realm_access.roles`. */
export function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  return path
    .split('.')
    .reduce<unknown>(
      (found, name) => (isRecord(found) && Object.hasOwn(found, name) ? found[name] : undefined),
      claims,
    );
}

/**
 * The values of a claim as texts: one, a list, or what is granted by object (`{"blog": ["write"]}` is
 * `blog:write`).
 */
export function valuesAt(claims: Claims, path: string): string[] {
  return textsIn(claimAt(claims, path));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner).map((text) => `${key}:${text}`));
}

/** The roles that the provider's permissions give, by its configuration. */
export function rolesFrom({ roles }: Provider, claims: Claims): Role[] {
  if (roles === undefined) return [];
  const values = new Set(valuesAt(claims, roles.claim));
  return [
    ...new Set(Object.entries(roles.values).flatMap(([value, role]) => (values.has(value) ? [role] : []))),
  ];
}

/** Whether the operator lets this person in at all. */
export function isAuthAllowed({ allow }: Provider, claims: Claims): boolean {
  return allow === undefined || valuesAt(claims, allow.claim).some((value) => allow.values.includes(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
