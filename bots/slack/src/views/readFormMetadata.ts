import { RefusalError } from '@medikey/core'
import { type FormMetadata, formMetadataSchema } from './formMetadataSchema.ts'

/**
 * Reads a form's memory.
 *
 * @throws RefusalError when it is not what this version writes
 */
export function readFormMetadata(text: string): FormMetadata {
  try {
    return formMetadataSchema.parse(JSON.parse(text))
  } catch {
    throw new RefusalError({
      code: 'UNKNOWN_FORM',
      message:
        'This form is from another version of MediKey, so nothing was changed. Open it again with /medikey.',
    })
  }
}
