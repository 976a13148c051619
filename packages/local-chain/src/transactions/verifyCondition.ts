import {
  AddressHashMode,
  AddressVersion,
  type AuthType,
  addressFromPublicKeys,
  createStacksPublicKey,
  PubKeyEncoding,
  type SpendingCondition,
  StacksWireType,
  sigHashPreSign,
} from '@stacks/transactions'
import { recoverPublicKey } from './recoverPublicKey.ts'
import { sha512256 } from './sha512256.ts'

type Signed = { readonly hash: string; readonly publicKey: string }

/**
 * Verifies what one party (origin or sponsor) signed and answers the hash that the next party signs.
 *
 * @returns Null when the signatures are not those of the condition's signer.
 */
export function verifyCondition({
  condition,
  hash,
  authType,
}: {
  condition: SpendingCondition
  hash: string
  authType: AuthType
}): string | null {
  const { fee, nonce } = condition
  function verifyOne(current: string, signature: string, encoding: PubKeyEncoding): Signed | null {
    const preSign = sigHashPreSign(current, authType, fee, nonce)
    const publicKey = recoverPublicKey({
      hash: preSign,
      signature,
      compressed: encoding === PubKeyEncoding.Compressed,
    })
    if (publicKey === null) return null
    const postSign = sha512256(
      Buffer.from(preSign, 'hex'),
      Uint8Array.of(encoding),
      Buffer.from(signature, 'hex'),
    )
    return { hash: postSign, publicKey: Buffer.from(publicKey).toString('hex') }
  }

  if ('signature' in condition) {
    const signed = verifyOne(hash, condition.signature.data, condition.keyEncoding)
    if (signed === null || !isSigner(condition, 1, [signed.publicKey])) return null
    return signed.hash
  }

  const sequential =
    condition.hashMode === AddressHashMode.P2SH || condition.hashMode === AddressHashMode.P2WSH
  const publicKeys: string[] = []
  let current = hash
  let signatures = 0
  for (const { contents, pubKeyEncoding } of condition.fields) {
    if (contents.type === StacksWireType.PublicKey) {
      publicKeys.push(Buffer.from(contents.data).toString('hex'))
      continue
    }
    const signed = verifyOne(current, contents.data, pubKeyEncoding)
    if (signed === null) return null
    if (sequential) current = signed.hash
    publicKeys.push(signed.publicKey)
    signatures += 1
  }
  const required = condition.signaturesRequired
  if (sequential ? signatures !== required : signatures < required) return null
  return isSigner(condition, required, publicKeys) ? current : null
}

function isSigner(condition: SpendingCondition, required: number, publicKeys: string[]): boolean {
  const keys = publicKeys.map(createStacksPublicKey)
  return (
    addressFromPublicKeys(AddressVersion.TestnetSingleSig, condition.hashMode, required, keys).hash160 ===
    condition.signer
  )
}
