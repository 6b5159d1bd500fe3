/** What an operator may choose with `-c name=value`, checked before anything is built. */

export type Settings = {
  /** Which of several Nods in one account this is; part of the stack's name. */
  stage: string;
  /** Whether the stage keeps what people wrote when the stack is removed: only `prod` does. */
  production: boolean;
  /** The WebAuthn relying-party id; without one, the host of the site. */
  relyingPartyId: string | undefined;
};

const STAGE = /^[a-z][a-z0-9]{0,15}$/;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

/** Reads the settings by name, from the context of the CDK app. */
export function settingsFrom(read: (name: string) => unknown): Settings {
  const stage = read('stage') ?? 'dev';
  if (typeof stage !== 'string' || !STAGE.test(stage)) {
    throw new Error(`-c stage=${stage}: a stage has 1 to 16 characters of a-z and 0-9, the first a letter.`);
  }
  const relyingPartyId = read('rpId') ?? undefined;
  if (relyingPartyId !== undefined && (typeof relyingPartyId !== 'string' || !HOST.test(relyingPartyId))) {
    throw new Error(`-c rpId=${relyingPartyId}: the relying-party id is a host name, such as nod.example.`);
  }
  return { stage, production: stage === 'prod', relyingPartyId };
}
