/** A table of Markdown; the first row is its head. */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows
  return [head, head.map(() => '---'), ...body]
    .map((cells) => `| ${cells.map(escapeBar).join(' | ')} |`)
    .join('\n')
}

/** A bar would end the cell, even in code. */
function escapeBar(cell: string): string {
  return cell.replaceAll('|', '\\|')
}
