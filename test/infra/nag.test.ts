import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NodStack } from '../../infra/stack.ts';
import { EVERYTHING, synthesize } from './synthesize.ts';

/** The findings of cdk-nag in a stack, as `rule at construct`. */
function findings(stack: NodStack, checks = new AwsSolutionsChecks(stack)): string[] {
  return checks
    .validateScope(stack)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
    );
}

/** The acknowledgements in a stack, as `rule at construct`, with their reasons. */
function acknowledgements(stack: NodStack): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (construct: IConstruct) => {
    for (const { type, data } of construct.node.metadata) {
      if (type !== Validations.ACKNOWLEDGED_RULES_METADATA_KEY) continue;
      for (const [id, reason] of Object.entries(data as Record<string, string>)) {
        if (/^annotation::AwsSolutions/i.test(id))
          found.set(`${id.replace(/^annotation::/i, '')} at ${construct.node.path}`, reason);
      }
    }
    construct.node.children.forEach(visit);
  };
  visit(stack);
  return found;
}

describe.each([
  ['a development stage', {}],
  ['everything that can be chosen', EVERYTHING],
  ['without a bell', { bell: 'false' }],
])('cdk-nag, AwsSolutions, of %s', (_, context) => {
  let stack: NodStack;

  beforeAll(() => {
    stack = synthesize(context).stack;
  });

  it('finds nothing that has not been decided', () => {
    expect(findings(stack)).toEqual([]);
  });

  it('finds everything that has been: no exception is left over', () => {
    const deaf = Object.assign(new AwsSolutionsChecks(stack), { isAcknowledged: () => false });
    const found = findings(stack, deaf);
    for (const [acknowledged, reason] of acknowledgements(stack)) {
      expect(
        found.some((finding) => finding.startsWith(acknowledged)),
        acknowledged,
      ).toBe(true);
      expect(reason.length, acknowledged).toBeGreaterThan(15);
    }
  });
});
