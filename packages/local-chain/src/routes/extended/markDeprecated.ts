import type { MiddlewareHandler } from 'hono'

const warning = '299 - "Deprecated: See https://docs.hiro.so/stacks/api for more information"'

/** Warns, as the API does, that a route will go. */
export const markDeprecated: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Warning', warning)
}
