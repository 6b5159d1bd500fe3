import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';
import { ONE_LINE, VISIBLE, withFewMarks } from '../text.ts';

const DEVICE_NAME = {
  minLength: 1,
  maxLength: 40,
  pattern:
    '^(?=[\\s\\S]*[^\\p{C}\\p{Z}\\p{DI}\\u2800])[^\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]*$',
  description:
    'What a person calls the phone, on one line; white space around it is cut off, and of marks in a row 30 are kept.',
  examples: ['Pixel 9'],
};
const EXTENSION_RESULTS = {
  type: 'object',
  description: 'What extensions have to say; nothing of it is looked at.',
};
const TICKET = { maxLength: 200, description: 'What stands in the link behind `/phone#enrol=`.' };

/** What a person calls a phone: 1–40 characters on one line. */
export const deviceNameSchema = v.pipe(
  v.string('Write the name of the phone as text.'),
  v.metadata(DEVICE_NAME),
  v.normalize('NFC'),
  v.trim(),
  v.regex(VISIBLE, 'Give the phone a name.'),
  v.check((name) => [...name].length <= 40, 'A phone’s name has at most 40 characters.'),
  v.regex(ONE_LINE, 'A phone’s name is one line of text.'),
  v.transform(withFewMarks),
);

const base64url = v.pipe(
  v.string('Send base64url text.'),
  v.regex(/^[A-Za-z0-9_-]+$/, 'Send base64url without padding.'),
);

const credential = v.object({
  id: base64url,
  rawId: base64url,
  type: v.literal('public-key', 'The type of a credential is "public-key".'),
  authenticatorAttachment: v.nullish(v.picklist(['platform', 'cross-platform'])),
  clientExtensionResults: v.nullish(
    v.pipe(
      v.unknown(),
      v.metadata(EXTENSION_RESULTS),
      // A record would make one of a list, which has keys as well.
      v.check((results) => !Array.isArray(results), 'Send an object.'),
      v.record(v.string(), v.unknown()),
    ),
    {},
  ),
});

/** `PublicKeyCredential.toJSON()` of a new credential (WebAuthn Level 3 §5.1). */
const attestation = v.object(
  v.entriesFromObjects([
    credential,
    v.object({
      response: v.object({
        clientDataJSON: base64url,
        attestationObject: base64url,
        transports: v.nullish(v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(10)), []),
      }),
    }),
  ]),
);

/** `PublicKeyCredential.toJSON()` of an assertion (WebAuthn Level 3 §5.1). */
const assertion = v.object(
  v.entriesFromObjects([
    credential,
    v.object({
      response: v.object({
        clientDataJSON: base64url,
        authenticatorData: base64url,
        signature: base64url,
        // Some browsers write "none" as an empty one (WebAuthn Level 3 §7.2 step 6).
        userHandle: v.nullish(v.union([base64url, v.literal('')])),
      }),
    }),
  ]),
);

export type Attestation = v.InferOutput<typeof attestation>;
export type Assertion = v.InferOutput<typeof assertion>;

// What a caller writes has the types of its library, whose extension results are no plain record.
export const attestationSchema = attestation as unknown as v.GenericSchema<
  RegistrationResponseJSON,
  Attestation
>;
export const assertionSchema = assertion as unknown as v.GenericSchema<AuthenticationResponseJSON, Assertion>;

export const ticketSchema = v.pipe(
  v.string('Send the ticket from the link as text.'),
  v.metadata(TICKET),
  v.maxLength(200, 'This is not a ticket: open the link from the QR code again.'),
);
