import { LocalChainError } from './LocalChainError.ts'

/** Another process listens where the local chain should. */
export class PortTakenError extends LocalChainError {
  override readonly name = 'PortTakenError'
  constructor({ host, port, cause }: { host: string; port: number; cause?: unknown }) {
    super({
      code: 'LOCAL_CHAIN_PORT_TAKEN',
      shortMessage: `Port ${port} on ${host} is taken: stop what listens there or choose another port.`,
      cause,
    })
  }
}
