/** The OpenID providers of `npm start`: those of the operator's `SOCIAL_PROVIDERS`, and the demo. */
import { parseProviders } from '../../shared/social/provider.ts';
import { type DemoProvider, startDemoProvider } from './demo-provider.ts';

export type LocalProviders = {
  demo: DemoProvider;
  /** What the functions are told: the list, and the secrets that it names. */
  variables: Record<string, string>;
};

/** @throws {Error} with a sentence for the operator if `SOCIAL_PROVIDERS` is wrong */
export async function startProviders(siteOrigin: string, demoPort: number): Promise<LocalProviders> {
  const configured = process.env.SOCIAL_PROVIDERS ?? '[]';
  const variables: Record<string, string> = {};
  for (const { id, clientSecret: name } of parseProviders(configured)) {
    if (name === undefined) continue;
    const value = process.env[name];
    if (!value) throw new Error(`The provider ${id} names ${name}, and no such environment variable is set.`);
    variables[name] = value;
  }
  // People are known by issuer and subject: the issuer should be the same with the next start.
  const demo = await startDemoProvider({ siteOrigin, port: demoPort }).catch(() =>
    startDemoProvider({ siteOrigin }),
  );
  const list = [...JSON.parse(configured), demo.entry];
  return {
    demo,
    variables: { ...variables, ...demo.variables, SOCIAL_PROVIDERS: JSON.stringify(list) },
  };
}
