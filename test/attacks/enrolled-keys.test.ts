/** No phone enrols with a key that could not be used, or that others could use (WebAuthn Level 3 §5.8.5 and §6.5.1.1). */
import { generateKeyPairSync } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername, Phone, ticketIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Value = number | string | boolean | Uint8Array;
type Key = Record<string, Value>;

const bytes = (text = '') => new Uint8Array(Buffer.from(text, 'base64url'));
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

/** A COSE key by the numbers of its members. */
const cose = (key: Key): Uint8Array =>
  isoCBOR.encode(new Map(Object.entries(key).map(([name, value]) => [Number(name), value])));

function ec(namedCurve: string) {
  const { x, y } = generateKeyPairSync('ec', { namedCurve }).publicKey.export({ format: 'jwk' });
  return { x: bytes(x), y: bytes(y) };
}
function rsa(modulusLength: number, publicExponent = 65537) {
  const { n, e } = generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({
    format: 'jwk',
  });
  return { n: bytes(n), e: bytes(e) };
}
const ed = () => bytes(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x);

const [p256, p384, rsa2048, ed25519] = [ec('P-256'), ec('P-384'), rsa(2048), ed()];
const ES256: Key = { 1: 2, 3: -7, '-1': 1, '-2': p256.x, '-3': p256.y };
const EDDSA: Key = { 1: 1, 3: -8, '-1': 6, '-2': ed25519 };
const RS256: Key = { 1: 3, 3: -257, '-1': rsa2048.n, '-2': rsa2048.e };

const without = (key: Key, ...names: number[]): Key =>
  Object.fromEntries(Object.entries(key).filter(([name]) => !names.includes(Number(name))));
const changed = (of: Uint8Array, at: number, by = 1): Uint8Array => {
  const copy = new Uint8Array(of);
  copy[at] = (copy[at] ?? 0) ^ by;
  return copy;
};
const zeros = (length: number) => new Uint8Array(length);
const repeated = (length: number) => new Uint8Array(length).fill(0xff);
const padded = (of: Uint8Array, by: number) => new Uint8Array([...zeros(by), ...of]);

/** y of an Ed25519 point that is none: for about half of all numbers there is no x. */
function noEd25519Point(): Uint8Array {
  // y = 2: (y² − 1) / (d·y² + 1) is no square.
  return changed(zeros(32), 0, 2);
}

