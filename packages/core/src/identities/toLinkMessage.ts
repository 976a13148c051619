import type { StructuredMessage } from '@medikey/contract-client'
import type { ShownChallenge } from '../model/ShownChallenge.ts'

/**
 * What a person signs to prove who they are; docs/identity.md has it byte by byte. A change needs another version, or
 * signers in people's hands sign what nobody accepts.
 *
 * @example
 * await signStructuredMessage({ message: toLinkMessage({ challenge, principal }), signer, network: challenge.network })
 */
export function toLinkMessage(options: { challenge: ShownChallenge; principal: string }): StructuredMessage {
  const { challenge, principal } = options
  const { account, network, expiresAt, nonce } = challenge
  return {
    domain: { name: 'MediKey', version: '1.0.0' },
    fields: {
      purpose: { ascii: 'I am this chat user, and MediKey may take me for this principal.' },
      platform: { ascii: account.platform },
      workspace: { ascii: account.workspace },
      user: { ascii: account.userId },
      principal: { principal },
      network: { ascii: network },
      expires: { uint: BigInt(expiresAt.getTime()) / 1000n },
      nonce: { ascii: nonce },
    },
  }
}
