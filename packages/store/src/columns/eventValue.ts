import type { EventProjection } from '@medikey/core'
import { customType } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { StoredValueError } from '../errors/StoredValueError.ts'

type EventValue = NonNullable<EventProjection['value']>

const uint = z.codec(z.strictObject({ uint: z.string().regex(/^\d+$/) }), z.bigint(), {
  decode: ({ uint }) => BigInt(uint),
  encode: (value) => ({ uint: value.toString() }),
})

/** The fields depend on the event and are the contract client's to check; here only numbers and texts are told apart. */
const schema = z.object({ event: z.string() }).catchall(z.union([uint, z.string(), z.boolean()]))

/** A column for an event of the contract. JSON has no bigint, so a number is written as `{"uint":"7"}`. */
export const eventValue = customType<{ data: EventValue; driverData: unknown }>({
  dataType: () => 'json',
  toDriver: (value) => JSON.stringify(z.encode(schema, value)),
  fromDriver(stored) {
    const parsed = schema.safeParse(typeof stored === 'string' ? JSON.parse(stored) : stored)
    if (!parsed.success) throw new StoredValueError({ column: 'value', cause: parsed.error })
    return parsed.data as EventValue
  },
})
