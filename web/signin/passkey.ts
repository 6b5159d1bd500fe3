/**
 * The part of the WebAuthn library that the sign-in page uses. A file of its own, so that esbuild makes it one to
 * fetch later.
 */

export { startAuthentication, WebAuthnAbortService } from '@simplewebauthn/browser';
