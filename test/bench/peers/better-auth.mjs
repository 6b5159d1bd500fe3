/** What all of better-auth's contestants have in common: its defaults, which ask the store about every session. */
export const OPTIONS = {
  baseURL: 'https://nod.example',
  secret: process.env.BENCH_SECRET,
  telemetry: { enabled: false },
};
