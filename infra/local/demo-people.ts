/** The made-up people of the demo provider, as an OpenID provider knows them. */
export type Person = { sub: string; name: string; preferred_username: string; email: string };

export const PEOPLE: readonly Person[] = [
  { sub: 'demo-ada', name: 'Ada Lovelace', preferred_username: 'ada', email: 'ada@demo.example' },
  { sub: 'demo-alan', name: 'Alan Turing', preferred_username: 'alan', email: 'alan@demo.example' },
];
