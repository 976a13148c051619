import { Command } from 'commander'
import type { CommandContext } from './CommandContext.ts'

/** `medikey monitors`: the jobs that watch, for who runs MediKey. */
export function createMonitorsCommand(_context: CommandContext): Command {
  return new Command('monitors').description('look at the monitors, and run them')
}
