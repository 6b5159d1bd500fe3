/** Signs of a person at this tab. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const;

/** Calls back on every sign of a person, until `signal` says that it is enough. */
export function onInput(signed: () => void, signal?: AbortSignal): void {
  for (const sign of SIGNS) {
    addEventListener(sign, signed, {
      passive: true,
      capture: true,
      ...(signal === undefined ? {} : { signal }),
    });
  }
}
