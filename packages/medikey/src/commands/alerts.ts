import { Command } from 'commander'
import type { CommandContext } from './CommandContext.ts'

/** `medikey alerts`: what the monitors raised, for who runs MediKey. */
export function createAlertsCommand(_context: CommandContext): Command {
  return new Command('alerts').description('look at alerts, and say what becomes of them')
}
