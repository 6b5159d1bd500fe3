/** Inputs for a JSON Schema: those that it allows, and those that are only just different. */
import type { JsonSchema } from '@valibot/to-json-schema';
import fc from 'fast-check';

type Json = unknown;

/** What a schema allows, or is at least meant to: the caller asks a validator. */
export function allowedBy(schema: JsonSchema): fc.Arbitrary<Json> {
  const { type, oneOf, anyOf, properties } = schema;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as Json[]));
  const choices = (oneOf ?? (properties === undefined ? anyOf : undefined)) as JsonSchema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map(allowedBy));
  switch (type) {
    case 'string':
      return textFor(schema);
    case 'integer':
      return fc.integer({ min: Number(schema.minimum ?? -1000), max: Number(schema.maximum ?? 1000) });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(allowedBy(schema.items as JsonSchema), { maxLength: Number(schema.maxItems ?? 5) });
    case 'object':
      return objectFor(schema);
    default:
      throw new Error(`What does ${JSON.stringify(schema)} allow?`);
  }
}

function objectFor({ properties, required = [] }: JsonSchema): fc.Arbitrary<Json> {
  if (properties === undefined) return fc.dictionary(fc.string(), fc.jsonValue());
  const values = Object.entries(properties).map(([key, schema]) => [key, allowedBy(schema as JsonSchema)]);
  return fc.record(Object.fromEntries(values) as Record<string, fc.Arbitrary<Json>>, {
    requiredKeys: required,
  });
}

function textFor({ pattern, examples = [], maxLength }: JsonSchema): fc.Arbitrary<string> {
  const most = maxLength ?? 300;
  const kinds: fc.Arbitrary<string>[] = [
    fc.string({ maxLength: most, unit: 'grapheme' }),
    fc.string({ maxLength: most, unit: 'binary' }),
    // As long as it may be, as it often breaks there.
    fc
      .constantFrom('x', 'é', '🙂', 'e\u0301', ' ')
      .map((text) => text.repeat(Math.ceil(most / [...text].length))),
  ];
  // What matches a pattern can be made up, unless it looks ahead or names classes of Unicode.
  if (pattern !== undefined && !/\(\?|\\p/.test(pattern)) {
    kinds.push(...Array(5).fill(fc.stringMatching(new RegExp(pattern))));
  }
  if (examples.length > 0) kinds.push(...Array(3).fill(fc.constantFrom(...(examples as string[]))));
  return fc.oneof(...kinds);
}

/** What is put into texts: white space of all kinds, halves and pairs of surrogates, marks, and what looks like ASCII. */
const ODD = [
  ...' \t\n\r\0_-+/=.aZ09é',
  '\r\n',
  '\u00a0',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '🙂',
  '\u0301',
  '\u0958',
  '\u212a',
  'ſ',
  '٣',
];
const OTHERS: Json[] = [null, true, false, 0, 7.5, -1, '', 'x', '0', [], {}, ['x'], { x: 1 }];

type Change = { at: number; how: number; odd: string; other: Json; where: number };

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.nat(5),
  odd: fc.constantFrom(...ODD),
  other: fc.constantFrom(...OTHERS),
  where: fc.nat(),
});

/** What was allowed, with up to three changes at any place in it. */
export const nearly = (allowed: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.tuple(allowed, fc.array(change, { maxLength: 3 })).map(([value, changes]) => {
    const held = { value: structuredClone(value) };
    for (const one of changes) apply(held, structuredClone(one));
    // As it comes out of a body: without `undefined`, and with nothing inherited.
    return JSON.parse(JSON.stringify(held.value));
  });

type Holder = Record<string, Json>;

function apply(held: Holder, { at, how, odd, other, where }: Change): void {
  const places = placesIn(held);
  const [holder, key] = places[at % places.length] as [Holder, string];
  const value = holder[key];
  if (typeof value === 'string' && how < 4) {
    const characters = [...value];
    const position = where % (characters.length + 1);
    if (how === 0) characters.splice(position, 0, odd);
    if (how === 1) characters.splice(position, 1);
    if (how === 2) characters.splice(position, 1, odd);
    if (how === 3) characters.splice(0, characters.length, odd, ...characters, odd);
    holder[key] = characters.join('');
  } else if (how === 4 && holder !== held) {
    delete holder[key];
  } else if (how === 5 && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    (value as Holder).unknown = other;
  } else {
    holder[key] = other;
  }
}

function placesIn(holder: Holder): [Holder, string][] {
  return Object.keys(holder).flatMap((key) => {
    const value = holder[key];
    const inside = typeof value === 'object' && value !== null ? placesIn(value as Holder) : [];
    return [[holder, key] as [Holder, string], ...inside];
  });
}
