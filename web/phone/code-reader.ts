/**
 * Reads QR codes off the camera's picture: with the browser's own detector where there is one, else with the
 * library `qr`, which is loaded only then.
 */
import type { BarcodeDetector as Detector } from 'qr/decode.js';

/** The text of a code in the picture, if there is one. */
export type CodeReader = (picture: HTMLVideoElement) => Promise<string | undefined>;

declare global {
  /** Shape Detection API, in Chromium on Android, ChromeOS and macOS. */
  var BarcodeDetector: typeof Detector | undefined;
}

export async function codeReader(): Promise<CodeReader> {
  const detector = (await ownDetector()) ?? new (await import('qr/decode.js')).BarcodeDetector();
  return async (picture) => {
    if (picture.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined;
    const [code] = await detector.detect(picture);
    return code?.rawValue;
  };
}

async function ownDetector(): Promise<Detector | undefined> {
  const Own = globalThis.BarcodeDetector;
  const formats = await Own?.getSupportedFormats().catch(() => undefined);
  return Own && formats?.includes('qr_code') ? new Own({ formats: ['qr_code'] }) : undefined;
}
