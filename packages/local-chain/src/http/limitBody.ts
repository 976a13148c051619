import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** What the API lets through to its node. */
const maxSize = 10_000_000

/** Refuses a larger body than the API takes, before it is read. */
export function limitBody(): MiddlewareHandler {
  const limitStream = bodyLimit({
    maxSize,
    onError: (c) =>
      c.json(
        {
          statusCode: 413,
          code: 'FST_ERR_CTP_BODY_TOO_LARGE',
          error: 'Payload Too Large',
          message: 'Request body is too large',
        },
        413,
      ),
  })
  return (c, next) => {
    // Most requests tell a small length: that needs no look at their body.
    const isTold = c.req.header('transfer-encoding') === undefined
    return isTold && Number(c.req.header('content-length') ?? 0) <= maxSize ? next() : limitStream(c, next)
  }
}
