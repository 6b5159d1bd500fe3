import { type Bytes, joined } from './cbor.ts';

/**
 * WebCrypto signs as `r ‖ s`; WebAuthn carries an ECDSA signature as the DER sequence of the two integers
 * (WebAuthn Level 3 §6.5.5, RFC 3279 §2.2.3).
 */
export function derSignature(signature: Bytes): Bytes {
  const half = signature.length / 2;
  const integers = joined(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
  return joined(Uint8Array.of(0x30, integers.length), integers);
}

/** DER integers are as short as can be and signed: a leading zero keeps a high first bit positive. */
function integer(bytes: Bytes): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? bytes.subarray(-1) : bytes.subarray(first);
  const isHigh = ((digits[0] ?? 0) & 0x80) !== 0;
  return joined(Uint8Array.of(0x02, digits.length + (isHigh ? 1 : 0), ...(isHigh ? [0] : [])), digits);
}
