import type { Command, Message } from '@medikey/core'
import type { ListenerContext } from '../listeners/ListenerContext.ts'
import type { CommandInbound } from '../payloads/commandSchema.ts'

type CommandOf<S, C = Command> = C extends Command ? (S extends C['subcommand'] ? C : never) : never

/** Carries one subcommand to core; null when the person is answered by a form. */
export type CommandHandler<S extends Command['subcommand']> = (
  context: ListenerContext,
  options: { readonly inbound: CommandInbound; readonly command: CommandOf<S> },
) => Promise<Message | null>
