/** Whether no block id is used twice. */
export function hasUniqueBlockIds(blocks: readonly { readonly block_id?: string | undefined }[]): boolean {
  const ids = blocks.flatMap((block) => block.block_id ?? [])
  return new Set(ids).size === ids.length
}
