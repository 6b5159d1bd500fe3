import { describe, expect, it } from 'vitest';
import { action } from '../../../web/lib/action.ts';
import { Unreachable } from '../../../web/lib/api.ts';

/** An action, and how it looked at each redraw. */
function watched(sentenceOf?: (error: unknown) => string | undefined) {
  const shown: { isBusy: boolean; error: string | undefined }[] = [];
  const it = action(() => shown.push({ isBusy: it.isBusy, error: it.error }), sentenceOf);
  return { it, shown };
}

const failing = async (): Promise<void> => {
  throw new Unreachable();
};

describe('an action', () => {
  it('is busy until its work is done', async () => {
    const { it, shown } = watched();
    expect(await it.run(async () => {})).toBe(true);
    expect(shown).toEqual([
      { isBusy: true, error: undefined },
      { isBusy: false, error: undefined },
    ]);
  });

  it('does nothing while it is busy', async () => {
    const { it } = watched();
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = it.run(() => promise);
    expect(await it.run(failing)).toBe(false);
    resolve();
    expect(await first).toBe(true);
    expect(it.error).toBeUndefined();
  });

  it('says why it failed, until the next attempt or until that is taken back', async () => {
    const { it, shown } = watched();
    expect(await it.run(failing)).toBe(false);
    expect(shown.at(-1)).toEqual({ isBusy: false, error: expect.stringContaining('cannot be reached') });
    it.reset();
    expect(shown.at(-1)?.error).toBeUndefined();
    it.refuse('Choose a name.');
    expect(shown.at(-1)?.error).toBe('Choose a name.');
    await it.run(async () => {});
    expect(it.error).toBeUndefined();
  });

  it('knows which row of a list it is about', async () => {
    const { it } = watched();
    const run = it.run(failing, 'ses_1');
    expect([it.isBusyWith('ses_1'), it.isBusyWith('ses_2')]).toEqual([true, false]);
    await run;
    expect(it.isBusyWith('ses_1')).toBe(false);
    expect([it.errorOf('ses_1'), it.errorOf('ses_2')]).toEqual([it.error, undefined]);
  });

  it('says nothing of an error that has led elsewhere', async () => {
    const { it } = watched(() => undefined);
    expect(await it.run(failing)).toBe(false);
    expect(it.error).toBeUndefined();
  });

  it('is free again after a fault of ours, which it does not hide', async () => {
    const { it, shown } = watched();
    const fault = new TypeError('a fault');
    await expect(it.run(() => Promise.reject(fault))).rejects.toBe(fault);
    expect(shown.at(-1)?.isBusy).toBe(false);
  });
});
