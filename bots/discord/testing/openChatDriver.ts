import { subcommands, type Values } from '@medikey/core'
import type { ChatDriver, Reply, Shown, Visitor } from '@medikey/core/testing'
import { vi } from 'vitest'
import { fromCustomId } from '../src/actions/customId.ts'
import { toPrincipalOption } from '../src/commands/principalOption.ts'
import type { Delivery } from './drivers/Delivery.ts'
import { userIds } from './fixedIds.ts'
import { renderText } from './renderText.ts'
import { listComponents } from './schemas/listComponents.ts'
import { startClinic } from './startClinic.ts'
import type { FakeMessage, FakeModal } from './World.ts'

const MESSAGE_LINK = /discord\.com\/channels\/\d+\/\d+\/(\d+)/g

/** Answers are looked for often, and waited for as long as a machine with much to do may take. */
const PATIENCE = { interval: 5, timeout: 10_000 }

/** Discord's hands and eyes for core's scenarios: a clinic whose people sit in the double of Discord. */
export async function openChatDriver(): Promise<ChatDriver> {
  const { clinic, deps, discord, app, deliver } = await startClinic({ undeclared: ['tom'] })
  let last: Delivery | undefined

  /** What somebody is shown for what Discord sends: a form, or a message that only they see. */
  async function send(by: Visitor, deliver: () => Promise<Delivery>): Promise<Reply> {
    const user = userIds[by]
    const seen = new Map(discord.ephemerals(user).map((message) => [message, message.edits]))
    last = await deliver()
    const { response } = last
    if (response.type === 'modal')
      return { form: { id: response.modal.id, text: renderText(response.modal) } }
    return vi.waitFor(() => {
      // A new one, or one whose buttons gave way to the answer.
      const answer = discord.ephemerals(user).find((message) => seen.get(message) !== message.edits)
      if (answer === undefined) throw new Error(`${by} was shown nothing.`)
      return { message: toShown(answer) }
    }, PATIENCE)
  }

  /** Whatever somebody sees: in the channel, alone, or written to them. */
  function findMessage(by: Visitor, id: string): FakeMessage {
    const user = userIds[by]
    const { approvals, alerts } = discord.channels
    const inChannel = [approvals, alerts].flatMap((channel) => discord.messages(channel))
    const seen = [...inChannel, ...discord.ephemerals(user), ...discord.directMessages(user)]
    const found = seen.find((message) => message.id === id)
    if (found === undefined) throw new Error(`${by} sees no message ${id}.`)
    return found
  }

  function findForm(by: Visitor, id: string): FakeModal {
    const form = discord.modal(userIds[by])
    if (form?.id !== id) throw new Error(`The form ${id} is not open before ${by}.`)
    return form
  }

  return {
    clinic: { ...clinic, deps },
    deliver,
    type: (by, { name, values = {} }) =>
      send(by, () =>
        discord.command({
          user: userIds[by],
          command: `medikey ${name}`,
          options: toOptions(name, values),
        }),
      ),
    click: (by, shown, kind) =>
      send(by, () => {
        const message = findMessage(by, shown.id)
        const button = listCustomIds(message).find((customId) => fromCustomId(customId).kind === kind)
        return discord.click({ user: userIds[by], message, button: button ?? kind })
      }),
    submit: (by, form, values) =>
      send(by, () => discord.submitModal({ modal: findForm(by, form.id), values: toFields(values) })),
    async redeliver() {
      await last?.redeliver()
      await app.stop()
    },
    listCards: async () => discord.messages(discord.channels.approvals).map(toShown),
    listAlerts: async () => discord.messages(discord.channels.alerts).map(toShown),
    listThread: async (card) => discord.thread(card).map(toShown),
    listDirect: async (to) => discord.directMessages(userIds[to]).map(toShown),
    close: async () => {},
  }
}

function toShown(message: FakeMessage): Shown {
  return {
    id: message.id,
    text: renderText(message).replace(/@(\d{17,20})/g, (mention, id: string) => {
      const [handle] = Object.entries(userIds).find(([, userId]) => userId === id) ?? []
      return handle === undefined ? mention : `@${handle}`
    }),
    buttons: listCustomIds(message).map(
      (customId) => fromCustomId(customId).kind as Shown['buttons'][number],
    ),
    leadsTo: [...JSON.stringify(message.components).matchAll(MESSAGE_LINK)].map(([, id = '']) => id),
  }
}

function listCustomIds(message: FakeMessage): string[] {
  return listComponents(message.components).flatMap((one) =>
    'custom_id' in one && one.custom_id !== undefined ? [one.custom_id] : [],
  )
}

/** A person is chosen in one option and named by principal in another. */
function toOptions(name: string, values: Values): Record<string, string> {
  const parameters = subcommands.find((subcommand) => subcommand.name === name)?.parameters ?? []
  return Object.fromEntries(
    Object.entries(toFields(values)).map(([option, value]) => {
      const isPerson = parameters.some(
        (parameter) => parameter.name === option && parameter.type === 'person',
      )
      return [isPerson && values[option] === value ? toPrincipalOption(option) : option, value]
    }),
  )
}

/** What is filled in, with people by their user id. */
function toFields(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return []
      const userId = value.startsWith('@') ? userIds[value.slice(1) as Visitor] : undefined
      return [[name, userId ?? value]]
    }),
  )
}
