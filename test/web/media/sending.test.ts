import { describe, expect, it, vi } from 'vitest';
import { MOST_BYTES } from '../../../shared/media/media.ts';
import { newSending, send } from '../../../web/media/sending.ts';

describe('a picture that is given up while it is made smaller', () => {
  it.each([
    ['is not sent', 10],
    ['is not refused either', MOST_BYTES + 1],
  ])('%s', async (_, size) => {
    const request = vi.fn();
    vi.stubGlobal('XMLHttpRequest', request);
    const layout = { update: vi.fn(), announce: vi.fn() };
    const picture = newSending(new Blob([new Uint8Array(size)]));
    const sending = send(picture, 'avatar', layout);
    picture.stop.abort();
    await sending;
    vi.unstubAllGlobals();
    for (const told of [request, layout.update, layout.announce]) expect(told).not.toHaveBeenCalled();
    expect(picture.error).toBeUndefined();
  });
});
