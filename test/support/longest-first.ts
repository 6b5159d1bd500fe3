import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** One file of one long test: begun last, it would run when all others have ended, and on one core. */
const LONGEST = 'test/session-model.test.ts';

/** The order of the files of a run: as vitest has it, with the longest before all others. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
