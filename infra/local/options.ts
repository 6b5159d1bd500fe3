/** What `npm start` is told. */
import { parseArgs } from 'node:util';

export type StartOptions = { demo: boolean } | { help: string } | { problem: string };

const HELP = `
  npm start             Nod on this machine: http://localhost:3000
  npm start -- --demo   the same, and in a new database Ottersand, a small town whose people write to each other
  npm start -- --help   this

  PORT, NOD_DATA_DIR and other settings are in README.md.
`;

/**
 * @param args those behind `npm start --`
 * @param env `npm start --demo`, without the two dashes between, is a setting of npm's own, which it passes on here
 */
export function startOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { demo: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      strict: true,
    });
    if (values.help) return { help: HELP };
    return { demo: values.demo === true || env.npm_config_demo === 'true' };
  } catch {
    return { problem: `npm start knows --demo and --help, and not ${args.join(' ')}.` };
  }
}
