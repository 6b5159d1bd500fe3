/** What the sign-in page asks of passkeys, in a file of its own that is fetched when a browser has them. */
export { startAuthentication, WebAuthnAbortService } from '@simplewebauthn/browser';
