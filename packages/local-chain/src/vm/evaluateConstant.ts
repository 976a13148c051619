import type { SDK } from '@stacks/clarinet-sdk-wasm'
import { splitTopLevel } from './splitTopLevel.ts'

/**
 * The value of a contract's constant. The VM gives none away, so the contract's constants (they may build
 * on each other) are evaluated again by themselves, as the contract's deployer, which touches no state.
 */
export function evaluateConstant(
  session: SDK,
  { contractId, source, name }: { contractId: string; source: string; name: string },
): string | null {
  const constants = splitTopLevel(source).filter((form) => /^\(\s*define-constant\s/.test(form))
  const isDefined = constants.some((form) => form.split(/[\s()]+/)[2] === name)
  if (!isDefined) return null
  const [deployer] = contractId.split('.')
  session.executeCommand(`::set_tx_sender ${deployer}`)
  const answer = session.runSnippet(`${constants.join('\n')}\n${name}`)
  return /^0x[0-9a-f]+$/.test(answer) ? answer : null
}
