import { describe, expect, it, vi } from 'vitest';
import { ConditionFailed } from '../../shared/errors.ts';
import { optimisticRetry } from '../../shared/optimistic-retry.ts';

const refusal = () => new ConditionFailed([true]);

describe('a transaction that others may overtake', () => {
  it('is tried anew until it is written', async () => {
    const attempt = vi.fn().mockRejectedValueOnce(refusal()).mockRejectedValueOnce(refusal());
    attempt.mockResolvedValueOnce('written');
    expect(await optimisticRetry(3, attempt)).toBe('written');
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('is given up after the last attempt, with its refusal', async () => {
    const last = refusal();
    const attempt = vi.fn().mockRejectedValueOnce(refusal()).mockRejectedValueOnce(last);
    await expect(optimisticRetry(2, attempt)).rejects.toBe(last);
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('is not tried again once the refusal is explained, or for any other error', async () => {
    const attempt = vi.fn().mockRejectedValue(refusal());
    const explained = new Error('it is the last one');
    const explain = async () => {
      throw explained;
    };
    await expect(optimisticRetry(5, attempt, explain)).rejects.toBe(explained);
    const away = new Error('the store is away');
    await expect(optimisticRetry(5, attempt.mockRejectedValue(away))).rejects.toBe(away);
    expect(attempt).toHaveBeenCalledTimes(2);
  });
});
