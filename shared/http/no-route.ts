/** What answers, as the `$default` route of the API, a call that no row of the route table takes. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NodError } from '../errors.ts';
import { assertViaCloudFront } from './origin-secret.ts';
import { problemResponse } from './problem.ts';
import { noteRefusal } from './security-log.ts';

/** A problem, always: 404, or 403 for who did not come through the site. */
export async function handler({
  headers,
  requestContext,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    assertViaCloudFront(headers);
    throw new NodError('not_found', 'There is no such route.');
  } catch (error) {
    if (error instanceof NodError) {
      noteRefusal(error, () => {
        const { requestId, http } = requestContext;
        return { route: 'none', requestId, ip: http.sourceIp, cookies: {} };
      });
    }
    return problemResponse(error);
  }
}
