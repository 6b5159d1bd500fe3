import type { FaceChanges } from './face.ts';

/** Another face for a row that has one, as a part of DynamoDB's UpdateItem. */
export function faceUpdate({ displayName, avatar }: FaceChanges) {
  const set = Object.entries({ displayName, avatar }).filter(([, value]) => value != null);
  return {
    UpdateExpression: [
      ...(set.length === 0 ? [] : [`SET ${set.map(([name]) => `${name} = :${name}`)}`]),
      ...(avatar === null ? ['REMOVE avatar'] : []),
    ].join(' '),
    ...(set.length === 0
      ? {}
      : { ExpressionAttributeValues: Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])) }),
  };
}
