/**
 * All functions with a row, in nested stacks that are deployed one after the other: API Gateway takes few changes
 * at once, and stacks that make their routes side by side are refused some.
 */
import { type CfnResource, Token } from 'aws-cdk-lib';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IDependable } from 'constructs';
import { FUNCTION_NAMES, type FunctionName, isOfBell, rowOf, STACKS } from '../shared/routes.ts';
import { FunctionStack, type FunctionStackProps } from './function-stack.ts';

export type FunctionStacksProps = FunctionStackProps & {
  /** What must be deployed before the functions are. */
  after: IDependable;
};

export class FunctionStacks extends Construct {
  /** The nested stacks as the root stack's template has them, in the order of their deployment. */
  readonly resources: readonly CfnResource[];
  /** The last of them, whose function `page` names the site's files. */
  readonly last: CfnResource;
  readonly #functions: ReadonlyMap<FunctionName, LambdaFunction>;

  constructor(scope: Construct, id: string, { after, ...props }: FunctionStacksProps) {
    super(scope, id);
    const stacks = STACKS.map((stack) => {
      const names = FUNCTION_NAMES.filter(
        (name) => rowOf(name).stack === stack && (props.live !== undefined || !isOfBell(name)),
      );
      return new FunctionStack(this, stack, { ...props, names });
    });
    this.resources = stacks.map(({ stackResource }) => stackResource);
    const last = this.resources.at(-1);
    if (last === undefined) throw new Error('There is no stack of functions.');
    this.last = last;
    this.#functions = new Map(stacks.flatMap(({ functions }) => [...functions]));
    for (const [at, resource] of this.resources.entries()) {
      const before = this.resources[at - 1];
      if (before !== undefined) resource.addResourceDependency(before);
      // What names the distribution's host waits for it anyway, and cfn-lint warns of saying it twice.
      else if (!Token.isUnresolved(props.context.siteOrigin)) resource.node.addDependency(after);
    }
  }

  /** The function, if there is one: those of the bell need not be. */
  find(name: FunctionName): LambdaFunction | undefined {
    return this.#functions.get(name);
  }

  of(name: FunctionName): LambdaFunction {
    const found = this.find(name);
    if (found === undefined) throw new Error(`No stack has the function ${name}.`);
    return found;
  }
}
