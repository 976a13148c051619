import type { FormKind } from './FormKind.ts'
import { createRequestFormKind } from './forms/createRequestFormKind.ts'
import { denyFormKind } from './forms/denyFormKind.ts'

/** Every form that a submission may belong to. */
export const formKinds: readonly FormKind[] = [
  createRequestFormKind('grant'),
  createRequestFormKind('revoke'),
  denyFormKind,
]
