/** The CDK app: builds the functions and the site, then describes the stack that they are deployed in. */
import { App } from 'aws-cdk-lib';
import { bundleFunctions, bundleSite, functionFolder, siteFolder } from './bundles.ts';
import { SettingError, settingsFrom } from './settings.ts';
import { NodStack } from './stack.ts';

const app = new App();

try {
  const settings = settingsFrom((name) => app.node.tryGetContext(name), process.env.CDK_DEFAULT_REGION);
  await Promise.all([bundleFunctions(), bundleSite({ local: false })]);
  new NodStack(app, `Nod-${settings.stage}`, {
    description: 'Nod: a microblog that you sign in to with a nod from your phone.',
    settings,
    functionFolder,
    siteFolder: siteFolder({ local: false }),
  });
} catch (error) {
  // A setting is the operator's to change, and the place in the code that refused it is of no help there.
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exit(1);
}
