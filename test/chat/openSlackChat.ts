import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Deps, subcommands } from '@medikey/core'
import { createClinic, people } from '@medikey/core/testing'
import { createLogger } from '@medikey/runtime'
import { connectSlack, createSlackApp, type SlackApp } from '@medikey/slack'
import {
  createFakeSlack,
  type Delivery,
  type FakeEphemeral,
  type FakeMessage,
  type FakeView,
  renderText,
} from '@medikey/slack/testing'
import type { Cleanup } from '../harness/createCleanup.ts'
import type { Chat, Edit, Forgery, Member, Seen, TypedCommand } from './Chat.ts'
import { deliverPosts } from './deliverPosts.ts'

/**
 * Opens a workspace of Slack with MediKey's app in it, behind HTTP or over a socket.
 *
 * @example
 * const chat = await openSlackChat({ mode: 'socket', cleanup })
 */
export async function openSlackChat(options: {
  mode: 'http' | 'socket'
  cleanup: Cleanup
  guard?: (deps: Deps) => Deps
}): Promise<Chat> {
  const { mode, cleanup, guard = (deps) => deps } = options
  const clinic = createClinic({ platform: 'slack' })
  const slack = await createFakeSlack({ people: [...Object.keys(people), 'mallory'] })
  cleanup.add(slack.close)
  const lines: string[] = []
  const logger = createLogger({
    level: 'debug',
    name: 'slack',
    destination: { write: (line) => lines.push(line) },
  })
  const tokens = { botToken: slack.botToken, apiUrl: slack.apiUrl }
  const connection = await connectSlack({
    config:
      mode === 'socket'
        ? { ...tokens, mode, appToken: slack.appToken }
        : { ...tokens, mode, signingSecret: slack.signingSecret },
    channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    logger,
  })
  const app = createSlackApp(guard(clinic.deps), { connection, logger })
  cleanup.add(app.stop)
  await app.start()
  if (app.requestListener !== undefined) slack.deliverTo(await listen(app.requestListener, { cleanup }))

  let last: Delivery | null = null
  const keep = (delivery: Delivery): Delivery => {
    if (delivery.status >= 500) throw new Error(`The app answered with HTTP status ${delivery.status}.`)
    last = delivery
    return delivery
  }

  return {
    platform: 'slack',
    clinic,
    secrets: [slack.botToken, slack.appToken, slack.signingSecret],
    log: () => lines.join(''),
    async command({ by, command, edit }) {
      keep(await slack.command({ user: toUserId(by), text: toText(command), tamper: { edit } }))
    },
    async click({ by, on, button, forge, edit }) {
      const message = on.native as FakeMessage
      const forged = {
        ...(forge?.name === undefined ? {} : { actionId: `medikey_${forge.name}` }),
        ...(forge?.memory === undefined ? {} : { value: forge.memory }),
      }
      keep(
        await slack.click({
          user: toUserId(by),
          message,
          actionId: `medikey_${button.kind}`,
          forge: forged,
          tamper: { edit },
        }),
      )
    },
    async submit({ by, form, values, forge, edit }) {
      const view = form.native as FakeView
      const tamper = { edit: compose(toForgery({ by, values, forge }), edit) }
      keep(await slack.submitView({ view, values: fillWhatIsAsked(view), tamper }))
      return view.errors
    },
    async redeliver() {
      if (last !== null) keep(await last.redeliver())
    },
    shownTo(member) {
      const user = toUserId(member)
      return [
        // One that gave way to an answer is another one.
        ...slack.ephemerals(user).map((message) => toSeen(message, `${message.ts} ${message.edits}`)),
        ...slack.directMessages(user).map((message) => toSeen(message, message.ts)),
        ...slack.forms(user).map(toSeenForm),
      ]
    },
    cards: () =>
      ['C0APPROVE', 'C0ALERTS'].flatMap(slack.messages).map((message) => toSeen(message, message.ts)),
    deliver: () => deliverPosts(clinic.deps, { messenger: connection.messenger }),
    stop: app.stop,
  }
}

async function listen(
  listener: NonNullable<SlackApp['requestListener']>,
  options: { cleanup: Cleanup },
): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  options.cleanup.add(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`
}

const toUserId = (member: Member) => `U0${member.toUpperCase()}`

function toText({ subcommand, values }: TypedCommand): string {
  const parameters = subcommands.find(({ name }) => name === subcommand)?.parameters ?? []
  const words = values.map(({ name, text }) => {
    const keyword = parameters.find((parameter) => parameter.name === name)?.keyword
    return keyword === undefined ? text : `${keyword} ${text}`
  })
  return [subcommand, ...words].join(' ')
}

/** The message as it stood: a later edit of it leaves this one stale. */
function toSeen(message: FakeMessage | FakeEphemeral, id: string): Seen {
  return {
    id,
    text: renderText(message),
    buttons: message.blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.map((element) => ({
            kind: element.action_id.replace(/^medikey_/, ''),
            id: element.value ?? '',
          }))
        : [],
    ),
    fields: [],
    isOpen: false,
    native: { ...message },
  }
}

function toSeenForm(form: FakeView): Seen {
  return {
    id: form.id,
    text: renderText(form.view),
    buttons: [],
    fields: form.view.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id ?? ''] : [])),
    isOpen: form.isOpen,
    native: form,
  }
}

/** What Slack's own client would have asked for before it submits; it is replaced on the way. */
function fillWhatIsAsked(form: FakeView): Record<string, string> {
  return Object.fromEntries(
    form.view.blocks.flatMap((block) =>
      block.type === 'input' && !block.optional ? [[block.block_id ?? '', 'x']] : [],
    ),
  )
}

/** Values as they were typed, past what Slack's own client would let through; what was not typed is empty. */
function toForgery(options: {
  by: Member
  values: Readonly<Record<string, string>>
  forge: Forgery | undefined
}): Edit {
  const { by, values, forge } = options
  return (payload) => {
    const view = payload.view as { state: { values: Record<string, Record<string, object>> } }
    const fields = new Set([...Object.keys(view.state.values), ...Object.keys(values)])
    const state = Object.fromEntries(
      [...fields].map((field) => {
        const text = values[field] ?? ''
        const [action = field, element] = Object.entries(view.state.values[field] ?? {})[0] ?? []
        const isPerson = element !== undefined && 'selected_user' in element
        return [
          field,
          {
            [action]: isPerson
              ? {
                  type: 'users_select',
                  selected_user: text === '' ? null : text.replace(/^@(\w+)$/, (_, name) => toUserId(name)),
                }
              : { type: 'plain_text_input', value: text === '' ? null : text },
          },
        ]
      }),
    )
    return {
      ...payload,
      user: { ...(payload.user as object), id: toUserId(by) },
      view: {
        ...view,
        ...(forge?.name === undefined ? {} : { callback_id: `medikey_form_${forge.name}` }),
        ...(forge?.memory === undefined ? {} : { private_metadata: forge.memory }),
        state: { values: state },
      },
    }
  }
}

const compose =
  (first: Edit, second: Edit | undefined): Edit =>
  (payload) =>
    second === undefined ? first(payload) : second(first(payload))
