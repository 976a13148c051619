/** Somebody of the demo: who they are in the story, and the public key they sign with on a local chain. */
export type Persona = {
  /** What people type after `@`. */
  readonly handle: 'cmo' | 'alice' | 'ben' | 'nadia' | 'tom' | 'ines'
  /** What cards show. */
  readonly name: string
  readonly role: 'Chief Medical Officer' | 'physician' | 'nurse' | 'auditor'
  /** The account's name in settings/Devnet.toml. */
  readonly wallet: string
  readonly principal: string
  /** 66 hex digits. */
  readonly privateKey: string
}
