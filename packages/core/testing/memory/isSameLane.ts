import type { Lane } from '../../src/model/Post.ts'

/** Whether two lanes are about the same subject on the same platform. */
export function isSameLane(a: Lane, b: Lane): boolean {
  return a.platform === b.platform && subjectKey(a) === subjectKey(b)
}

function subjectKey({ subject }: Lane): string {
  return JSON.stringify(subject)
}
