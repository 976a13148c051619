import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWorld, type WorldOptions } from './createWorld.ts'
import { applyFormResponse } from './drivers/applyFormResponse.ts'
import { createCourier } from './drivers/createCourier.ts'
import { getUserOrThrow } from './drivers/getUserOrThrow.ts'
import { say } from './drivers/say.ts'
import { toClick } from './drivers/toClick.ts'
import { toCommand } from './drivers/toCommand.ts'
import { toHomeOpened } from './drivers/toHomeOpened.ts'
import { toShortcut } from './drivers/toShortcut.ts'
import { toSubmission } from './drivers/toSubmission.ts'
import type { FakeSlack } from './FakeSlack.ts'
import { answerCall } from './server/answerCall.ts'
import { answerResponseUrl } from './server/answerResponseUrl.ts'
import { createSocketDoor } from './server/createSocketDoor.ts'
import { takeUpload } from './server/takeUpload.ts'
import type { FakeChannel, World } from './World.ts'

/**
 * Starts a strict double of Slack on a free port of loopback: the Web API, Socket Mode, response addresses, and people
 * who use them. It refuses what Slack refuses: blocks that are too many, too long or unknown, ids used twice, triggers
 * that are late, channels without the app, calls without their scope.
 *
 * @param options.clock what expiries go by; the real one by default
 * @example
 * await using slack = await createFakeSlack()
 * const delivery = await slack.command({ user: 'U0ALICE', text: 'help' })
 */
export async function createFakeSlack(options: WorldOptions = {}): Promise<FakeSlack & AsyncDisposable> {
  const world = createWorld(options)
  const signingSecret = randomBytes(16).toString('hex')
  const door = createSocketDoor(world)
  const courier = createCourier(world, { door, signingSecret })
  const server = createServer((request, response) => {
    route(world, request, response).catch(() => response.destroy())
  })
  server.on('upgrade', door.upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function close(): Promise<void> {
    door.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  const [home] = world.teams
  return {
    apiUrl: `${world.origin}/api/`,
    team: home.id,
    bot: home.bot,
    botToken: home.botToken,
    appToken: world.appToken,
    signingSecret,
    workspaces: world.teams,
    deliverTo: courier.deliverTo,
    verifyUrl: async () => courier.verifyUrl(),
    command: async ({ tamper, ...rest }) => courier.deliver({ ...toCommand(world, rest), tamper }),
    click: async ({ tamper, ...rest }) => courier.deliver({ ...toClick(world, rest), tamper }),
    async submitView({ tamper, ...rest }) {
      const delivery = await courier.deliver({ ...toSubmission(world, rest), tamper })
      if (delivery.status === 200) applyFormResponse(rest.view, delivery.response)
      return delivery
    },
    useShortcut: async ({ tamper, ...rest }) => courier.deliver({ ...toShortcut(world, rest), tamper }),
    openHome: async ({ tamper, ...rest }) => courier.deliver({ ...toHomeOpened(world, rest), tamper }),
    say: (options) => say(world, options),
    messages: (channel) =>
      world.messages.filter((message) => message.channel === channel && message.threadTs === null),
    thread: ({ channel, ts }) =>
      world.messages.filter((message) => message.channel === channel && message.threadTs === ts),
    directMessages(user, team = home.id) {
      const channel = [...world.channels.values()].find(
        (candidate) => candidate.directTo === user && candidate.team === team,
      )
      return world.messages.filter((message) => message.channel === channel?.id)
    },
    ephemerals: (user) => world.ephemerals.filter((message) => message.user === user),
    modal: (user) =>
      world.views.findLast((view) => view.user === user && view.isOpen && view.view.type === 'modal'),
    home: (user, team = home.id) =>
      world.views.find((view) => view.user === user && view.team === team && view.view.type === 'home'),
    notices: (user) => world.notices.filter((notice) => notice.user === user),
    files: () => [...world.files.values()],
    forms: (user) => world.views.filter((view) => view.user === user && view.view.type === 'modal'),
    calls: (method) => world.calls.filter((call) => method === undefined || call.method === method),
    keepBusy(times) {
      world.busy.left = times
    },
    fail(fault) {
      world.faults.push({ fault, left: fault.times ?? 1 })
    },
    removeFrom(channel) {
      getChannel(world, channel).isMember = false
    },
    archive(channel) {
      getChannel(world, channel).isArchived = true
    },
    deactivate(user, team) {
      getUserOrThrow(world, { id: user, team }).hasLeft = true
    },
    revokeTokens() {
      for (const team of world.teams) team.botToken = world.nextId('revoked')
      world.appToken = world.nextId('revoked')
    },
    countConnections: door.countConnections,
    disconnect: (reason = 'refresh_requested', most = Number.POSITIVE_INFINITY) =>
      door.disconnect(reason, most),
    cutConnections: door.cut,
    close,
    [Symbol.asyncDispose]: close,
  }
}

async function route(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, area, name, id] = new URL(request.url ?? '/', world.origin).pathname.split('/')
  if (area === 'api' && name !== undefined) return answerCall(world, { name, request, response })
  if (area === 'actions' && id !== undefined) return answerResponseUrl(world, { id, request, response })
  if (area === 'upload' && name === 'v1' && id !== undefined) {
    return takeUpload(world, { ticket: id, request, response })
  }
  response.writeHead(404).end()
}

function getChannel(world: World, id: string): FakeChannel {
  const channel = world.channels.get(id)
  if (channel === undefined) throw new Error(`There is no channel ${id}.`)
  return channel
}
