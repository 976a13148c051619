import { BaseError } from '@medikey/errors'

const REASONS: Readonly<Record<string, (options: { variable: string }) => string>> = {
  EACCES: ({ variable }) => `this user may not open that port: set ${variable} to one above 1023.`,
  EADDRNOTAVAIL: () => 'this machine has no such address: set HOST to one of its own, such as 127.0.0.1.',
  ENOTFOUND: () => 'that name is unknown: set HOST to an address of this machine, such as 127.0.0.1.',
  EAI_AGAIN: () => 'that name is unknown: set HOST to an address of this machine, such as 127.0.0.1.',
}

/**
 * The machine refuses the address to listen on, for another reason than that it is taken.
 *
 * @example
 * new ListenFailedError({ host: '203.0.113.1', port: 8787, variable: 'PORT', systemCode: 'EADDRNOTAVAIL' })
 */
export class ListenFailedError extends BaseError {
  override readonly name = 'ListenFailedError'

  constructor(options: {
    host: string
    port: number
    variable: string
    systemCode: string
    cause?: unknown
  }) {
    const { host, port, systemCode, cause } = options
    const reason =
      REASONS[systemCode]?.(options) ?? `the system said ${systemCode}: check HOST and ${options.variable}.`
    super({
      code: 'LISTEN_FAILED',
      shortMessage: `Cannot listen on ${host}:${port}, because ${reason}`,
      cause,
    })
  }
}
