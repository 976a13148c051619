import { type ChatDriver, type Reply, type Shown, toTypedText, type Visitor } from '@medikey/core/testing'
import { vi } from 'vitest'
import { fromActionId, toActionId } from '../src/actions/actionId.ts'
import type { Delivery } from './drivers/Delivery.ts'
import { renderText } from './renderText.ts'
import { startClinic } from './startClinic.ts'
import type { FakeEphemeral, FakeMessage, FakeView } from './World.ts'

const CHANNELS = ['C0APPROVE', 'C0ALERTS'] as const
const PERMALINK = /\/archives\/C0APPROVE\/p(\d+)(\d{6})/g

const toUserId = (visitor: Visitor) => `U0${visitor.toUpperCase()}`

/** Answers are looked for often, and waited for as long as a machine with much to do may take. */
const PATIENCE = { interval: 5, timeout: 10_000 }

/** Slack's hands and eyes for core's scenarios: a clinic whose people sit in the double of Slack. */
export async function openChatDriver(options: { mode: 'socket' | 'http' }): Promise<ChatDriver> {
  const { clinic, slack, app, deliver } = await startClinic({
    ...options,
    world: { people: ['cmo', 'alice', 'ben', 'nadia', 'tom', 'ines', 'mallory'] },
    undeclared: ['tom'],
  })
  let last: Delivery | undefined

  /** What somebody is shown for what Slack sends: a form, problems of one, or a message that only they see. */
  async function send(by: Visitor, deliver: () => Promise<Delivery>): Promise<Reply> {
    const user = toUserId(by)
    const seen = new Map(slack.ephemerals(user).map((message) => [message, message.edits]))
    const formBefore = slack.modal(user)
    const delivery = await deliver()
    last = delivery
    const { errors } = delivery.response
    if (errors !== undefined) return { problems: Object.values(errors as Record<string, string>) }
    return vi.waitFor(() => {
      const form = slack.modal(user)
      if (form !== undefined && form !== formBefore)
        return { form: { id: form.id, text: renderText(form.view) } }
      // A new one, or one whose buttons gave way to the answer.
      const answer = slack.ephemerals(user).find((message) => seen.get(message) !== message.edits)
      if (answer === undefined) throw new Error(`${by} was shown nothing.`)
      return { message: toShown(answer) }
    }, PATIENCE)
  }

  /** Whatever somebody sees: in the channel, alone, or written to them. */
  function findMessage(by: Visitor, id: string): FakeMessage | FakeEphemeral {
    const user = toUserId(by)
    const seen = [
      ...CHANNELS.flatMap(slack.messages),
      ...slack.ephemerals(user),
      ...slack.directMessages(user),
    ]
    const found = seen.find(({ ts }) => ts === id)
    if (found === undefined) throw new Error(`${by} sees no message ${id}.`)
    return found
  }

  function findForm(by: Visitor, id: string): FakeView {
    const form = slack.modal(toUserId(by))
    if (form?.id !== id) throw new Error(`The form ${id} is not open before ${by}.`)
    return form
  }

  return {
    clinic,
    deliver,
    type: (by, command) =>
      send(by, () => slack.command({ user: toUserId(by), text: toTypedText(command), channel: 'C0WARD' })),
    click: (by, message, kind) =>
      send(by, () =>
        slack.click({ user: toUserId(by), message: findMessage(by, message.id), actionId: toActionId(kind) }),
      ),
    submit: (by, form, { staff, ...values }) =>
      send(by, () =>
        slack.submitView({
          view: findForm(by, form.id),
          values: { ...toFields(values), ...toPerson(staff) },
        }),
      ),
    async redeliver() {
      await last?.redeliver()
      await app.stop()
    },
    listCards: async () => slack.messages('C0APPROVE').map(toShown),
    listAlerts: async () => slack.messages('C0ALERTS').map(toShown),
    listThread: async ({ id }) =>
      CHANNELS.flatMap((channel) => slack.thread({ channel, ts: id })).map(toShown),
    listDirect: async (to) => slack.directMessages(toUserId(to)).map(toShown),
    close: async () => {},
  }
}

function toShown(message: FakeMessage | FakeEphemeral): Shown {
  const elements = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
  return {
    id: message.ts,
    text: renderText(message).replace(/@U0([A-Z]+)/g, (_, handle: string) => `@${handle.toLowerCase()}`),
    buttons: elements.map(({ action_id }) => fromActionId(action_id) as Shown['buttons'][number]),
    leadsTo: [...JSON.stringify(message.blocks).matchAll(PERMALINK)].map(
      ([, seconds, micros]) => `${seconds}.${micros}`,
    ),
  }
}

/** A person is chosen in one field and named by principal in another. */
function toPerson(staff: string | undefined): Record<string, string> {
  if (staff === undefined) return {}
  return staff.startsWith('@') ? { staff: `U0${staff.slice(1).toUpperCase()}` } : { principal: staff }
}

function toFields(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
