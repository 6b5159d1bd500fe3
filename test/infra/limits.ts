/** How full the templates are, and that there is room: CloudFormation itself refuses what is over its limits. */
import { Template } from 'aws-cdk-lib/assertions';
import { expect } from 'vitest';
import { MOST_FUNCTIONS } from '../../infra/function-stack.ts';
import { type Json, properties, resources, type Synthesized } from './synthesize.ts';

/** CloudFormation stops at 60, 500, 1 000 kB and 200; all but the first leave room for what it adds itself. */
const MOST_DYNAMIC_REFERENCES = 60;
const MOST_RESOURCES = 450;
const MOST_KB = 900;
const MOST_PARAMETERS = 150;
/** A role’s policies may have 10 240 characters together, of which the ARN of a function takes up to this. */
const MOST_POLICY_CHARACTERS = 10_240;
const LONGEST_FUNCTION_ARN = 'arn:aws-us-gov:lambda:ap-southeast-1:123456789012:function:'.length + 64;

export function expectRoom(what: string, { root, nested }: Synthesized): void {
  for (const [name, template] of [['root', root] as const, ...nested]) {
    const text = JSON.stringify(template);
    const full = {
      resources: Object.keys(template.Resources).length,
      dynamicReferences: text.match(/\{\{resolve:/g)?.length ?? 0,
      // As it is uploaded, with its indentation.
      kB: Math.ceil(Buffer.byteLength(JSON.stringify(template, null, 1)) / 1000),
      parameters: Object.keys(template.Parameters ?? {}).length,
      outputs: Object.keys(template.Outputs ?? {}).length,
      functions: resources(Template.fromJSON(template), 'AWS::Lambda::Function').size,
    };
    console.info(`${what}, ${name}: ${JSON.stringify(full)}`);
    expect(full.resources, name).toBeLessThanOrEqual(MOST_RESOURCES);
    expect(full.dynamicReferences, name).toBeLessThan(MOST_DYNAMIC_REFERENCES);
    expect(full.kB, name).toBeLessThan(MOST_KB);
    expect(full.parameters, name).toBeLessThanOrEqual(MOST_PARAMETERS);
    expect(full.outputs, name).toBeLessThanOrEqual(MOST_PARAMETERS);
    expect(full.functions, name).toBeLessThanOrEqual(MOST_FUNCTIONS);
    for (const { Policies = [] } of properties(Template.fromJSON(template), 'AWS::IAM::Role'))
      expect(longest(Policies), name).toBeLessThan(MOST_POLICY_CHARACTERS);
  }
}

/** How many characters the policies have at most, once CloudFormation has filled in the ARNs. */
function longest(policies: Json[]): number {
  const arn = 'x'.repeat(LONGEST_FUNCTION_ARN);
  const documents = policies.map(({ PolicyDocument }) => PolicyDocument);
  const filledIn = JSON.stringify(documents, (_, value) =>
    value?.Ref || value?.['Fn::GetAtt'] || value?.['Fn::Join'] ? arn : value,
  );
  return filledIn.length;
}
