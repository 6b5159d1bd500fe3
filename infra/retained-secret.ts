/**
 * A secret of the stack's own: made once, by Secrets Manager, at the first deployment, kept by every later one, and
 * in production by the removal of the stack, too.
 */
import type { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

export type KeptSecretProps = {
  description: string;
  /** What would go wrong if it were rotated. */
  whyKept: string;
  removalPolicy: RemovalPolicy;
};

/**
 * Makes the secret and returns a dynamic reference: the template holds `{{resolve:secretsmanager:…}}`, and
 * CloudFormation puts the value into a function's (encrypted) environment, by way of its nested stack's parameter.
 * Reading it at run time would cost a call to one more service.
 */
export function retainedSecret(scope: Construct, id: string, props: KeptSecretProps): string {
  const { description, whyKept, removalPolicy } = props;
  const secret = new Secret(scope, id, {
    description: `${description} Must not be rotated.`,
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
    removalPolicy,
  });
  acknowledge(secret, { 'AwsSolutions-SMG4': whyKept });
  return secret.secretValue.unsafeUnwrap();
}
