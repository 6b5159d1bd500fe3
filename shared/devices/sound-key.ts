/**
 * Whether a new credential's public key is one that could be used, and should be: an authenticator may be anything, and
 * with `none` attestation nobody vouches for what it made (WebAuthn Level 3 §5.8.5 and §6.5.1.1, RFC 9053 §7, RFC 8230).
 */
import type { webcrypto } from 'node:crypto';
import { cose, decodeCredentialPublicKey } from '@simplewebauthn/server/helpers';
import { type Jwk, jwkOf } from './jwk.ts';

/** More than a key of any of our algorithms takes: RSA with 8192 bits has about a kilobyte. */
const MOST_KEY_BYTES = 2048;
/** Below, an RSA key is too weak (RFC 8230 §6.1, NIST SP 800-131A). */
const LEAST_RSA_BITS = 2048;
/** OpenSSL verifies with no longer exponent, and a long one makes each verification slow. */
const MOST_EXPONENT_BITS = 64;

type Kind = {
  kty: string;
  crv?: string;
  members: readonly number[];
  import: Parameters<webcrypto.SubtleCrypto['importKey']>[2];
};

const { COSEALG, COSEKEYS } = cose;
const { kty, alg, crv, x, y } = COSEKEYS;

/** What belongs to an algorithm: the only curve, and all the members that a key has. One more is as wrong as one less. */
function kindOf(algorithm: unknown): Kind | undefined {
  switch (algorithm) {
    case COSEALG.ES256:
      return {
        kty: 'EC',
        crv: 'P-256',
        members: [kty, alg, crv, x, y],
        import: { name: 'ECDSA', namedCurve: 'P-256' },
      };
    case COSEALG.EdDSA:
      return { kty: 'OKP', crv: 'Ed25519', members: [kty, alg, crv, x], import: { name: 'Ed25519' } };
    case COSEALG.RS256:
      return {
        kty: 'RSA',
        members: [kty, alg, COSEKEYS.n, COSEKEYS.e],
        import: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      };
    default:
      return undefined;
  }
}

/** Why the COSE key is refused, in words for a log, or `undefined` if it is sound. */
export async function whyUnsound(publicKey: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  if (publicKey.length > MOST_KEY_BYTES) return `it has more than ${MOST_KEY_BYTES} bytes`;
  try {
    const key = decodeCredentialPublicKey(publicKey) as unknown as ReadonlyMap<unknown, unknown>;
    const kind = kindOf(key.get(alg));
    if (kind === undefined) return 'its algorithm is none of ours';
    if (key.size !== kind.members.length || !kind.members.every((member) => key.has(member))) {
      return 'it has other members than its algorithm asks for';
    }
    const jwk = jwkOf(publicKey);
    if (jwk.kty !== kind.kty || jwk.crv !== kind.crv) return 'its type or curve contradicts its algorithm';
    // Looks whether a point is on P-256, and whether each part has its length.
    await crypto.subtle.importKey('jwk', jwk, kind.import, false, ['verify']);
    if (kind.kty === 'EC')
      return hasLength(jwk.x, 32) && hasLength(jwk.y, 32) ? undefined : 'a part is too short';
    return kind.kty === 'RSA' ? whyWeakRsa(jwk) : whyNoPoint(jwk);
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

const bytesOf = (text = ''): Buffer => Buffer.from(text, 'base64url');
const hasLength = (text: string | undefined, bytes: number): boolean => bytesOf(text).length === bytes;

/** A whole number as RFC 8230 §4 has it, with the highest byte first. */
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x0${Buffer.from(bytes).toString('hex')}`);

function whyWeakRsa(jwk: Jwk): string | undefined {
  const [n, e] = [bytesOf(jwk.n), bytesOf(jwk.e)];
  if (n[0] === 0 || e[0] === 0) return 'a part begins with a zero';
  const [modulus, exponent] = [numberOf(n), numberOf(e)];
  if (bitsOf(modulus) < LEAST_RSA_BITS) return `its modulus has fewer than ${LEAST_RSA_BITS} bits`;
  if (modulus % 2n === 0n) return 'its modulus is even';
  if (exponent < 3n || exponent % 2n === 0n) return 'its exponent is below 3 or even';
  return bitsOf(exponent) > MOST_EXPONENT_BITS ? 'its exponent is too large' : undefined;
}

const bitsOf = (value: bigint): number => (value === 0n ? 0 : value.toString(2).length);

/**
 * WebCrypto takes any 32 bytes for an Ed25519 key, among them such as are no point, with which nothing can ever be
 * verified, and the eight points of low order, for which anybody can make signatures (RFC 8032 §5.1.3, RFC 7748 §6).
 */
function whyNoPoint({ x: encoded }: Jwk): string | undefined {
  const bytes = bytesOf(encoded).reverse();
  // The highest bit is the sign of x, and y stands in the others.
  const height = numberOf(bytes) & ((1n << 255n) - 1n);
  const p = (1n << 255n) - 19n;
  if (bytes.length !== 32 || height >= p) return 'it is no Ed25519 point';
  const d = modulo(-121665n * power(121666n, p - 2n, p), p);
  const squared = (height * height) % p;
  // x² = (y² − 1) / (d·y² + 1); a quotient is a square where the product is (Euler).
  const product = modulo((squared - 1n) * (d * squared + 1n), p);
  if (power(product, (p - 1n) / 2n, p) === p - 1n) return 'it is no Ed25519 point';
  // y is 0, 1 or −1 for orders up to 4; and doubling a point of order 8 gives y = 0, where d·y⁴ + 2·y² = 1.
  const isLow =
    height * modulo(squared - 1n, p) * modulo(d * squared * squared + 2n * squared - 1n, p) === 0n;
  return isLow ? 'it is a point of low order' : undefined;
}

const modulo = (value: bigint, p: bigint): bigint => ((value % p) + p) % p;

function power(base: bigint, exponent: bigint, p: bigint): bigint {
  let [result, factor] = [1n, modulo(base, p)];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % p;
    factor = (factor * factor) % p;
  }
  return result;
}
