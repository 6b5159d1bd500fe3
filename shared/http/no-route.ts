/** What answers, as the `$default` route of the API, a call that no row of the route table takes. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NodError } from '../errors.ts';
import { PAGES_OF_API } from '../page-path.ts';
import { assertViaCloudFront } from './origin-secret.ts';
import { problemResponse } from './problem.ts';
import { noteRefusal } from './security-log.ts';

/** A problem, always: 404, 403 for who did not come through the site, or 503 for a page that has no function yet. */
export async function handler({
  headers,
  rawPath,
  requestContext,
}: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    assertViaCloudFront(headers);
    // While a first deployment with them goes on: CloudFront shows the file of the page instead, as where their function fails.
    if (rawPath?.startsWith(`${PAGES_OF_API}/`))
      throw new NodError('store_unavailable', 'Not deployed yet.', { retryAfter: 1 });
    throw new NodError('not_found', 'There is no such route.', { params: { what: 'route' } });
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
