import type { ContractClient } from '@medikey/contract-client'
import type { CommandContext } from '../commands/CommandContext.ts'

/** Prints what became of a deployment: on stdout what belongs into medikey.yaml, or JSON; on stderr what comes next. */
export function reportDeployment(
  context: Pick<CommandContext, 'stdout' | 'stderr'>,
  options: {
    client: Pick<ContractClient, 'network' | 'contract'>
    txid: string
    /** `standing`: it stood there before this command. */
    state: 'accepted' | 'included' | 'final' | 'standing'
    height: number | null
    json: boolean
  },
): void {
  const { client, txid, state, height, json } = options
  const { network, contract } = client
  if (json) {
    context.stdout.write(`${JSON.stringify({ state, network, contract, txid, blockHeight: height })}\n`)
    return
  }
  const where = height === null ? 'not mined yet' : `in block ${height}`
  context.stdout.write(
    `# medikey.yaml: medvault, ${where}, transaction ${txid}\nnetwork: ${network}\ncontract: ${contract}\n`,
  )
  context.stderr.write(
    state === 'accepted' || state === 'included'
      ? 'It is not final yet: run the same command again to wait for that.\n'
      : 'Next: put these lines into medikey.yaml, add the physicians’ keys with "medikey keys add", and run "medikey check".\n',
  )
}
