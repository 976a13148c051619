/** A memo beside its readable form, in which what cannot be printed becomes a space. */
export function toMemo(hex: string): { hex: string; repr: string } {
  const text = Buffer.from(hex.slice(2), 'hex').toString('utf8')
  return { hex, repr: text.replaceAll(/[^\P{C}]|\ufffd/gu, ' ').trim() }
}