const UNSOUND: [string, Key][] = [
  ['RSA with 1024 bits', { ...RS256, '-1': rsa(1024).n }],
  ['RSA with 2047 bits', { ...RS256, '-1': changed(rsa2048.n, 0, 0x80) }],
  ['RSA with zeros before a modulus of 1024 bits', { ...RS256, '-1': padded(rsa(1024).n, 128) }],
  ['RSA with a zero before its exponent', { ...RS256, '-2': hex('00010001') }],
  ['RSA with a zero before its modulus', { ...RS256, '-1': padded(rsa2048.n, 1) }],
  ['RSA with an exponent of 1', { ...RS256, '-2': hex('01') }],
  ['RSA with an exponent of 0', { ...RS256, '-2': hex('00') }],
  ['RSA with no exponent', { ...RS256, '-2': hex('') }],
  ['RSA with an even exponent', { ...RS256, '-2': hex('010000') }],
  ['RSA with an exponent as long as the modulus', { ...RS256, '-2': rsa2048.n }],
  ['RSA with an even modulus', { ...RS256, '-1': changed(rsa2048.n, 255) }],
  ['RSA with a modulus of zeros', { ...RS256, '-1': zeros(256) }],
  ['RSA with more than 2 kB', { ...RS256, '-1': repeated(2049) }],
  ['RSA that calls itself ES256', { ...RS256, 3: -7 }],
  ['RSA without an exponent', without(RS256, -2)],
  ['ES256 on P-384', { ...ES256, '-1': 2, '-2': p384.x, '-3': p384.y }],
  ['ES256 on P-384, which says P-256', { ...ES256, '-2': p384.x, '-3': p384.y }],
  ['ES256 on Ed25519’s curve', { ...ES256, '-1': 6 }],
  ['ES256 on no curve', without(ES256, -1)],
  ['ES256 that is an octet key pair', { ...ES256, 1: 1 }],
  ['a point off P-256', { ...ES256, '-3': changed(p256.y, 31) }],
  ['a point of zeros', { ...ES256, '-2': zeros(32), '-3': zeros(32) }],
  ['coordinates beyond the field', { ...ES256, '-2': repeated(32), '-3': repeated(32) }],
  ['coordinates with zeros before them', { ...ES256, '-2': padded(p256.x, 1), '-3': padded(p256.y, 1) }],
  ['a compressed point', { ...ES256, '-3': true }],
  ['a point without y', without(ES256, -3)],
  ['coordinates that are text', { ...ES256, '-2': 'x', '-3': 'y' }],
  ['EdDSA on P-256', { ...EDDSA, '-1': 1 }],
  ['EdDSA that has elliptic coordinates', { ...EDDSA, 1: 2, '-1': 1, '-2': p256.x, '-3': p256.y }],
  ['EdDSA with 31 bytes', { ...EDDSA, '-2': ed25519.slice(1) }],
  ['EdDSA with 33 bytes', { ...EDDSA, '-2': padded(ed25519, 1) }],
  ['EdDSA with none', { ...EDDSA, '-2': zeros(0) }],
  ['EdDSA off the curve', { ...EDDSA, '-2': noEd25519Point() }],
  // All points of low order (RFC 7748 §6 as y of Ed25519), and those whose y is written as y + p.
  ...[
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000080',
    '0100000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000080',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ].map((y): [string, Key] => [
    `EdDSA with the point of low order ${y.slice(0, 4)}…${y.slice(-2)}`,
    { ...EDDSA, '-2': hex(y) },
  ]),
  ['a key with one member more', { ...ES256, 2: hex('aa') }],
  ['a key with key operations', { ...EDDSA, 4: 2 }],
  ['an RSA key with its private exponent', { ...RS256, '-3': rsa2048.n }],
  ['a key with no algorithm', without(ES256, 3)],
  ['a key with an algorithm that is text', { ...ES256, 3: 'ES256' }],
  ['a key of an algorithm that was not asked for', { ...ES256, 3: -35, '-1': 2, '-2': p384.x, '-3': p384.y }],
  ['a key of no type', without(ES256, 1)],
  ['a key of a type that is not known', { ...ES256, 1: 4 }],
  ['no key', {}],
];

async function enrolWith(publicKey: Uint8Array) {
  const [browser, phone] = [new Browser(nod), new Phone(nod)];
  const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
  const ticket = ticketIn(enrolUrl);
  const options = await phone.succeed('device-options', { body: { ticket } });
  const credential = phone.authenticator.create(options.publicKey, { publicKey });
  return {
    browser,
    enrol: () => phone.call('device-enrol', { body: { ticket, credential, name: 'Pixel' } }),
  };
}

describe('a phone does not enrol with', () => {
  it.each(UNSOUND)('%s', async (_, key) => {
    const { browser, enrol } = await enrolWith(cose(key));
    const reply = await unchanged(nod, enrol, 'its challenge is spent');
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([
      400,
      'attestation_refused',
      'credential',
    ]);
    expect(await browser.succeed('status')).toMatchObject({ status: 'pending' });
  });

  it('one member twice', async () => {
    const twice = Buffer.from(cose(ES256));
    // A map of six, whose last is the algorithm once more.
    const key = new Uint8Array([0xa6, ...twice.subarray(1), 0x03, 0x26]);
    const { enrol } = await enrolWith(key);
    expect((await unchanged(nod, enrol, 'its challenge is spent')).status).toBe(400);
  });
});

describe('a phone enrols with', () => {
  it.each<[string, Key]>([
    ['ES256', ES256],
    ['EdDSA', EDDSA],
    ['RS256 with 2048 bits', RS256],
    [
      'RS256 with 4096 bits and an exponent of 3',
      (({ n, e }) => ({ ...RS256, '-1': n, '-2': e }))(rsa(4096, 3)),
    ],
  ])('%s', async (_, key) => {
    const { browser, enrol } = await enrolWith(cose(key));
    expect((await enrol()).status).toBe(201);
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved' });
  });

  it('any of a hundred Ed25519 keys', async () => {
    const { whyUnsound } = await import('../../shared/devices/sound-key.ts');
    for (let at = 0; at < 100; at++) {
      const key = new Uint8Array(cose({ ...EDDSA, '-2': ed() }));
      expect(await whyUnsound(key)).toBeUndefined();
    }
  });
});
