import { BaseError } from '@medikey/errors'
import type { ReadinessCheck } from '@medikey/runtime'

/** Not ready before everything is open: the port answers earlier than that. */
export function createStartingCheck(): { check: ReadinessCheck; done(): void } {
  let isStarting = true
  return {
    check: {
      name: 'start',
      check() {
        if (isStarting) throw new BaseError({ code: 'STARTING', shortMessage: 'MediKey is starting.' })
      },
    },
    done() {
      isStarting = false
    },
  }
}
