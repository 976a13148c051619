import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { personSchema, teamSchema } from './personSchema.ts'
import { toAccount } from './toAccount.ts'

/** A filled form. */
export type SubmissionInbound = Inbound & {
  readonly callbackId: string
  readonly privateMetadata: string
  /** What stands in the fields, by block id; a chosen person as user id. Empty fields are left out. */
  readonly values: Readonly<Record<string, string>>
  /** The blocks that the form has, filled or not: what is wrong can be shown at these only. */
  readonly fields: readonly string[]
}

const stateSchema = z.record(
  z.string(),
  z.record(z.string(), z.object({ value: z.string().nullish(), selected_user: z.string().nullish() })),
)

/** Reads the payload of a form. Where to answer is in the form's own metadata. */
export const submissionSchema = z
  .object({
    user: personSchema,
    team: teamSchema,
    view: z.object({
      id: z.string().min(1),
      hash: z.string().min(1),
      callback_id: z.string(),
      private_metadata: z.string().default(''),
      blocks: z.array(z.object({ block_id: z.string().optional() })).default([]),
      state: z.object({ values: stateSchema }),
    }),
  })
  .transform(
    ({ view, ...payload }): SubmissionInbound => ({
      account: toAccount(payload),
      delivery: `slack:view:${view.id}:${view.hash}`,
      reply: {
        workspace: payload.team?.id ?? '',
        userId: payload.user.id,
        responseUrl: null,
        channel: null,
        replacesOriginal: false,
        home: null,
      },
      callbackId: view.callback_id,
      privateMetadata: view.private_metadata,
      values: readValues(view.state.values),
      fields: view.blocks.flatMap(({ block_id }) => block_id ?? []),
    }),
  )

function readValues(state: z.infer<typeof stateSchema>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state).flatMap(([block, inputs]) =>
      Object.values(inputs).flatMap((input) => {
        const value = input.selected_user ?? input.value ?? ''
        return value === '' ? [] : [[block, value]]
      }),
    ),
  )
}
