import { customType } from 'drizzle-orm/pg-core'
import type { ZodType } from 'zod'
import { StoredValueError } from '../errors/StoredValueError.ts'

/**
 * A JSON column whose values are checked on their way in and out. `json`, not `jsonb`: what is evidence stays in the
 * order in which it was written.
 */
export function document<T>(name: string, schema: ZodType<T>) {
  return customType<{ data: T; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(schema.parse(value)),
    fromDriver(stored) {
      const parsed = schema.safeParse(typeof stored === 'string' ? JSON.parse(stored) : stored)
      if (!parsed.success) throw new StoredValueError({ column: name, cause: parsed.error })
      return parsed.data
    },
  })(name)
}
