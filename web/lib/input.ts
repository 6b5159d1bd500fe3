/** The events that show that a person uses this tab. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const;

/** Calls back on each such event, until `signal` aborts. */
export function onInput(signed: () => void, signal?: AbortSignal): void {
  for (const sign of SIGNS) {
    addEventListener(sign, signed, {
      passive: true,
      capture: true,
      ...(signal === undefined ? {} : { signal }),
    });
  }
}
