import type { Context } from 'hono'
import { ApiError } from './ApiError.ts'

const limits = {
  block: { default: 20, maximum: 30 },
  transaction: { default: 20, maximum: 50 },
  event: { default: 20, maximum: 100 },
  balance: { default: 100, maximum: 200 },
  burnBlock: { default: 20, maximum: 30 },
} as const

/**
 * Reads `limit` and `offset` of a listing, within what the API allows for the resource.
 *
 * @param maximumOffset Listings with a cursor do not take a larger one.
 * @throws ApiError 400
 */
export function parsePage(
  c: Context,
  { resource, maximumOffset }: { resource: keyof typeof limits; maximumOffset?: number },
): { limit: number; offset: number } {
  const { default: defaultLimit, maximum } = limits[resource]
  const limit = parse(c, 'limit', maximum) || defaultLimit
  return { limit, offset: parse(c, 'offset', maximumOffset ?? Number.MAX_SAFE_INTEGER) }
}

function parse(c: Context, name: 'limit' | 'offset', maximum: number): number {
  const text = c.req.query(name)
  if (text === undefined) return 0
  if (!/^\d{1,15}$/.test(text)) throw refuse(`querystring/${name} must be integer`)
  const value = Number(text)
  if (value > maximum) throw refuse(`querystring/${name} must be <= ${maximum}`)
  return value
}

function refuse(message: string): ApiError {
  return new ApiError({ status: 400, message })
}
