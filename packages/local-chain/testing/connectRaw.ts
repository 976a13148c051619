import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A WebSocket connection on which a test may say anything. */
export type RawConnection = {
  readonly socket: WebSocket
  /** The next message that has not been read yet, parsed. */
  readonly next: () => Promise<unknown>
  readonly ask: (message: string | Uint8Array) => Promise<unknown>
  /** The code that the connection was closed with. */
  readonly closed: Promise<number>
}

/** Opens a connection to the updates of a chain. */
export async function connectRaw(
  url: string,
  options: ConstructorParameters<typeof WebSocket>[2] = {},
): Promise<RawConnection> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/extended/v1/ws`, options)
  const arrived: unknown[] = []
  const waiting: ((message: unknown) => void)[] = []
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data))
    const reader = waiting.shift()
    if (reader === undefined) arrived.push(message)
    else reader(message)
  })
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await once(socket, 'open')
  const next = () =>
    arrived.length > 0
      ? Promise.resolve(arrived.shift())
      : new Promise<unknown>((resolve) => waiting.push(resolve))
  return {
    socket,
    next,
    ask: (message) => {
      socket.send(message)
      return next()
    },
    closed,
  }
}
