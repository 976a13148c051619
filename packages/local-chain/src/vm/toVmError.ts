/** Keeps the telling part of what the VM throws (a string of several nested messages) in one line. */
export function toVmError(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown)
  const inner = /Runtime error while interpreting [^:]+: ([\s\S]*)$/.exec(text)?.[1]
  const outer = inner ?? text.slice(text.lastIndexOf(' -> ') < 0 ? 0 : text.lastIndexOf(' -> ') + 4)
  return outer.split('\n', 1)[0]?.trim() || 'The VM failed without saying why.'
}
