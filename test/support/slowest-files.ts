import type { Reporter, TestModule } from 'vitest/node';

const SHOWN = 10;

/** Names the files that took longest, so that nobody has to look for them when the suite gets slow. */
export default class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length <= SHOWN) return;
    const timed = modules.map((module) => {
      const { duration, setupDuration, collectDuration } = module.diagnostic();
      return { name: module.relativeModuleId, ms: duration + setupDuration + collectDuration };
    });
    const slowest = timed.sort((a, b) => b.ms - a.ms).slice(0, SHOWN);
    const lines = slowest.map(({ name, ms }) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`);
    console.log(`\n The ${SHOWN} slowest files\n${lines.join('\n')}`);
  }
}
