/** The phone's camera, while the scanner is open, and the QR codes that it sees. */
import type { BarcodeDetector as Detector } from 'qr/decode.js';

export type CameraProblem = 'refused' | 'missing';

/** Opens the camera on the phone's back. @throws {DOMException} see {@link cameraProblemOf} */
export async function openCamera(): Promise<MediaStream> {
  return await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

/** Lets go of the camera: the light goes out only when every track has stopped. */
export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Why there is no picture: the person or a policy said no, or there is no camera to be had. */
export function cameraProblemOf(error: unknown): CameraProblem {
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'missing';
}

/** The text of a code in the picture, if there is one. */
export type CodeReader = (picture: HTMLVideoElement) => Promise<string | undefined>;

declare global {
  /** Shape Detection API, in Chromium on Android, ChromeOS and macOS. */
  var BarcodeDetector: typeof Detector | undefined;
}

/**
 * Reads with the browser's own detector where there is one, else with the library `qr`, which is loaded only then.
 */
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
