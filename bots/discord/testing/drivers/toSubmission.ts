import type { FakeModal } from '../World.ts'

export type SubmitOptions = {
  readonly modal: FakeModal
  /** By custom id; what is not named stays as it was prefilled. A person is named by user id. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>
  /** What a hostile client would send instead. */
  readonly forge?: { readonly customId?: string; readonly components?: readonly unknown[] }
}
