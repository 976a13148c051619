import { join } from 'node:path'
import type { Deps, Messenger, Webhook } from '@medikey/core'
import type { Jobs } from '@medikey/jobs'
import { ControlError, type Logger, type Shutdown, serveControl } from '@medikey/runtime'
import { isConfigChanged } from '../config/isConfigChanged.ts'
import { type FullConfig, readConfig } from '../config/readConfig.ts'
import { createActOnAlertHandler } from '../operate/createActOnAlertHandler.ts'
import { createDropProjectionHandler } from '../operate/createDropProjectionHandler.ts'
import { createListAlertsHandler } from '../operate/createListAlertsHandler.ts'
import { createListMonitorsHandler } from '../operate/createListMonitorsHandler.ts'
import { createReadDigestHandler } from '../operate/createReadDigestHandler.ts'
import { createReadProjectionHandler } from '../operate/createReadProjectionHandler.ts'
import { createRunMonitorHandler } from '../operate/createRunMonitorHandler.ts'
import { createTestAlertsHandler } from '../operate/createTestAlertsHandler.ts'
import { createSayHandler } from '../say/createSayHandler.ts'
import { createStatusHandler } from './createStatusHandler.ts'
import type { OpenChat } from './openChat.ts'

/**
 * Opens the socket on which other `medikey` commands find this process. Several processes on one PostgreSQL may share a
 * data directory: the first of them answers, and the others have no socket.
 *
 * @throws ControlError when the socket cannot be made, or an embedded store's socket is taken
 */
export async function openControl(
  deps: Deps,
  options: {
    config: FullConfig
    env: Readonly<Record<string, string | undefined>>
    cwd: string
    chat: Pick<OpenChat, 'terminal'>
    messengers: readonly (Messenger | Webhook)[]
    jobs: Pick<Jobs, 'runMonitor' | 'heartbeat'>
    logger: Logger
    shutdown: Shutdown
    url: string
    startedAt: Date
  },
): Promise<void> {
  const { config, chat, messengers, jobs, logger, shutdown, url, startedAt } = options
  const changed = () => isConfigChanged(config, options)
  const socketPath = join(config.dataDir, 'medikey.sock')
  try {
    const control = await serveControl({
      socketPath,
      handlers: {
        status: createStatusHandler(deps, { url, startedAt, isConfigChanged: changed, jobs }),
        say: createSayHandler(deps, chat),
        'list-alerts': createListAlertsHandler(deps),
        'act-on-alert': createActOnAlertHandler(deps),
        'test-alerts': createTestAlertsHandler(deps, { messengers }),
        'list-monitors': createListMonitorsHandler(deps, { running: { isConfigChanged: changed } }),
        'run-monitor': createRunMonitorHandler(deps, {
          runMonitor: jobs.runMonitor,
          readMonitors: () => readConfig(options).monitors,
        }),
        'drop-projection': createDropProjectionHandler(deps),
        'read-projection': createReadProjectionHandler(deps),
        'read-digest': createReadDigestHandler(deps),
      },
      logger,
    })
    shutdown.add({ name: 'control', stop: () => control.close() })
  } catch (error) {
    const isShared = config.databaseUrl !== null
    if (!isShared || !(error instanceof ControlError) || error.code !== 'CONTROL_SOCKET_TAKEN') throw error
    logger.info({ socketPath }, 'Control socket left to the process that has it')
  }
}
