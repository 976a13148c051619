import type { FormKind } from './FormKind.ts'
import { accessFormKind } from './forms/accessFormKind.ts'
import { createActionFormKind } from './forms/createActionFormKind.ts'
import { createRequestFormKind } from './forms/createRequestFormKind.ts'
import { denyFormKind } from './forms/denyFormKind.ts'
import { silenceFormKind } from './forms/silenceFormKind.ts'

/** Every form that a submission may belong to. */
export const formKinds: readonly FormKind[] = [
  createRequestFormKind('grant'),
  createRequestFormKind('revoke'),
  accessFormKind,
  createActionFormKind('create'),
  createActionFormKind('access'),
  createActionFormKind('archive'),
  createActionFormKind('maintenance-on'),
  createActionFormKind('maintenance-off'),
  denyFormKind,
  silenceFormKind,
]
