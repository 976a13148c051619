import { createDirectory, type Deps } from '@medikey/core'
import { createClinic } from '@medikey/core/testing'
import { connectDiscord, createDiscordApp, registerCommands } from '@medikey/discord'
import {
  createFakeDiscord,
  type Delivery,
  type FakeDiscord,
  type FakeMessage,
  type FakeModal,
  renderText,
} from '@medikey/discord/testing'
import { createLogger } from '@medikey/runtime'
import type { Cleanup } from '../harness/createCleanup.ts'
import type { Chat, Edit, Member, Seen, TypedCommand } from './Chat.ts'
import { deliverPosts } from './deliverPosts.ts'
import { listIdentities } from './listIdentities.ts'

/**
 * Opens a server of Discord with MediKey's app in it.
 *
 * @example
 * const chat = await openDiscordChat({ cleanup })
 */
export async function openDiscordChat(options: {
  cleanup: Cleanup
  guard?: (deps: Deps) => Deps
}): Promise<Chat> {
  const { cleanup, guard = (deps) => deps } = options
  const clinic = createClinic({ platform: 'discord' })
  const discord = await createFakeDiscord()
  cleanup.add(discord.close)
  const lines: string[] = []
  const logger = createLogger({
    level: 'debug',
    name: 'discord',
    destination: { write: (line) => lines.push(line) },
  })
  const connection = await connectDiscord({
    config: { token: discord.token, apiUrl: discord.apiUrl },
    channels: discord.channels,
    logger,
  })
  const directory = createDirectory({
    identities: listIdentities({ platform: 'discord', userIds: discord.users }),
    workspaces: { discord: connection.workspace },
  })
  const deps: Deps = { ...clinic.deps, directory }
  await registerCommands(connection, { guildId: connection.workspace })
  const app = createDiscordApp(guard(deps), { connection, logger })
  cleanup.add(app.stop)
  await app.start()

  let last: Delivery | null = null
  return {
    platform: 'discord',
    clinic: { ...clinic, deps },
    secrets: [discord.token],
    log: () => lines.join(''),
    async command({ by, command, edit }) {
      last = await discord.command({
        user: discord.users[by],
        command: 'medikey help',
        forge: { options: [toSubcommand(discord, command)] },
        tamper: keepAnswerable(edit),
      })
    },
    async click({ by, on, button, forge, edit }) {
      const { kind, id } = {
        kind: forge?.name ?? button.kind,
        id: forge?.memory ?? button.id,
      }
      last = await discord.click({
        user: discord.users[by],
        message: on.native as FakeMessage,
        button: '',
        forge: { customId: `medikey:${kind}:${id}` },
        tamper: keepAnswerable(edit),
      })
    },
    async submit({ by, form, values, forge, edit }) {
      const modal = form.native as FakeModal
      const [, id, origin, subjectId] = modal.modal.custom_id.split(':')
      const name = forge?.name ?? id
      last = await discord.submitModal({
        modal: { ...modal, user: discord.users[by] },
        forge: {
          customId: `medikey-form:${name}:${origin}:${forge?.memory ?? subjectId}`,
          components: Object.entries(values).map(([field, text]) => toField(discord, { modal, field, text })),
        },
        tamper: keepAnswerable(edit),
      })
      modal.isOpen = false
      return {}
    },
    async redeliver() {
      last = (await last?.redeliver()) ?? null
    },
    shownTo(member) {
      const user = discord.users[member]
      // An answer may take the place of the buttons that it is an answer to.
      const alone = discord
        .ephemerals(user)
        .map((message) => toSeen(message, `${message.id}/${message.edits}`))
      const direct = discord.directMessages(user).map((message) => toSeen(message))
      return [...alone, ...direct, ...discord.forms(user).map(toSeenForm)]
    },
    cards: () =>
      [discord.channels.approvals, discord.channels.alerts]
        .flatMap((channel) => discord.messages(channel))
        .map((message) => toSeen(message)),
    deliver: () => deliverPosts(deps, { messenger: connection.messenger }),
    stop: app.stop,
  }
}

/** Past what Discord's own client would let through: a person is chosen where one is named, everything else is text. */
function toSubcommand(discord: FakeDiscord, { subcommand, values }: TypedCommand): Record<string, unknown> {
  return {
    type: 1,
    name: subcommand,
    options: values.map(({ name, text }) => {
      const user = findUser(discord, text)
      return user === undefined ? { type: 3, name, value: text } : { type: 6, name, value: user }
    }),
  }
}

function toField(
  discord: FakeDiscord,
  options: { modal: FakeModal; field: string; text: string },
): Record<string, unknown> {
  const { modal, field, text } = options
  const isChoice = modal.modal.components.some(
    (part) => part.type === 18 && part.component.custom_id === field && part.component.type === 5,
  )
  return {
    type: 18,
    component: isChoice
      ? { type: 5, custom_id: field, values: text === '' ? [] : [findUser(discord, text) ?? text] }
      : { type: 4, custom_id: field, value: text },
  }
}

function findUser(discord: FakeDiscord, text: string): string | undefined {
  return text.startsWith('@') ? discord.users[text.slice(1) as Member] : undefined
}

function toSeen(message: FakeMessage, id = message.id): Seen {
  return {
    id,
    text: renderText(message),
    buttons: listCustomIds(message.components).flatMap((customId) => {
      const [, kind = '', id = ''] = /^medikey:([^:]*):(.*)$/s.exec(customId) ?? []
      return kind === '' ? [] : [{ kind, id }]
    }),
    fields: [],
    isOpen: false,
    native: message,
  }
}

function toSeenForm(form: FakeModal): Seen {
  return {
    id: form.id,
    text: renderText(form),
    buttons: [],
    fields: form.modal.components.flatMap((part) => (part.type === 18 ? [part.component.custom_id] : [])),
    isOpen: form.isOpen,
    native: form,
  }
}

/** However deep a button stands. */
function listCustomIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listCustomIds)
  if (typeof value !== 'object' || value === null) return []
  const own = 'custom_id' in value && typeof value.custom_id === 'string' ? [value.custom_id] : []
  return [...own, ...Object.values(value).flatMap(listCustomIds)]
}

/** Whatever is broken: who did it, and how to answer, comes from Discord itself. */
function keepAnswerable(edit: Edit | undefined): { edit: Edit } {
  return {
    edit(payload) {
      const { id, token, type, member, guild_id } = payload
      return { ...(edit?.(payload) ?? payload), id, token, type, member, guild_id }
    },
  }
}
