import { timestamp } from 'drizzle-orm/pg-core'

/** A column for a point in time, to the millisecond, as a Date. */
export const instant = (name: string) => timestamp(name, { mode: 'date', withTimezone: true, precision: 3 })
