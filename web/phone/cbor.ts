/** The little of CBOR (RFC 8949) that an attestation and a COSE key are written in. */
export type Bytes = Uint8Array<ArrayBuffer>;

export type Cbor = number | string | Bytes | Map<number, Cbor> | Map<string, Cbor>;

/** Encodes in the order given; WebAuthn wants maps sorted (CTAP 2 canonical form), which the callers do. */
export function cbor(value: Cbor): Bytes {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (value instanceof Uint8Array) return joined(head(2, value.length), value);
  if (typeof value === 'string') {
    const text = new TextEncoder().encode(value);
    return joined(head(3, text.length), text);
  }
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item)]);
  return joined(head(5, value.size), ...entries);
}

/** Initial byte with the major type, then the argument (RFC 8949 §3). */
function head(majorType: number, argument: number): Bytes {
  const type = majorType << 5;
  if (argument < 24) return Uint8Array.of(type | argument);
  if (argument < 0x100) return Uint8Array.of(type | 24, argument);
  return Uint8Array.of(type | 25, argument >> 8, argument & 0xff);
}

/** The parts one after the other. */
export function joined(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
