// Checks a receipt of Nod's without asking anybody: node check-receipt.mjs <receipt.json>
//
// Your phone signed (WebAuthn Level 3, section 6.3.3): the authenticator data, and the SHA-256 of the client data.
// The client data names a challenge, which is the SHA-256 of the statement.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const { statement, publicKey, assertion, device, approvedAt } = JSON.parse(
  readFileSync(process.argv[2], 'utf8'),
);

const sha256 = (data) => createHash('sha256').update(data).digest();
const clientDataJson = Buffer.from(assertion.clientDataJSON, 'base64url');
const authenticatorData = Buffer.from(assertion.authenticatorData, 'base64url');
const signature = Buffer.from(assertion.signature, 'base64url');

const key = createPublicKey({ key: publicKey, format: 'jwk' });
const clientData = JSON.parse(clientDataJson.toString());
const signed = Buffer.concat([authenticatorData, sha256(clientDataJson)]);

// Ed25519 hashes by itself; ES256 and RS256 take SHA-256.
const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';

// The flags are the byte after the 32 of the site's hash; the third bit says that the person was verified.
const USER_VERIFIED = 0x04;

const checks = {
  'The statement is what was signed': clientData.challenge === sha256(statement).toString('base64url'),
  'The signature is that of the key': verify(algorithm, signed, key, signature),
  'A fingerprint, a face or a PIN was checked': (authenticatorData[32] & USER_VERIFIED) !== 0,
};

console.log(`Statement: ${statement}`);
console.log(`Signed with ${device.name}, for ${clientData.origin}, approved at ${approvedAt}`);
for (const [what, holds] of Object.entries(checks)) console.log(`${holds ? 'yes' : 'NO '}  ${what}`);
process.exitCode = Object.values(checks).every(Boolean) ? 0 : 1;
