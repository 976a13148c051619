import type { ActivityWriter } from '@medikey/core'
import type { Database } from '../connection/Connection.ts'
import { addDraws } from './addDraws.ts'

/** Writes of what the follower keeps beside the events. */
export function createActivityWriter(tx: Database): ActivityWriter {
  return { addDraws: (hours) => addDraws(tx, hours) }
}
