import { configSecrets, createLogger, createShutdown, type LogLevel } from '@medikey/runtime'
import { Command } from 'commander'
import { compose } from '../compose/compose.ts'
import { describeStart } from '../compose/describeStart.ts'
import { parseParts } from '../compose/parseParts.ts'
import { readConfig } from '../config/readConfig.ts'
import { playStory } from '../demo/playStory.ts'
import { describeFailure } from '../describeFailure.ts'
import type { CommandContext } from './CommandContext.ts'

type Flags = { only?: string; story: boolean }

/** `medikey start`: everything that is configured, in one process, until it is told to stop. */
export function createStartCommand(context: CommandContext): Command {
  return new Command('start')
    .description(
      'start everything that is configured; without any configuration, a demo on a local chain. Where Discord is configured, the commands that it offers are brought to those of this version',
    )
    .option(
      '--only <parts>',
      'start only some parts: slack, discord, worker, follower, jobs, terminal, with commas between them; each process needs the same configuration and one DATABASE_URL',
    )
    .option('--no-story', 'do not play the demo’s story')
    .action((flags: Flags) => start(context, flags))
}

async function start(context: CommandContext, flags: Flags): Promise<void> {
  const { env, cwd, stdout, stderr } = context
  const parts = parseParts(flags.only ?? null)
  const config = readConfig({ env, cwd })
  const secrets = [...configSecrets(config)]
  const logger = createLogger({
    level: chooseLevel({ configured: config.logLevel, isSet: Boolean(env.LOG_LEVEL?.trim()), stderr }),
    name: 'medikey',
    secrets: () => secrets,
  })
  const write = (line: string) => void stderr.write(`${line}\n`)
  let hasFailed = false
  const shutdown = createShutdown({
    logger,
    exit(code) {
      if (!hasFailed) write('Stopped.')
      context.exit(code)
    },
  })
  // A start that failed says why, and nobody asked it to stop.
  shutdown.stopping.addEventListener('abort', () => {
    if (!hasFailed) write('Stopping …')
  })
  // Nobody reading any more is no reason to stop.
  for (const stream of [stdout, stderr]) stream.on('error', () => {})
  context.onDefect((err) => {
    // Through the log, which hides secrets. What is under way is safe in the rows, so ending is the sound thing to do.
    logger.fatal({ err }, 'Something unforeseen went wrong')
    void shutdown.stop({ reason: 'a defect', exitCode: 1 })
  })

  try {
    const composition = await compose({
      config,
      parts,
      isNamed: flags.only !== undefined,
      env,
      cwd,
      out: stdout,
      say: write,
      write,
      addSecrets: (found) => void secrets.push(...found),
      logger,
      shutdown,
    })
    if (shutdown.stopping.aborted) return
    logger.info({ url: composition.url, platforms: composition.deps.settings.platforms }, 'Started')
    write(
      describeStart({
        config,
        composition: { ...composition, settings: composition.deps.settings },
        isTerminal: stderr.isTTY === true,
      }),
    )
    for (const warning of composition.warnings) {
      write(`Warning: ${warning}\n`)
      // Who reads the sentence at a terminal need not read it twice.
      logger[stderr.isTTY ? 'info' : 'warn']({ warning }, 'Something configured does not fit')
    }
    const drawsChat = parts.terminal && composition.deps.settings.platforms.includes('terminal')
    if (drawsChat && parts.worker && parts.follower && flags.story) {
      const told = await playStory({ ...composition, out: stdout, signal: shutdown.stopping })
      if (told !== 'stopped') write('MediKey goes on running. Stop it with Ctrl-C.\n')
    }
  } catch (error) {
    // Stopping half way makes whatever was under way fail: that is no failure.
    if (!shutdown.stopping.aborted) {
      hasFailed = true
      logger.debug({ err: error }, 'Start failed')
      stderr.write(`medikey: ${describeFailure(error, { env })}\n`)
      // The sentence is what there is to say: how the rest ends is of interest only where it goes wrong.
      if (logger.level === 'info') logger.level = 'warn'
    }
    await shutdown.stop({ reason: 'the start failed', exitCode: 1 })
  }
}

/** On a terminal somebody reads along: a log between the lines for them would only hide those. */
function chooseLevel(options: {
  configured: LogLevel
  isSet: boolean
  stderr: CommandContext['stderr']
}): LogLevel {
  const { configured, isSet, stderr } = options
  return !isSet && stderr.isTTY === true ? 'warn' : configured
}
