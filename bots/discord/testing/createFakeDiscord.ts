import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWorld, type WorldOptions } from './createWorld.ts'
import { addPersonsMessage } from './drivers/addPersonsMessage.ts'
import { createCourier } from './drivers/createCourier.ts'
import { toChoice } from './drivers/toChoice.ts'
import { toClick } from './drivers/toClick.ts'
import { toCommand } from './drivers/toCommand.ts'
import { toMenuUse } from './drivers/toMenuUse.ts'
import { toSubmission } from './drivers/toSubmission.ts'
import type { FakeDiscord } from './FakeDiscord.ts'
import { channelIds, guildIds, userIds } from './fixedIds.ts'
import { forgetPast } from './forgetPast.ts'
import { openDirectChannel } from './openDirectChannel.ts'
import { type Permission, permissions } from './permissions.ts'
import { removeMessage } from './routes/removeMessage.ts'
import { answerCall } from './server/answerCall.ts'
import { createGatewayDoor } from './server/createGatewayDoor.ts'
import { toWireChannel } from './wire/toWireChannel.ts'

/**
 * Starts a strict double of Discord on a free port of loopback: the REST API, the gateway, and people who use them. It
 * refuses what Discord refuses: responses that are late or second, components that are too many or too long, tokens
 * that are old or wrong, channels without permission.
 *
 * @param options.clock what expiries go by; the real one by default
 * @example
 * await using discord = await createFakeDiscord()
 * const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl } })
 * await client.login(discord.token)
 */
export async function createFakeDiscord(options: WorldOptions = {}): Promise<FakeDiscord & AsyncDisposable> {
  const world = createWorld(options)
  const door = createGatewayDoor(world)
  world.dispatch = door.dispatch
  const courier = createCourier(world, { door })
  const server = createServer((request, response) => {
    answerCall(world, { request, response }).catch(() => response.destroy())
  })
  server.on('upgrade', door.upgrade)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const getChannel = (id: string) => {
    const channel = world.channels.get(id)
    if (channel === undefined) throw new Error(`There is no channel ${id}.`)
    return channel
  }
  const listShared = (channel: string | undefined) =>
    world.messages.filter((message) => message.channel === channel && message.visibleTo === null)

  async function close(): Promise<void> {
    door.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  return {
    apiUrl: `${world.origin}/api`,
    token: world.token,
    applicationId: world.applicationId,
    guildId: guildIds.clinic,
    guilds: guildIds,
    channels: channelIds,
    users: userIds,
    command: async ({ tamper, ...given }) => courier.deliver({ ...toCommand(world, given), tamper }),
    async autocomplete(given) {
      const { response } = await courier.deliver(toCommand(world, given))
      return response.type === 'choices' ? response.choices : []
    },
    useMenu: async (given) => courier.deliver(toMenuUse(world, given)),
    click: async ({ tamper, ...given }) => courier.deliver({ ...toClick(world, given), tamper }),
    choose: async (given) => courier.deliver(toChoice(world, given)),
    async submitModal({ tamper, ...given }) {
      const delivery = await courier.deliver({ ...toSubmission(world, given), tamper })
      given.modal.isOpen = false
      return delivery
    },
    say: (given) => addPersonsMessage(world, given),
    messages: listShared,
    thread: ({ id }) => listShared(id),
    directMessages: (user) =>
      listShared([...world.channels.values()].find((channel) => channel.directTo === user)?.id),
    openDirect: (user) => openDirectChannel(world, user).id,
    ephemerals: (user) =>
      world.messages.filter((message) => message.visibleTo === user && !message.isLoading),
    modal: (user) => world.modals.findLast((modal) => modal.user === user && modal.isOpen),
    forms: (user) => world.modals.filter((modal) => modal.user === user),
    commands: () => world.commands,
    calls: (route) => world.calls.filter((call) => route === undefined || call.route === route),
    fail(fault) {
      world.faults.push({ fault, left: fault.times ?? 1 })
    },
    forbid(id, ...names) {
      const channel = getChannel(id)
      const denied = names.length > 0 ? names : (Object.keys(permissions) as Permission[])
      for (const name of denied) channel.denied.add(name)
      world.dispatch({ type: 'CHANNEL_UPDATE', intent: 'Guilds', data: toWireChannel(world, channel) })
    },
    blockDirectMessages(id) {
      const user = world.users.get(id)
      if (user === undefined) throw new Error(`There is no user ${id}.`)
      user.takesDirectMessages = false
    },
    deleteMessage({ id }) {
      const message = world.messages.find((candidate) => candidate.id === id)
      if (message === undefined) throw new Error(`There is no message ${id}.`)
      removeMessage(world, message)
    },
    revokeToken() {
      world.token = `revoked.${world.nextId()}`
    },
    countConnections: door.countConnections,
    handshakes: door.handshakes,
    disconnect: (code = 4000) => door.disconnect(code),
    requestReconnect: door.requestReconnect,
    invalidateSession: door.invalidateSessions,
    cutConnections: door.cut,
    forget: () => forgetPast(world),
    close,
    [Symbol.asyncDispose]: close,
  }
}
