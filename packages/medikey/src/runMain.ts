import { BaseError } from '@medikey/errors'
import { Command, CommanderError } from 'commander'
import packageJson from '../package.json' with { type: 'json' }
import type { CommandContext } from './commands/CommandContext.ts'
import { describeFailure } from './describeFailure.ts'

type CreateCommand = (context: CommandContext) => Command

/** A command's room is loaded only when it is named, or when help needs them all: `start` has no time to lose. */
const commands: Readonly<Record<string, () => Promise<CreateCommand>>> = {
  start: async () => (await import('./commands/start.ts')).createStartCommand,
  say: async () => (await import('./commands/say.ts')).createSayCommand,
  chain: async () => (await import('./commands/chain.ts')).createChainCommand,
  alerts: async () => (await import('./commands/alerts.ts')).createAlertsCommand,
  monitors: async () => (await import('./commands/monitors.ts')).createMonitorsCommand,
  rebuild: async () => (await import('./commands/rebuild.ts')).createRebuildCommand,
  check: async () => (await import('./commands/check.ts')).createCheckCommand,
  discord: async () => (await import('./commands/discord.ts')).createDiscordCommand,
  digest: async () => (await import('./commands/digest.ts')).createDigestCommand,
  deploy: async () => (await import('./commands/deploy.ts')).createDeployCommand,
  identity: async () => (await import('./commands/identity.ts')).createIdentityCommand,
  keys: async () => (await import('./commands/keys.ts')).createKeysCommand,
}

/**
 * Runs the `medikey` command. A failure is one sentence on stderr that says what to do, with `--json` also an object on
 * stdout, and exit code 1.
 *
 * @param options.args what was typed after `medikey`
 * @example
 * await runMain({ args: ['start', '--only', 'worker'], context })
 */
export async function runMain(options: { args: readonly string[]; context: CommandContext }): Promise<void> {
  const { args, context } = options
  const named = commands[args[0] ?? '']
  try {
    const loading = named === undefined ? Object.values(commands) : [named]
    const creates = await Promise.all(loading.map((load) => load()))
    const program = new Command('medikey')
      .description('Access governance over medical records on Stacks, in the chat you already work in.')
      .version(packageJson.version)
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void context.stdout.write(text),
        writeErr: (text) => void context.stderr.write(text),
      })
    // What a command inherits of its parent it inherits while it is made by it, not when it is added.
    for (const create of creates) program.addCommand(create(context).copyInheritedSettings(program))
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has already said what is wrong, or shown the help that was asked for.
      context.setExitCode(error.exitCode)
      return
    }
    // A failed command may have left something open that would keep the process alive, such as a pipe it listens to.
    const message = describeFailure(error, { env: context.env })
    const code = error instanceof BaseError ? error.code : 'UNKNOWN'
    if (args.includes('--json')) context.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
    context.stderr.write(`medikey: ${message}\n`, () => context.exit(1))
  }
}
