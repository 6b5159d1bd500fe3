/**
 * The stacks as one: a template with the resources of the root stack and of the nested ones, as CloudFormation sees
 * them when it has put every parameter and every output in its place.
 */
import type { Json } from './synthesize.ts';

/** @param nested the templates of the nested stacks, by their logical ids in the root stack's template */
export function wholeOf(root: Json, nested: ReadonlyMap<string, Json>): Json {
  const idsIn = (stack: string): string[] => Object.keys(nested.get(stack).Resources).map((id) => stack + id);
  const isNested = (id: string) => nested.has(id);

  /** What a value of the root stack's is. What names an output waits for all of the nested stack. */
  const inRoot = (value: Json, waitsFor: Set<string>): Json =>
    replaced(value, (key, target) => {
      if (key === 'DependsOn') return { DependsOn: everythingIn(target) };
      if (key !== 'Fn::GetAtt' || !isNested(target[0])) return undefined;
      const [stack, output] = target;
      for (const id of idsIn(stack)) waitsFor.add(id);
      return inNested(stack, nested.get(stack).Outputs[output.replace(/^Outputs\./, '')].Value);
    });

  /** What a value of a nested stack's is in the root stack. */
  const inNested = (stack: string, value: Json): Json =>
    replaced(value, (key, target) => {
      if (key === 'DependsOn') return { DependsOn: [target].flat().map((id: string) => stack + id) };
      if (key === 'Fn::GetAtt') return { [key]: [stack + target[0], target[1]] };
      if (key !== 'Ref' || target.startsWith('AWS::')) return undefined;
      if (!(target in (nested.get(stack).Parameters ?? {}))) return { [key]: stack + target };
      return inRoot(root.Resources[stack].Properties.Parameters[target], new Set());
    });

  const everythingIn = (ids: string | string[]): string[] =>
    [ids].flat().flatMap((id) => (isNested(id) ? idsIn(id) : [id]));

  const resources: Record<string, Json> = {};
  for (const [id, resource] of Object.entries<Json>(root.Resources)) {
    const waitsFor = new Set<string>();
    const own = inRoot(resource, waitsFor);
    if (!isNested(id)) resources[id] = waiting(own, waitsFor);
    else {
      for (const before of [own.DependsOn ?? []].flat()) waitsFor.add(before);
      for (const named of namesIn(own.Properties.Parameters)) waitsFor.add(named);
      for (const [inner, theirs] of Object.entries<Json>(nested.get(id).Resources))
        resources[id + inner] = waiting(inNested(id, theirs), waitsFor);
    }
  }
  return { ...root, Resources: resources, Outputs: inRoot(root.Outputs, new Set()) };
}

/** The logical ids that a value names. */
export function namesIn(value: Json): string[] {
  const text = JSON.stringify(value) ?? '';
  return [...text.matchAll(/"Ref":"(\w+)"|"Fn::GetAtt":\["(\w+)"/g)].map(([, a, b]) => a ?? b ?? '');
}

function waiting(resource: Json, waitsFor: ReadonlySet<string>): Json {
  if (waitsFor.size === 0) return resource;
  return { ...resource, DependsOn: [...new Set([...[resource.DependsOn ?? []].flat(), ...waitsFor])] };
}

/** A value in which each entry that `instead` answers for is what it answers. */
function replaced(value: Json, instead: (key: string, value: Json) => Json | undefined): Json {
  if (Array.isArray(value)) return value.map((item) => replaced(item, instead));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const found = instead(key, inner);
    if (found === undefined) return { [key]: replaced(inner, instead) };
    // `{ Ref: … }` and the like are nothing but that, and may become text.
    return found;
  });
  if (entries.length === 1) return entries[0];
  return Object.assign({}, ...entries);
}
