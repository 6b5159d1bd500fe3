/**
 * The secret that CloudFront shows the API (DESIGN.md §6.13). The functions accept one generation of it; CloudFront
 * shows that one and the one before. To rotate, the number is raised by one:
 *
 *     before              CloudFront shows 1        the functions accept 1
 *     the distribution    shows 2 and 1             the functions accept 1
 *     stack after stack   CloudFront shows 2 and 1  some functions accept 1, some 2
 *     the last stack      CloudFront shows 2 and 1  the functions accept 2
 *
 * The nested stacks, and the root stack's own function, depend on the distribution, so CloudFormation keeps that
 * order, and no call is ever refused. The nested stacks' templates stay as they are: what changes is the parameter
 * that the root stack gives them.
 */
import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from './nag.ts';

export class OriginSecret extends Construct {
  /** What CloudFront shows. */
  readonly shown: string;
  /** What the functions accept. */
  readonly accepted: string;

  constructor(scope: Construct, id: string, { generation }: { generation: number }) {
    super(scope, id);
    this.accepted = this.#make(generation);
    this.shown = generation === 1 ? this.accepted : `${this.accepted},${this.#make(generation - 1)}`;
  }

  #make(generation: number): string {
    const secret = new Secret(this, `Generation${generation}`, {
      description: 'What CloudFront shows the API of Nod.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      // Worth nothing without the distribution, so not kept in production either.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4': 'Rotated by -c originSecret=<n + 1>, in step with CloudFront.',
    });
    // Dynamic references: the template holds `{{resolve:secretsmanager:…}}`, and CloudFormation fills it in.
    return secret.secretValue.unsafeUnwrap();
  }
}
