/** What Slack takes, in characters and counts; with a margin where Slack's own figure is only approximate. */
export const limits = {
  blocks: 50,
  viewBlocks: 100,
  allBlocks: 13_000,
  headerText: 150,
  paragraph: 3000,
  fieldValue: 2000,
  altText: 2000,
  contextText: 2000,
  contextElements: 10,
  buttonValue: 2000,
  buttonText: 75,
  fallbackText: 1500,
  inputValue: 3000,
  privateMetadata: 3000,
} as const
