import { BaseError } from '@medikey/errors'

/**
 * Somebody else listens on the port.
 *
 * @example
 * new PortTakenError({ host: '127.0.0.1', port: 8787, variable: 'PORT' })
 */
export class PortTakenError extends BaseError {
  override readonly name = 'PortTakenError'
  readonly port: number

  constructor(options: { host: string; port: number; variable: string; cause?: unknown }) {
    const { host, port, variable, cause } = options
    const shortMessage = `Port ${port} on ${host} is taken by another process: set ${variable} to a free port or stop the process that has it.`
    super({ code: 'PORT_TAKEN', shortMessage, cause })
    this.port = port
  }
}
