import { join } from 'node:path'
import { BaseError } from '@medikey/errors'
import { type Config, callControl, NotRunningError } from '@medikey/runtime'
import { z } from 'zod'
import type { Check } from './Check.ts'
import { toFailedCheck } from './toFailedCheck.ts'

const TIMEOUT_MS = 5_000

/** What the process tells about itself that runs on the same data directory. */
const status = z.looseObject({
  url: z.string(),
  // An older version says nothing of the rest.
  isConfigChanged: z.boolean().default(false),
  heartbeat: z
    .object({ heardAt: z.string().nullable(), problem: z.string().nullable() })
    .nullable()
    .default(null),
  posts: z
    .array(
      z.object({
        platform: z.enum(['slack', 'discord', 'terminal', 'webhook']),
        waiting: z.int(),
        waitsSince: z
          .string()
          .transform((value) => new Date(value))
          .nullable(),
        failed: z.int(),
        error: z.string().nullable(),
      }),
    )
    .default([]),
})

export type Running = { readonly url: string } & Pick<
  z.output<typeof status>,
  'posts' | 'isConfigChanged' | 'heartbeat'
>

/** Asks over the control socket whether a MediKey runs on this data directory; `check` is set where it answers badly. */
export async function findRunning(
  config: Pick<Config, 'dataDir'>,
): Promise<{ running: Running | null; check: Check | null }> {
  try {
    const running = await callControl({
      socketPath: join(config.dataDir, 'medikey.sock'),
      method: 'status',
      params: null,
      result: status,
      timeoutMs: TIMEOUT_MS,
    })
    return { running, check: null }
  } catch (error) {
    if (error instanceof NotRunningError) return { running: null, check: null }
    if (error instanceof BaseError) return { running: null, check: toFailedCheck('process', error) }
    throw error
  }
}
