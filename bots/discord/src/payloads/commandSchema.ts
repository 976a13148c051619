import { ApplicationCommandOptionType } from 'discord.js'
import { z } from 'zod'
import type { Inbound } from './Inbound.ts'
import { interactionSchema } from './interactionSchema.ts'
import { toInbound } from './toInbound.ts'

const optionSchema = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
  /** While a person types: this is the option that they are at. */
  focused: z.boolean().optional(),
})

/** An option as chosen or typed. */
export type ChosenOption = z.infer<typeof optionSchema>

/** A slash command, or one that is still being typed. */
export type CommandInbound = Inbound & {
  readonly name: string
  readonly options: readonly ChosenOption[]
}

const subcommandSchema = z.object({
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  name: z.string(),
  options: z.array(optionSchema).default([]),
})

/** Reads the payload of a slash command. */
export const commandSchema = interactionSchema
  .and(z.object({ data: z.object({ options: z.tuple([subcommandSchema]) }) }))
  .transform((interaction): CommandInbound => {
    const [{ name, options }] = interaction.data.options
    return { ...toInbound(interaction), name, options }
  })
