/** Splits Clarity source into its top-level forms, without the comments between them. */
export function splitTopLevel(source: string): string[] {
  const forms: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < source.length; i += 1) {
    const char = source[i]
    if (char === ';') {
      const end = source.indexOf('\n', i)
      i = end < 0 ? source.length : end
    } else if (char === '"') {
      i += 1
      while (i < source.length && source[i] !== '"') i += source[i] === '\\' ? 2 : 1
    } else if (char === '(') {
      if (depth === 0) start = i
      depth += 1
    } else if (char === ')') {
      depth -= 1
      if (depth === 0) forms.push(source.slice(start, i + 1))
    }
  }
  return forms
}
