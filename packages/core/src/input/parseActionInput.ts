import type { ActionKind, ActionTerms } from '../model/ActionRequest.ts'
import { parseCategory } from './parseCategory.ts'
import { parseReason } from './parseReason.ts'
import { parseRecordId } from './parseRecordId.ts'
import { parseVolume } from './parseVolume.ts'
import { readParts } from './readParts.ts'

/** An action of one's own as typed or filled into a form; parts may be missing. */
export type RawActionInput = {
  readonly record?: string | undefined
  readonly volume?: string | undefined
  readonly category?: string | undefined
  readonly purpose?: string | undefined
  readonly reason?: string | undefined
}

/**
 * Reads an action of one's own, without looking anything up.
 *
 * @throws InvalidInputError with every problem
 * @example
 * parseActionInput({ record: '7', volume: '50', purpose: 'follow-up' }, { kind: 'access' })
 */
export function parseActionInput(raw: RawActionInput, options: { kind: ActionKind }): ActionTerms {
  const { kind } = options
  const recordId = () => parseRecordId(raw.record ?? '')
  const volume = () => parseVolume(raw.volume ?? '')
  const reason = () => parseReason(raw.reason ?? '')
  switch (kind) {
    case 'create': {
      const parts = readParts({ volume, category: () => parseCategory(raw.category ?? '') })
      return { kind, recordId: null, reason: null, ...parts }
    }
    case 'access': {
      const purpose = () => parseReason(raw.purpose ?? '', { field: 'purpose' })
      return { kind, category: null, ...readParts({ recordId, volume, reason: purpose }) }
    }
    case 'archive':
      return { kind, volume: null, category: null, ...readParts({ recordId, reason }) }
    case 'maintenance-on':
    case 'maintenance-off':
      return { kind, recordId: null, volume: null, category: null, ...readParts({ reason }) }
  }
}
