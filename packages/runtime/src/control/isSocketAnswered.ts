import { once } from 'node:events'
import { connect } from 'node:net'

/**
 * Whether a process listens on a unix socket. A file that a killed process left behind refuses.
 *
 * @example
 * await isSocketAnswered('/data/medikey.sock') // false
 */
export async function isSocketAnswered(socketPath: string): Promise<boolean> {
  const socket = connect(socketPath)
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
