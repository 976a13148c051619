import { type FormMetadata, formMetadataSchema } from './formMetadataSchema.ts'

/** Reads a form's memory. */
export function readFormMetadata(text: string): FormMetadata {
  return formMetadataSchema.parse(JSON.parse(text))
}
