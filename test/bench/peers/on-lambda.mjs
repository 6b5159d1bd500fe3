/**
 * How a handler of web requests stands behind API Gateway.
 * @param {(request: Request) => Promise<Response>} handle
 */
export const onLambda = (handle) => async (event) => {
  const { rawPath, cookies, headers, requestContext } = event;
  const response = await handle(
    new Request(`https://nod.example${rawPath}`, {
      method: requestContext.http.method,
      headers: { ...headers, cookie: cookies.join('; ') },
    }),
  );
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie(),
    body: await response.text(),
  };
};
