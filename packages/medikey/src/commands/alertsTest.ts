import { join } from 'node:path'
import { BaseError } from '@medikey/errors'
import { callControl, configSecrets, createLogger, loadPlaces, NotRunningError } from '@medikey/runtime'
import { Command } from 'commander'
import type { z } from 'zod'
import { createSettings } from '../compose/createSettings.ts'
import { openChat } from '../compose/openChat.ts'
import { openWebhook } from '../compose/openWebhook.ts'
import { parseParts } from '../compose/parseParts.ts'
import { readConfig } from '../config/readConfig.ts'
import { createTestAlertsHandler } from '../operate/createTestAlertsHandler.ts'
import { testedSchema } from '../operate/testedSchema.ts'
import { toInertText } from '../terminal/toInertText.ts'
import type { CommandContext } from './CommandContext.ts'

type Tested = z.output<typeof testedSchema>['tested'][number]
/** Each destination has five seconds, and Slack and Discord are greeted before where none runs. */
const TIMEOUT_MS = 30_000

/** `medikey alerts test`: sends one through every route and prints what came back. */
export function createAlertsTestCommand(context: CommandContext): Command {
  return new Command('test')
    .description('send a test alert to every destination, and print what came back')
    .option('--json', 'as JSON: { tested: [{ destination, ref | status | error }] }', false)
    .action(async ({ json }: { json: boolean }) => {
      const answer = await sendTest(context)
      if (json) context.stdout.write(`${JSON.stringify(answer)}\n`)
      else for (const line of answer.tested.map(describe)) context.stdout.write(`${toInertText(line)}\n`)
      if (answer.tested.some((tested) => 'error' in tested))
        throw new BaseError({
          code: 'ALERT_TEST_FAILED',
          shortMessage: 'Not every destination took the test alert: what each of them said stands above.',
        })
    })
}

async function sendTest(context: CommandContext): Promise<z.output<typeof testedSchema>> {
  const socketPath = join(loadPlaces(context).dataDir, 'medikey.sock')
  try {
    return await callControl({
      socketPath,
      method: 'test-alerts',
      params: null,
      result: testedSchema,
      timeoutMs: TIMEOUT_MS,
    })
  } catch (error) {
    if (!(error instanceof NotRunningError)) throw error
  }
  const config = readConfig(context)
  const logger = createLogger({ level: 'silent', name: 'medikey alerts', secrets: configSecrets(config) })
  const chat = await openChat({ config, parts: parseParts(null), out: context.stdout, logger })
  const apiUrl = config.stacksApiUrl ?? `http://127.0.0.1:${config.chainPort}`
  const settings = createSettings({ config, platforms: chat.platforms, apiUrl, isLocal: config.demo })
  const webhook = openWebhook({ settings }, { config })
  const messengers = [...chat.messengers, ...(webhook === null ? [] : [webhook])]
  const handler = createTestAlertsHandler({ settings, clock: { now: () => new Date() } }, { messengers })
  return testedSchema.parse(await handler.run(null, { signal: new AbortController().signal }))
}

function describe(tested: Tested): string {
  if ('error' in tested) return `✗ ${tested.destination}: ${tested.error}`
  if ('status' in tested) return `✓ ${tested.destination}: answered with HTTP status ${tested.status}.`
  return `✓ ${tested.destination}: posted to ${tested.ref.channel} as ${tested.ref.messageId}.`
}
