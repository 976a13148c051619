import type { Platform } from './Platform.ts'

/** An account as an administrator writes it: without a workspace it means the one configured workspace. */
export type DeclaredAccount = {
  readonly platform: Platform
  readonly workspace: string | null
  readonly userId: string
}

/** Says that chat accounts and a Stacks principal are the same person. */
export type Identity = {
  readonly name: string
  readonly principal: string
  readonly accounts: readonly DeclaredAccount[]
  /** `declared`: somebody wrote it into medikey.yaml. `proven`: the person signed a challenge with the principal's key. */
  readonly source: 'declared' | 'proven'
}
