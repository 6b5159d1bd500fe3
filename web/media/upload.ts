/** Sends a picture. Not by `call`, because `fetch` does not say how much has been sent. */
import type { Problem } from '../../shared/http/problem.ts';
import type { MediaUse } from '../../shared/media/media.ts';
import type { AnswerBody } from '../../shared/responses.ts';
import { pathOf } from '../../shared/routes.ts';
import { ApiError, Unreachable } from '../lib/api.ts';

/** A picture on a slow line takes its time, and so does making Nod's own files of it. */
const PATIENCE_MS = 120_000;

export type Uploaded = AnswerBody<'media-create'>;

/**
 * @param use what it is for, which decides what is made of it
 * @param onProgress is told how much has been sent, from 0 to 1
 * @throws {ApiError} when Nod says no
 * @throws {Unreachable} when no answer of Nod's came
 */
export function upload(
  file: Blob,
  use: MediaUse,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const lost = () => reject(new Unreachable());
    request.open('POST', `${pathOf('media-create')}?for=${use}`);
    request.timeout = PATIENCE_MS;
    request.responseType = 'json';
    // A file whose type the browser does not know is one all the same: its first bytes say what it is.
    request.setRequestHeader('content-type', file.type.startsWith('image/') ? file.type : 'image/unknown');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
    for (const kind of ['error', 'timeout', 'abort']) request.addEventListener(kind, lost);
    request.addEventListener('load', () => {
      const { status, response } = request;
      if (status === 201 && response !== null) resolve(response);
      else if (isProblem(response)) reject(new ApiError(response, retryAfter(request)));
      else if (status === 429 || status === 413) reject(new ApiError({ status }, retryAfter(request)));
      else lost();
    });
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

const isProblem = (response: unknown): response is Problem =>
  typeof response === 'object' && response !== null && 'code' in response;

function retryAfter(request: XMLHttpRequest): number | undefined {
  const seconds = Number(request.getResponseHeader('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}
