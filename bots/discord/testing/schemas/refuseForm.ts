import { ApiRefusal } from '../routes/ApiRefusal.ts'
import type { FormIssue } from './FormIssue.ts'

type Tree = { _errors?: { code: string; message: string }[]; [key: string]: unknown }

/** Discord's refusal of a form body: `50035` with a tree that follows the body's shape. */
export function refuseForm(...issues: readonly FormIssue[]): ApiRefusal {
  const root: Tree = {}
  for (const { path, code, message } of issues) {
    let node = root
    for (const key of path) {
      node[key] ??= {}
      node = node[key] as Tree
    }
    node._errors = [...(node._errors ?? []), { code, message }]
  }
  return new ApiRefusal(50035, root)
}
