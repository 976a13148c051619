import { createDirectory, type Deps, deliverLane, type Identity } from '@medikey/core'
import { type Clinic, createClinic, type Handle, people } from '@medikey/core/testing'
import { onTestFinished } from 'vitest'
import { createDiscordApp, type DiscordApp } from '../src/app.ts'
import { registerCommands } from '../src/commands/registerCommands.ts'
import { connectDiscord } from '../src/connection/connectDiscord.ts'
import type { DiscordConnection } from '../src/connection/DiscordConnection.ts'
import { createFakeDiscord } from './createFakeDiscord.ts'
import { createRecordedLogger, type LogEntry } from './createRecordedLogger.ts'
import type { WorldOptions } from './createWorld.ts'
import type { FakeDiscord } from './FakeDiscord.ts'
import { userIds } from './fixedIds.ts'

/** A clinic whose people sit in the double of Discord, with the app running. Ends with the test. */
export type DiscordClinic = {
  readonly clinic: Clinic
  /** The clinic's, with the people's accounts of the double. */
  readonly deps: Deps
  readonly discord: FakeDiscord
  readonly app: DiscordApp
  readonly connection: DiscordConnection
  /** What was logged. */
  readonly log: readonly LogEntry[]
  /** Sends what core queued for Discord, as the delivery job does. */
  deliver(): Promise<void>
}

/** Starts the app in memory, with its commands registered. */
export async function startClinic(
  options: { world?: WorldOptions; undeclared?: readonly Handle[] } = {},
): Promise<DiscordClinic> {
  const clinic = createClinic({ platform: 'discord' })
  const discord = await createFakeDiscord(options.world)
  onTestFinished(discord.close)
  const { logger, log } = createRecordedLogger()
  const connection = await connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    channels: discord.channels,
    logger,
  })
  const directory = createDirectory({
    identities: listIdentities(options.undeclared ?? []),
    workspaces: { discord: connection.workspace },
  })
  const deps: Deps = { ...clinic.deps, directory }
  await registerCommands(connection, { guildId: connection.workspace })
  const app = createDiscordApp(deps, { connection, logger })
  onTestFinished(app.stop)
  await app.start()

  async function deliver(): Promise<void> {
    const now = deps.clock.now()
    const lanes = await deps.store.listDueLanes({ now, staleBefore: now, limit: 100 })
    for (const lane of lanes) await deliverLane(deps, { lane, messenger: connection.messenger })
  }
  return { clinic, deps, discord, app, connection, log, deliver }
}

function listIdentities(undeclared: readonly Handle[]): Identity[] {
  const handles = (Object.keys(people) as Handle[]).filter((handle) => !undeclared.includes(handle))
  return handles.map((handle) => ({
    name: handle,
    principal: people[handle],
    accounts: [{ platform: 'discord', workspace: null, userId: userIds[handle] }],
    source: 'declared',
  }))
}
