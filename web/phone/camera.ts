/** The phone's camera, while the scanner is open. */

export type CameraTrouble = 'refused' | 'missing';

/** Opens the camera on the phone's back. @throws {DOMException} see {@link cameraTroubleOf} */
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
export function cameraTroubleOf(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : 'missing';
}
